"""Words beside the bars of a Gantt chart: names and days of milestones, what is late, what begins on a later sheet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reportlab.lib.colors import Color

from sharedprog.domain.plan.gantt_rows import BAR, GanttRow
from sharedprog.domain.words import MONTHS, short_day
from sharedprog.reports import fonts
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_names import NAME
from sharedprog.reports.gantt_palette import CRITICAL
from sharedprog.reports.gantt_plot import Plot
from sharedprog.reports.styles import BOLD_FACE, INK, MUTED, REGULAR_FACE, WHITE

_BESIDE = 3.0
_BELOW = 1.9
_HIGH = 8.2


def draw_label(canvas: PackCanvas, plot: Plot, row: GanttRow, as_at: date, ends: tuple[float, float]) -> None:
    """The name and day of a milestone, and ``late`` at what should be finished, beside the ends of its bar.

    It stands where it has room and hides no baseline; the day alone where there is little room.
    """
    late = not row.done and not row.summary and row.finish is not None and row.finish < as_at
    face, colour = (BOLD_FACE, CRITICAL) if late else (REGULAR_FACE, INK)
    planned = plot.stretch(row.baseline) if row.milestone else None
    fitting = [
        (x, text)
        for text in _words(row, late=late)
        for x in _places(text, face, ends)
        if plot.left <= x and x + _width(text, face) <= plot.right
    ]
    clear = [(x, text) for x, text in fitting if planned is None or not x < planned[0] < x + _width(text, face)]
    for x, text in (clear or fitting)[:1]:
        _write(canvas, plot, row, x, text, face, colour)


def _words(row: GanttRow, *, late: bool) -> Iterator[str]:
    """What could be said, the most first."""
    said = [f"{row.title}, {short_day(row.finish)}", short_day(row.finish)] if row.milestone and row.finish else [""]
    for words in said:
        text = ", ".join(filter(None, (words, "late" if late else "")))
        if text:
            yield text


def _places(text: str, face: str, ends: tuple[float, float]) -> tuple[float, float]:
    """Where it begins behind and before a bar."""
    return ends[1] + _BESIDE, ends[0] - _BESIDE - _width(text, face)


def _width(text: str, face: str) -> float:
    return fonts.width(fonts.shown(text, face).text, face, NAME.size)


def draw_later(canvas: PackCanvas, plot: Plot, row: GanttRow) -> None:
    """At the edge of a sheet that ends before a task begins: the month in which it does."""
    if row.bar is None or row.start is None or plot.x(row.bar.x0) < plot.right:
        return
    text = f"{MONTHS[row.start.month - 1]} {row.start.year:04d} →"
    _write(canvas, plot, row, plot.right - _width(text, REGULAR_FACE), text, REGULAR_FACE, MUTED)


def _write(canvas: PackCanvas, plot: Plot, row: GanttRow, x: float, text: str, face: str, colour: Color) -> None:
    """Words on a white ground, so that no line runs through them."""
    baseline = (plot.y(row.index + BAR[0]) + plot.y(row.index + BAR[1])) / 2 - NAME.size * 0.32
    canvas.setFillColor(WHITE)
    canvas.rect(x - 1, baseline - _BELOW, _width(text, face) + 2, _HIGH, stroke=0, fill=1)
    canvas.write(x, baseline, text, face=face, size=NAME.size, colour=colour)
