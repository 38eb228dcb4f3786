"""Copying a scoring matrix from the window."""

from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.matrices import MatricesPage
from tests.windows import press_button


def test_a_matrix_is_copied_with_its_bands_and_the_copy_is_shown(qtbot: QtBot, frame: Frame) -> None:
    page = frame.go("matrices")
    assert isinstance(page, MatricesPage)
    first = frame.session.programme.rows(MATRICES)[0]
    page.go_to(first.id)

    with qtbot.waitSignal(page.said):
        press_button(page, "Make a copy")

    copied = frame.session.programme.row(MATRICES, page.present_id())
    assert copied is not None
    assert copied.title == f"{first.title} (copy)"
    bands = [len(frame.session.programme.children(MATRIX_BANDS, row.id)) for row in (first, copied)]
    assert bands[0] == bands[1] > 0
    frame.session.document.undo()
    assert frame.session.programme.row(MATRICES, copied.id) is None
