"""Sums of working minutes on the axis, in one calendar."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.plan.axis import EVER, FIRST, LAST, NEVER, at, datetime_of
from sharedprog.domain.plan.hours import Hours
from sharedprog.domain.plan.working_time import ALL_HOURS, STANDARD_WEEK, WorkingTime

MONDAY = date(2026, 11, 30)
CHRISTMAS = {date(2026, 12, 25).toordinal(): (), date(2026, 12, 28).toordinal(): ()}
MORNING = {date(2026, 12, 5).toordinal(): ((540, 660),)}


def moment(text: str) -> int:
    """A moment as ``2026-12-04 17:00``."""
    found = datetime.fromisoformat(text)
    return at(found.date(), found.hour * 60 + found.minute)


def shown(*moments: int) -> list[str]:
    return [str(datetime_of(each))[:16] for each in moments]


STANDARD = WorkingTime(STANDARD_WEEK, CHRISTMAS)


def test_work_goes_on_after_the_break_and_the_weekend() -> None:
    assert shown(*STANDARD.span(moment("2026-11-30 08:00"), 240)) == ["2026-11-30 08:00", "2026-11-30 12:00"]
    assert shown(*STANDARD.span(moment("2026-12-04 12:00"), 300)) == ["2026-12-04 13:00", "2026-12-07 09:00"]
    assert shown(*STANDARD.span(moment("2026-12-24 17:00"), 480)) == ["2026-12-29 08:00", "2026-12-29 17:00"]


def test_work_that_must_end_by_a_moment_begins_so_many_minutes_before() -> None:
    assert shown(*STANDARD.span_back(moment("2026-12-07 08:00"), 480)) == ["2026-12-04 08:00", "2026-12-04 17:00"]
    assert shown(*STANDARD.span_back(moment("2026-12-27 10:00"), 60)) == ["2026-12-24 16:00", "2026-12-24 17:00"]


def test_the_end_of_a_day_and_the_beginning_of_the_next_are_one_index() -> None:
    friday, monday = moment("2026-12-04 17:00"), moment("2026-12-07 08:00")

    assert STANDARD.between(friday, monday) == 0
    assert STANDARD.next_start(friday) == monday
    assert STANDARD.last_finish(monday) == friday
    assert STANDARD.settle(friday) == friday
    assert STANDARD.settle(moment("2026-12-05 10:00")) == monday


def test_a_day_that_is_worked_otherwise_counts_as_said() -> None:
    saturday = WorkingTime(STANDARD_WEEK, MORNING)

    assert shown(*saturday.span(moment("2026-12-04 17:00"), 180)) == ["2026-12-05 09:00", "2026-12-07 09:00"]
    assert saturday.hours(date(2026, 12, 5)) == ((540, 660),)
    assert saturday.hours(date(2026, 12, 6)) == ()


def test_day_and_night_is_counted_by_the_clock() -> None:
    friday = moment("2026-12-04 17:00")

    assert ALL_HOURS.span(friday, 2880) == (friday, friday + 2880)
    assert ALL_HOURS.between(friday, friday + 5) == 5
    assert ALL_HOURS.settle(friday) == friday


def test_what_lies_beyond_the_axis_is_never_or_ever() -> None:
    now = moment("2026-11-30 08:00")

    assert STANDARD.span(now, 10**9)[1] == EVER
    assert STANDARD.span_back(now, 10**9)[0] == NEVER
    assert STANDARD.span(LAST + 9, 5) == (EVER, EVER)
    assert STANDARD.add(NEVER, 480) == NEVER
    assert STANDARD.index(FIRST - 5) == 0


def test_indexes_do_not_depend_on_what_was_asked_before() -> None:
    far, near = WorkingTime(STANDARD_WEEK, CHRISTMAS), WorkingTime(STANDARD_WEEK, CHRISTMAS)
    far.span(at(date(2300, 1, 1)), 5)
    far.span(at(date(1700, 1, 1)), 5)

    assert far.index(at(MONDAY, 600)) == near.index(at(MONDAY, 600))


def test_a_calendar_without_any_work_is_known_to_be_empty() -> None:
    assert WorkingTime([()] * 7).is_empty
    assert not WorkingTime([()] * 7, MORNING).is_empty


@st.composite
def hours(draw: st.DrawFn) -> Hours:
    edges = sorted(draw(st.lists(st.integers(0, 1440), unique=True, max_size=6)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


@st.composite
def calendars(draw: st.DrawFn) -> WorkingTime:
    week = [draw(hours()) for _ in range(6)] + [((480, 500),)]
    days = draw(st.dictionaries(st.integers(MONDAY.toordinal(), MONDAY.toordinal() + 30), hours(), max_size=4))
    return WorkingTime(week, days)


@given(calendars(), st.integers(at(MONDAY) - 9000, at(MONDAY) + 40_000), st.integers(1, 6000))
def test_a_span_holds_its_minutes_and_begins_and_ends_in_work(calendar: WorkingTime, when: int, minutes: int) -> None:
    for start, finish in (calendar.span(when, minutes), calendar.span_back(when, minutes)):
        assert calendar.between(start, finish) == minutes
        assert calendar.next_start(start) == start
        assert calendar.last_finish(finish) == finish
    assert calendar.span(when, minutes)[0] == calendar.next_start(when)
    assert calendar.span_back(when, minutes)[1] == calendar.last_finish(when)
    assert calendar.add(when, minutes) == calendar.span(when, minutes)[1]
    assert calendar.add(when, -minutes) == calendar.span_back(when, minutes)[0]


def test_asking_beyond_the_axis_again_lays_nothing_out_again(monkeypatch: pytest.MonkeyPatch) -> None:
    calendar = WorkingTime(STANDARD_WEEK)
    calendar.span(LAST + 5, 9)
    calendar.index(FIRST - 5)
    monkeypatch.setattr(calendar, "_lay_out", lambda *_: pytest.fail("laid out again"))

    assert calendar.span(LAST + 5, 9) == (EVER, EVER)
    assert calendar.index(FIRST - 5) == 0
