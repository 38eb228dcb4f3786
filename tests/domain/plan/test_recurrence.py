"""The days that an exception of a calendar names."""

from datetime import date

import pytest

from sharedprog.domain.plan.recurrence import days_of, weekdays_of
from sharedprog.domain.registers.calendars import CalendarException


def days(first: str, last: str | None = None, **values: object) -> list[str]:
    exception = CalendarException(
        exists=True,
        title="Closed",
        first=date.fromisoformat(first),
        last=None if last is None else date.fromisoformat(last),
        **values,  # type: ignore[arg-type]  # by name, as the test says them
    )
    return [day.isoformat() for day in days_of(exception)]


def test_without_a_rule_it_is_every_day_from_the_first_to_the_last() -> None:
    assert days("2026-12-24") == ["2026-12-24"]
    assert days("2026-12-24", "2026-12-26") == ["2026-12-24", "2026-12-25", "2026-12-26"]


def test_every_third_day() -> None:
    assert days("2026-12-01", "2026-12-08", repeats="daily", every=3) == ["2026-12-01", "2026-12-04", "2026-12-07"]


def test_every_second_week_counts_from_the_sunday_before() -> None:
    assert days("2026-12-02", "2026-12-31", repeats="weekly", every=2, weekdays="Mon, Fri") == [
        "2026-12-04",
        "2026-12-14",
        "2026-12-18",
        "2026-12-28",
    ]


def test_a_day_of_the_month_that_some_months_do_not_have_is_left_out() -> None:
    assert days("2026-12-31", repeats="monthly_day", month_day=31, times=3) == [
        "2026-12-31",
        "2027-01-31",
        "2027-03-31",
    ]


@pytest.mark.parametrize(("position", "day"), [("first", "04"), ("second", "11"), ("last", "25")])
def test_a_weekday_of_the_month(position: str, day: str) -> None:
    found = days("2026-12-01", "2026-12-31", repeats="monthly_weekday", position=position, weekdays="Fri")

    assert found == [f"2026-12-{day}"]


def test_a_day_of_the_year_and_a_weekday_of_a_month() -> None:
    assert days("2026-01-01", "2028-12-31", repeats="yearly_day", month="dec", month_day=25) == [
        "2026-12-25",
        "2027-12-25",
        "2028-12-25",
    ]
    assert days(
        "2026-01-01", "2027-12-31", repeats="yearly_weekday", month="may", position="first", weekdays="Mon"
    ) == [
        "2026-05-04",
        "2027-05-03",
    ]


def test_so_many_times_ends_it_before_the_last_day_does() -> None:
    assert days("2026-12-01", "2026-12-31", repeats="daily", times=2) == ["2026-12-01", "2026-12-02"]


def test_one_that_does_not_say_enough_names_no_day() -> None:
    assert list(days_of(CalendarException(exists=True, title="Closed"))) == []
    assert days("2026-12-01", "2026-12-31", repeats="monthly_weekday", position="first") == []
    assert days("2026-12-01", "2026-12-31", repeats="weekly") == []


def test_words_that_are_no_weekdays_are_left_out() -> None:
    assert weekdays_of("Monday, wed, never") == {0, 2}
