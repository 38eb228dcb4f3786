"""Days as people type them and names completed, on every form, in every cell and in every line that adds."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.fields import Day, Link
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.editors.people import PeopleEdit
from sharedprog.ui.registers.cell_editor import cell_editor
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.field_editors import editor_for
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from tests.ui.keys import press, write

Opened = Callable[[str], TablePage]
Cell = Callable[[str, str], Editor[Any]]
FRIDAY = date(2026, 12, 4)
DAYS = [(each.key, name) for each in REGISTERS for name, kind in each.fields.items() if isinstance(kind, Day)]
LINKS = [(each.key, name) for each in REGISTERS for name, kind in each.fields.items() if isinstance(kind, Link)]


@pytest.fixture
def cell(session: Session, qtbot: QtBot) -> Cell:
    """Opens the editor of a cell of a new row."""
    holder = QWidget()
    qtbot.addWidget(holder)
    models: list[RegisterModel] = []

    def opened(key: str, name: str) -> Editor[Any]:
        register = BY_KEY[key]
        above = session.document.add(BY_KEY[register.child_of[0]]) if register.child_of else None
        parent = {"parent": above} if above and "parent" in register.fields else {}
        row = session.document.add(register, **parent)
        model = RegisterModel(session, register, above if not register.place else None, holder)
        model.choose_columns([name])
        models.append(model)
        made = cell_editor(model, model.index(model.row_of(row), 0), holder)
        assert isinstance(made, Editor)
        return made

    return opened


def type_into(editor: Editor[Any], text: str) -> None:
    """Type in the field of an editor, and commit it."""
    line = editor.field()
    line = line if isinstance(line, QLineEdit) else line.findChild(QLineEdit)  # type: ignore[assignment]
    QTest.keyClicks(line, text)
    editor.commit()


@pytest.mark.parametrize(("key", "name"), DAYS)
def test_a_day_is_typed_as_people_say_it_on_every_form(session: Session, qtbot: QtBot, key: str, name: str) -> None:
    editor = editor_for(session, name, BY_KEY[key].fields[name])
    qtbot.addWidget(editor)
    assert isinstance(editor, DayEdit)
    type_into(editor, "fri")
    assert editor.value() == FRIDAY


@pytest.mark.parametrize(("key", "name"), DAYS)
def test_a_day_is_typed_as_people_say_it_in_every_cell(cell: Cell, key: str, name: str) -> None:
    editor = cell(key, name)
    assert isinstance(editor, DayEdit)
    type_into(editor, "+4d")
    assert editor.value() == FRIDAY


@pytest.mark.parametrize(("key", "name"), LINKS)
def test_names_are_completed_wherever_a_row_is_asked_for(session: Session, qtbot: QtBot, key: str, name: str) -> None:
    kind = BY_KEY[key].fields[name]
    assert isinstance(kind, Link)
    target = BY_KEY[kind.to[0]]
    session.document.add(target, **({target.name_field: "Zebra crossing"} if target.name_field == "title" else {}))
    editor = editor_for(session, name, kind)
    qtbot.addWidget(editor)
    assert isinstance(editor, PeopleEdit)
    if target.name_field == "title" and not target.single:
        QApplication.sendEvent(editor.field(), QFocusEvent(QEvent.Type.FocusIn))
        completer = editor.findChild(QLineEdit).completer()  # type: ignore[union-attr]
        completer.setCompletionPrefix("cross")
        assert "Zebra crossing" in completer.currentCompletion()


def test_a_person_can_be_new_in_a_cell_and_a_workstream_must_be_known(cell: Cell, session: Session) -> None:
    owner = cell("risks", "owner")
    type_into(owner, "Jane Owen")
    assert [person.title for person in session.programme.rows(PEOPLE)] == ["Jane Owen"]
    workstream = cell("risks", "workstream")
    line = workstream.findChild(LineField)
    assert line is not None
    QTest.keyClicks(line, "Nowhere")
    assert line.hint() == "not known"
    workstream.commit()
    assert session.programme.rows(WORKSTREAMS) == ()


def test_what_a_child_row_is_about_is_completed_in_the_line_that_adds(page_of: Opened, session: Session) -> None:
    (partner, *_) = session.programme.rows(PARTNERS)
    session.document.add(RISKS, title="Payroll is wrong")
    page = page_of("risks")
    page.table.go_to(page.model.ids[0])
    part = next(each for each in page.form.parts if isinstance(each, ChildRows) and each.register == RISK_PARTNERS)
    part.line.setFocus()
    write(partner.short_name[1:4].lower())
    completer = part.line.completer()
    assert completer is not None
    assert completer.currentCompletion() == partner.short_name
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert part.line.text() == ""
    (touched,) = session.programme.rows(RISK_PARTNERS)
    assert touched.partner == partner.id
