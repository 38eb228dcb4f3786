"""Rows of a register laid out: cells set into lines, and cut between lines where a page is too short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sharedprog.reports import lines
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.columns import ACROSS
from sharedprog.reports.lines import Line, Parts
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import CELL, TextStyle

DOWN = 4.2
"""Points between a cell's edge and its text, above and below."""


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell's lines, where its text begins and how much room it has, in points."""

    x: float
    room: float
    lines: list[Line]
    style: TextStyle
    element: Element

    @property
    def height(self) -> float:
        """Of the lines alone."""
        return len(self.lines) * self.style.leading


@dataclass(frozen=True, slots=True)
class SetRow:
    """Cells beside each other. `leads` says that the next row must stand on the same page.

    `reminder` is the first line of the first cell (the reference), shown again where a cut row goes on.
    """

    cells: list[SetCell]
    element: Element
    lost: frozenset[str] = frozenset()
    leads: bool = False
    reminder: SetCell | None = None

    @property
    def height(self) -> float:
        """Of the highest cell, with the room above and below it."""
        return max((cell.height for cell in self.cells), default=0) + 2 * DOWN

    def cut(self, room: float) -> tuple[SetRow, SetRow]:
        """The lines that fit into the room (one at least of each cell), and the rest, losing none."""
        firsts, rests = [], []
        for cell in self.cells:
            count = max(1, int((room - 2 * DOWN) // cell.style.leading))
            firsts.append(replace(cell, lines=cell.lines[:count]))
            rests.append(replace(cell, lines=cell.lines[count:]))
        reminder = self.reminder or replace(self.cells[0], lines=self.cells[0].lines[:1])
        rest = replace(self, cells=rests, lost=frozenset(), reminder=None if rests[0].lines else reminder)
        return replace(self, cells=firsts), rest

    def draw(self, canvas: PackCanvas, top: float, *, at_foot: bool = False) -> None:
        """Write the cells as content of the row, from `top` downwards, heads level at their foot."""
        canvas.lost |= self.lost
        if self.reminder is not None:
            with canvas.artifact():
                self._paint(canvas, self.reminder, top, at_foot=False)
        with canvas.inside(self.element):
            for cell in self.cells:
                if not cell.lines:
                    continue
                with canvas.content(cell.element):
                    self._paint(canvas, cell, top, at_foot=at_foot)

    def draw_again(self, canvas: PackCanvas, top: float) -> None:
        """Write the cells of a repeated head, which is not content a second time."""
        with canvas.artifact():
            for cell in self.cells:
                self._paint(canvas, cell, top, at_foot=True)

    def _paint(self, canvas: PackCanvas, cell: SetCell, top: float, *, at_foot: bool) -> None:
        down = self.height - DOWN - cell.height if at_foot else DOWN
        lines.paint(canvas, cell.lines, cell.style, cell.x, top - down, cell.room)


def set_row(parts: Sequence[Parts], styles: Sequence[TextStyle], widths: Sequence[float]) -> SetRow:
    """Lay out one row for columns of these widths in points."""
    cells = []
    lost: frozenset[str] = frozenset()
    x = ACROSS
    for cell, style, width in zip(parts, styles, widths, strict=True):
        room = max(width - 2 * ACROSS, style.size)
        text = lines.read(cell, style)
        lost |= text.lost
        element = Element(style.role, scope="Column" if style.role == "TH" else "")
        cells.append(SetCell(x, room, lines.set_lines(text, room, style.size), style, element))
        x += width
    return SetRow(cells, Element("TR"), lost)


def set_band(words: Parts, width: float, style: TextStyle = CELL, *, leads: bool) -> SetRow:
    """A row of one cell across the whole table."""
    return replace(set_row([words], [style], [width]), leads=leads)
