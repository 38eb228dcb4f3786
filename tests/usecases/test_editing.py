"""Changing one cell as a person means it: what follows is part of the same change."""

from datetime import date
from typing import Any

import pytest

from sharedprog.domain.fields import Day
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS, Risk
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change, change_as_typed, kind_of


def only(document: Document) -> Risk:
    [risk] = document.rows(RISKS)
    return risk


@pytest.mark.parametrize(
    ("register", "ended", "other", "again"),
    [
        (RISKS, "closed", "occurred", "assessed"),
        (ISSUES, "closed", "closed", "examined"),
        (ACTIONS, "done", "dropped", "open"),
    ],
)
def test_what_ends_is_given_its_day_and_loses_it_when_it_is_opened_again(
    document: Document, register: Register[Any], ended: str, other: str, again: str
) -> None:
    row = document.add(register, title="x")

    def closed() -> date | None:
        day: date | None = document.rows(register)[0].closed_day
        return day

    change(document, register, row, "status", ended)
    assert closed() == document.today
    document.edit(register, row, "closed_day", date(2026, 11, 2))
    change(document, register, row, "status", other)
    assert closed() == date(2026, 11, 2), "the day it ended stays"
    change(document, register, row, "status", again)
    assert closed() is None
    document.undo()
    assert closed() == date(2026, 11, 2), "one change, one undo"


