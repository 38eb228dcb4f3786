"""One sheet of a Gantt chart: a note, the legend, heads and scale, some rows with their bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportlab.platypus import Flowable

from sharedprog.domain.plan.gantt import Gantt
from sharedprog.domain.plan.gantt_rows import GanttRow
from sharedprog.domain.words import counted
from sharedprog.reports import lines
from sharedprog.reports.blocks import Block
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_arrows import Links, draw_links
from sharedprog.reports.gantt_bars import draw_bars, draw_baselines
from sharedprog.reports.gantt_ground import Ground, draw_head, draw_lines, draw_rests
from sharedprog.reports.gantt_legend import LEGEND
from sharedprog.reports.gantt_names import NameRow
from sharedprog.reports.gantt_plot import GUTTER, Plot, plot
from sharedprog.reports.lines import Line, Part
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import HAIRLINE, INK, LINE, STRONG_RULE, TextStyle
from sharedprog.reports.text import bold

NOTE = TextStyle(size=9.5, leading=13)
BETWEEN = 16.0
"""Points between two sheets' worth of chart on one page."""
_ABOVE_LEGEND = 2.0
_ABOVE_HEAD = 5.0


@dataclass(frozen=True)
class Whole:
    """What all sheets of one chart share.

    ``above`` is the row of the summary task of each row, -1 where there is none; ``pages`` are those drawn on.
    """

    chart: Gantt
    as_at: date
    links: Links
    above: Sequence[int]
    legend: list[Line]
    width: float
    table: Element = field(default_factory=lambda: Element("Table"))
    legend_element: Element = field(default_factory=lambda: Element("P"))
    pages: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Stretch:
    """The rows that one tile shows: all of them on the first, on later ones those that have something there."""

    under: Ground
    heads: NameRow
    names_width: float
    rows: Sequence[NameRow]
    count: int

    @property
    def leads(self) -> bool:
        """Whether it is the first, which holds every task."""
        return self.under.tile.number == 0


