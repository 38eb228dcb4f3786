"""Where a sheet of a Gantt chart shows a day and a row, in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from sharedprog.domain.plan.gantt_rows import Bar
from sharedprog.reports.gantt_names import ROW_HEIGHT, NameRow
from sharedprog.reports.gantt_tiles import Tile

GUTTER = 6.0
"""Points left and right of the first and the last day, for diamonds and arrow heads that stand on them."""


@dataclass(frozen=True)
class Plot:
    """The part of a sheet that holds the bars.

    ``edges`` are the y of the edges between its rows from the top downwards, ``places`` the place of each row of
    the chart whose bar is here.
    """

    tile: Tile
    left: float
    edges: tuple[float, ...]
    places: Mapping[int, int]

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.tile.width

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.edges[0]

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.edges[-1]

    def x(self, days: float) -> float:
        """The place of days from the chart's first day; outside of the plot for days of another tile."""
        return self.left + self.tile.x(days)

    def stretch(self, bar: Bar | None) -> tuple[float, float] | None:
        """The left and right end of what is seen of a bar here."""
        if bar is None or not self.tile.holds(bar.x0, bar.x1):
            return None
        return max(self.x(bar.x0), self.left), min(self.x(bar.x1), self.right)

    def y(self, row: float) -> float:
        """The place of a chart's ``y``: a whole number is the upper edge of a row, between them lies its bar.

        The bar keeps its thickness in the middle of a higher row. Raises ``KeyError`` for a row that is not here.
        """
        index, part = int(row), row - int(row)
        if not part:
            return self.edges[self.places[index]] if index in self.places else self.edges[self.places[index - 1] + 1]
        place = self.places[index]
        return (self.edges[place] + self.edges[place + 1]) / 2 + (0.5 - part) * ROW_HEIGHT


def plot(tile: Tile, left: float, top: float, rows: Sequence[NameRow]) -> Plot:
    """The rows one below the other from the top, beside each other with the bars of the tile."""
    edges = accumulate((-row.height for row in rows), initial=top)
    places = {row.index: place for place, row in enumerate(rows) if not row.goes_on}
    return Plot(tile, left, tuple(edges), places)
