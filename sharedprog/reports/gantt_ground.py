"""What the bars of a Gantt chart stand on: the scale above them, rests, months, boards, the day of the data, Day 1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.plan.gantt_scale import GanttLine, Tick, lines, resting
from sharedprog.domain.programme import Programme
from sharedprog.domain.words import day_words, short_day
from sharedprog.reports import fonts
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_names import NAME
from sharedprog.reports.gantt_palette import GHOST, REST
from sharedprog.reports.gantt_plot import GUTTER, Plot
from sharedprog.reports.gantt_tiles import Scale, Tile, scale_of
from sharedprog.reports.styles import ACCENT, BOLD_FACE, HAIRLINE, INK, LINE, MUTED, REGULAR_FACE, STRONG_LINE, WHITE

BAND = 13.0
"""Points of one line of the head."""
_UP = 4.0
_STRONG = 1.0
_LEAST_FOR_RESTS = 0.8
_BETWEEN = 4.0


@dataclass(frozen=True)
class Ground:
    """What one stretch of months stands on, the same on all its sheets; days count from the tile's first day."""

    tile: Tile
    scale: Scale
    rests: tuple[tuple[float, float], ...]
    boards: tuple[GanttLine, ...]
    days: tuple[GanttLine, ...]

    @property
    def head_height(self) -> float:
        """Points of two lines of scale, one for boards and one for days where there are any."""
        return BAND * (2 + bool(self.boards) + bool(self.days))


def ground(tile: Tile, programme: Programme, calendar: WorkingCalendar, as_at: date) -> Ground:
    """Rests are left out where they would be too fine to see."""
    found = lines(programme, as_at, tile.first, tile.last)
    return Ground(
        tile,
        scale_of(tile),
        resting(calendar, tile.first, tile.last) if tile.scale >= _LEAST_FOR_RESTS else (),
        tuple(line for line in found if line.kind in ("board", "held")),
        tuple(line for line in found if line.kind in ("today", "day_one")),
    )


def draw_rests(canvas: PackCanvas, plot: Plot, under: Ground) -> None:
    """Days on which nobody works, as light stripes."""
    canvas.setFillColor(REST)
    for x0, x1 in under.rests:
        begin, end = under.tile.at(x0), under.tile.at(x1)
        canvas.rect(plot.left + begin, plot.bottom, end - begin, plot.top - plot.bottom, stroke=0, fill=1)


def draw_lines(canvas: PackCanvas, plot: Plot, under: Ground) -> None:
    """Months as hairlines, boards dashed while they are to come, the days that matter stronger."""
    canvas.setLineWidth(HAIRLINE)
    canvas.setStrokeColor(LINE)
    for tick in under.scale.upper:
        _down(canvas, plot, under.tile.at(tick.x0), plot.top)
    for line in under.boards:
        canvas.setStrokeColor(GHOST if line.kind == "board" else STRONG_LINE)
        canvas.setDash([2, 2] if line.kind == "board" else [])
        _down(canvas, plot, under.tile.at(line.x), plot.top + (BAND if under.days else 0))
    canvas.setDash([])
    for line in under.days:
        canvas.setStrokeColor(ACCENT if line.kind == "today" else INK)
        canvas.setDash([] if line.kind == "today" else [4, 2])
        canvas.setLineWidth(_STRONG)
        _down(canvas, plot, under.tile.at(line.x), plot.top)
        canvas.setDash([])


def _down(canvas: PackCanvas, plot: Plot, x: float, top: float) -> None:
    canvas.line(plot.left + x, top, plot.left + x, plot.bottom)


def draw_head(canvas: PackCanvas, plot: Plot, under: Ground) -> None:
    """The scale and the labels of the lines, above the first row."""
    at = under.tile.at
    upper = plot.top + under.head_height - BAND
    canvas.setStrokeColor(STRONG_LINE)
    canvas.setLineWidth(HAIRLINE)
    for tick in under.scale.upper:
        x = plot.left + at(tick.x0)
        canvas.line(x, upper, x, upper + BAND)
        _label(canvas, tick, x, upper, at(tick.x1) + plot.left, face=BOLD_FACE)
    for tick in under.scale.lower:
        x = plot.left + at(tick.x0)
        canvas.line(x, upper - BAND, x, upper - BAND + _UP)
        _label(canvas, tick, x, upper - BAND, at(tick.x1) + plot.left, face=REGULAR_FACE)
    if under.boards:
        _board_labels(canvas, plot, under, plot.top + (BAND if under.days else 0))
    _day_labels(canvas, plot, under)


def _label(canvas: PackCanvas, tick: Tick, x: float, y: float, end: float, *, face: str) -> None:
    """The label of a tick where it has the room."""
    if x + fonts.width(tick.label, face, NAME.size) + 2 <= end + 1:
        colour = INK if face == BOLD_FACE else MUTED
        canvas.write(x + 2, y + _UP, tick.label, face=face, size=NAME.size, colour=colour)


def _board_labels(canvas: PackCanvas, plot: Plot, under: Ground, y: float) -> None:
    """Each board's number at its line, the first with the word before it; numbers that would touch are left out."""
    end = plot.left - GUTTER
    for line in under.boards:
        x = plot.left + under.tile.at(line.x)
        number = line.label.removeprefix("board ")
        right = x + _width(number) / 2
        text = f"Board {number}" if line is under.boards[0] and line.label != number else number
        left = max(right - _width(text), plot.left - GUTTER)
        if left < end or left + _width(text) > plot.right + GUTTER:
            continue
        colour = INK if line.kind == "board" else MUTED
        end = left + canvas.write(left, y + _UP, text, size=NAME.size, colour=colour) + _BETWEEN / 2


def _width(text: str) -> float:
    return fonts.width(text, REGULAR_FACE, NAME.size)


def _day_labels(canvas: PackCanvas, plot: Plot, under: Ground) -> None:
    """The day of the data and Day 1, in words, on whichever sides of their lines they do not touch."""
    if not under.days:
        return
    places = [plot.left + under.tile.at(line.x) for line in under.days]
    for words in (_long, _short):
        texts = [words(line) for line in under.days]
        for sides in product((True, False), repeat=len(texts)):
            spans = [_beside(x, text, right=side) for x, text, side in zip(places, texts, sides, strict=True)]
            apart = all(first[1] + _BETWEEN <= second[0] for first, second in pairwise(spans))
            if apart and spans[0][0] >= plot.left - GUTTER and spans[-1][1] <= plot.right + GUTTER:
                for line, text, span in zip(under.days, texts, spans, strict=True):
                    colour = ACCENT if line.kind == "today" else INK
                    y = plot.top + _UP
                    canvas.setFillColor(WHITE)
                    canvas.rect(span[0] - 1, y - 2, span[1] - span[0] + 2, NAME.size + 0.5, stroke=0, fill=1)
                    canvas.write(span[0], y, text, face=BOLD_FACE, size=NAME.size, colour=colour)
                return


def _beside(x: float, text: str, *, right: bool) -> tuple[float, float]:
    width = fonts.width(text, BOLD_FACE, NAME.size)
    return (x + 3, x + 3 + width) if right else (x - 3 - width, x - 3)


def _long(line: GanttLine) -> str:
    return f"Data as at {day_words(line.day)}" if line.kind == "today" else f"{line.label}, {day_words(line.day)}"


def _short(line: GanttLine) -> str:
    return f"Data {short_day(line.day)}" if line.kind == "today" else line.label
