"""Working time: one calendar on the axis of minutes, and sums of working minutes in it.

A moment has an *index*: how many working minutes came before it. Work that ends at 17:00 on a Friday and work that
begins at 8:00 on the Monday after it stand at one index; ``start_form`` and ``finish_form`` tell the two apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from sharedprog.domain.plan.axis import DAY, EVER, FIRST, LAST, NEVER
from sharedprog.domain.plan.hours import STANDARD, Hours

PAD = 400
"""Days that are laid out around what is asked for."""


class _Window(NamedTuple):
    """Stretches of working time laid out from one day to another; ``before`` is the index at which each begins."""

    low: int
    high: int
    starts: list[int]
    ends: list[int]
    before: list[int]
    index_high: int


class WorkingTime:
    """When work is done: hours by weekday, Monday first, and the days that differ by their ordinal numbers."""

    def __init__(self, week: Sequence[Hours], irregular: Mapping[int, Hours] | None = None) -> None:
        self.week = tuple(week)
        self.irregular = dict(sorted((irregular or {}).items()))
        self._weekly = [0, *accumulate(map(_minutes, self.week))]
        self._odd_days = list(self.irregular)
        odd = (_minutes(hours) - _minutes(self.week[(day - 1) % 7]) for day, hours in self.irregular.items())
        self._odd_before = [0, *accumulate(odd)]
        self._window = _Window(LAST, FIRST, [], [], [], 0)

    @property
    def is_empty(self) -> bool:
        """Whether nobody ever works."""
        return not any(self.week) and not any(self.irregular.values())

    def hours(self, day: date) -> Hours:
        """The hours of a day."""
        number = day.toordinal()
        odd = self.irregular.get(number)
        return self.week[(number - 1) % 7] if odd is None else odd

    def index(self, moment: int) -> int:
        """Working minutes before a moment of the axis."""
        window = self._reaching(moment)
        place = bisect_right(window.starts, moment) - 1
        if place < 0:
            return window.before[0] if window.before else window.index_high
        start, end = window.starts[place], window.ends[place]
        return window.before[place] + (min(end, moment)) - start

    def start_form(self, index: int) -> int:
        """The last moment at this index: where the next minute of work begins."""
        window = self._holding(index + 1)
        place = bisect_right(window.before, index) - 1
        if place < 0 or index >= window.index_high:
            return NEVER if index < 0 else EVER
        return window.starts[place] + index - window.before[place]

    def finish_form(self, index: int) -> int:
        """The first moment at this index: where the minute of work before it ends."""
        window = self._holding(index)
        place = bisect_left(window.before, index) - 1
        if place < 0 or index > window.index_high:
            return NEVER if index <= 0 else EVER
        return window.starts[place] + index - window.before[place]

    def span(self, moment: int, minutes: int) -> tuple[int, int]:
        """Where work of so many minutes (1 or more) that may begin at a moment begins and ends."""
        window = self._window
        if not window.low <= moment < window.high:
            window = self._reaching(moment)
        starts, before = window.starts, window.before
        place = bisect_right(starts, moment) - 1
        if place >= 0 and moment < window.ends[place]:
            index = before[place] + moment - starts[place]
        else:
            place += 1
            if place >= len(starts):
                return self._far(moment, minutes)
            moment, index = starts[place], before[place]
        index += minutes
        if index > window.index_high:
            return moment, self.finish_form(index)
        place = bisect_left(before, index, place) - 1
        return moment, starts[place] + index - before[place]

    def _far(self, moment: int, minutes: int) -> tuple[int, int]:
        """The span of work that does not begin among what is laid out."""
        index = self.index(moment)
        return self.start_form(index), self.finish_form(index + minutes)

    def span_back(self, moment: int, minutes: int) -> tuple[int, int]:
        """Where work of so many minutes (1 or more) that must end by a moment begins and ends."""
        window = self._window
        if not window.low < moment < window.high:
            window = self._reaching(moment)
        starts, before = window.starts, window.before
        place = bisect_left(starts, moment) - 1
        if place < 0:
            index = self.index(moment)
            return self.start_form(index - minutes), self.finish_form(index)
        end = window.ends[place]
        moment = min(moment, end)
        index = before[place] + moment - starts[place] - minutes
        if index < before[0]:
            return self.start_form(index), moment
        place = bisect_right(before, index, 0, place + 1) - 1
        return starts[place] + index - before[place], moment

    def next_start(self, moment: int) -> int:
        """The moment, or the next at which work is done."""
        return self.start_form(self.index(moment))

    def last_finish(self, moment: int) -> int:
        """The moment, or the last before it at which work had been done."""
        return self.finish_form(self.index(moment))

    def settle(self, moment: int) -> int:
        """Where something without length stands: at the moment if work is done until or from then, else later."""
        window = self._reaching(moment)
        place = bisect_right(window.starts, moment) - 1
        if place >= 0 and moment <= window.ends[place]:
            return moment
        return self.next_start(moment)

    def add(self, moment: int, minutes: int) -> int:
        """The moment so many working minutes later, or earlier when negative; itself for none."""
        if minutes == 0 or not FIRST <= moment <= LAST:
            return moment
        index = self.index(moment) + minutes
        return self.finish_form(index) if minutes > 0 else self.start_form(index)

    def between(self, first: int, second: int) -> int:
        """Working minutes from one moment to another, negative when the second is earlier."""
        return self.index(second) - self.index(first)

    def _reaching(self, moment: int) -> _Window:
        """What is laid out, with this moment among it."""
        window = self._window
        if window.low <= moment < window.high:
            return window
        beyond = (moment >= LAST and window.high >= LAST) or (moment < FIRST and window.low <= FIRST)
        if window.low <= window.high and beyond:
            return window
        day = min(max(moment, FIRST), LAST - 1) // DAY
        if window.low > window.high:
            return self._lay_out(day - PAD, day + 3 * PAD)
        reach = max(PAD, (window.high - window.low) // DAY)
        if moment < window.low:
            return self._lay_out(min(day, window.low // DAY - reach), window.high // DAY)
        return self._lay_out(window.low // DAY, max(day + PAD, window.high // DAY + reach))

    def _holding(self, index: int) -> _Window:
        """What is laid out, with the minute that ends at this index among it where there is one."""
        window = self._window
        if not window.starts:
            window = self._reaching(FIRST)
        while index > window.index_high and window.high < LAST:
            window = self._reaching(window.high)
        while window.before and index <= window.before[0] and window.low > FIRST:
            window = self._reaching(window.low - 1)
        return window

    def _lay_out(self, first: int, last: int) -> _Window:
        """Lay out the days from one ordinal number up to, not with, another."""
        first, last = max(first, FIRST // DAY), min(last, LAST // DAY)
        starts: list[int] = []
        ends: list[int] = []
        week, odd = self.week, self.irregular
        for number in range(first, last):
            hours = odd.get(number)
            for begin, end in week[(number - 1) % 7] if hours is None else hours:
                starts.append(number * DAY + begin)
                ends.append(number * DAY + end)
        index = self._index_of_day(first)
        before = list(accumulate((end - start for start, end in zip(starts, ends, strict=True)), initial=index))
        high = before.pop()
        self._window = _Window(first * DAY, last * DAY, starts, ends, before, high)
        return self._window

    def _index_of_day(self, number: int) -> int:
        """Working minutes from the beginning of the axis to a day, by sums alone."""
        first = FIRST // DAY
        weeks, rest = divmod(number - first, 7)
        odd = (
            self._odd_before[bisect_left(self._odd_days, number)] - self._odd_before[bisect_left(self._odd_days, first)]
        )
        return weeks * self._weekly[7] + self._weekly[rest] + odd


class AllHours(WorkingTime):
    """Day and night without a break: what elapsed durations and lags are counted in."""

    def __init__(self) -> None:
        super().__init__([((0, DAY),)] * 7)

    def index(self, moment: int) -> int:
        """The moment itself."""
        return moment

    def start_form(self, index: int) -> int:
        """The index itself."""
        return index

    def finish_form(self, index: int) -> int:
        """The index itself."""
        return index

    def span(self, moment: int, minutes: int) -> tuple[int, int]:
        """At once."""
        return moment, moment + minutes

    def span_back(self, moment: int, minutes: int) -> tuple[int, int]:
        """To the last minute."""
        return moment - minutes, moment

    def settle(self, moment: int) -> int:
        """The moment itself."""
        return moment


def _minutes(hours: Hours) -> int:
    return sum(end - begin for begin, end in hours)


ALL_HOURS = AllHours()
STANDARD_WEEK: tuple[Hours, ...] = (STANDARD,) * 5 + ((), ())
"""Monday to Friday, 8 to 12 and 13 to 17."""
