"""A risk is added, scored, finished and found again without the mouse."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.window import Window
from tests.ui import keys
from tests.windows import complete, session_of


def tab_to(name: str, most: int = 80) -> QWidget:
    """Press Tab until the field with this name has the focus."""
    for _ in range(most):
        keys.press(Qt.Key.Key_Tab)
        field = QApplication.focusWidget()
        if field is not None and field.accessibleName() == name:
            return field
    raise AssertionError(f"Tab never reached {name}")


def test_a_risk_from_nothing_to_finished(window: Window, frame: Frame, qtbot: QtBot) -> None:
    document = session_of(window).document
    keys.go_to("risks")
    keys.press(Qt.Key.Key_N, keys.CONTROL)
    keys.write("Payroll is wrong in the first month")
    keys.press(Qt.Key.Key_Return)
    tab_to("Cause")
    keys.write("Pay rules differ")
    tab_to("Effect")
    keys.write("Trust falls at once")
    tab_to("Current likelihood")
    keys.write("4")
    tab_to("Current impact")
    keys.write("4")
    tab_to("Owner")
    keys.write("Head of HR")
    tab_to("Response")
    keys.write("Red")
    tab_to("Next review")
    keys.write("+2w")
    tab_to("Add response action")
    keys.write("Run both payrolls side by side")
    keys.press(Qt.Key.Key_Return)
    (risk,) = document.rows(RISKS)
    (owner,) = document.rows(PEOPLE)
    (action,) = document.programme.children(RESPONSE_ACTIONS, risk.id)
    assert (risk.title, risk.cause, risk.effect) == (
        "Payroll is wrong in the first month",
        "Pay rules differ",
        "Trust falls at once",
    )
    assert (risk.likelihood, risk.impact, risk.response) == (4, 4, "reduce")
    assert (risk.owner, owner.title) == (owner.id, "Head of HR")
    assert risk.next_review == date(2026, 12, 14)
    assert action.title == "Run both payrolls side by side"
    keys.go_to("issues")
    keys.go_to("risks")
    keys.press(Qt.Key.Key_F, keys.CONTROL)
    keys.write("payroll")
    page = frame.pages.list_page()
    assert page is not None
    assert page.model.ids == (risk.id,)


def test_every_part_of_a_page_can_be_reached_and_left_with_tab(window: Window, frame: Frame) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    keys.go_to("risks")
    complete(frame.pages.page("risks"))
    start = QApplication.focusWidget()
    seen: list[QWidget | None] = []
    for _ in range(150):
        keys.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert seen[-1] is start, "Tab comes round again"
    names = {each.accessibleName() for each in seen if each is not None}
    assert {"Pages", "Filter risks", "Add a risk", "Cause", "Owner", "Search everything"} <= names
