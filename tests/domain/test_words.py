"""One way to write a day, a moment, money and working time."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from sharedprog.domain.words import (
    clock_words,
    counted,
    day_words,
    duration_words,
    from_local,
    moment_words,
    money_words,
    short_day,
    utc,
)


def test_days_and_times() -> None:
    assert day_words(date(2026, 12, 3)) == "Thu 3 Dec 2026"
    assert short_day(date(2026, 12, 3)) == "3 Dec"
    assert clock_words(time(9, 5)) == "09:05"


def test_moments_are_shown_as_clocks_in_the_uk_show_them() -> None:
    assert moment_words(datetime(2026, 11, 30, 12, 4, tzinfo=UTC)) == "Mon 30 Nov 2026 12:04"
    assert moment_words(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == "Thu 2 Jul 2026 00:30"
    assert moment_words(datetime(2026, 11, 30, 12, 4)) == "Mon 30 Nov 2026 12:04"  # noqa: DTZ001 - taken for UTC


def test_a_moment_as_shown_is_the_same_moment() -> None:
    assert from_local(date(2026, 7, 2), time(0, 30)) == datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert utc(datetime(2026, 7, 2, 0, 30, tzinfo=timezone(timedelta(hours=1)))).hour == 23


@pytest.mark.parametrize(
    ("pence", "words"),
    [(125_000, "£1,250"), (1250, "£12.50"), (-125_000, "(£1,250)"), (-7, "(£0.07)"), (0, "£0")],
)
def test_money_is_in_pounds_with_brackets_for_negatives(pence: int, words: str) -> None:
    assert money_words(pence) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(2400, "5 d"), (240, "0.5 d"), (-960, "-2 d"), (0, "0 d"), (480_000_000, "1000000 d"), (-1, "0 d")],
)
def test_working_time_is_in_days(minutes: int, words: str) -> None:
    assert duration_words(minutes) == words


def test_counting() -> None:
    assert (counted(0, "risk"), counted(1, "risk"), counted(2, "risk")) == ("no risks", "1 risk", "2 risks")
    assert counted(3, "person", "people") == "3 people"
