"""The links of a Gantt chart on paper: thin lines from bar to bar, an arrow head where the second begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from reportlab.lib.colors import Color

from sharedprog.domain.plan.gantt import Gantt
from sharedprog.domain.plan.gantt_links import GanttLink
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_palette import CRITICAL, GHOST
from sharedprog.reports.gantt_plot import Plot
from sharedprog.reports.styles import MUTED

_LINE = 0.55
_HEAD = 3.4
_HALF_HEAD = 1.6
_FROM_ELSEWHERE = 9.0

Point = tuple[float, float]
Links = Mapping[int, Sequence[GanttLink]]
"""The links to each row."""


def links_by_row(links: Iterable[GanttLink]) -> Links:
    """Each link under the row of the task that waits."""
    found: dict[int, list[GanttLink]] = {}
    for link in links:
        found.setdefault(link.to_row, []).append(link)
    return found


def draw_links(canvas: PackCanvas, plot: Plot, chart: Gantt, by_row: Links) -> None:
    """The links to the bars of this sheet; what waits for a task on another sheet has the end of the arrow only.

    Between finished tasks they stand back; critical ones are drawn last.
    """
    groups: dict[Color, list[Sequence[Point]]] = {GHOST: [], MUTED: [], CRITICAL: []}
    for row in plot.places:
        for link in by_row.get(row, ()):
            points = _points(plot, chart, link)
            if points:
                finished = chart.rows[link.from_row].done and chart.rows[row].done
                colour = GHOST if finished else CRITICAL if link.critical else MUTED
                groups[colour].append(points)
    for colour, lines in groups.items():
        if lines:
            _draw(canvas, lines, colour)


def _points(plot: Plot, chart: Gantt, link: GanttLink) -> Sequence[Point]:
    """The line in points of the sheet; empty where the bar that waits is not on it."""
    if plot.stretch(chart.rows[link.to_row].bar) is None or not plot.tile.holds(link.points[-1][0], link.points[-1][0]):
        return ()
    if link.from_row in plot.places and plot.stretch(chart.rows[link.from_row].bar) is not None:
        return [(plot.x(x), plot.y(y)) for x, y in link.points]
    (from_x, from_y), (to_x, to_y) = link.points[-2:]
    x, y = plot.x(to_x), plot.y(to_y)
    if from_x == to_x:
        return [(x, y + (_FROM_ELSEWHERE if from_y < to_y else -_FROM_ELSEWHERE)), (x, y)]
    return [(x + (_FROM_ELSEWHERE if from_x > to_x else -_FROM_ELSEWHERE), y), (x, y)]


def draw_arrow(canvas: PackCanvas, points: Sequence[Point], colour: Color) -> None:
    """One line with an arrow head at its last point."""
    _draw(canvas, [points], colour)


def _draw(canvas: PackCanvas, lines: Iterable[Sequence[Point]], colour: Color) -> None:
    """All lines in one stroke, then all heads in one fill."""
    strokes, fills = canvas.beginPath(), canvas.beginPath()
    for points in lines:
        strokes.moveTo(*points[0])
        for point in points[1:]:
            strokes.lineTo(*point)
        tip, left, right = _head(points)
        fills.moveTo(*tip)
        fills.lineTo(*left)
        fills.lineTo(*right)
        fills.close()
    canvas.setStrokeColor(colour)
    canvas.setFillColor(colour)
    canvas.setLineWidth(_LINE)
    canvas.drawPath(strokes, stroke=1, fill=0)
    canvas.drawPath(fills, stroke=0, fill=1)


def _head(points: Sequence[Point]) -> tuple[Point, Point, Point]:
    """A triangle with its tip at the last point, along the last piece that has a length."""
    x, y = points[-1]
    pieces = [pair for pair in pairwise(points) if pair[0] != pair[1]]
    (from_x, from_y), _end = pieces[-1] if pieces else ((x, y + 1), (x, y))
    if abs(from_x - x) > abs(from_y - y):
        back = _HEAD if from_x > x else -_HEAD
        return (x, y), (x + back, y + _HALF_HEAD), (x + back, y - _HALF_HEAD)
    back = _HEAD if from_y > y else -_HEAD
    return (x, y), (x + _HALF_HEAD, y + back), (x - _HALF_HEAD, y + back)
