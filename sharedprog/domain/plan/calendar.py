"""The working calendar: Monday to Friday without the programme's bank holidays, by arithmetic on day numbers.

A working day has an *index*: how many working days came before it since 1 January of year 1. Adding, counting
and comparing working days is adding, subtracting and comparing indexes; no loop goes from day to day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date

from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.words import DAY_MINUTES

LAST_DAY = date.max.toordinal()


def whole_days(minutes: int) -> int:
    """Working days from working minutes, part of a day counted as a day; a lead is rounded towards zero."""
    return -(-minutes // DAY_MINUTES)


def _weekdays_before(number: int) -> int:
    """Weekdays before a day number; day 1 was a Monday."""
    weeks, day = divmod(number - 1, 7)
    return weeks * 5 + min(day, 5)


class WorkingCalendar:
    """Which days are worked. Days on which nobody works count as the moment before the next working day."""

    def __init__(self, holidays: Iterable[date] = ()) -> None:
        closed = sorted({day.toordinal() for day in holidays if day.weekday() < 5})
        self._closed = closed
        self._worked_before = [_weekdays_before(number) - place for place, number in enumerate(closed)]

    def index(self, day: date) -> int:
        """How many working days come before this day."""
        number = day.toordinal()
        return _weekdays_before(number) - bisect_left(self._closed, number)

    def day_at(self, index: int) -> date:
        """The working day with this index; raises ``OverflowError`` before year 1 and after year 9999."""
        weekday = index + bisect_right(self._worked_before, index)
        weeks, rest = divmod(weekday, 5)
        number = weeks * 7 + rest + 1
        if not 1 <= number <= LAST_DAY:
            raise OverflowError("a day outside the years 1 to 9999")
        return date.fromordinal(number)

    def is_working(self, day: date) -> bool:
        """Neither a weekend nor a bank holiday."""
        if day.weekday() > 4:
            return False
        number = day.toordinal()
        place = bisect_left(self._closed, number)
        return place == len(self._closed) or self._closed[place] != number

    def on_or_after(self, day: date) -> date:
        """This day if it is worked, else the next one that is."""
        return day if self.is_working(day) else self.day_at(self.index(day))

    def on_or_before(self, day: date) -> date:
        """This day if it is worked, else the last one that was."""
        return day if self.is_working(day) else self.day_at(self.index(day) - 1)

    def after(self, day: date) -> date:
        """The first working day after this day."""
        return self.day_at(self.index(day) + self.is_working(day))

    def add(self, day: date, days: int) -> date:
        """So many working days later (earlier when negative).

        A day on which nobody works counts from the working day before it when going on, and from the one after
        it when going back, so that one working day after a Saturday is the Monday.
        """
        if days == 0:
            return self.on_or_after(day)
        forward = days > 0 and not self.is_working(day)
        return self.day_at(self.index(day) + days - forward)

    def between(self, first: date, second: date) -> int:
        """Working days from one day to another: what slipped; negative when the second is earlier."""
        return self.index(second) - self.index(first)

    def length(self, first: date, last: date) -> int:
        """Working days from one day to another, both counted; 0 when the last comes before the first."""
        return max(0, self.index(last) + self.is_working(last) - self.index(first))


_RECENT: Recent[tuple[Table, WorkingCalendar]] = Recent()


def calendar_of(programme: Programme) -> WorkingCalendar:
    """The calendar of a picture: made once for as long as its bank holidays stay as they are."""
    table = programme.tables[BANK_HOLIDAYS.key]
    for made_from, calendar in _RECENT:
        if made_from is table:
            return calendar
    days = (row.day for row in programme.rows(BANK_HOLIDAYS) if row.day is not None)
    return _RECENT.hold((table, WorkingCalendar(days)))[1]
