"""The columns of a register on paper, and how they share the room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sharedprog.reports import lines
from sharedprog.reports.lines import Parts
from sharedprog.reports.styles import CELL, DENSE_CELL, HEAD_CELL, MUTED, Align, TextStyle

ACROSS = 4.5
"""Points between a cell's edge and its text, left and right."""
_AROUND = 2 * ACROSS + 0.1
_BETWEEN_FITTED = 5.0
_WIDEST_FITTED = 0.4
_WIDEST_HEAD = 0.2
_SPARE_FOR_FITTED = 0.75
_NARROWEST = 24.0


@dataclass(frozen=True)
class Column:
    """One column: `width` in points, or `fit` to the longest cell, or a `share` of the room that is left.

    A column that shares the room keeps `least` points. `dense` cells are for registers in annexes, where a row holds
    a whole form.
    """

    head: str
    width: float | None = None
    fit: bool = False
    share: float = 1.0
    align: Align = "left"
    muted: bool = False
    dense: bool = False
    least: float = 0

    @property
    def style(self) -> TextStyle:
        """How its cells look."""
        cell = DENSE_CELL if self.dense else CELL
        return replace(cell, align=self.align, colour=MUTED if self.muted else cell.colour)

    @property
    def head_style(self) -> TextStyle:
        """How its head looks."""
        return replace(HEAD_CELL, align=self.align)


def figures(head: str) -> Column:
    """Numbers: as wide as they are, tabular and to the right."""
    return Column(head, fit=True, align="right")


def fitted(head: str, *, muted: bool = False) -> Column:
    """References, dates and RAGs: as wide as they are."""
    return Column(head, fit=True, muted=muted)


def shared_room(columns: Sequence[Column], rows: Iterable[Sequence[Parts]], room: float) -> list[float]:
    """The width of each column in points; together they take the whole room.

    No column is narrower than its longest word as long as there is room for all of these.
    """
    spans = [_span(column, room) for column in columns]
    fits = [index for index, column in enumerate(columns) if column.fit]
    seen: set[tuple[int, str]] = set()
    for row in rows if fits else ():
        for index in fits:
            cell = row[index]
            if isinstance(cell, str):
                if (index, cell) in seen:
                    continue
                seen.add((index, cell))
            spans[index] = spans[index].with_cell(cell, columns[index], room)
    least = [span.least for span in spans]
    spare = room - sum(least)
    if spare <= 0:
        return [width * room / sum(least) for width in least]
    flexible = [index for index, column in enumerate(columns) if not column.fit and column.width is None]
    wished = [span.wanted - span.least for span in spans]
    granted = min(1.0, spare * (_SPARE_FOR_FITTED if flexible else 1.0) / max(sum(wished), 1e-6))
    widths = [low + wish * granted for low, wish in zip(least, wished, strict=True)]
    if not flexible:
        return [width * room / sum(widths) for width in widths]
    return _fill(columns, widths, flexible, room)


class _Span(NamedTuple):
    """What a column needs and what it would like, in points."""

    least: float
    wanted: float

    def with_cell(self, cell: Parts, column: Column, room: float) -> _Span:
        """Wide enough for this cell as well."""
        text = lines.read(cell, column.style)
        least = max(self.least, min(text.longest_word() + _AROUND, room * _WIDEST_FITTED))
        natural = text.natural_width(column.style.size) + _AROUND + _BETWEEN_FITTED
        return _Span(least, max(self.wanted, least, min(natural, room * _WIDEST_FITTED)))


def _span(column: Column, room: float) -> _Span:
    """The stated width, or what the head needs."""
    if column.width is not None:
        return _Span(column.width, column.width)
    head = lines.read(column.head, column.head_style)
    least = max(_NARROWEST, column.least, head.longest_word() + _AROUND)
    if not column.fit:
        return _Span(least, least)
    natural = head.natural_width(column.head_style.size) + _AROUND + _BETWEEN_FITTED
    return _Span(least, max(least, min(natural, room * _WIDEST_HEAD)))


def _fill(columns: Sequence[Column], least: list[float], flexible: list[int], room: float) -> list[float]:
    """Give the flexible columns what is left by their shares, none less than it needs."""
    widths = list(least)
    open_columns = list(flexible)
    while open_columns:
        taken = sum(width for index, width in enumerate(widths) if index not in open_columns)
        shares = sum(columns[index].share for index in open_columns)
        given = {index: (room - taken) * columns[index].share / shares for index in open_columns}
        tight = [index for index in open_columns if given[index] < least[index]]
        if not tight:
            for index, width in given.items():
                widths[index] = width
            break
        open_columns = [index for index in open_columns if index not in tight]
    return widths
