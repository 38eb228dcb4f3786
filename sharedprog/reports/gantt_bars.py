"""The bars of a Gantt chart on paper: what is done is dark, what is left is light, critical is hatched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sharedprog.domain.plan.gantt_rows import BAR, BASELINE, SUMMARY, GanttRow
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_labels import draw_label, draw_later
from sharedprog.reports.gantt_palette import CRITICAL, CRITICAL_TINT, DONE, GHOST, LEFT
from sharedprog.reports.gantt_plot import Plot
from sharedprog.reports.styles import ACCENT, INK, WHITE

_OUTLINE = 0.6
_HATCH = 2.8
_HATCH_LINE = 0.75
_LEAST_WIDTH = 1.6
_DIAMOND = 4.4
_GHOST_DIAMOND = 2.2


def draw_baselines(canvas: PackCanvas, plot: Plot, rows: Sequence[GanttRow]) -> None:
    """A grey strip below each bar, a small grey diamond below each milestone: what was planned."""
    canvas.setFillColor(GHOST)
    for row in rows:
        seen = plot.stretch(row.baseline)
        if seen is None:
            continue
        top, bottom = (plot.y(row.index + part) for part in BASELINE)
        if row.milestone:
            diamond(canvas, seen[0], (top + bottom) / 2, _GHOST_DIAMOND, stroke=0)
        else:
            canvas.rect(seen[0], bottom, max(seen[1] - seen[0], _LEAST_WIDTH), top - bottom, stroke=0, fill=1)


def draw_bars(canvas: PackCanvas, plot: Plot, rows: Sequence[GanttRow], as_at: date) -> None:
    """The bar of every row that is seen here, and the words beside it."""
    for row in rows:
        seen = plot.stretch(row.bar)
        if seen is None or row.bar is None:
            draw_later(canvas, plot, row)
            continue
        if row.milestone:
            _milestone(canvas, plot, row, seen[0])
            draw_label(canvas, plot, row, as_at, (seen[0] - _DIAMOND, seen[0] + _DIAMOND))
            continue
        if row.summary:
            _summary(canvas, plot, row, seen)
        else:
            _task(canvas, plot, row, seen, min(plot.x(row.bar.done), seen[1]))
        draw_label(canvas, plot, row, as_at, seen)


def _task(canvas: PackCanvas, plot: Plot, row: GanttRow, seen: tuple[float, float], done: float) -> None:
    top, bottom = (plot.y(row.index + part) for part in BAR)
    left, width = seen[0], max(seen[1] - seen[0], _LEAST_WIDTH)
    done_width = width if row.done else min(max(done - left, 0.0), width)
    task_bar(canvas, left, bottom, width, top - bottom, done_width, critical=row.critical)


def task_bar(
    canvas: PackCanvas, x: float, y: float, width: float, height: float, done: float, *, critical: bool
) -> None:
    """One bar with its lower left corner at x, y; ``done`` points of it are done."""
    ink = CRITICAL if critical else DONE
    canvas.setLineWidth(_OUTLINE)
    canvas.setStrokeColor(CRITICAL if critical else ACCENT)
    canvas.setFillColor(CRITICAL_TINT if critical else LEFT)
    canvas.rect(x, y, width, height, stroke=1, fill=1)
    if critical and width > done:
        hatch(canvas, x + done, y, width - done, height)
    if done > 0:
        canvas.setFillColor(ink)
        canvas.rect(x, y, done, height, stroke=0, fill=1)


def hatch(canvas: PackCanvas, x: float, y: float, width: float, height: float) -> None:
    """Slanting lines that fill a rectangle and end at its edges."""
    path = canvas.beginPath()
    offset = -height + _HATCH / 2
    while offset < width:
        begin, end = max(offset, 0.0), min(offset + height, width)
        path.moveTo(x + begin, y + begin - offset)
        path.lineTo(x + end, y + end - offset)
        offset += _HATCH
    canvas.setStrokeColor(CRITICAL)
    canvas.setLineWidth(_HATCH_LINE)
    canvas.drawPath(path, stroke=1, fill=0)


def _summary(canvas: PackCanvas, plot: Plot, row: GanttRow, seen: tuple[float, float]) -> None:
    """A beam with a tip at each end that is an end of the work and not of the sheet."""
    if row.bar is None:
        return
    top, middle = (plot.y(row.index + part) for part in SUMMARY)
    tips = (row.bar.x0 >= plot.tile.begin, row.bar.x1 <= plot.tile.begin + plot.tile.days)
    beam(canvas, seen, (top, middle, plot.y(row.index + BAR[1])), tips)


def beam(
    canvas: PackCanvas, ends: tuple[float, float], levels: tuple[float, float, float], tips: tuple[bool, bool]
) -> None:
    """A beam between two levels whose tips reach down to the third."""
    left, right = ends[0], max(ends[1], ends[0] + _LEAST_WIDTH)
    top, middle, bottom = levels
    tip = min(4.0, (right - left) / 2)
    path = canvas.beginPath()
    path.moveTo(left, top)
    path.lineTo(right, top)
    if tips[1]:
        path.lineTo(right, bottom)
        path.lineTo(right - tip, middle)
    else:
        path.lineTo(right, middle)
    if tips[0]:
        path.lineTo(left + tip, middle)
        path.lineTo(left, bottom)
    else:
        path.lineTo(left, middle)
    path.close()
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


def _milestone(canvas: PackCanvas, plot: Plot, row: GanttRow, x: float) -> None:
    top, bottom = (plot.y(row.index + part) for part in BAR)
    milestone_diamond(canvas, x, (top + bottom) / 2, done=row.done, critical=row.critical)


def milestone_diamond(canvas: PackCanvas, x: float, y: float, *, done: bool, critical: bool) -> None:
    """Dark when it is reached, light with a dark edge when it is to come, red with a dark core when critical."""
    ink = CRITICAL if critical and not done else INK
    canvas.setStrokeColor(ink)
    canvas.setLineWidth(1.0)
    canvas.setFillColor(ink if done else WHITE)
    diamond(canvas, x, y, _DIAMOND, stroke=1)
    if critical and not done:
        canvas.setFillColor(ink)
        diamond(canvas, x, y, _DIAMOND - 2, stroke=0)


def diamond(canvas: PackCanvas, x: float, y: float, radius: float, *, stroke: int) -> None:
    """A square on its tip in the colours that are set, its middle at x, y."""
    path = canvas.beginPath()
    path.moveTo(x, y + radius)
    for corner in ((x + radius, y), (x, y - radius), (x - radius, y)):
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=1)
