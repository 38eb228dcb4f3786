"""Reading what people type: understood as meant, or refused; never replaced by a default."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.reading import (
    RAW,
    Unread,
    read_clock,
    read_day,
    read_duration,
    read_elapsed,
    read_flag,
    read_money,
    read_percent,
    read_whole,
)
from sharedprog.domain.words import DAY_MINUTES, day_words, duration_words, money_words

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3 Dec 2026", "2026-12-03"),
        ("Thu 3 Dec 2026", "2026-12-03"),
        ("thursday 3rd of december 2026", "2026-12-03"),
        ("3-Dec-26", "2026-12-03"),
        ("3 dec", "2026-12-03"),
        ("3 sept.", "2026-09-03"),
        ("1 Feb", "2027-02-01"),
        ("03/12/2026", "2026-12-03"),
        ("3/12/26", "2026-12-03"),
        ("3.12", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("2026-12-03T09:00:00", "2026-12-03"),
        ("29/02/2028", "2028-02-29"),
        ("today", "2026-11-22"),
        ("Tomorrow", "2026-11-23"),
        ("yesterday", "2026-11-21"),
        ("fri", "2026-11-27"),
        ("Sunday", "2026-11-29"),
        ("mon", "2026-11-23"),
        ("+2w", "2026-12-06"),
        ("-3d", "2026-11-19"),
        ("+1m", "2026-12-22"),
        ("+3 m", "2027-02-22"),
        ("+2 weeks", "2026-12-06"),
        ("in 10 days", "2026-12-02"),
        ("−1 month", "2026-10-22"),
        ("December 3, 2026", "2026-12-03"),
        ("Thu Dec 3rd 2026", "2026-12-03"),
        ("  3 Dec 2026 ", "2026-12-03"),
    ],
)
def test_days_as_people_type_them(typed: str, day: str) -> None:
    assert read_day(typed, TODAY) == date.fromisoformat(day)


def test_a_month_on_from_the_31st_is_the_last_of_a_shorter_month() -> None:
    assert read_day("+1m", date(2027, 1, 31)) == date(2027, 2, 28)
    assert read_day("-1m", date(2028, 3, 31)) == date(2028, 2, 29)
    assert read_day("+1m", date(2026, 12, 31)) == date(2027, 1, 31)


def test_a_day_without_a_year_is_the_nearest_one() -> None:
    assert read_day("3 Jan", date(2026, 12, 20)) == date(2027, 1, 3)
    assert read_day("20 Dec", date(2027, 1, 3)) == date(2026, 12, 20)
    assert read_day("29 Feb", date(2027, 12, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "TBC",
        "31/02/2026",
        "30 Feb 2026",
        "29 feb 2027",
        "12/31/2026",
        "Mon 3 Dec 2026",  # a Thursday
        "banana 3 Dec 2026",
        "3 decade 2026",
        "3 De 2026",
        "2026-13-01",
        "0/0/0000",
        "46359",
        "3",
        "3 Dec 20266",
        "+99999w",
        "+9999999d",
        "Q3",
        "fr",
        "monkey",
        None,
        True,
        46359,
        3.5,
    ],
)
def test_a_day_that_cannot_be_read_is_refused(typed: RAW) -> None:
    with pytest.raises(Unread) as refused:
        read_day(typed, TODAY)

    assert "Expected a day, such as 3 Dec 2026" in str(refused.value)


@pytest.mark.parametrize(
    "typed", ["3 Dec 0026", "1/1/0001", "2200-01-01", date(9999, 12, 31), datetime(1, 1, 1, tzinfo=UTC)]
)
def test_a_year_that_nobody_means_is_refused(typed: RAW) -> None:
    with pytest.raises(Unread, match="a day from 1900 to 2199"):
        read_day(typed, TODAY)


def test_the_end_of_time_is_refused_not_passed() -> None:
    for typed in ("+2m", "+9999m", "+20d"):
        with pytest.raises(Unread):
            read_day(typed, date(9999, 12, 20))


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates())
def test_a_day_as_shown_is_read_back(day: date, today: date) -> None:
    assert read_day(day_words(day), today) == day
    assert read_day(day.isoformat(), today) == day
    assert read_day(day, today) == day
    assert read_day(datetime.combine(day, time(9), tzinfo=UTC), today) == day


@given(st.text(max_size=20), st.dates())
def test_any_text_is_read_or_refused(typed: str, today: date) -> None:
    for read in (lambda text: read_day(text, today), read_duration, read_money, read_clock, read_flag, read_percent):
        try:
            read(typed)
        except Unread as refused:
            assert refused.found.strip() == typed.strip()  # noqa: PT017 - reading it is as good


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("5", 2400),
        ("5d", 2400),
        ("5 days", 2400),
        ("1.5d", 720),
        ("2w", 4800),
        ("1 week", 2400),
        ("4h", 240),
        ("90 mins", 90),
        ("-2d", -960),
        ("−2 d", -960),
        ("3d?", 1440),
        ("1,000d", 480_000),
        (5, 2400),
        (0.5, 240),
        ("0", 0),
    ],
)
def test_durations(typed: RAW, minutes: int) -> None:
    assert read_duration(typed) == minutes


@pytest.mark.parametrize("typed", ["", "five", "5x", "1,5d", "d", "--2d", "9" * 400, date(2026, 12, 3), time(5), None])
def test_a_duration_that_cannot_be_read_is_refused(typed: RAW) -> None:
    with pytest.raises(Unread, match="working time, such as 5d, 2w or 4h"):
        read_duration(typed)


@given(st.integers(-200_000, 200_000).map(lambda twentieths: twentieths * DAY_MINUTES // 20))
def test_a_duration_as_shown_is_read_back(minutes: int) -> None:
    assert read_duration(duration_words(minutes)) == minutes


@pytest.mark.parametrize(
    ("typed", "pence"),
    [
        ("£1,250", 125_000),
        ("1250.50", 125_050),
        ("(£300)", -30_000),
        ("-£300", -30_000),
        ("−300", -30_000),
        ("1.2m", 120_000_000),
        ("£45k", 4_500_000),
        ("£1,234,567.89", 123_456_789),
        (12, 1200),
        (12.5, 1250),
        ("0", 0),
        ("£0.07", 7),
    ],
)
def test_money(typed: RAW, pence: int) -> None:
    assert read_money(typed) == pence


@pytest.mark.parametrize(
    "typed",
    ["", "lots", "1,25", "12,34,567", "(300", "300)", "(-300)", "$5", "1.2.3", "9" * 400, date(2026, 12, 3), None],
)
def test_money_that_cannot_be_read_is_refused(typed: RAW) -> None:
    with pytest.raises(Unread, match="an amount in pounds"):
        read_money(typed)


@given(st.integers(-(10**12), 10**12))
def test_money_as_shown_is_read_back(pence: int) -> None:
    assert read_money(money_words(pence)) == pence


@pytest.mark.parametrize(("typed", "number"), [("5", 5), (5, 5), (5.0, 5), (" 0 ", 0), ("-3", -3)])
def test_whole_numbers(typed: RAW, number: int) -> None:
    assert read_whole(typed, -5, 5) == number


@pytest.mark.parametrize("typed", ["6", "-6", "5.5", "five", "", 1e9, True])
def test_a_number_out_of_bounds_or_not_whole_is_refused(typed: RAW) -> None:
    with pytest.raises(Unread, match="a whole number from -5 to 5"):
        read_whole(typed, -5, 5)


@pytest.mark.parametrize(("typed", "percent"), [("60", 60), ("60 %", 60), ("60%", 60), (60, 60), (0.6, 60), (1.0, 100)])
def test_per_cent(typed: RAW, percent: int) -> None:
    assert read_percent(typed) == percent


@pytest.mark.parametrize("typed", ["101", "-1", "60.5 %", "most", float("nan"), 1.5])
def test_per_cent_out_of_bounds_are_refused(typed: RAW) -> None:
    with pytest.raises(Unread):
        read_percent(typed)


@pytest.mark.parametrize(
    ("typed", "clock"),
    [
        ("10", time(10)),
        ("10:00", time(10)),
        ("9.05", time(9, 5)),
        ("2.30pm", time(14, 30)),
        ("12am", time(0)),
        ("12 PM", time(12)),
        ("14:30:00", time(14, 30)),
        (time(9, 5, 59), time(9, 5)),
        (datetime(2026, 12, 3, 9, 5, 59, tzinfo=UTC), time(9, 5)),
    ],
)
def test_times_of_day(typed: RAW, clock: time) -> None:
    assert read_clock(typed) == clock


@pytest.mark.parametrize("typed", ["24:00", "10:60", "25pm", "13 pm", "0am", "noon", "", "10:5"])
def test_a_time_that_there_is_not_is_refused(typed: str) -> None:
    with pytest.raises(Unread, match=r"a time, such as 10:00 or 2\.30pm"):
        read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "flag"), [("Yes", True), ("y", True), (1, True), (True, True), ("x", True), ("✓", True)]
)
def test_yes(typed: RAW, flag: bool) -> None:  # noqa: FBT001 - it is what is read
    assert read_flag(typed) is flag


@pytest.mark.parametrize("typed", ["No", "n", 0, 0.0, False, "–", "-", " "])
def test_no(typed: RAW) -> None:
    assert read_flag(typed) is False


def test_neither_yes_nor_no_is_refused() -> None:
    with pytest.raises(Unread, match="“maybe” was not understood"):
        read_flag("maybe")


@pytest.mark.parametrize(
    ("typed", "minutes"), [("2", 2880), ("2d", 2880), ("2 ed", 2880), ("1ew", 10_080), ("4eh", 240)]
)
def test_a_length_that_runs_day_and_night_has_days_of_24_hours(typed: str, minutes: int) -> None:
    assert read_elapsed(typed) == minutes
    assert read_elapsed(duration_words(minutes, elapsed=True)) == pytest.approx(minutes, abs=8)


def test_a_day_is_as_long_as_the_programme_works() -> None:
    assert read_duration("2d", 450) == read_duration("0.4w", 450) == 900
    assert duration_words(900, 450) == "2 d"
