"""The months of a plan on a page: all to one scale, or those that hold more drawn wider."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from sharedprog.domain.plan.gantt_scale import Tick, months
from sharedprog.reports.gantt_tiles import Scale, Tile, scale_of, years_of

_EMPTY, _ONE, _EACH = 0.3, 1.0, 0.45
"""The weight of a month that holds nothing, of one that holds a milestone, and what each further one adds."""


@dataclass(frozen=True)
class Uneven(Tile):
    """Months of uneven width: ``starts`` in days from the first day and ``edges`` in points, the ends with them."""

    starts: tuple[float, ...] = ()
    edges: tuple[float, ...] = ()

    def at(self, days: float) -> float:
        """Points from its left edge; within a month every day is as wide as another."""
        place = min(max(bisect_right(self.starts, days) - 1, 0), len(self.starts) - 2)
        part = (days - self.starts[place]) / (self.starts[place + 1] - self.starts[place])
        return self.edges[place] + part * (self.edges[place + 1] - self.edges[place])


def scale(days: Sequence[date], busy: Sequence[date], width: float) -> Tile:
    """Whole months around these days, each as wide as the number of ``busy`` days in it asks for; even without any."""
    first, last = min(days).replace(day=1), max(days)
    last_of_all = (last.year, last.month) == (date.max.year, 12)
    end = date.max if last_of_all else (last.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    if not busy:
        return Tile(0, first, end, 0.0, width)
    counts = Counter((each.year, each.month) for each in busy)
    ticks = months(first, end)
    weights = []
    for tick in ticks:
        day = first + timedelta(days=int(tick.x0))
        count = counts[day.year, day.month]
        weights.append((_ONE + _EACH * (count - 1) if count else _EMPTY) * (tick.x1 - tick.x0))
    pitch = width / sum(weights)
    edges = accumulate((weight * pitch for weight in weights), initial=0.0)
    starts = (*(tick.x0 for tick in ticks), ticks[-1].x1)
    return Uneven(0, first, end, 0.0, width, starts=starts, edges=tuple(edges))


def head_of(tile: Tile) -> Scale:
    """The two lines of the head: years above months where the months are uneven."""
    if not isinstance(tile, Uneven):
        return scale_of(tile)
    short = (Tick(tick.x0, tick.x1, tick.label[:3]) for tick in months(tile.first, tile.last))
    return Scale(years_of(tile.first, tile.last, 1), tuple(short))
