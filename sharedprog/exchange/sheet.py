"""A sheet as it stands in a workbook or a CSV file: rows of raw values, nothing interpreted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

CellValue = str | int | float | bool | date | datetime | time | None
"""A day is a ``date``; a ``datetime`` has a time of day that is not midnight; blank is ``None``."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row that holds something: its number as Excel shows it, its cells without blank ones at the end."""

    number: int
    cells: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; rows with nothing in them are left out, so row numbers may jump."""

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False


def sheet_row(number: int, values: Iterable[CellValue]) -> SheetRow | None:
    """The row with blank text made ``None`` and every line end a line feed; ``None`` when nothing is left."""
    cells = [_cell(value) for value in values]
    while cells and cells[-1] is None:
        cells.pop()
    return SheetRow(number, tuple(cells)) if cells else None


def letters(place: int) -> str:
    """A column as Excel names it, from 0: A, B, … Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _cell(value: CellValue) -> CellValue:
    if type(value) is str:
        if "\r" in value:
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return None if not value or value.isspace() else value
    if type(value) is datetime and not (value.hour or value.minute or value.second or value.microsecond):
        return value.date()
    return value
