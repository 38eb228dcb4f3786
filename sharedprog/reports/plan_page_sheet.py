"""The drawing of a plan on a page: lanes with their ratings, marks against the months, days that matter, a legend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import accumulate

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from sharedprog.domain.plan.plan_page import PlanOnAPage
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words, short_day
from sharedprog.reports import lines
from sharedprog.reports.blocks import Block
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_bars import diamond, milestone_diamond
from sharedprog.reports.gantt_ground import BAND, Ground, draw_head, draw_lines, ground
from sharedprog.reports.gantt_legend import Sign
from sharedprog.reports.gantt_palette import GHOST
from sharedprog.reports.gantt_plot import GUTTER, Plot
from sharedprog.reports.lines import Line, Part
from sharedprog.reports.plan_page_layout import Label, LaneRow, Layout, Placed, Room, lay_out
from sharedprog.reports.plan_page_scale import Uneven, head_of
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import ACCENT, HAIRLINE, INK, SMALL, STRONG_LINE, STRONG_RULE, WHITE
from sharedprog.reports.text import unbroken
from sharedprog.reports.wording import listed

NAMES = 0.135
"""The share of the width that the names of the lanes take."""
LEAST_NAMES = 104.0
_GHOST = 2.6
_ABOVE_CHART = 6.0
_MOST_EMPTY = 6


class PlanSheet(Block):
    """All that is left of a page; it is never parted."""

    def __init__(self, view: View, page: PlanOnAPage) -> None:
        super().__init__()
        self.view, self.page = view, page
        self._layout: Layout | None = None
        self._legend: list[Line] = []
        self._note: list[Line] = []

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """As much as there is."""
        self.width, self.height = width, room
        names = max(width * NAMES, LEAST_NAMES)
        days = [self.view.as_at]
        if self.view.programme.settings.day_one is not None:
            days.append(self.view.programme.settings.day_one)
        self._legend = self._set(_legend(self.view, self.page), width)
        most = self._set(_note(self.page, len(self.page.in_order), uneven=True), width)
        free = room - (len(most) + len(self._legend)) * SMALL.leading - _ABOVE_CHART - 4 * BAND
        self._layout = lay_out(self.page, Room(names, width - names - 2 * GUTTER, free, tuple(days)))
        uneven = isinstance(self._layout.tile, Uneven)
        self._note = self._set(_note(self.page, self._layout.left_out, uneven=uneven), width)
        return width, room

    def split(self, _width: float, _room: float) -> list[Flowable]:
        """Never: it was made for the room."""
        return []

    def draw(self) -> None:
        """Legend and note, scale and lines, lane by lane."""
        layout = self._layout
        if layout is None:
            raise RuntimeError("A sheet is measured before it is drawn")
        canvas, top = self.sheet, self.height
        for text in (self._legend, self._note):
            if text:
                with canvas.content(Element("P")):
                    lines.paint(canvas, text, SMALL, 0, top, self.width)
                top -= len(text) * SMALL.leading
        programme, calendar = self.view.programme, self.view.schedule.calendar
        under = replace(ground(layout.tile, programme, calendar, self.view.as_at), scale=head_of(layout.tile))
        left = self.width - layout.tile.width - GUTTER
        top -= _ABOVE_CHART + under.head_height
        edges = accumulate((-row.height for row in layout.rows), initial=top)
        place = Plot(layout.tile, left, tuple(edges), {})
        with canvas.artifact():
            draw_lines(canvas, place, under)
            self._draw_rules(canvas, place)
        with canvas.content(Element("Figure", alternative=_scale_words(layout, under))):
            draw_head(canvas, place, under)
        for row, edge in zip(layout.rows, place.edges, strict=False):
            self._draw_lane(canvas, row, edge, left)

    def _draw_rules(self, canvas: PackCanvas, place: Plot) -> None:
        canvas.setStrokeColor(STRONG_LINE)
        canvas.setLineWidth(HAIRLINE)
        for y in place.edges[1:]:
            canvas.line(0, y, self.width, y)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(STRONG_RULE)
        canvas.line(0, place.top, self.width, place.top)

    def _draw_lane(self, canvas: PackCanvas, row: LaneRow, edge: float, left: float) -> None:
        """Its name as a heading, then its milestones as a list."""
        with canvas.content(Element("H2")):
            middle = edge - (row.height - row.name.height) / 2
            lines.paint(canvas, row.name.lines, row.name.style, 0, middle, row.name.width)
        with canvas.artifact():
            for each in row.placed:
                _draw_mark(canvas, each, edge, left)
        with canvas.inside(Element("L")):
            for each in row.placed:
                with canvas.inside(Element("LI")), canvas.content(Element("LBody")):
                    _draw_label(canvas, each.label, left + each.left, edge - each.label_top)

    def _set(self, parts: list[Part], width: float) -> list[Line]:
        return lines.set_lines(lines.read(parts, SMALL), width, SMALL.size) if parts else []


def _draw_mark(canvas: PackCanvas, each: Placed, edge: float, left: float) -> None:
    """The mark, and where it was planned with a line from there."""
    x, y = left + each.x, edge - each.mark
    if each.ghost is not None:
        canvas.setStrokeColor(GHOST)
        canvas.setFillColor(GHOST)
        canvas.setLineWidth(0.8)
        canvas.line(left + each.ghost, y, x, y)
        diamond(canvas, left + each.ghost, y, _GHOST, stroke=0)
    milestone_diamond(canvas, x, y, done=each.milestone.done, critical=each.milestone.critical)


def _draw_label(canvas: PackCanvas, label: Label, x: float, top: float) -> None:
    """Words on a white ground, so that no line runs through them."""
    with canvas.artifact():
        canvas.setFillColor(WHITE)
        canvas.rect(x - 1, top - label.height, label.width + 2, label.height, stroke=0, fill=1)
    lines.paint(canvas, label.lines, label.style, x, top, label.width)


def _scale_words(layout: Layout, under: Ground) -> str:
    """What the scale and its lines show."""
    said = [f"Scale: {layout.tile.words}"]
    for line in (*under.days, *under.boards):
        name = "Data as at" if line.kind == "today" else line.label[:1].upper() + line.label[1:]
        said.append(f"{name} {day_words(line.day)}")
    return "; ".join(said) + "."


def _note(page: PlanOnAPage, left_out: int, *, uneven: bool) -> list[Part]:
    """What is not on the sheet, and what a reader might take amiss."""
    said: list[str] = []
    if left_out:
        verb, every = "is" if left_out == 1 else "are", counted(len(page.in_order), "milestone")
        first = "those at Day 1, on the day of a board, critical or late came first"
        said.append(f"{left_out} of {every} {verb} left out for want of room: {first}.")
    if page.undated:
        said.append(f"{counted(page.undated, 'milestone').capitalize()} without a date.")
    if page.empty:
        more = len(page.empty) - _MOST_EMPTY
        names = [*page.empty[:_MOST_EMPTY], *([f"{more} more"] if more > 0 else [])]
        said.append(f"Without a milestone that has a date: {listed(names)}.")
    if uneven:
        said.append("Months that hold more are drawn wider.")
    return [" ".join(said)] if said else []


def _legend(view: View, page: PlanOnAPage) -> list[Part]:
    """Only what the sheet holds; one entry is never parted."""
    parts: list[Part] = []
    for sign, words in (*_entries(page), *_line_entries(view)):
        parts += ["      "] if parts else []
        parts += [sign, unbroken(words)]
    return parts


def _entries(page: PlanOnAPage) -> Iterator[tuple[Sign, str]]:
    every = list(page.milestones)
    if any(each.done for each in every):
        yield Sign(9, _reached), "reached"
    if any(not each.done and not each.critical for each in every):
        yield Sign(9, _to_come), "to come"
    if any(each.critical and not each.done for each in every):
        yield Sign(9, _critical), "critical: it has no float"
    if any(each.slip for each in every):
        yield Sign(18, _moved), "from its baseline, +5 d: so many working days later"


def _line_entries(view: View) -> Iterator[tuple[Sign, str]]:
    yield Sign(9, partial(_upright, colour=ACCENT, width=1.0)), f"data as at {short_day(view.as_at)}"
    if view.programme.settings.day_one is not None:
        yield Sign(9, partial(_upright, colour=INK, width=1.0, dash=(4, 2))), "Day 1"
    if view.programme.rows(BOARD_MEETINGS):
        yield Sign(9, partial(_upright, colour=GHOST, width=HAIRLINE, dash=(2, 2))), "board to come"


def _upright(
    canvas: PackCanvas, x: float, y: float, *, colour: Color, width: float, dash: tuple[float, ...] = ()
) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    canvas.setDash(list(dash))
    canvas.line(x + 4.5, y - 5, x + 4.5, y + 5)
    canvas.setDash([])


def _reached(canvas: PackCanvas, x: float, y: float) -> None:
    milestone_diamond(canvas, x + 4.5, y, done=True, critical=False)


def _to_come(canvas: PackCanvas, x: float, y: float) -> None:
    milestone_diamond(canvas, x + 4.5, y, done=False, critical=False)


def _critical(canvas: PackCanvas, x: float, y: float) -> None:
    milestone_diamond(canvas, x + 4.5, y, done=False, critical=True)


def _moved(canvas: PackCanvas, x: float, y: float) -> None:
    canvas.setStrokeColor(GHOST)
    canvas.setFillColor(GHOST)
    canvas.setLineWidth(0.8)
    canvas.line(x + _GHOST, y, x + 9, y)
    diamond(canvas, x + _GHOST, y, _GHOST, stroke=0)
    milestone_diamond(canvas, x + 13.5, y, done=False, critical=False)