def test_scoring_a_risk_names_the_matrix_in_use(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    change(document, RISKS, risk, "likelihood", 3)
    assert only(document).matrix == document.programme.matrix_id
    document.undo()
    assert (only(document).matrix, only(document).likelihood) == (None, None)


def test_a_level_in_the_words_of_another_matrix_makes_the_others_unknown(document: Document) -> None:
    five, four = (matrix.id for matrix in document.rows(MATRICES))
    levels = {"likelihood": 3, "impact": 4, "inherent_likelihood": 5, "target_impact": 2}
    risk = document.add(RISKS, title="Payroll", matrix=five, **levels)
    part = document.add(RISK_PARTNERS, parent=risk, partner=document.rows(PARTNERS)[0].id, likelihood=5, impact=5)
    change(document, PROGRAMME, document.programme.settings.id, "matrix", four)
    change(document, RISKS, risk, "likelihood", None)
    assert (only(document).matrix, only(document).impact) == (five, 4), "taking a level away scores nothing"
    change(document, RISKS, risk, "likelihood", 2)
    scored = only(document)
    assert (scored.matrix, scored.likelihood, scored.impact) == (four, 2, None)
    assert (scored.inherent_likelihood, scored.target_impact) == (None, None)
    assert document.programme.row(RISK_PARTNERS, part) == document.rows(RISK_PARTNERS)[0]
    assert (document.rows(RISK_PARTNERS)[0].likelihood, document.rows(RISK_PARTNERS)[0].impact) == (None, None)
    change(document, RISKS, risk, "impact", 3)
    assert (only(document).likelihood, only(document).impact) == (2, 3)
    change(document, RISKS, risk, "matrix", five)
    assert (only(document).likelihood, only(document).impact) == (None, None)


@pytest.mark.parametrize("field", ["held", "saw", "saw_as_at", "results"])
def test_what_a_board_saw_is_not_typed(document: Document, field: str) -> None:
    board = document.add(BOARD_MEETINGS, number=1)
    with pytest.raises(Trouble, match="marking it held"):
        change(document, BOARD_MEETINGS, board, field, None)
    assert change(document, BOARD_MEETINGS, board, "place", "Room 2") is not None


def test_a_final_pack_stays_as_it_was_made(document: Document) -> None:
    draft = document.add(PACKS, version="1.0", state="draft")
    final = document.add(PACKS, version="1.0", state="final")
    assert change(document, PACKS, draft, "change_note", "x") is not None
    with pytest.raises(Trouble, match="stays as it was made"):
        change(document, PACKS, final, "change_note", "x")


def test_a_label_is_never_given_again_not_even_that_of_a_deleted_row(document: Document) -> None:
    gone, kept = document.add(RISKS, title="a"), document.add(RISKS, title="b")
    document.delete(RISKS, gone)
    with pytest.raises(Trouble, match="The label R-001 was given to another risk before"):
        change(document, RISKS, kept, "ref", "r-001")
    assert change(document, RISKS, kept, "ref", "R-IT-2") is not None
    assert change(document, RISKS, kept, "ref", "R-it-2") is not None, "its own label in other letters"


def test_a_poison_is_in_confidence_or_named_never_both(document: Document) -> None:
    partner = document.rows(PARTNERS)[0].id
    poison = document.add(POISONS, title="My job goes")
    change(document, POISONS, poison, "named_by", partner)
    change(document, POISONS, poison, "anonymous", value=True)
    [row] = document.rows(POISONS)
    assert (row.anonymous, row.named_by) == (True, None)
    change(document, POISONS, poison, "named_by", partner)
    [row] = document.rows(POISONS)
    assert (row.anonymous, row.named_by) == (False, partner)


def test_whoever_touches_a_poison_in_confidence_is_not_in_the_journal(document: Document) -> None:
    partner = document.rows(PARTNERS)[0].id
    poison = document.add(POISONS, title="My job goes")
    change(document, POISONS, poison, "anonymous", value=True)
    change(document, POISONS, poison, "potency", 4)
    change(document, POISONS, poison, "named_by", partner)
    document.undo()
    assert {each.who for each in document.journal()[1:]} == {""}
    document.redo()
    change(document, POISONS, poison, "potency", 5)
    assert document.journal()[-1].who == "Programme Manager", "a partner has put its name to it"


def test_a_typed_name_that_nobody_has_makes_a_person_in_the_same_change(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    made = change_as_typed(document, RISKS, risk, "owner", "  Head of   ICT ")
    [person] = document.rows(PEOPLE)
    assert (person.title, only(document).owner) == ("Head of ICT", person.id)
    assert made is not None
    change_as_typed(document, RISKS, risk, "actionee", "head of ict")
    assert (len(document.rows(PEOPLE)), only(document).actionee) == (1, person.id)
    change_as_typed(document, RISKS, risk, "owner", "")
    assert only(document).owner is None
    document.undo()
    document.undo()
    document.undo()
    assert document.rows(PEOPLE) == ()


def test_what_cannot_be_read_changes_nothing(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    before = document.journal()
    for field, text in (("impact", "enormous"), ("next_review", "31 Feb 2027"), ("workstream", "None such")):
        with pytest.raises(Unread):
            change_as_typed(document, RISKS, risk, field, text)
    assert document.journal() == before


def test_the_dates_of_a_task_are_typed_as_days_though_they_are_worked_out(document: Document) -> None:
    task = document.add(TASKS, title="Merge", duration=480)
    assert isinstance(kind_of(TASKS, "finish"), Day)
    change_as_typed(document, TASKS, task, "start", "7 Dec 2026")
    [row] = document.rows(TASKS)
    assert (row.constraint, row.constraint_day) == ("snet", date(2026, 12, 7))
    assert kind_of(RISKS, "title") is RISKS.fields["title"]


def test_a_task_cannot_come_to_wait_for_itself(document: Document) -> None:
    one, other, third = (document.add(TASKS, title=title) for title in ("Survey", "Merge", "Test"))
    document.add(DEPENDENCIES, parent=other, predecessor=one)
    link = document.add(DEPENDENCIES, parent=one, predecessor=third)
    with pytest.raises(Trouble):
        change(document, DEPENDENCIES, link, "predecessor", other)
    assert change(document, DEPENDENCIES, link, "predecessor", None) is not None


def test_the_same_value_is_no_change(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    assert change(document, RISKS, risk, "title", "Payroll") is None
    assert document.undo_title == "Add risk R-001"


def test_a_task_cannot_be_made_part_of_itself_or_of_what_is_beneath_it(document: Document) -> None:
    top = document.add(TASKS, title="Top")
    middle = document.add(TASKS, title="Middle", parent=top)
    leaf = document.add(TASKS, title="Leaf", parent=middle)
    for parent in (top, middle, leaf):
        with pytest.raises(Trouble, match="cannot be part of itself"):
            change(document, TASKS, top, "parent", parent)
    change(document, TASKS, leaf, "parent", top)
    task = document.programme.row(TASKS, leaf)
    assert task is not None
    assert task.parent == top
