"""One sheet of a Gantt chart: a note, heads and scale, some rows with their bars, and the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportlab.platypus import Flowable

from sharedprog.domain.plan.gantt import Gantt
from sharedprog.domain.plan.gantt_links import GanttLink
from sharedprog.domain.plan.gantt_rows import GanttRow
from sharedprog.reports import lines
from sharedprog.reports.blocks import Block
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.gantt_arrows import draw_links
from sharedprog.reports.gantt_bars import draw_bars, draw_baselines
from sharedprog.reports.gantt_ground import Ground, draw_ground, draw_head
from sharedprog.reports.gantt_legend import LEGEND
from sharedprog.reports.gantt_names import REPEATED, NameColumn, NameRow
from sharedprog.reports.gantt_plot import GUTTER, Plot, plot
from sharedprog.reports.lines import Line, Part
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import HAIRLINE, INK, LINE, STRONG_RULE, TextStyle
from sharedprog.reports.text import bold

NOTE = TextStyle(size=9.5, leading=13)
ABOVE_HEAD = 4.0
ABOVE_LEGEND = 6.0


@dataclass(frozen=True)
class Whole:
    """What all sheets of one chart share.

    ``above`` is the row of the summary task of each row, -1 where there is none; ``sheets`` are those drawn.
    """

    chart: Gantt
    as_at: date
    columns: Sequence[NameColumn]
    heads: NameRow
    head_height: float
    links: dict[int, list[GanttLink]]
    above: Sequence[int]
    legend: list[Line]
    width: float
    table: Element = field(default_factory=lambda: Element("Table"))
    legend_element: Element = field(default_factory=lambda: Element("P"))
    sheets: list[GanttSheet] = field(default_factory=list)

    @property
    def around(self) -> float:
        """Points that a sheet takes beside its rows, with a note of one line."""
        legend = ABOVE_LEGEND + len(self.legend) * LEGEND.leading
        return NOTE.leading + ABOVE_HEAD + self.head_height + legend

    def names_width(self, count: int) -> float:
        """Points that the first so many columns take."""
        return sum(column.width for column in self.columns[:count])


class GanttSheet(Block):
    """Some rows and some months; a page has one sheet. ``names_again`` is whether a sheet before has the rows."""

    def __init__(
        self, whole: Whole, rows: Sequence[NameRow], under: Ground, within: str, *, names_again: bool, begins: bool
    ) -> None:
        super().__init__()
        self.whole, self.rows, self.under, self.within = whole, rows, under, within
        self._again, self._begins = names_again, begins
        self._columns = len(whole.columns) if under.tile.number == 0 else REPEATED
        self._note_lines = len(lines.set_lines(lines.read(self._note(999, 999), NOTE), whole.width, NOTE.size))
        self._note_element = Element("P")
        self._figure = Element("Figure", alternative=self._words())

    @property
    def gantt_rows(self) -> list[GanttRow]:
        """The rows whose bars are on this sheet."""
        return [self.whole.chart.rows[row.index] for row in self.rows if not row.goes_on]

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """More than the room unless it can begin a page, or is the first of all."""
        around = self.whole.around + (self._note_lines - 1) * NOTE.leading
        self.width, self.height = width, around + sum(row.height for row in self.rows)
        return width, self.height if self._begins or self.at_top(room) else room + 1

    def split(self, _width: float, _room: float) -> list[Flowable]:
        """Never: it was made for the room."""
        return []

    def _words(self) -> str:
        """What stands for the bars where they cannot be seen."""
        critical = ", ".join(row.wbs for row in self.gantt_rows if row.critical and not row.summary)
        words = f"The bars of {self._which()} against the calendar, {self.under.tile.words}."
        return f"{words} Critical: {critical}." if critical else words

    def _which(self) -> str:
        """``tasks 41–80 of 156``."""
        first, last = self.rows[0].index + 1, self.rows[-1].index + 1
        numbers = f"tasks {first}–{last}" if first != last else f"task {first}"
        return f"{numbers} of {len(self.whole.chart.rows)}"

    def _note(self, number: int, count: int) -> list[Part]:
        sheet = [bold(f"Sheet {number} of {count}: ")] if count > 1 else []
        which = self._which() if count > 1 else self._which()[:1].upper() + self._which()[1:]
        within = f" · goes on within {self.within}" if self.within else ""
        return [*sheet, f"{which}, {self.under.tile.words}{within}"]

    def draw(self) -> None:
        """From the top: note, heads and scale, rows, legend."""
        canvas = self.sheet
        self.whole.sheets.append(self)
        self._draw_note(canvas, len(self.whole.sheets))
        left = self.whole.names_width(self._columns) + GUTTER
        top = self.height - self._note_lines * NOTE.leading - ABOVE_HEAD - self.whole.head_height
        place = plot(self.under.tile, left, top, self.rows)
        with canvas.artifact():
            draw_ground(canvas, place, self.under)
            self._draw_rules(canvas, place)
        self._draw_names(canvas, place)
        with canvas.content(self._figure):
            draw_head(canvas, place, self.under, self.whole.head_height)
            self._draw_plot(canvas, place)
        self._draw_legend(canvas, place.bottom - ABOVE_LEGEND)

    def _draw_note(self, canvas: PackCanvas, number: int) -> None:
        """Leave a place for it, since the number of sheets is not known yet."""
        height, whole = self.height, self.whole

        def write() -> None:
            text = lines.read(self._note(number, len(whole.sheets)), NOTE)
            lines.paint(canvas, lines.set_lines(text, whole.width, NOTE.size), NOTE, 0, height, whole.width)

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

    def _draw_names(self, canvas: PackCanvas, place: Plot) -> None:
        """Names are content where they stand first; where they are repeated they are not."""
        heads, count = self.whole.heads, self._columns
        with canvas.inside(self.whole.table):
            if len(self.whole.sheets) == 1:
                heads.draw(canvas, place.top + heads.height, count)
            else:
                with canvas.artifact():
                    heads.draw_again(canvas, place.top + heads.height, count)
            if self._again:
                with canvas.artifact():
                    for row, y in zip(self.rows, place.edges, strict=False):
                        row.draw_again(canvas, y, count)
            else:
                for row, y in zip(self.rows, place.edges, strict=False):
                    row.draw(canvas, y, count)

    def _draw_plot(self, canvas: PackCanvas, place: Plot) -> None:
        """Links below bars, cut off at the edges of the sheet."""
        rows = self.gantt_rows
        canvas.saveState()
        frame = canvas.beginPath()
        width = place.right - place.left + 2 * GUTTER
        frame.rect(place.left - GUTTER, place.bottom, width, place.top - place.bottom)
        canvas.clipPath(frame, stroke=0, fill=0)
        draw_baselines(canvas, place, rows)
        draw_links(canvas, place, self.whole.links)
        draw_bars(canvas, place, rows, self.whole.as_at)
        canvas.restoreState()

    def _draw_legend(self, canvas: PackCanvas, top: float) -> None:
        """Content once, on every sheet for those who take one sheet with them."""
        first = len(self.whole.sheets) == 1
        with canvas.content(self.whole.legend_element) if first else canvas.artifact():
            lines.paint(canvas, self.whole.legend, LEGEND, 0, top, self.whole.width)
