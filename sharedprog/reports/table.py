"""Registers on paper: heads repeated, no row cut where it fits on a page, cost linear in the rows.

ReportLab's own long table measures all that is left at every page, so it is quadratic. Here a table lays
out only the rows of the page it stands on and hands the rest on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from reportlab.platypus import Flowable

from sharedprog.reports.blocks import Block
from sharedprog.reports.columns import Column, shared_room
from sharedprog.reports.lines import Parts
from sharedprog.reports.rows import SetRow, set_band, set_row
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import BOLD_FACE, CELL, HAIRLINE, INK, MUTED, STRONG_LINE, STRONG_RULE

_FUZZ = 0.01
_LEAST_OF_A_CUT_ROW = 60


@dataclass(frozen=True)
class Band:
    """A row across the table that heads the rows below it, such as a severity or a workstream."""

    words: str


Row = Sequence[Parts]


class Table(Block):
    """A register: one strong rule under the heads, hairlines between rows, everything wrapped.

    `empty` is printed where there are no rows. Without `head` it is a list of facts.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row | Band],
        *,
        head: bool = True,
        empty: str = "None.",
        space_after: float = 8,
    ) -> None:
        super().__init__()
        self.columns, self.rows, self.empty = list(columns), rows, empty
        self.spaceAfter = space_after
        self.element = Element("Table")
        self._with_head = head
        self._head: SetRow | None = None
        self._head_drawn: list[bool] = []
        self._styles = [column.style for column in self.columns]
        self._widths: list[float] = []
        self._set_for = 0.0
        self._rows: list[SetRow] = []
        self._next = 0

    def _prepare(self, width: float) -> None:
        """Share the room among the columns, once for a width."""
        if self._set_for == width:
            return
        cells = [row for row in self.rows if not isinstance(row, Band)]
        self._widths = shared_room(self.columns, cells, width)
        self._set_for, self._rows, self._next = width, [], 0
        if self._with_head:
            heads = [column.head for column in self.columns]
            self._head = set_row(heads, [column.head_style for column in self.columns], self._widths)

    @property
    def _head_height(self) -> float:
        return self._head.height if self._head is not None else 0.0

    def _row(self, index: int) -> SetRow | None:
        """The row at a place counted from the first of this part, laid out when it is first needed."""
        while len(self._rows) <= index:
            if self._next < len(self.rows):
                self._rows.append(self._set_row(self.rows[self._next]))
                self._next += 1
            elif not self.rows and not self._rows:
                style = replace(CELL, colour=MUTED)
                self._rows.append(set_band(self.empty, self._set_for, style, leads=False))
            else:
                return None
        return self._rows[index]

    def _set_row(self, row: Row | Band) -> SetRow:
        if isinstance(row, Band):
            return set_band(row.words, self._set_for, replace(CELL, face=BOLD_FACE), leads=True)
        return set_row(row, self._styles, self._widths)

    def _count_fitting(self, room: float) -> tuple[int, float]:
        """How many rows from here fit under the head, and the height they take with it."""
        height, count = self._head_height, 0
        while (row := self._row(count)) is not None and height + row.height <= room + _FUZZ:
            height += row.height
            count += 1
        return count, height

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """Its height, or more than the room as soon as one row does not fit."""
        self._prepare(width)
        count, height = self._count_fitting(room)
        unfit = self._row(count)
        self.width, self.height = width, height if unfit is None else height + unfit.height
        return width, self.height

    def lead_height(self, width: float) -> float:
        """The head and the first row (the beginning of one taller than a page), and its band."""
        self._prepare(width)
        height, index = self._head_height, 0
        while (row := self._row(index)) is not None:
            height += _LEAST_OF_A_CUT_ROW if self._is_taller_than_page(row) else row.height
            index += 1
            if not row.leads:
                break
        return height

    def split(self, width: float, room: float) -> list[Flowable]:
        """The rows that fit here, and a table of the others under the same heads."""
        self._prepare(width)
        count, height = self._count_fitting(room)
        following = self._row(count)
        if following is None:
            return []
        left = room - height
        if self._must_cut(following, room, first=count == 0) and left >= min(
            _LEAST_OF_A_CUT_ROW, self.sheet.body_height / 2
        ):
            first, rest = following.cut(left)
            return [self._part([*self._rows[:count], first]), self._rest([rest, *self._rows[count + 1 :]])]
        while count and self._rows[count - 1].leads:
            count -= 1
        if count == 0:
            return []
        return [self._part(self._rows[:count]), self._rest(self._rows[count:])]

    def _must_cut(self, row: SetRow, room: float, *, first: bool) -> bool:
        """A row is cut only where no page could hold it."""
        return self._is_taller_than_page(row) or (first and self.at_top(room))

    def _is_taller_than_page(self, row: SetRow) -> bool:
        return self._head_height + row.height > self.sheet.body_height + _FUZZ

    def _part(self, rows: list[SetRow]) -> Self:
        part = self._rest(rows)
        part._next, part.spaceAfter = len(self.rows), 0  # noqa: SLF001  # its own class
        return part

    def _rest(self, rows: list[SetRow]) -> Self:
        part = self.another()
        part._rows = rows  # noqa: SLF001  # its own class
        return part

    def draw(self) -> None:
        """The head, the rows, and the rules between them."""
        canvas = self.sheet
        with canvas.inside(self.element):
            y = self.height
            if self._head is not None:
                if self._head_drawn:
                    self._head.draw_again(canvas, y)
                else:
                    self._head.draw(canvas, y, at_foot=True)
                    self._head_drawn.append(True)
                y -= self._head.height
            edges = [y]
            for row in self._rows:
                row.draw(canvas, y)
                y -= row.height
                edges.append(y)
        with canvas.artifact():
            self._draw_rules(edges)

    def _draw_rules(self, edges: list[float]) -> None:
        canvas = self.sheet
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColor(STRONG_LINE)
        for y in edges[1:]:
            canvas.line(0, y, self.width, y)
        if self._head is not None:
            canvas.setLineWidth(STRONG_RULE)
            canvas.setStrokeColor(INK)
            canvas.line(0, edges[0], self.width, edges[0])
