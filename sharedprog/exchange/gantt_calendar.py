"""The calendar of a GanttProject file: whole days that are worked or not, and how days of work are counted on it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from sharedprog.exchange.gantt_elements import text_of, within
from sharedprog.exchange.project_calendars import MOST_DAYS, USUAL, bearable
from sharedprog.exchange.project_plan import PlanCalendar, PlanException, PlanWeekday
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_values import YEARS, ProblemList, Reading

UID = 1
DAY_MINUTES = sum(end - start for start, end in USUAL)
BEGIN, END = (time(minute // 60, minute % 60) for minute in (USUAL[0][0], USUAL[-1][1]))
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
USUAL_WEEK = (True, True, True, True, True, False, False)
YEARS_AHEAD = 10
"""How long after the end of a plan the days off of every year are still known."""
KINDS = {"HOLIDAY": False, "WORKING_DAY": True}
"""Kinds of dates that differ, and whether they are worked; others only have a colour."""


class Calendar:
    """The one calendar of a plan, as stated, and its days of work in order."""

    def __init__(self, root: Record, problems: ProblemList) -> None:
        self.problems = problems
        self.reading = Reading(root, "The calendar", problems)
        self.week = self._week(root)
        self.dates = dict(self._dates(root))
        self._worked = self._days()

    def stated(self, first: date, last: date) -> PlanCalendar:
        """The calendar as a plan from one day to another holds it: what comes every year does so for some longer."""
        week = (PlanWeekday(weekday=day, times=USUAL if worked else ()) for day, worked in enumerate(self.week))
        return PlanCalendar(
            uid=UID,
            name="GanttProject",
            base_uid=None,
            weekdays=tuple(week),
            exceptions=tuple(bearable(list(self._exceptions(first, last)), self.reading, MOST_DAYS)),
        )

    def _exceptions(self, first: date, last: date) -> Iterator[PlanException]:
        end = date(min(last.year + YEARS_AHEAD, YEARS[-1]), 12, 31)
        for exception, _ in self.dates.values():
            yearly = exception.repeats is not None
            yield replace(exception, first=date(first.year, 1, 1), last=end) if yearly else exception

    def finish(self, start: date, days: int) -> datetime | None:
        """The end of so many days of work from a day on; ``None`` where that is beyond all years."""
        if not days:
            return datetime.combine(start, BEGIN)
        place = bisect_left(self._worked, start.toordinal()) + days - 1
        return datetime.combine(date.fromordinal(self._worked[place]), END) if place < len(self._worked) else None

    def _week(self, root: Record) -> tuple[bool, ...]:
        """Whether each day from Monday on is worked; weekends that are only shown are worked."""
        shown = within(root, "calendars", "day-types", "only-show-weekends")
        if any(each.fields.get("value") == "true" for each in shown):
            return (True,) * 7
        for record in within(root, "calendars", "day-types", "default-week"):
            reading = Reading(record, "The calendar", self.problems)
            week = tuple(not reading.flag(day, missing=not USUAL_WEEK[place]) for place, day in enumerate(WEEKDAYS))
            if any(week):
                return week
            reading.problem("default-week", "no day is worked", "a week with a working day; Monday to Friday are taken")
        return USUAL_WEEK

    def _dates(self, root: Record) -> Iterator[tuple[tuple[int | None, int, int], tuple[PlanException, bool]]]:
        """Dates that differ by year, month and day, and whether each is worked; without a year they come every year."""
        for record in within(root, "calendars", "date"):
            reading = Reading(record, "The calendar", self.problems)
            worked = KINDS.get(reading.text("type") or "HOLIDAY")
            year = reading.whole("year", YEARS[0], YEARS[-1])
            month, day = reading.whole("month", 1, 12), reading.whole("date", 1, 31)
            if worked is None or month is None or day is None or (year is None and reading.text("year")):
                continue
            try:
                first = date(year or 2000, month, day)  # a leap year, so that every day there is can be
            except ValueError:
                reading.problem("date", f"{year or ''}-{month}-{day}", "a day that there is")
                continue
            yield (year, month, day), (_exception(text_of(record), first, worked=worked, yearly=year is None), worked)

    def _days(self) -> Sequence[int]:
        """Every day of work of the years that a plan may have, as ordinals."""
        usual = _usual_days(self.week)
        if not self.dates:
            return usual
        worked = set(usual)
        for (stated, month, number), (_, is_worked) in self.dates.items():
            for year in (stated,) if stated is not None else YEARS:
                if (month, number) == (2, 29) and (date(year, 3, 1) - timedelta(1)).day != 29:
                    continue
                day = date(year, month, number).toordinal()
                (worked.add if is_worked else worked.discard)(day)
        return sorted(worked)


@lru_cache(maxsize=4)
def _usual_days(week: tuple[bool, ...]) -> Sequence[int]:
    first, last = date(YEARS[0], 1, 1).toordinal(), date(YEARS[-1], 12, 31).toordinal()
    return tuple(day for day in range(first, last + 1) if week[(day - 1) % 7])


def _exception(name: str, day: date, *, worked: bool, yearly: bool) -> PlanException:
    times = USUAL if worked else ()
    if not yearly:
        return PlanException(name=name, first=day, last=day, times=times)
    return PlanException(
        name=name,
        first=day,
        last=day,
        times=times,
        repeats="yearly_day",
        month=day.month,
        month_day=day.day,
    )
