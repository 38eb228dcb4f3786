"""The working calendar: worked by hand over bank holidays, and against counting day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.plan.calendar import WorkingCalendar, calendar_of
from tests.domain.plan.plans import CHRISTMAS, day, every_day, plan, task

CALENDAR = WorkingCalendar(CHRISTMAS)
DAYS = st.dates(date(2026, 11, 1), date(2027, 2, 1))
CALENDARS = st.builds(WorkingCalendar, st.lists(DAYS, max_size=12))


@pytest.mark.parametrize(
    ("from_day", "days", "expected"),
    [
        ("24 Dec", 1, "2026-12-29"),  # Christmas Day, a weekend, and Boxing Day kept on the Monday
        ("2026-12-29", -1, "24 Dec"),
        ("30 Nov", 5, "7 Dec"),
        ("5 Dec", 1, "7 Dec"),  # a Saturday
        ("5 Dec", -1, "4 Dec"),
        ("5 Dec", 0, "7 Dec"),
        ("31 Dec", 1, "2027-01-04"),
        ("3 Dec", 0, "3 Dec"),
    ],
)
def test_adding_working_days_leaves_out_weekends_and_bank_holidays(from_day: str, days: int, expected: str) -> None:
    assert CALENDAR.add(day(from_day), days) == day(expected)


@pytest.mark.parametrize(
    ("then", "now", "slip"),
    [("4 Dec", "7 Dec", 1), ("7 Dec", "4 Dec", -1), ("24 Dec", "2026-12-29", 1), ("5 Dec", "7 Dec", 0)],
)
def test_a_slip_counts_working_days_later_as_positive(then: str, now: str, slip: int) -> None:
    assert CALENDAR.between(day(then), day(now)) == slip


@given(CALENDARS, DAYS, DAYS)
def test_counting_agrees_with_going_day_by_day(calendar: WorkingCalendar, one: date, other: date) -> None:
    first, last = sorted((one, other))
    worked = [each for each in every_day(first, last) if calendar.is_working(each)]

    assert calendar.length(first, last) == len(worked)
    assert calendar.between(first, last) == len([each for each in worked if each != last])
    assert calendar.between(last, first) == -calendar.between(first, last)


@given(CALENDARS, DAYS, st.integers(1, 40))
def test_going_on_and_back_again_returns_to_a_working_day(calendar: WorkingCalendar, first: date, days: int) -> None:
    there = calendar.add(first, days)

    assert calendar.is_working(there)
    assert calendar.length(first, there) - calendar.is_working(first) == days
    assert calendar.add(there, -days) == calendar.on_or_before(first)


@given(CALENDARS, DAYS)
def test_the_nearest_working_days(calendar: WorkingCalendar, first: date) -> None:
    window = every_day(first - timedelta(days=40), first + timedelta(days=40))
    worked = [each for each in window if calendar.is_working(each)]

    assert calendar.on_or_after(first) == min(each for each in worked if each >= first)
    assert calendar.on_or_before(first) == max(each for each in worked if each <= first)
    assert calendar.after(first) == min(each for each in worked if each > first)
    assert calendar.day_at(calendar.index(first)) == calendar.on_or_after(first)


def test_the_ends_of_time_are_told_as_such() -> None:
    with pytest.raises(OverflowError):
        CALENDAR.add(date(9999, 12, 31), 1)
    with pytest.raises(OverflowError):
        CALENDAR.add(date(1, 1, 1), -1)


def test_a_holiday_of_the_programme_is_closed_until_its_row_is_deleted() -> None:
    programme = plan(task("A"), holidays=[day("3 Dec")])
    assert not calendar_of(programme).is_working(day("3 Dec"))

    edited = programme.apply([Edit(Cell("tasks", "A", "title"), "A", "B")])
    assert calendar_of(edited) is calendar_of(programme)

    opened = programme.apply([Edit(Cell("bank_holidays", "h0", "exists"), old=True, new=False)])
    assert calendar_of(opened).is_working(day("3 Dec"))
