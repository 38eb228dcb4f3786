"""The milestone trend as a drawing: boards across, forecasts upwards, names at the right; for screen and paper alike.

A line that rises slips, one that falls comes sooner, a level one holds; each ends at the diagonal, on which the day
of a board is the day that was forecast.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sharedprog.domain.plan.gantt_scale import months
from sharedprog.domain.plan.milestone_trend import MilestoneTrend, Trend, TrendColumn

AHEAD = 183
"""Calendar days after now beyond which a milestone would flatten the lines of all others."""
MARKS = ("circle", "square", "up", "diamond", "down")
"""Shapes that tell lines apart without colour; ``up`` and ``down`` are triangles."""
COLOURS = 6
"""How many colours the painters keep for lines."""
_COLUMN_ROOM, _MONTH_ROOM = 2.2, 1.6
"""The least room between labels, in heights of a line of text."""
_MOST = 16

Point = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """The room for a chart: its size, the margins around the plot, the height of a line of text; all in one unit."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    line: float

    @property
    def end(self) -> float:
        """The right edge of the plot."""
        return self.width - self.right

    @property
    def foot(self) -> float:
        """The lower edge of the plot."""
        return self.height - self.bottom


@dataclass(frozen=True)
class TrendLine:
    """One milestone; ``points`` go from the left, downwards counts positive; ``label_y`` is the middle of its name."""

    milestone: MilestoneTrend
    points: tuple[Point, ...]
    label_y: float
    mark: str
    colour: int

    @property
    def name(self) -> str:
        """``5.1 Merged``."""
        return f"{self.milestone.wbs} {self.milestone.title}".strip()

    @property
    def moved_words(self) -> str:
        """``+5 d``; nothing where it held."""
        moved = self.milestone.moved or 0
        return f"{'+' if moved > 0 else '−'}{abs(moved)}\xa0d" if moved else ""


@dataclass(frozen=True)
class TrendChart:
    """What is to be drawn: ``columns`` and ``levels`` by place and label, the lines; how many had to be left off."""

    frame: Frame
    columns: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, str], ...]
    diagonal: tuple[Point, Point]
    lines: tuple[TrendLine, ...]
    left_off: int


def trend_chart(trend: Trend, frame: Frame) -> TrendChart | None:
    """The lines that say most, as many as there is room to name; ``None`` where there is none to draw."""
    could = [each for each in trend.milestones if len(list(each.open_forecasts)) > 1]
    room = max(int((frame.foot - frame.top) / frame.line), 1)
    drawn = _chosen(trend, could)[: min(room, _MOST)]
    if not drawn:
        return None
    days = [day for each in drawn for _, day in each.open_forecasts]
    first, last = trend.columns[0].day, trend.columns[-1].day
    scale = _Scale(frame, (first, last), (min(first, *days), max(last, *days)))
    told = [
        (each, tuple(scale.point(trend.columns[place].day, day) for place, day in each.open_forecasts))
        for each in drawn
    ]
    told.sort(key=lambda pair: pair[1][-1][1])
    heights = _apart([points[-1][1] for _, points in told], frame)
    return TrendChart(
        frame=frame,
        columns=_columns(trend.columns, scale),
        levels=_levels(scale),
        diagonal=(scale.point(first, first), scale.point(last, last)),
        lines=tuple(
            TrendLine(each, points, height, MARKS[place % len(MARKS)], place % COLOURS)
            for place, ((each, points), height) in enumerate(zip(told, heights, strict=True))
        ),
        left_off=len(trend.milestones) - len(drawn),
    )


def _chosen(trend: Trend, could: list[MilestoneTrend]) -> list[MilestoneTrend]:
    """Those not too far ahead: first what moved and is still to come, then what is to come, then what was reached."""
    end = trend.columns[-1].day + timedelta(days=min(AHEAD, (date.max - trend.columns[-1].day).days))
    near = [each for each in could if all(day <= end for _, day in each.open_forecasts)]

    def rank(each: MilestoneTrend) -> tuple[bool, bool, int, date]:
        done = each.reached is not None or each.gone
        return done, not each.moved, -abs(each.moved or 0), next(day for _, day in reversed(list(each.open_forecasts)))

    return sorted(near, key=rank)


@dataclass(frozen=True)
class _Scale:
    """Days to places."""

    frame: Frame
    across: tuple[date, date]
    up: tuple[date, date]

    def x(self, day: date) -> float:
        """The place of a board."""
        span = (self.across[1] - self.across[0]).days
        part = (day - self.across[0]).days / span if span else 1.0
        return self.frame.left + part * (self.frame.end - self.frame.left)

    def y(self, day: date) -> float:
        """The height of a forecast."""
        span = (self.up[1] - self.up[0]).days
        part = (day - self.up[0]).days / span if span else 0.5
        return self.frame.foot - part * (self.frame.foot - self.frame.top)

    def point(self, board: date, forecast: date) -> Point:
        """What was forecast when a board met."""
        return self.x(board), self.y(forecast)


def _columns(columns: Sequence[TrendColumn], scale: _Scale) -> tuple[tuple[float, str], ...]:
    """Every board's line; from the last backwards, the labels that have room."""
    found: list[tuple[float, str]] = []
    free = scale.frame.width
    for column in reversed(columns):
        x = scale.x(column.day)
        words = "Now" if column.number is None else str(column.number)
        fits = x + _COLUMN_ROOM * scale.frame.line / 2 <= free
        found.append((x, words if fits else ""))
        free = x - _COLUMN_ROOM * scale.frame.line / 2 if fits else free
    return tuple(reversed(found))


def _levels(scale: _Scale) -> tuple[tuple[float, str], ...]:
    """The first days of months, as many as have room for their names."""
    found: list[tuple[float, str]] = []
    for tick in months(*scale.up):
        day = scale.up[0] + timedelta(days=int(tick.x0))
        y = scale.y(day)
        if day.day == 1 and (not found or found[-1][0] - y >= _MONTH_ROOM * scale.frame.line):
            found.append((y, tick.label))
    return tuple(found)


def _apart(heights: Sequence[float], frame: Frame) -> list[float]:
    """Rising heights moved as little as keeps them a line apart and within the plot."""
    moved: list[float] = []
    for height in heights:
        moved.append(max(height, moved[-1] + frame.line) if moved else max(height, frame.top))
    end = frame.foot
    for place in range(len(moved) - 1, -1, -1):
        moved[place] = min(moved[place], end)
        end = moved[place] - frame.line
    return moved
