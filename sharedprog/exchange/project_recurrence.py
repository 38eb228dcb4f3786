"""How an exception of a calendar comes again in Microsoft Project XML, in and out.

Codes from Microsoft's "Project XML Data Interchange Schema": days of the week are bits from 1 for Sunday, months
count from 0 for January, positions from 0 for the first to 4 for the last.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from sharedprog.exchange.project_plan import PlanException, Position, Repeats
from sharedprog.exchange.project_values import Reading

TYPES: dict[int, Repeats | None] = {
    1: None,
    2: "yearly_day",
    3: "yearly_weekday",
    4: "monthly_day",
    5: "monthly_weekday",
    6: "weekly",
    7: "daily",
    8: "weekly",
    9: None,
}
"""By the type of the exception; 1 and 9 are all days of the period, unless it is one of every so many."""
BY_WEEKDAY_COUNT = 8
POSITIONS: tuple[Position, ...] = ("first", "second", "third", "fourth", "last")
EVERY_DAY, WORKDAYS, WEEKEND = tuple(range(7)), (0, 1, 2, 3, 4), (5, 6)
FIRST_WEEKDAY_ITEM = 3
"""Items 3 to 9 are Sunday to Saturday; 0 to 2 are any day, a day of the week's first five, and of the weekend."""


class Rule(TypedDict):
    """Fields of ``PlanException`` that say on which days it falls."""

    repeats: Repeats | None
    every: int
    occurrences: int | None
    weekdays: tuple[int, ...]
    month_day: int | None
    position: Position | None
    month: int | None


def rule_of(reading: Reading, first: date) -> Rule:
    """The rule as stated; what it does not say comes from its first day."""
    kind = reading.whole("Type", 1, 9) or 1
    every = min(reading.whole("Period", 0) or 1, 999)
    repeats = TYPES[kind] or ("daily" if every > 1 else None)
    by_count = reading.flag("EnteredByOccurrences") and repeats is not None
    occurrences = reading.whole("Occurrences", 0, 9999) if by_count else None
    relative = repeats in ("monthly_weekday", "yearly_weekday")
    month = reading.whole("Month", 0, 11)
    yearly = repeats in ("yearly_day", "yearly_weekday")
    return Rule(
        repeats=repeats,
        every=1 if repeats is None or yearly else every,
        occurrences=occurrences or None,
        weekdays=_weekdays(reading, kind, repeats, first),
        month_day=(reading.whole("MonthDay", 1, 31) or first.day) if repeats in ("monthly_day", "yearly_day") else None,
        position=POSITIONS[reading.whole("MonthPosition", 0, 4) or 0] if relative else None,
        month=(first.month if month is None else month + 1) if yearly else None,
    )


def _weekdays(reading: Reading, kind: int, repeats: Repeats | None, first: date) -> tuple[int, ...]:
    """Weekdays as numbers, 0 for Monday."""
    if kind == BY_WEEKDAY_COUNT:
        return WORKDAYS
    if repeats == "weekly":
        bits = reading.whole("DaysOfWeek", 0, 127) or 0
        days = tuple(sorted((bit + 6) % 7 for bit in range(7) if bits & 1 << bit))
        return days or (first.weekday(),)
    if repeats in ("monthly_weekday", "yearly_weekday"):
        item = reading.whole("MonthItem", 0, 9) or 0
        return ((item + 3) % 7,) if item >= FIRST_WEEKDAY_ITEM else (EVERY_DAY, WORKDAYS, WEEKEND)[item]
    return ()


def rule_elements(exception: PlanException) -> tuple[tuple[str, int], ...]:
    """The elements that state a rule, in the order of the schema."""
    kind = next(code for code, repeats in TYPES.items() if repeats == exception.repeats and code != BY_WEEKDAY_COUNT)
    stated: list[tuple[str, int]] = [("Type", kind)]
    if exception.repeats in ("daily", "weekly", "monthly_day", "monthly_weekday"):
        stated.append(("Period", exception.every))
    if exception.repeats == "weekly":
        stated.append(("DaysOfWeek", sum(1 << (day + 1) % 7 for day in exception.weekdays)))
    if exception.position is not None:
        stated.append(("MonthItem", _item(exception.weekdays)))
        stated.append(("MonthPosition", POSITIONS.index(exception.position)))
    if exception.month is not None:
        stated.append(("Month", exception.month - 1))
    if exception.month_day is not None:
        stated.append(("MonthDay", exception.month_day))
    return tuple(stated)


def _item(weekdays: tuple[int, ...]) -> int:
    """The code of the weekdays that a position counts; one that Project does not know is taken by its first."""
    known = (EVERY_DAY, WORKDAYS, WEEKEND)
    if weekdays in known:
        return known.index(weekdays)
    return (weekdays[0] + 1) % 7 + FIRST_WEEKDAY_ITEM if weekdays else 0
