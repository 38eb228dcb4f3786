"""A change is tried on an open programme, and made as one change, or left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.trying import Change, Close, Lengthen, Slip
from sharedprog.domain.plan.what_if import Outcome
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import what_if
from sharedprog.usecases.document import Document
from tests.builders import programme_file

FRIDAY = date(2026, 12, 4)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    opened.add(TASKS, title="Mail", duration=2 * 480, constraint="snet", constraint_day=date(2026, 12, 7))
    yield opened
    opened.close()


def mail(document: Document) -> str:
    return document.rows(TASKS)[0].id


def looked_at(document: Document, change: Change) -> Outcome:
    """What a change would do, as the worker process works it out."""
    attempted = what_if.attempt(document, change)
    return what_if.consequences(what_if.what_is_looked_at(document.programme), document.today, attempted)


def test_a_change_is_tried_without_a_trace(document: Document) -> None:
    before, history = document.programme, len(document.journal())

    found = looked_at(document, Slip(mail(document), 10))

    assert [move.days for move in found.moved] == [10]
    assert document.programme is before
    assert len(document.journal()) == history


def test_what_was_told_is_what_is_made_and_one_undo_takes_it_back(document: Document) -> None:
    before = document.programme
    found = looked_at(document, Slip(mail(document), 10))

    what_if.carry_out(document, Slip(mail(document), 10))

    assert document.undo_title == "What if: slip 1 Mail by 10 days"
    assert schedule(document.programme, document.today).finish_at == found.finish
    document.undo()
    assert document.programme.row(TASKS, mail(document)) == before.row(TASKS, mail(document))


def test_a_board_that_would_not_see_a_milestone_is_told(document: Document) -> None:
    document.add(BOARD_MEETINGS, number=3, day=date(2026, 12, 10))
    signed = document.add(TASKS, title="Signed", milestone=True, duration=0, constraint="snet", constraint_day=FRIDAY)
    (missed,) = looked_at(document, Slip(signed, 10)).missed
    assert missed.sentence() == "2 Signed misses board 3 on Thu 10 Dec 2026 by 6 working days."


def test_a_week_that_is_lost_is_one_change_of_five_days(document: Document) -> None:
    count = len(document.rows(BANK_HOLIDAYS))

    what_if.carry_out(document, Close(date(2026, 12, 7), date(2026, 12, 13), "Flood"))

    assert len(document.rows(BANK_HOLIDAYS)) == count + 5
    assert schedule(document.programme, document.today).dates[mail(document)].start == date(2026, 12, 14)
    document.undo()
    assert len(document.rows(BANK_HOLIDAYS)) == count


def test_what_changes_nothing_is_not_made(document: Document) -> None:
    with pytest.raises(Trouble, match="This changes nothing"):
        what_if.carry_out(document, Lengthen(mail(document), 960))
