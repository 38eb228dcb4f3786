"""Filling in the bank holidays of a nation."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.calendars import CALENDARS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.bank_holidays import fill
from sharedprog.usecases.document import Document
from tests.builders import programme_file

ST_ANDREW, EASTER_MONDAY = date(2026, 11, 30), date(2026, 4, 6)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return programme_file(tmp_path)


def closed(document: Document, calendar: str | None, day: date) -> bool:
    return not calendars_of(document.programme).named(calendar).hours(day)


def test_each_nation_closes_on_its_own_days(document: Document) -> None:
    draft = document.draft()
    week = dict.fromkeys(("monday", "tuesday", "wednesday", "thursday", "friday"), "8-12, 13-17")
    north = draft.add(CALENDARS, None, title="Edinburgh", division="scotland", **week)
    document.apply("Add working times", draft.edits)

    done = fill(document, "scotland", range(2026, 2028))

    assert done is not None
    assert done.title == "Fill in the bank holidays of Scotland, 2026 to 2027"
    assert closed(document, north, ST_ANDREW)
    assert not closed(document, None, ST_ANDREW)
    assert closed(document, None, EASTER_MONDAY)
    assert not closed(document, north, EASTER_MONDAY)
    document.undo()
    assert closed(document, north, EASTER_MONDAY)


def test_what_is_there_already_is_not_added_again(document: Document) -> None:
    last = max(row.day.year for row in document.programme.rows(BANK_HOLIDAYS) if row.day is not None)

    assert fill(document, "england", range(last, last + 1)) is None
    done = fill(document, "england", range(last, last + 2))
    assert done is not None
    added = [row for row in document.programme.rows(BANK_HOLIDAYS) if row.day is not None and row.day.year == last + 1]
    assert len(added) >= 8
    assert {row.division for row in added} == {None}


def test_years_that_cannot_be_are_refused(document: Document) -> None:
    for years in (range(2027, 2027), range(1066, 1067), range(2099, 2102)):
        with pytest.raises(Trouble, match="Give years from 1990 to 2100"):
            fill(document, "england", years)
