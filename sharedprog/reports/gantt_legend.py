"""The legend of a Gantt chart: each sign drawn as it is in the chart, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sharedprog.domain.plan.gantt import Gantt
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_arrows import draw_arrow
from sharedprog.reports.gantt_bars import beam, milestone_diamond, task_bar
from sharedprog.reports.gantt_ground import Ground
from sharedprog.reports.gantt_palette import GHOST, REST
from sharedprog.reports.lines import Part
from sharedprog.reports.styles import MUTED, SMALL
from sharedprog.reports.text import unbroken

LEGEND = SMALL
_APART = "      "


@dataclass(frozen=True)
class Sign:
    """A drawing that stands in a line of text; the painter takes the canvas, its left edge and its middle height."""

    points: float
    paint: Callable[[PackCanvas, float, float], None]

    def width(self, _size: float) -> float:
        """Its own width and a little room behind it."""
        return self.points + 4

    def draw(self, canvas: PackCanvas, x: float, baseline: float, size: float) -> None:
        """Around the middle of the small letters."""
        self.paint(canvas, x, baseline + size * 0.3)


def legend(chart: Gantt, grounds: Sequence[Ground]) -> list[Part]:
    """Only what the chart holds; one entry is never parted."""
    parts: list[Part] = []
    for points, paint, words in _entries(chart, grounds):
        parts += [_APART] if parts else []
        parts += [Sign(points, paint), unbroken(words)]
    return parts


Entry = tuple[float, Callable[[PackCanvas, float, float], None], str]


def _entries(chart: Gantt, grounds: Sequence[Ground]) -> Iterator[Entry]:
    rows = chart.rows
    if any(not row.summary and not row.milestone for row in rows):
        yield 26, _half_done, "task, the dark part done"
    if any(row.critical and not row.summary and not row.milestone for row in rows):
        yield 26, _critical, "hatched: critical, it has no float"
    if any(row.summary for row in rows):
        yield 26, _beam, "summary task"
    if any(row.milestone for row in rows):
        yield 9, _reached, "milestone reached"
        yield 9, _to_come, "milestone to come"
    if any(row.milestone and row.critical and not row.done for row in rows):
        yield 9, _critical_milestone, "critical milestone"
    if any(row.baseline is not None for row in rows):
        yield 26, _baseline, "baseline"
    if chart.links:
        yield 16, _arrow, "waits for"
    if any(each.rests for each in grounds):
        yield 9, _rest, "no working day"


def _half_done(canvas: PackCanvas, x: float, y: float) -> None:
    task_bar(canvas, x, y - 3.3, 26, 6.6, 13, critical=False)


def _critical(canvas: PackCanvas, x: float, y: float) -> None:
    task_bar(canvas, x, y - 3.3, 26, 6.6, 0, critical=True)


def _beam(canvas: PackCanvas, x: float, y: float) -> None:
    beam(canvas, (x, x + 26), (y + 2, y, y - 3), (True, True))


def _reached(canvas: PackCanvas, x: float, y: float) -> None:
    milestone_diamond(canvas, x + 4.5, y, done=True, critical=False)


def _to_come(canvas: PackCanvas, x: float, y: float) -> None:
    milestone_diamond(canvas, x + 4.5, y, done=False, critical=False)


def _critical_milestone(canvas: PackCanvas, x: float, y: float) -> None:
    milestone_diamond(canvas, x + 4.5, y, done=False, critical=True)


def _baseline(canvas: PackCanvas, x: float, y: float) -> None:
    canvas.setFillColor(GHOST)
    canvas.rect(x, y - 0.8, 26, 1.6, stroke=0, fill=1)


def _arrow(canvas: PackCanvas, x: float, y: float) -> None:
    draw_arrow(canvas, [(x, y), (x + 16, y)], MUTED)


def _rest(canvas: PackCanvas, x: float, y: float) -> None:
    canvas.setFillColor(REST)
    canvas.setStrokeColor(GHOST)
    canvas.setLineWidth(0.4)
    canvas.rect(x, y - 3.8, 8, 7.6, stroke=1, fill=1)
