"""A form is made after its list, a little at a time; whoever needs all of it has it at once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.form import Form
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.programme import ProgrammePage
from sharedprog.ui.session import Session
from tests.ui.keys import press, write

Opened = Callable[[str], TablePage]


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each slice of work has time for one step."""
    monkeypatch.setattr("sharedprog.ui.slices.SLICE", 0.0)


def fields(form: Form) -> int:
    """How many there are so far."""
    return len(form.findChildren(Editor))


def test_the_list_is_there_before_the_form_and_the_form_comes_field_by_field(
    slowly: None, page_of: Opened, session: Session, qtbot: QtBot
) -> None:
    risk = session.document.add(RISKS, title="Payroll is wrong", cause="Pay rules differ")
    page = page_of("risks")
    form = page.form
    page.table.go_to(risk)
    seen = {fields(form)}

    def whole() -> bool:
        seen.add(fields(form))
        return form.is_whole

    qtbot.waitUntil(whole)
    assert len(seen) > 2
    assert form.editors["cause"].value() == "Pay rules differ"
    assert form.editors["cause"].isVisible()


def test_what_is_asked_of_a_form_that_is_not_whole_makes_it_so(page_of: Opened, session: Session) -> None:
    risk = session.document.add(RISKS, title="Payroll is wrong")
    page = page_of("risks")
    page.open_field(risk, "effect")
    write("Trust falls")
    press(Qt.Key.Key_Tab)
    assert session.document.rows(RISKS)[0].effect == "Trust falls"
    assert [type(part) for part in page.form.parts].count(ChildRows) > 1


def test_a_row_that_changes_while_its_form_is_made_is_shown_as_it_is_then(
    slowly: None, page_of: Opened, session: Session
) -> None:
    risk = session.document.add(RISKS, title="Payroll is wrong")
    page = page_of("risks")
    page.table.go_to(risk)
    QApplication.processEvents()
    session.document.edit(RISKS, risk, "cause", "Pay rules differ")
    session.document.edit(RISKS, risk, "likelihood", 4)
    assert page.form.editors["cause"].value() == "Pay rules differ"
    assert page.form.editors["likelihood"].value() == 4


@pytest.mark.parametrize("elsewhere", [False, True])
def test_the_cursor_goes_to_the_first_field_once_it_is_there_unless_the_person_went_elsewhere(
    slowly: None, session: Session, qtbot: QtBot, *, elsewhere: bool
) -> None:
    page = ProgrammePage(session)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.enter()
    if elsewhere:
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        page.setFocus()
    qtbot.waitUntil(lambda: page.form.is_whole)
    first = next(iter(page.form.editors.values())).field()
    assert (QApplication.focusWidget() is first) is not elsewhere
