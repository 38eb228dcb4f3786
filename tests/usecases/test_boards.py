"""Boards from one to the next: proposed, held with what they saw, and taken back."""

from datetime import date, timedelta

import pytest

from sharedprog.domain import boards as cycle
from sharedprog.domain.fields import Value
from sharedprog.domain.packing import MadePack
from sharedprog.domain.registers.board_meetings import (
    AGENDA_ITEMS,
    ATTENDANCES,
    BOARD_MEETINGS,
    FORTNIGHT_LINES,
    BoardMeeting,
)
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.usecases import boards, history
from sharedprog.usecases.board_pack import keep, order
from sharedprog.usecases.document import Document

HOUR = timedelta(hours=1)


def board(document: Document, number: int) -> BoardMeeting:
    found = cycle.numbered(document.programme, number)
    assert found is not None
    return found


def proposed(document: Document, count: int = 1) -> list[BoardMeeting]:
    ids = boards.propose(document, count)
    return [row for row in document.rows(BOARD_MEETINGS) if row.id in ids]


def test_the_first_boards_follow_the_programmes_start_and_have_an_agenda(document: Document) -> None:
    days = [each.day for each in proposed(document, 3)]
    assert days == [date(2026, 9, 1), date(2026, 9, 15), date(2026, 9, 29)]
    assert document.undo_title == "Propose boards 1 to 3"
    items = document.programme.children(AGENDA_ITEMS, board(document, 1).id)
    assert [item.section for item in items][3:5] == ["actions", "since"]
    assert boards.propose(document, 1)
    assert document.undo_title == "Propose board 4"
    assert board(document, 4).day == date(2026, 10, 13)


def test_the_next_board_takes_over_agenda_members_and_place(document: Document) -> None:
    [first] = proposed(document)
    head = document.add(PEOPLE, title="Head of ICT")
    document.edit(BOARD_MEETINGS, first.id, "place", "Committee room 2")
    document.edit(BOARD_MEETINGS, first.id, "chair", head)
    document.add(ATTENDANCES, parent=first.id, person=head, capacity="member", present="yes")
    document.add(AGENDA_ITEMS, parent=first.id, title="Brand", purpose="decide", minutes=5, presenter=head)
    [second] = proposed(document)
    assert (second.number, second.place, second.chair) == (2, "Committee room 2", head)
    [seat] = document.programme.children(ATTENDANCES, second.id)
    assert (seat.person, seat.present) == (head, None), "who comes is not known yet"
    last = document.programme.children(AGENDA_ITEMS, second.id)[-1]
    assert (last.title, last.purpose, last.minutes, last.presenter) == ("Brand", "decide", 5, head)


def test_agenda_items_that_name_the_board_before_name_the_next_one(document: Document) -> None:
    proposed(document, 2)
    document.add(AGENDA_ITEMS, parent=board(document, 2).id, title="Minutes of board 1, and of board 11")
    proposed(document, 2)
    titles = [document.programme.children(AGENDA_ITEMS, board(document, n).id)[-1].title for n in (3, 4)]
    assert titles == ["Minutes of board 2, and of board 11", "Minutes of board 3, and of board 11"]


def test_a_board_without_a_pack_saw_the_programme_as_it_is_now(document: Document) -> None:
    proposed(document)
    risk = document.add(RISKS, title="Payroll", matrix=document.programme.matrix_id, likelihood=3, impact=4)
    boards.hold(document, board(document, 1).id)
    assert document.undo_title == "Hold board 1"
    assert board(document, 1).held
    document.edit(RISKS, risk, "impact", 5)
    [past] = history.past(document)
    assert past.results.risks[risk].score == 12


def test_a_board_without_a_pack_saw_the_programme_at_the_moment_picked(document: Document) -> None:
    proposed(document)
    risk = document.add(RISKS, title="Payroll", matrix=document.programme.matrix_id, likelihood=3, impact=4)
    moment = document.clock()
    document.edit(RISKS, risk, "impact", 5)
    later = document.add(RISKS, title="Log in")
    boards.hold(document, board(document, 1).id, moment)
    [past] = history.past(document)
    assert past.results.risks[risk].score == 12
    assert later not in past.results.risks
    assert {edit.cell.row for edit in history.edits_since(document, past.saw)} >= {risk, later}


