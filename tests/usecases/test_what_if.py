"""A change is tried on an open programme, and made as one change, or left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.trying import Close, Lengthen, Slip
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import what_if
from sharedprog.usecases.document import Document
from tests.builders import programme_file


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = programme_file(tmp_path)
    opened.add(TASKS, title="Mail", duration=2 * 480, constraint="snet", constraint_day=date(2026, 12, 7))
    yield opened
    opened.close()


def mail(document: Document) -> str:
    return document.rows(TASKS)[0].id


def test_a_change_is_tried_without_a_trace(document: Document) -> None:
    before, history = document.programme, len(document.journal())

    found = what_if.attempt(document, Slip(mail(document), 10))

    assert [move.days for move in found.moved] == [10]
    assert document.programme is before
    assert len(document.journal()) == history


def test_what_was_told_is_what_is_made_and_one_undo_takes_it_back(document: Document) -> None:
    before = document.programme
    found = what_if.attempt(document, Slip(mail(document), 10))

    what_if.carry_out(document, Slip(mail(document), 10))

    assert document.undo_title == "What if: slip 1 Mail by 10 days"
    assert schedule(document.programme, document.today).finish_at == found.finish
    document.undo()
    assert document.programme.row(TASKS, mail(document)) == before.row(TASKS, mail(document))


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
