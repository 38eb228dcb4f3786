"""Excel workbooks in: values as the cells show them, formulas by their last result."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

from sharedprog.exchange.sheet import CellValue, Sheet, SheetRow, sheet_row
from sharedprog.exchange.trouble import Unreadable
from sharedprog.exchange.workbook_archive import safe_copy

MOST_CELLS = 1_000_000
"""Places of a sheet, blank ones between filled ones counted."""
LAST_ROW = 1_048_576
"""Excel's own limit."""

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAMAGED = "its sheets are damaged; open it in Excel, save it under another name and import that."


def read_workbook(path: Path, data: bytes) -> tuple[Sheet, ...]:
    """Every sheet with rows, in the order of the tabs; macros and links to other files are never followed."""
    archive = safe_copy(path, data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl leaves out (validation, styles) is no loss here
        try:
            return _sheets(path, archive)
        except Unreadable:
            raise
        except MemoryError as error:
            raise Unreadable(path, "it needs more memory than this computer has free.") from error
        except Exception as error:  # hostile XML makes openpyxl raise nearly anything
            raise Unreadable(path, _DAMAGED) from error


def _sheets(path: Path, archive: IO[bytes]) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook

    workbook = load_workbook(archive, read_only=True, data_only=True, keep_links=False)
    try:
        return tuple(
            Sheet(str(sheet.title), tuple(_rows(path, sheet)), hidden=sheet.sheet_state != "visible")
            for sheet in workbook.worksheets
        )
    finally:
        workbook.close()


def _rows(path: Path, sheet: ReadOnlyWorksheet) -> Iterator[SheetRow]:
    sheet.reset_dimensions()  # what a sheet claims of its size is not believed
    cells = 0
    rows = sheet.iter_rows(values_only=True)  # type: ignore[misc]  # the stubs borrow another class's method
    for number, values in enumerate(rows, start=1):
        cells += len(values)
        if number > LAST_ROW or cells > MOST_CELLS:
            raise Unreadable(
                path, f"the sheet “{sheet.title}” is too large; save only the rows and columns that you need."
            )
        row = sheet_row(number, [_value(value) for value in values])
        if row is not None:
            yield row


def _value(value: object) -> CellValue:
    match value:
        case str():
            return _ESCAPED.sub(_unescaped, value) if "_x" in value else value
        case timedelta():
            return _hours(value)
        case None | bool() | int() | float() | date() | datetime() | time():
            return value
        case _:
            return str(value)


def _unescaped(escape: re.Match[str]) -> str:
    """Excel writes control characters, and the underscore of text that looks so, as ``_x000D_``."""
    code = int(escape[1], 16)
    return chr(code) if code < 0x20 or code == ord("_") else escape[0]


def _hours(span: timedelta) -> str:
    """A length of time as Excel shows it, ``36:30:00``: it has no place among the days."""
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}"
