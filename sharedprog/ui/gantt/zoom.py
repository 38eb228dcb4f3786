"""How close the chart is looked at: from single days to quarters, and what its head then says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from sharedprog.domain.plan.gantt_scale import Tick, months, weeks
from sharedprog.domain.plan.gantt_window import day_x

Ticks = Callable[[date, date], tuple[Tick, ...]]
"""The ticks between two days, their places counted from the first day of year 1."""


def _placed(ticks: tuple[Tick, ...], first: date) -> tuple[Tick, ...]:
    begin = day_x(first)
    return tuple(Tick(begin + tick.x0, begin + tick.x1, tick.label) for tick in ticks)


def _months(first: date, last: date) -> tuple[Tick, ...]:
    begin = first.replace(day=1)
    return _placed(months(begin, last), begin)


def _month_names(first: date, last: date) -> tuple[Tick, ...]:
    return tuple(Tick(tick.x0, tick.x1, tick.label[:3]) for tick in _months(first, last))


def _weeks(first: date, last: date) -> tuple[Tick, ...]:
    begin = first - timedelta(days=first.weekday())
    return _placed(weeks(begin, last), begin)


def _mondays(first: date, last: date) -> tuple[Tick, ...]:
    return tuple(Tick(tick.x0, tick.x1, tick.label.partition(" ")[0]) for tick in _weeks(first, last))


def _days(first: date, last: date) -> tuple[Tick, ...]:
    begin = day_x(first)
    days = range((last - first).days + 1)
    return tuple(Tick(begin + x, begin + x + 1, str((first + timedelta(days=x)).day)) for x in days)


def _years(first: date, last: date) -> tuple[Tick, ...]:
    years = range(first.year, last.year + 1)
    return tuple(Tick(day_x(date(year, 1, 1)), day_x(date(year, 12, 31)) + 1, f"{year:04d}") for year in years)


@dataclass(frozen=True)
class Zoom:
    """``pitch`` is the width of a day in pixels at 100 %; ``upper`` and ``lower`` are the two lines of the head."""

    name: str
    pitch: float
    upper: Ticks
    lower: Ticks


DAY = Zoom("Day", 26.0, _months, _days)
WEEK = Zoom("Week", 11.0, _months, _weeks)
MONTH = Zoom("Month", 4.0, _months, _mondays)
QUARTER = Zoom("Quarter", 1.4, _years, _month_names)
ZOOMS = (DAY, WEEK, MONTH, QUARTER)
"""From the closest to the farthest."""


def closer(zoom: Zoom, steps: int) -> Zoom:
    """The zoom so many steps closer, or farther where negative, as far as there is one."""
    place = ZOOMS.index(zoom) - steps
    return ZOOMS[min(max(place, 0), len(ZOOMS) - 1)]
