"""The days that an exception of a calendar names, once or again and again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from sharedprog.domain.registers.calendars import CalendarException
from sharedprog.domain.words import DAYS, MONTHS

MOST_DAYS = 370_000
"""Days that one exception can name: a thousand years."""
POSITIONS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1}


def days_of(exception: CalendarException) -> Iterator[date]:
    """The days, in order; none where it does not say enough."""
    first = exception.first
    if first is None:
        return iter(())
    last = exception.last or (date.max if exception.times else first)
    found = (day for day in _candidates(exception, first, last) if first <= day <= last)
    return islice(found, min(exception.times or MOST_DAYS, MOST_DAYS))


def weekdays_of(text: str) -> frozenset[int]:
    """Weekdays as numbers, Monday 0, from ``Mon, Wed``; words that are none are left out."""
    short = [name.casefold() for name in DAYS]
    words = (part.strip().casefold()[:3] for part in text.split(","))
    return frozenset(short.index(word) for word in words if word in short)


def _candidates(exception: CalendarException, first: date, last: date) -> Iterator[date]:
    every = max(exception.every or 1, 1)
    match exception.repeats:
        case None:
            return _every(first, last, 1)
        case "daily":
            return _every(first, last, every)
        case "weekly":
            return _weekly(first, last, every, weekdays_of(exception.weekdays))
        case "monthly_day":
            return _monthly_day(first, last, every, exception.month_day or first.day)
        case "monthly_weekday":
            return _monthly_weekday(first, last, every, exception)
        case "yearly_day" | "yearly_weekday":
            return _yearly(first, last, exception)
        case _:
            return iter(())


def _every(first: date, last: date, step: int) -> Iterator[date]:
    for number in range(first.toordinal(), last.toordinal() + 1, step):
        yield date.fromordinal(number)


def _weekly(first: date, last: date, every: int, weekdays: frozenset[int]) -> Iterator[date]:
    """Weeks begin on a Sunday, as in Microsoft Project."""
    sunday = first - timedelta(days=(first.weekday() + 1) % 7)
    offsets = sorted((weekday + 1) % 7 for weekday in weekdays)
    for number in range(sunday.toordinal(), last.toordinal() + 1, 7 * every):
        for offset in offsets:
            if number + offset <= date.max.toordinal():
                yield date.fromordinal(number + offset)


def _months(first: date, last: date, step: int) -> Iterator[tuple[int, int]]:
    """Years and months, every so many months."""
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month, step):
        yield count // 12, count % 12 + 1


def _monthly_day(first: date, last: date, every: int, day: int) -> Iterator[date]:
    for year, month in _months(first, last, every):
        found = _in_month(year, month, day)
        if found is not None:
            yield found


def _monthly_weekday(first: date, last: date, every: int, exception: CalendarException) -> Iterator[date]:
    for year, month in _months(first, last, every):
        found = _placed_in_month(year, month, exception)
        if found is not None:
            yield found


def _yearly(first: date, last: date, exception: CalendarException) -> Iterator[date]:
    names = [name.casefold() for name in MONTHS]
    month = names.index(exception.month) + 1 if exception.month in names else first.month
    for year in range(first.year, last.year + 1):
        if exception.repeats == "yearly_day":
            found = _in_month(year, month, exception.month_day or first.day)
        else:
            found = _placed_in_month(year, month, exception)
        if found is not None:
            yield found


def _in_month(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _placed_in_month(year: int, month: int, exception: CalendarException) -> date | None:
    """The first to fourth, or the last, of some weekday of a month."""
    weekdays = weekdays_of(exception.weekdays)
    place = POSITIONS.get(exception.position or "first", 0)
    days = [found for number in range(1, 32) if (found := _in_month(year, month, number)) is not None]
    those = [day for day in days if day.weekday() in weekdays]
    return those[place] if those and place < len(those) else None
