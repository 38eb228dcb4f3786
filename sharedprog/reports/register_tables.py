"""A register as a plain table: some of its columns, some of its rows, as the screen shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from sharedprog.domain.columns import Column as RegisterColumn
from sharedprog.domain.columns import columns_of
from sharedprog.domain.fields import Link
from sharedprog.domain.register import Row as RegisterRow
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.view import View
from sharedprog.reports import lines
from sharedprog.reports.columns import ACROSS, Column, figures, fitted
from sharedprog.reports.lines import Parts
from sharedprog.reports.records import stacked, told
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold
from sharedprog.reports.wording import cell

_INDENT = "\xa0" * 3
_USUAL_WIDTH = 34
_BESIDE = 3


def register_table(
    view: View, key: str, names: Sequence[str], rows: Sequence[RegisterRow], room: float, empty: str
) -> Table:
    """A table in `room` points; where words would be torn by so many columns, each row as a record."""
    columns = [columns_of(key)[name] for name in names if name in columns_of(key)]
    made: list[Row] = [[_cell(view, key, column, row) for column in columns] for row in rows]
    paper = [_column(column) for column in columns]
    least = _least(paper, made)
    if columns and sum(least) <= room:
        return Table(
            [replace(column, least=width) for column, width in zip(paper, least, strict=True)], made, empty=empty
        )
    return Table([Column("")] * _BESIDE, [_record(view, key, columns, row) for row in rows], head=False, empty=empty)


def _record(view: View, key: str, columns: Sequence[RegisterColumn], row: RegisterRow) -> Row:
    """What a row holds in lines, in columns beside each other; its label stands before its title where it has one."""
    names = [column.name for column in columns]
    shown = [name for name in names if name != "ref" or "title" not in names]
    lines_of = told(view, key, row, shown)
    each = -(-len(lines_of) // _BESIDE)
    return [stacked(lines_of[place * each : (place + 1) * each]) for place in range(_BESIDE)]


def whole_table(view: View, key: str, rows: Sequence[RegisterRow], room: float) -> Table:
    """All columns of a register but those that are empty in every row."""
    columns = columns_of(key)
    held = [name for name in columns if any(columns[name].shown(view, row).text for row in rows)]
    return register_table(view, key, held, rows, room, f"The register holds no {BY_KEY[key].singular}.")


def _column(column: RegisterColumn) -> Column:
    """Figures to the right, texts and names with the room that is left, everything else as wide as it is."""
    if column.figures:
        return figures(column.label)
    if column.wraps or isinstance(column.kind, Link):
        return Column(column.label, share=column.width / _USUAL_WIDTH)
    return fitted(column.label)


def _least(columns: Sequence[Column], rows: Sequence[Row]) -> list[float]:
    """Points that each column needs so that no word is torn."""
    widest = [lines.read(column.head, column.head_style).longest_word() for column in columns]
    for row in rows:
        for place, (content, column) in enumerate(zip(row, columns, strict=True)):
            widest[place] = max(widest[place], lines.read(content, column.style).longest_word())
    return [width + 2 * ACROSS + 0.2 for width in widest]


def _cell(view: View, key: str, column: RegisterColumn, row: RegisterRow) -> Parts:
    """What the screen shows; the plan keeps its outline by indents and bold summary tasks."""
    part = cell(column.shown(view, row))
    if key == TASKS.key and column.name == "title":
        place = view.outline.get(row.id)
        if place is not None:
            words = f"{_INDENT * place.depth}{cast(str, part)}"
            return bold(words) if place.summary else words
    return part