class GanttSheet(Block):
    """Some rows of a stretch of months. ``within`` names the groups that began on an earlier sheet."""

    def __init__(
        self, whole: Whole, stretch: Stretch, rows: Sequence[NameRow], within: str = "", *, with_legend: bool = True
    ) -> None:
        super().__init__()
        self.whole, self.stretch, self.rows, self.within = whole, stretch, rows, within
        self.spaceBefore = 0 if with_legend else BETWEEN
        self._with_legend = with_legend
        self._note_height = len(self._note(999, 999)) * NOTE.leading
        self._note_element = Element("P")
        self._figure = Element("Figure", alternative=self._words())

    @property
    def around(self) -> float:
        """Points that it takes beside its rows."""
        return self._above + self.stretch.under.head_height

    @property
    def _above(self) -> float:
        """Points that note and legend take."""
        legend = _ABOVE_LEGEND + len(self.whole.legend) * LEGEND.leading if self._with_legend else 0
        return self._note_height + legend + _ABOVE_HEAD

    @property
    def gantt_rows(self) -> list[GanttRow]:
        """The rows whose bars are on this sheet."""
        return [self.whole.chart.rows[row.index] for row in self.rows if not row.goes_on]

    def wrap(self, width: float, _room: float) -> tuple[float, float]:
        """As high as its rows and what stands around them."""
        self.width, self.height = width, self.around + sum(row.height for row in self.rows)
        return width, self.height

    def split(self, _width: float, _room: float) -> list[Flowable]:
        """Never: it was made for the room."""
        return []

    def _words(self) -> str:
        """What stands for the bars where they cannot be seen."""
        which = self._which()
        if not self.stretch.leads:
            which += f": {', '.join(row.wbs for row in self.gantt_rows)}"
        critical = ", ".join(row.wbs for row in self.gantt_rows if row.critical and not row.summary)
        words = f"Bars against the calendar. {which}."
        return f"{words} Critical: {critical}." if critical else words

    def _which(self) -> str:
        """``Tasks 41–80 of 156, Oct 2026 – Jan 2027``; for later months those that have something there."""
        months, count = self.stretch.under.tile.words, len(self.rows)
        if not self.stretch.leads:
            part = f"{count} of the {self.stretch.count}" if count < self.stretch.count else "The"
            return f"{part} tasks that have something in {months}"
        first, last = self.rows[0].index + 1, self.rows[-1].index + 1
        if (first, last) == (1, self.stretch.count):
            return f"{counted(count, 'task')}, {months}"
        numbers = f"Tasks {first}–{last}" if first != last else f"Task {first}"
        return f"{numbers} of {self.stretch.count}, {months}"

    def _note(self, number: int, count: int) -> list[Line]:
        """Where this sheet stands among the others, in lines."""
        which = self._which()
        parts: list[Part] = [bold(f"Sheet {number} of {count}: "), which[:1].lower(), which[1:]]
        if count == 1:
            parts = [which]
        if self.within:
            parts.append(f" · goes on within {self.within}")
        return lines.set_lines(lines.read(parts, NOTE), self.whole.width, NOTE.size)

    def draw(self) -> None:
        """From the top: note, legend, heads and scale, rows."""
        canvas, whole = self.sheet, self.whole
        first = not whole.pages
        if canvas.page.number not in whole.pages[-1:]:
            whole.pages.append(canvas.page.number)
        self._draw_note(canvas, len(whole.pages))
        if self._with_legend:
            with canvas.content(whole.legend_element) if first else canvas.artifact():
                top = self.height - self._note_height - _ABOVE_LEGEND
                lines.paint(canvas, whole.legend, LEGEND, 0, top, whole.width)
        top = self.height - self._above - self.stretch.under.head_height
        place = plot(self.stretch.under.tile, self.stretch.names_width + GUTTER, top, self.rows)
        with canvas.artifact():
            draw_rests(canvas, place, self.stretch.under)
            self._draw_rules(canvas, place)
            draw_lines(canvas, place, self.stretch.under)
        self._draw_names(canvas, place, first=first)
        with canvas.content(self._figure):
            draw_head(canvas, place, self.stretch.under)
            self._draw_plot(canvas, place)

    def _draw_note(self, canvas: PackCanvas, number: int) -> None:
        """Leave a place for it, since the number of sheets is not known yet."""
        height, whole = self.height, self.whole

        def write() -> None:
            lines.paint(canvas, self._note(number, len(whole.pages)), NOTE, 0, height, whole.width)

        with canvas.content(self._note_element):
            canvas.later(write)

    def _draw_rules(self, canvas: PackCanvas, place: Plot) -> None:
        """One strong rule under the heads, hairlines between the rows."""
        end = place.right + GUTTER
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(HAIRLINE)
        for y in place.edges[1:]:
            canvas.line(0, y, end, y)
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(STRONG_RULE)
        canvas.line(0, place.top, end, place.top)

    def _draw_names(self, canvas: PackCanvas, place: Plot, *, first: bool) -> None:
        """Names are content where they stand first; where they are repeated they are not."""
        heads = self.stretch.heads
        with canvas.inside(self.whole.table):
            if first:
                heads.draw(canvas, place.top + heads.height)
            else:
                with canvas.artifact():
                    heads.draw_again(canvas, place.top + heads.height)
            for row, y in zip(self.rows, place.edges, strict=False):
                if self.stretch.leads:
                    row.draw(canvas, y)
                else:
                    with canvas.artifact():
                        row.draw_again(canvas, y)

    def _draw_plot(self, canvas: PackCanvas, place: Plot) -> None:
        """Links below bars, cut off at the edges of the sheet."""
        rows = self.gantt_rows
        canvas.saveState()
        frame = canvas.beginPath()
        width = place.right - place.left + 2 * GUTTER
        frame.rect(place.left - GUTTER, place.bottom, width, place.top - place.bottom)
        canvas.clipPath(frame, stroke=0, fill=0)
        draw_baselines(canvas, place, rows)
        draw_links(canvas, place, self.whole.chart, self.whole.links)
        draw_bars(canvas, place, rows, self.whole.as_at)
        canvas.restoreState()
