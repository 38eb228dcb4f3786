"""Rows made from one line of text."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.quick_line import QUICK
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import ATTENDANCES, BOARD_MEETINGS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.adding import add_as_typed, add_child_as_typed, add_quickly
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from tests.builders import programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    yield opened
    opened.close()


def test_a_line_is_enough_for_a_risk(document: Document) -> None:
    add_as_typed(document, RISKS, "  Payroll is wrong ")
    [risk] = document.rows(RISKS)
    assert (risk.title, risk.raised, risk.matrix) == (
        "Payroll is wrong",
        date(2026, 11, 30),
        document.programme.matrix_id,
    )
    assert document.undo_title == "Add risk R-001"


def test_a_line_that_is_too_long_is_refused_and_nothing_is_added(document: Document) -> None:
    with pytest.raises(Unread, match="at most 300 characters"):
        add_as_typed(document, RISKS, "x" * 301)
    assert document.rows(RISKS) == ()


def test_a_note_is_dated_today_and_named_after_its_row(document: Document) -> None:
    risk = add_as_typed(document, RISKS, "Payroll is wrong")
    add_child_as_typed(document, NOTES, "Spoke to the union", risk)
    [note] = document.rows(NOTES)
    assert (note.text, note.day, note.parent) == ("Spoke to the union", date(2026, 11, 30), risk)
    assert document.undo_title == "Add note to risk R-001"


def test_a_member_nobody_knew_becomes_a_person_in_the_same_change(document: Document) -> None:
    board = document.add(BOARD_MEETINGS, number=1)
    add_child_as_typed(document, ATTENDANCES, "Head of Legal", board)
    add_child_as_typed(document, ATTENDANCES, "head of legal", board)
    assert [person.title for person in document.rows(PEOPLE)] == ["Head of Legal"]
    document.undo()
    document.undo()
    assert document.rows(PEOPLE) == ()


def test_a_link_that_would_close_a_loop_is_refused_with_the_loop_spelled_out(document: Document) -> None:
    one = add_as_typed(document, TASKS, "Sign")
    two = add_as_typed(document, TASKS, "Seal")
    three = add_as_typed(document, TASKS, "Deliver")
    add_child_as_typed(document, DEPENDENCIES, "T-001", two)
    link = add_child_as_typed(document, DEPENDENCIES, "T-002 Seal", three)
    with pytest.raises(Trouble, match=r"Sign.*Seal|Seal.*Sign"):
        add_child_as_typed(document, DEPENDENCIES, "Deliver", one)
    with pytest.raises(Trouble, match="wait for itself"):
        change(document, DEPENDENCIES, link, "predecessor", three)
    assert len(document.rows(DEPENDENCIES)) == 2


def test_what_who_and_by_when_make_a_row_as_one_change(document: Document) -> None:
    add_quickly(document, ACTIONS, "Chase the lease", "Head of ICT", date(2026, 12, 4))
    [action] = document.rows(ACTIONS)
    [person] = document.rows(PEOPLE)
    assert (action.title, action.owner, action.due, action.raised) == (
        "Chase the lease",
        person.id,
        date(2026, 12, 4),
        date(2026, 11, 30),
    )
    assert person.title == "Head of ICT"
    document.undo()
    assert not document.rows(ACTIONS)
    assert not document.rows(PEOPLE)


def test_each_register_keeps_who_and_when_where_it_has_them(document: Document) -> None:
    day = date(2026, 12, 4)
    for key in QUICK:
        add_quickly(document, BY_KEY[key], "Something", "Head of ICT", day)
    [person] = document.rows(PEOPLE)
    for key, (owned, dated) in QUICK.items():
        [row] = document.rows(BY_KEY[key])
        assert (getattr(row, owned), getattr(row, dated)) == (person.id, day)
    [risk] = document.rows(RISKS)
    assert risk.matrix == document.programme.matrix_id
