"""The working calendar: the days that the programme works, by arithmetic on day numbers.

A working day has an *index*: how many working days came before it since 1 January of year 1. Adding, counting
and comparing working days is adding, subtracting and comparing indexes; no loop goes from day to day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.programme import Programme

LAST_DAY = date.max.toordinal()


WEEKDAYS = (True, True, True, True, True, False, False)
"""Which days of the week are worked, Monday first."""


class WorkingCalendar:
    """Which days are worked. Days on which nobody works count as the moment before the next working day."""

    def __init__(
        self, holidays: Iterable[date] = (), week: Sequence[bool] = WEEKDAYS, also_worked: Iterable[date] = ()
    ) -> None:
        self._week = tuple(week)
        self._worked_in_week = [0, *accumulate(map(int, self._week))]
        self._offsets = [place for place, worked in enumerate(self._week) if worked]
        closed = {day.toordinal(): -1 for day in holidays if self._week[day.weekday()]}
        extra = {day.toordinal(): 1 for day in also_worked if not self._week[day.weekday()]}
        odd = sorted({**closed, **extra}.items())
        self._odd = [number for number, _ in odd]
        self._shift = [0, *accumulate(step for _, step in odd)]
        self._only_closed = not extra
        self._worked_before = [self._plain_index(number) - place for place, number in enumerate(self._odd)]

    def _plain_index(self, number: int) -> int:
        """Days worked by the week alone before a day number; day 1 was a Monday."""
        weeks, day = divmod(number - 1, 7)
        return weeks * self._worked_in_week[7] + self._worked_in_week[day]

    def _index(self, number: int) -> int:
        return self._plain_index(number) + self._shift[bisect_left(self._odd, number)]

    def index(self, day: date) -> int:
        """How many working days come before this day."""
        return self._index(day.toordinal())

    def day_at(self, index: int) -> date:
        """The working day with this index; raises ``OverflowError`` before year 1 and after year 9999."""
        if self._only_closed and self._offsets:
            weeks, rest = divmod(index + bisect_right(self._worked_before, index), len(self._offsets))
            number = weeks * 7 + self._offsets[rest] + 1
        else:
            number = bisect_right(range(LAST_DAY + 2), index, key=self._index) - 1
        if not 1 <= number <= LAST_DAY:
            raise OverflowError("a day outside the years 1 to 9999")
        return date.fromordinal(number)

    def is_working(self, day: date) -> bool:
        """Whether somebody works that day."""
        number = day.toordinal()
        place = bisect_left(self._odd, number)
        odd = place < len(self._odd) and self._odd[place] == number
        return self._week[day.weekday()] != odd

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


_RECENT: Recent[tuple[WorkingTime, WorkingCalendar]] = Recent()


def calendar_of(programme: Programme) -> WorkingCalendar:
    """The days that the programme works: made once for as long as its working times stay as they are."""
    usual = calendars_of(programme).usual
    for made_from, calendar in _RECENT:
        if made_from is usual:
            return calendar
    return _RECENT.hold((usual, days_of(usual)))[1]


def days_of(working: WorkingTime) -> WorkingCalendar:
    """The days on which any work is done, whatever their hours."""
    odd = {date.fromordinal(number): bool(hours) for number, hours in working.irregular.items()}
    return WorkingCalendar(
        holidays=[day for day, worked in odd.items() if not worked],
        week=[bool(hours) for hours in working.week],
        also_worked=[day for day, worked in odd.items() if worked],
    )
