"""The links of a Gantt chart on paper: thin lines from bar to bar, an arrow head where the second begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from reportlab.lib.colors import Color

from sharedprog.domain.plan.gantt_links import GanttLink
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_bars import CRITICAL
from sharedprog.reports.gantt_plot import Plot
from sharedprog.reports.styles import MUTED

LINE = 0.55
_HEAD = 3.4
_HALF_HEAD = 1.6

Point = tuple[float, float]


def links_by_row(links: Iterable[GanttLink]) -> dict[int, list[GanttLink]]:
    """Each link under both of its rows."""
    found: dict[int, list[GanttLink]] = {}
    for link in links:
        for row in (link.from_row, link.to_row):
            found.setdefault(row, []).append(link)
    return found


def draw_links(canvas: PackCanvas, plot: Plot, by_row: dict[int, list[GanttLink]]) -> None:
    """The links that begin or end on this sheet, as far as it shows them; critical ones above the others."""
    seen: dict[str, GanttLink] = {}
    for row in plot.rows:
        if not row.goes_on:
            seen.update((link.dependency_id, link) for link in by_row.get(row.index, ()))
    for critical in (False, True):
        colour = CRITICAL if critical else MUTED
        _draw(canvas, plot, [link for link in seen.values() if link.critical == critical], colour)


def _draw(canvas: PackCanvas, plot: Plot, links: Sequence[GanttLink], colour: Color) -> None:
    """All lines in one stroke, then all heads in one fill."""
    strokes, fills = canvas.beginPath(), canvas.beginPath()
    begin, end = plot.tile.begin, plot.tile.begin + plot.tile.days
    drawn = False
    for link in links:
        across = [x for x, _y in link.points]
        if min(across) > end or max(across) < begin:
            continue
        points = [(plot.x(x), plot.y(y)) for x, y in link.points]
        strokes.moveTo(*points[0])
        for point in points[1:]:
            strokes.lineTo(*point)
        for corner, point in enumerate(_head(points)):
            (fills.lineTo if corner else fills.moveTo)(*point)
        fills.close()
        drawn = True
    if drawn:
        canvas.setStrokeColor(colour)
        canvas.setFillColor(colour)
        canvas.setLineWidth(LINE)
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
