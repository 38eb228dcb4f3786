"""A Gantt chart across the paper: stretches of months that stand on sheets of their own, and their scales."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sharedprog.domain.plan.gantt_scale import Tick, months, weeks

LEAST_SCALE = 1.6
"""Points a day below which a chart goes on to another sheet."""
LEAST_ON_ONE = 0.8
"""Points a day that will do where all the rows stand on one sheet."""
MOST_TILES = 8
_MONTH_IN_WORDS = 42.0
_MONTH_IN_SHORT = 17.0
_WEEK_IN_WORDS = 28.0
_WEEK_IN_FIGURES = 11.0
_YEAR_IN_WORDS = 26.0


@dataclass(frozen=True)
class Tile:
    """Whole months beside each other; ``begin`` in days from the chart's first day, ``width`` in points.

    The ``closing`` one is the last, to which the very end of the chart belongs.
    """

    number: int
    first: date
    last: date
    begin: float
    width: float
    closing: bool = True

    @property
    def days(self) -> int:
        """How many days it shows."""
        return (self.last - self.first).days + 1

    @property
    def scale(self) -> float:
        """Points a day."""
        return self.width / self.days

    def at(self, days: float) -> float:
        """Points from its left edge for days from its own first day."""
        return days * self.scale

    def x(self, days: float) -> float:
        """Points from its left edge for days from the chart's first day."""
        return self.at(days - self.begin)

    def holds(self, x0: float, x1: float) -> bool:
        """Whether something from one day to another is seen on it; a moment between two tiles is on the later."""
        end = self.begin + self.days
        if x0 == x1:
            return self.begin <= x0 < end or (self.closing and x0 == end)
        return x0 < end and x1 > self.begin

    @property
    def words(self) -> str:
        """``Oct 2026 – Jan 2027``."""
        ends = [months(day, day)[0].label for day in (self.first, self.last)]
        return " – ".join(dict.fromkeys(ends))


def tiles(first: date, last: date, first_room: float, other_room: float, least: float = LEAST_SCALE) -> list[Tile]:
    """Tiles cut between months; the first has less room than the others, which repeat fewer columns.

    Together they show every day once. ``least`` is points a day; beyond ``MOST_TILES`` the scale gives way.
    """
    wanted = ((last - first).days + 1) * least
    count = 1
    while first_room + (count - 1) * other_room < wanted and count < MOST_TILES:
        count += 1
    rooms = [first_room] + [other_room] * (count - 1)
    starts = _starts(first, last, rooms)
    ends = [start - timedelta(days=1) for start in starts[1:]] + [last]
    return [
        Tile(number, start, end, float((start - first).days), room, closing=end == last)
        for number, (start, end, room) in enumerate(zip(starts, ends, rooms, strict=False))
    ]


def _starts(first: date, last: date, rooms: Sequence[float]) -> list[date]:
    """The first days of the tiles: first days of months nearest to an even scale, each later than the one before."""
    starts, room = [first], 0.0
    days = (last - first).days + 1
    for each in rooms[:-1]:
        room += each
        start = _nearest_month(first + timedelta(days=round(days * room / sum(rooms))))
        if starts[-1] < start <= last:
            starts.append(start)
    return starts


def _nearest_month(day: date) -> date:
    """The first of this month or of the next."""
    if day.day <= 15 or (day.year, day.month) == (date.max.year, 12):
        return day.replace(day=1)
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


@dataclass(frozen=True)
class Scale:
    """The two lines of the head: longer stretches above, shorter ones below; a label too wide is left out."""

    upper: tuple[Tick, ...]
    lower: tuple[Tick, ...]


def scale_of(tile: Tile) -> Scale:
    """Months and the Mondays of their weeks, or years and months, or years alone."""
    month, week = 30 * tile.scale, 7 * tile.scale
    if month >= _MONTH_IN_WORDS:
        lower = weeks(tile.first, tile.last) if week >= _WEEK_IN_FIGURES else ()
        if week < _WEEK_IN_WORDS:
            lower = tuple(Tick(tick.x0, tick.x1, tick.label.partition(" ")[0]) for tick in lower)
        return Scale(months(tile.first, tile.last), lower)
    if month >= _MONTH_IN_SHORT:
        short = (Tick(tick.x0, tick.x1, tick.label[:3]) for tick in months(tile.first, tile.last))
        return Scale(years_of(tile.first, tile.last, 1), tuple(short))
    step = next((step for step in (1, 2, 5, 10, 50, 100) if 365 * step * tile.scale >= _YEAR_IN_WORDS), 1000)
    return Scale(years_of(tile.first, tile.last, step), ())


def years_of(first: date, last: date, step: int) -> tuple[Tick, ...]:
    """Years, or stretches of so many years, labelled by the first of each."""
    begins = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1) if year % step == 0]
    edges = [first, *begins]
    ends = [float((begin - first).days) for begin in begins] + [float((last - first).days + 1)]
    return tuple(
        Tick(float((begin - first).days), end, f"{begin.year:04d}") for begin, end in zip(edges, ends, strict=True)
    )
