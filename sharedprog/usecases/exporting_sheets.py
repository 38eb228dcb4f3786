"""Registers as tables of a workbook: fields that can come back, and worked-out columns that cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sharedprog.domain.columns import columns_of
from sharedprog.domain.fields import Kind, Moment
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.view import View
from sharedprog.exchange.table import Table
from sharedprog.usecases.exporting_cells import CellValue, cell_value

WORKED_OUT = " (worked out)"
"""How the heading of a column ends that nobody types."""
IN_UTC = " (UTC)"
ROW_ID = "Row id"
WIDEST = 60
"""Characters; longer text is wrapped in its cell."""


@dataclass(frozen=True)
class SheetColumn:
    """One column of a sheet; ``field`` is empty for one that is worked out, and for the row's id."""

    heading: str
    field: str
    width: int
    value: Callable[[View, Row], CellValue]


def sheet_columns(register: Register[Any], programme: Programme) -> tuple[SheetColumn, ...]:
    """The label first, then whose row it is, the fields, what is worked out, and the id where labels are not enough."""
    order = [name for name in columns_of(register.key) if name not in ("ref", "parent")]
    typed = [name for name in order if name in register.fields]
    first = [name for name in ("ref", "parent") if name in register.fields]
    if not register.prefix:
        first.remove("ref")
    columns = [_of_field(name, register.fields[name]) for name in (*first, *typed)]
    columns += [_worked_out(register.key, name) for name in order if name not in register.fields]
    if not labelled(register, programme):
        columns.append(SheetColumn(ROW_ID, "", len(ROW_ID), lambda _view, row: row.id))
    return tuple(columns)


def labelled(register: Register[Any], programme: Programme) -> bool:
    """Whether every row can be told from the others by its label."""
    if register.single:
        return True
    labels = [row.ref.casefold() for row in programme.rows(register)]
    return bool(register.prefix) and all(labels) and len(set(labels)) == len(labels)


def heading_of(kind: Kind) -> str:
    """The heading of a field: its label."""
    return kind.label + IN_UTC if isinstance(kind, Moment) else kind.label


def _of_field(name: str, kind: Kind) -> SheetColumn:
    def value(view: View, row: Row) -> CellValue:
        return cell_value(kind, getattr(row, name), view.programme)

    return SheetColumn(heading_of(kind), name, min(kind.width, WIDEST), value)


def _worked_out(key: str, name: str) -> SheetColumn:
    column = columns_of(key)[name]
    return SheetColumn(
        column.label + WORKED_OUT, "", column.width, lambda view, row: column.shown(view, row).text or None
    )


def table_of(register: Register[Any], view: View) -> Table:
    """One register as it stands, its rows in order."""
    columns = sheet_columns(register, view.programme)
    rows = [[column.value(view, row) for column in columns] for row in in_reading_order(register, view)]
    return Table(
        register.title,
        tuple(column.heading for column in columns),
        rows,
        tuple(column.width for column in columns),
    )


def in_reading_order(register: Register[Any], view: View) -> list[Row]:
    """The plan as its outline reads; rows that belong to others together, in the order of those."""
    rows = list(view.programme.rows(register))
    if register.key == TASKS.key:
        places = {task_id: place for place, task_id in enumerate(view.outline)}
        return sorted(rows, key=lambda row: places.get(row.id, len(places)))
    if not register.child_of:
        return rows
    parents = (row.id for key in register.child_of for row in in_reading_order(BY_KEY[key], view))
    places = {row_id: place for place, row_id in enumerate(parents)}
    return sorted(rows, key=lambda row: places.get(getattr(row, "parent", ""), len(places)))


def tables_of(registers: Iterable[Register[Any]], view: View) -> list[Table]:
    """Several registers, a table each."""
    return [table_of(register, view) for register in registers]
