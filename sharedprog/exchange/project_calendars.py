"""Calendars of Microsoft Project XML: working times by weekday, and the days that differ."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from sharedprog.exchange.project_plan import Minutes, PlanCalendar, PlanException, PlanWeekday
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_values import ProblemList, Reading, named

DAY = 24 * 60
EXCEPTION = 0
"""The weekday code under which versions before 2007 keep days that differ."""
DAILY = 1
"""The exception type whose days are all those of its period, when it repeats every day."""


def read_calendar(record: Record, problems: ProblemList) -> PlanCalendar | None:
    """A calendar as stated; ``None`` without a UID, which is a problem."""
    uid = record.fields.get("UID", "")
    reading = Reading(record, named("Calendar", uid, record.fields.get("Name", "")), problems)
    number = reading.whole("UID", lowest=0)
    if number is None:
        if not uid:
            reading.problem("UID", "", "the number that Project gives each calendar")
        return None
    days = [Reading(day, reading.where, problems) for day in record.named("WeekDay")]
    weekdays = (_weekday(day) for day in days if day.text("DayType") != str(EXCEPTION))
    exceptions = [_exception(Reading(day, reading.where, problems)) for day in record.named("Exception")]
    if not exceptions:  # newer versions write them here as well, for the older
        exceptions = [_exception(day) for day in days if day.text("DayType") == str(EXCEPTION)]
    base = reading.whole("BaseCalendarUID")
    return PlanCalendar(
        uid=number,
        name=reading.text("Name"),
        base_uid=None if base is None or base < 0 or base == number or reading.flag("IsBaseCalendar") else base,
        weekdays=tuple(day for day in weekdays if day is not None),
        exceptions=tuple(exception for exception in exceptions if exception is not None),
    )


def _weekday(reading: Reading) -> PlanWeekday | None:
    """Project counts the days from 1 for Sunday."""
    code = reading.whole("DayType", 1, 7)
    if code is None:
        return None
    return PlanWeekday(weekday=(code + 5) % 7, times=_times(reading))


def _exception(reading: Reading) -> PlanException | None:
    period = next(iter(reading.record.named("TimePeriod")), None)
    if period is None:
        reading.problem("TimePeriod", "", "the days of the exception")
        return None
    dates = Reading(period, reading.where, reading.problems)
    first, last = dates.moment("FromDate"), dates.moment("ToDate")
    if first is None or last is None:
        return None
    rule, every = reading.whole("Type"), reading.whole("Period")
    return PlanException(
        name=reading.text("Name"),
        first=first.date(),
        last=last.date(),
        times=_times(reading),
        recurring=rule not in (None, DAILY) or (every or 1) > 1,
    )


def _times(reading: Reading) -> tuple[Minutes, ...]:
    if not reading.flag("DayWorking"):
        return ()
    return tuple(_spans(reading.record.named("WorkingTime"), reading))


def _spans(records: Iterable[Record], around: Reading) -> Iterable[Minutes]:
    for record in records:
        reading = Reading(record, around.where, around.problems)
        start, end = _minute(reading, "FromTime"), _minute(reading, "ToTime")
        if start is not None and end is not None:
            yield start, end or DAY


def _minute(reading: Reading, name: str) -> int | None:
    text = reading.text(name)
    if not text:
        return None
    try:
        clock = time.fromisoformat(text)
    except ValueError:
        reading.problem(name, text, "a time of day such as 08:30:00")
        return None
    return clock.hour * 60 + clock.minute
