"""Calendars of Microsoft Project XML: working times by weekday, and the days and weeks that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time

from sharedprog.exchange.project_plan import Minutes, PlanCalendar, PlanException, PlanWeekday, PlanWorkWeek
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_recurrence import rule_of
from sharedprog.exchange.project_values import ProblemList, Reading, named

DAY = 24 * 60
EXCEPTION = 0
"""The weekday code under which versions before 2007 keep days that differ."""
USUAL: tuple[Minutes, ...] = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
"""The times of a day that is worked without saying when."""
MOST_DAYS = 1_000_000
"""Days that the exceptions of all calendars may span together."""


def read_calendar(record: Record, problems: ProblemList, room: int = MOST_DAYS) -> PlanCalendar | None:
    """A calendar as stated; ``None`` without a UID, a problem. ``room`` is how many days its exceptions may span."""
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
    weeks = [_work_week(Reading(week, reading.where, problems)) for week in record.named("WorkWeek")]
    base = reading.whole("BaseCalendarUID")
    has_base = base is not None and base >= 0 and base != number
    return PlanCalendar(
        uid=number,
        name=reading.text("Name"),
        base_uid=base if has_base else None,
        weekdays=tuple(day for day in weekdays if day is not None),
        exceptions=tuple(bearable([each for each in exceptions if each is not None], reading, room)),
        weeks=tuple(week for week in weeks if week is not None),
        personal=has_base and reading.flag("IsBaseCalendar"),
        line=record.line,
    )


def days_in(exceptions: Iterable[PlanException]) -> int:
    """The days from the first to the last of each, together."""
    return sum((exception.last - exception.first).days + 1 for exception in exceptions)


def bearable(exceptions: list[PlanException], reading: Reading, room: int) -> Iterator[PlanException]:
    """The exceptions, up to those that would span more days than there is room for."""
    for exception in exceptions:
        room -= days_in([exception])
        if room < 0:
            expected = f"exceptions of at most {MOST_DAYS:,} days in a plan; the others are left out"
            reading.problem("Exceptions", "more days than any plan has", expected)
            return
        yield exception


def _weekday(reading: Reading) -> PlanWeekday | None:
    """Project counts the days from 1 for Sunday."""
    code = reading.whole("DayType", 1, 7)
    if code is None:
        return None
    return PlanWeekday(weekday=(code + 5) % 7, times=_times(reading))


def _exception(reading: Reading) -> PlanException | None:
    period = _period(reading, "the days of the exception")
    if period is None:
        return None
    first, last = period
    rule = rule_of(reading, first)
    return PlanException(name=reading.text("Name"), first=first, last=last, times=_times(reading), **rule)


def _work_week(reading: Reading) -> PlanWorkWeek | None:
    period = _period(reading, "the days of the weeks worked otherwise")
    if period is None:
        return None
    days = (_weekday(Reading(day, reading.where, reading.problems)) for day in reading.record.named("WeekDay"))
    weekdays = tuple(day for day in days if day is not None)
    return PlanWorkWeek(name=reading.text("Name"), first=period[0], last=period[1], weekdays=weekdays)


def _period(reading: Reading, expected: str) -> tuple[date, date] | None:
    """The first and the last day; a problem where they are missing, or the wrong way round."""
    period = next(iter(reading.record.named("TimePeriod")), None)
    if period is None:
        reading.problem("TimePeriod", "", expected)
        return None
    dates = Reading(period, reading.where, reading.problems)
    first, last = dates.moment("FromDate"), dates.moment("ToDate")
    if first is None or last is None:
        if not (dates.text("FromDate") and dates.text("ToDate")):
            reading.problem("TimePeriod", "", expected)
        return None
    if last < first:
        dates.problem("ToDate", dates.text("ToDate"), f"a day on or after {first.date().isoformat()}")
        return None
    return first.date(), last.date()


def _times(reading: Reading) -> tuple[Minutes, ...]:
    """Stretches of working time in order, those that meet or overlap as one."""
    if not reading.flag("DayWorking"):
        return ()
    records = reading.record.named("WorkingTime")
    if not records:
        return USUAL
    times: list[Minutes] = []
    for start, end in sorted(_spans(records, reading)):
        if times and start <= times[-1][1]:
            times[-1] = (times[-1][0], max(end, times[-1][1]))
        else:
            times.append((start, end))
    return tuple(times)


def _spans(records: Iterable[Record], around: Reading) -> Iterable[Minutes]:
    for record in records:
        reading = Reading(record, around.where, around.problems)
        start, end = _minute(reading, "FromTime"), _minute(reading, "ToTime")
        if start is None or end is None:
            continue
        if start < (end or DAY):
            yield start, end or DAY
        else:
            reading.problem("ToTime", reading.text("ToTime"), "a time after the one at which work begins")


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