def test_a_moment_before_anything_was_done_is_an_empty_programme(document: Document) -> None:
    proposed(document)
    boards.hold(document, board(document, 1).id, document.clock() - 24 * HOUR)
    [past] = history.past(document)
    assert (past.saw, past.results.risks, past.results.counts["risks_open"]) == ("", {}, 0)


def test_a_moment_to_come_is_refused(document: Document) -> None:
    proposed(document)
    with pytest.raises(Trouble, match="Choose an earlier moment"):
        boards.hold(document, board(document, 1).id, document.clock() + HOUR)


def test_a_board_that_has_a_final_pack_saw_that_pack(document: Document) -> None:
    proposed(document)
    risk = document.add(RISKS, title="Payroll", matrix=document.programme.matrix_id, likelihood=3, impact=4)
    keep(document, order(document, board(document, 1), state="final"), MadePack(b"pdf", 1))
    document.edit(RISKS, risk, "impact", 3)
    made = order(document, board(document, 1), state="final")
    keep(document, made, MadePack(b"pdf", 1))
    document.edit(RISKS, risk, "impact", 5)
    keep(document, order(document, board(document, 1)), MadePack(b"pdf", 1))
    boards.hold(document, board(document, 1).id, document.clock())
    held = board(document, 1)
    [past] = history.past(document)
    assert past.results == made.results
    assert (held.saw, held.saw_as_at, held.results) == (made.saw, made.data_as_at, made.results.sha256)


def test_what_cannot_be_held(document: Document) -> None:
    [first] = proposed(document)
    document.edit(BOARD_MEETINGS, first.id, "day", None)
    with pytest.raises(Trouble, match="has no date"):
        boards.hold(document, first.id)
    document.edit(BOARD_MEETINGS, first.id, "day", date(2026, 9, 1))
    boards.hold(document, first.id)
    with pytest.raises(Trouble, match="already marked as held"):
        boards.hold(document, first.id)
    with pytest.raises(Trouble, match="not there any more"):
        boards.hold(document, "f" * 32)


def test_not_held_after_all_and_held_again_at_another_moment(document: Document) -> None:
    [first] = proposed(document)
    moment = document.clock()
    risk = document.add(RISKS, title="Payroll")
    boards.hold(document, first.id)
    boards.not_held(document, first.id)
    assert history.past(document) == ()
    assert board(document, 1).results is None
    boards.hold(document, first.id, moment)
    assert risk not in history.past(document)[0].results.risks
    document.undo()
    document.undo()
    assert risk in history.past(document)[0].results.risks


def task(document: Document, title: str, start: date, *, done: date | None = None) -> str:
    values: dict[str, Value] = {
        "mode": "placed",
        "placed_start": start,
        "placed_finish": start,
        "duration": DAY_MINUTES,
    }
    finished: dict[str, Value] = {"actual_start": start, "actual_finish": done, "percent_complete": 100} if done else {}
    return document.add(TASKS, title=title, **values, **finished)


def told(document: Document, number: int) -> list[tuple[str | None, str]]:
    lines = document.programme.children(FORTNIGHT_LINES, board(document, number).id)
    return [(line.kind, line.title) for line in lines]


def test_lines_are_proposed_from_the_plan_once(document: Document) -> None:
    proposed(document, 2)
    first = board(document, 1)
    task(document, "Merge", date(2026, 8, 27), done=date(2026, 8, 28))
    task(document, "Test", date(2026, 9, 15))
    task(document, "Go live", date(2026, 9, 16))
    assert boards.propose_lines(document, first.id) == 2
    assert told(document, 1) == [("done", "Merge"), ("next", "Test (15 Sep)")]
    assert boards.propose_lines(document, first.id) == 0
    assert len(told(document, 1)) == 2


def test_what_finished_between_the_pack_and_the_meeting_is_told_to_the_next_board_and_nothing_twice(
    document: Document,
) -> None:
    proposed(document, 2)
    task(document, "Merge", date(2026, 8, 27), done=date(2026, 8, 28))
    survey = task(document, "Survey", date(2026, 8, 27))
    keep(document, order(document, board(document, 1), state="final"), MadePack(b"pdf", 1))
    document.edit(TASKS, survey, "percent_complete", 100)
    document.edit(TASKS, survey, "actual_finish", date(2026, 8, 31))
    boards.hold(document, board(document, 1).id)
    boards.propose_lines(document, board(document, 2).id)
    assert told(document, 2) == [("done", "Survey")]
