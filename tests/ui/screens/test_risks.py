"""The risk page: register and heat map show what is chosen in the other, and are narrowed together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sharedprog.domain.filters import cell_filter
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.frame import Frame
from sharedprog.ui.heat.panel import NO_MATRIX
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.screens.risks import RisksPage
from sharedprog.ui.window import Window
from tests.ui import audit, keys
from tests.windows import press_button, words_on


@pytest.fixture
def page(frame: Frame) -> RisksPage:
    """Four risks, two of them in one cell, one of Tolland, one of IT."""
    document = frame.session.document
    matrix = document.programme.settings.matrix
    it = document.add(WORKSTREAMS, title="IT")
    tolland = next(row for row in document.rows(PARTNERS) if row.short_name == "Tolland")
    ashmere = next(row for row in document.rows(PARTNERS) if row.short_name == "Ashmere")
    for title, likelihood, impact, workstream, partner in (
        ("Log-ins fail", 4, 5, it, tolland.id),
        ("Payroll is wrong", 4, 5, None, ashmere.id),
        ("Managers leave", 2, 3, it, ashmere.id),
        ("One line", None, None, None, ashmere.id),
    ):
        risk = document.add(
            RISKS,
            title=title,
            likelihood=likelihood,
            impact=impact,
            matrix=matrix,
            workstream=workstream,
            target_likelihood=1,
            target_impact=2,
        )
        document.add(RISK_PARTNERS, parent=risk, partner=partner)
    made = frame.go("risks")
    assert isinstance(made, RisksPage)
    return made


def titles(page: RisksPage) -> list[str]:
    rows = page.session.programme.all_rows(RISKS)
    return [rows[row_id].title for row_id in page.model.ids]


def in_cells(page: RisksPage) -> int:
    """How many risks the map holds."""
    heat = page.heat.table.heat.heat
    assert heat is not None
    return sum(len(cell.risks) for cell in heat.cells)


def choose(page: RisksPage, title: str) -> None:
    """Choose in the menu that narrows the page."""
    page.narrow.fill()
    (action,) = (each for each in page.narrow.menu().actions() if each.text() == title)
    action.trigger()


def test_a_chosen_row_stands_out_on_the_map_and_is_told(page: RisksPage) -> None:
    page.table.go_to(page.model.ids[2])
    assert page.heat.table.marks.selected == page.model.ids[2]
    assert "R-003 now 6: likelihood 2, impact 3. Target 2: likelihood 1, impact 2." in words_on(page.heat)
    assert "Not on the map: 1 risk not scored." in words_on(page.heat)
    page.table.go_to(page.model.ids[3])
    assert "R-004 is not scored, so it is not on the map." in words_on(page.heat)


def test_a_picked_mark_goes_to_its_row_even_when_the_list_hides_it(page: RisksPage, qtbot: QtBot) -> None:
    wanted = page.model.ids[2]
    page.filter.setText("payroll")
    page.heat.table.picked.emit(wanted)
    assert page.present_id() == wanted
    assert page.filter.text() == ""


def test_a_cell_filters_the_list_and_again_shows_the_open_risks(page: RisksPage) -> None:
    table = page.heat.table
    table.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert titles(page) == ["Log-ins fail", "Payroll is wrong"]
    assert page.chips.present == "Likelihood 4, impact 5"
    assert table.hasFocus(), "the arrows go on from there"
    assert in_cells(page) == 3, "the map itself stays whole"
    keys.press(Qt.Key.Key_Return)
    assert len(titles(page)) == 4
    assert page.chips.present == "Open"


def test_a_partner_and_a_workstream_narrow_both(page: RisksPage) -> None:
    choose(page, "IT")
    assert titles(page) == ["Log-ins fail", "Managers leave"]
    assert in_cells(page) == 2
    choose(page, "Tolland")
    assert titles(page) == ["Log-ins fail"]
    assert in_cells(page) == 1
    assert "Open risks · Tolland · IT" in words_on(page.heat)
    assert page.narrow.accessibleName() == "Only Tolland · IT"
    choose(page, "All partners")
    choose(page, "All workstreams")
    assert len(titles(page)) == 4
    assert "Open risks" in words_on(page.heat)


def test_what_leads_here_is_shown_whosever_it_is(page: RisksPage) -> None:
    hidden = page.model.ids[1]
    choose(page, "Tolland")
    assert hidden not in page.model.ids
    page.go_to(hidden)
    assert page.present_id() == hidden
    choose(page, "Tolland")
    page.show_only(cell_filter(4, 5))
    assert titles(page) == ["Log-ins fail", "Payroll is wrong"]
    assert page.narrow.narrowing.none


def test_a_chosen_risk_has_a_mark_even_in_a_full_cell_and_the_others_keep_their_places(page: RisksPage) -> None:
    document = page.session.document
    matrix = document.programme.settings.matrix
    more = [document.add(RISKS, title=str(n), likelihood=4, impact=5, matrix=matrix) for n in range(3)]

    def marks() -> dict[str, tuple[float, float]]:
        heat = page.heat.table.heat.heat
        assert heat is not None
        return {point.risk: (point.x, point.y) for point in heat.points if not point.target}

    page.table.go_to(page.model.ids[0])
    before = marks()
    page.table.go_to(page.model.ids[1])
    assert marks() == before
    page.table.go_to(more[2])
    assert more[2] in marks()


def test_the_map_follows_each_change(page: RisksPage) -> None:
    page.session.document.edit(RISKS, page.model.ids[3], "likelihood", 5)
    page.session.document.edit(RISKS, page.model.ids[3], "impact", 5)
    assert in_cells(page) == 4
    assert not any("Not on the map" in words for words in words_on(page.heat))


def test_without_a_matrix_the_map_says_what_to_do(page: RisksPage) -> None:
    document = page.session.document
    for matrix in document.rows(MATRICES):
        draft = document.draft()
        draft.delete(MATRICES, matrix.id)
        document.apply("Delete matrix", draft.edits)
    assert NO_MATRIX in words_on(page.heat)
    assert not page.heat.table.isVisible()
    document.undo()
    assert page.heat.table.isVisible()


def test_the_map_can_be_hidden_and_that_is_remembered(page: RisksPage, window: Window) -> None:
    assert page.heat.isVisible()
    page.toggle.click()
    assert not page.heat.isVisible()
    assert page.form.isVisible()
    folder = window.desk.data.parent / "config"
    assert not Preferences(folder).settings.heat_map
    page.toggle.click()
    assert page.heat.isVisible()
    assert Preferences(folder).settings.heat_map
    page.heat.hidden_by_person.emit()
    assert not page.toggle.isChecked()


def test_where_there_is_little_height_map_and_form_take_turns(page: RisksPage, window: Window, qtbot: QtBot) -> None:
    assert page.heat.isVisible()
    assert page.form.isVisible()
    window.resize(1440, 600)
    qtbot.waitUntil(lambda: not page.form.isVisible())
    assert page.heat.isVisible()
    page.table.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert not page.heat.isVisible()
    keys.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.heat.isVisible()


def test_in_a_narrow_window_the_button_brings_the_map_in_the_place_of_the_list(
    page: RisksPage, window: Window, qtbot: QtBot
) -> None:
    window.resize(800, 700)
    qtbot.waitUntil(lambda: page.splitter.is_narrow)
    assert not page.heat.isVisible()
    page.toggle.click()
    assert page.heat.isVisible()
    page.heat.table.setFocus()
    keys.press(Qt.Key.Key_Escape)
    assert page.table.isVisible()
    keys.press(Qt.Key.Key_Return)
    assert page.form.isVisible()
    assert not page.heat.isVisible(), "the form has the place to itself"


def test_the_page_is_named_plain_and_whole(page: RisksPage, window: Window) -> None:
    for text in audit.NASTY[:4]:
        page.session.document.add(WORKSTREAMS, title=text)
        choose(page, text.replace("&", "&&"))
    for width, height in ((1440, 900), (1280, 720)):
        window.resize(width, height)
        QTest.qWait(0)
        assert audit.cut(page) == []
    assert audit.nameless(page) == []
    assert audit.rich(page) == []


def test_the_chip_of_a_passing_filter_is_pressed_to_show_everything(page: RisksPage) -> None:
    page.heat.table.chosen.emit(4, 5)
    press_button(page, "Likelihood 4, impact 5")
    assert page.chips.present == ""
    assert len(titles(page)) == 4


def marks(page: RisksPage) -> int:
    """How many current marks the map shows."""
    heat = page.heat.table.heat.heat
    assert heat is not None
    return sum(not point.target for point in heat.points)


def test_the_map_follows_a_filter_that_is_typed_after_a_pause(page: RisksPage, qtbot: QtBot) -> None:
    assert marks(page) == 3
    page.focus_filter()
    keys.write("payroll")
    assert marks(page) == 3
    qtbot.waitUntil(lambda: marks(page) == 1)
