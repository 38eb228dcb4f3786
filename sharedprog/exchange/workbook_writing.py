"""Excel workbooks out: one sheet a table, text that stays text, days that are days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sharedprog.exchange.formula_guard import runs_as_formula
from sharedprog.exchange.replacing import Target, replace_file
from sharedprog.exchange.sheet import CellValue
from sharedprog.exchange.table import Table
from sharedprog.exchange.workbook_values import MOST_TEXT, cut_to_fit, for_excel, sheet_names

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

DAY_FORMAT = "ddd d mmm yyyy"
MOMENT_FORMAT = "ddd d mmm yyyy hh:mm"
CLOCK_FORMAT = "hh:mm"
NARROWEST, WIDEST = 8, 60
"""Characters that a column may take when its width is judged by what it holds."""
ROWS_TO_JUDGE = 200


def write_xlsx(target: Target, tables: Sequence[Table]) -> tuple[str, ...]:
    """Write one sheet a table; raises ``Unwritable``. Gives a sentence for each value that had to change."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "sharedprog"
    notes: list[str] = []
    for name, table in zip(sheet_names(table.name for table in tables), tables, strict=True):
        sheet = workbook.create_sheet(name)
        _lay_out(sheet, table)
        for column, heading in enumerate(table.headings, start=1):
            _put_heading(sheet.cell(1, column), heading)
        for number, row in enumerate(table.rows, start=2):
            for column, value in enumerate(_fitting(row, table, number, notes), start=1):
                if value is not None:
                    _put(sheet.cell(number, column), value)
    replace_file(target, workbook.save)
    return tuple(notes)


def _lay_out(sheet: Worksheet, table: Table) -> None:
    """Column widths, a head row that stays in sight and repeats on paper, a filter on each heading."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in enumerate(table.widths or _judged_widths(table), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width + 2
    sheet.freeze_panes = "A2"
    if table.headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.headings))}{len(table.rows) + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _judged_widths(table: Table) -> Iterable[int]:
    for column, heading in enumerate(table.headings):
        cells = [row[column] for row in table.rows[:ROWS_TO_JUDGE] if column < len(row)]
        yield min(WIDEST, max(NARROWEST, len(heading) + 2, *(_characters(cell) for cell in cells), 0))


def _characters(value: CellValue) -> int:
    match value:
        case None:
            return 0
        case datetime():
            return 21
        case date():
            return 15
        case str():
            return max((len(line) for line in value.split("\n")), default=0)
        case _:
            return len(str(value))


def _fitting(row: Sequence[CellValue], table: Table, number: int, notes: list[str]) -> Iterable[CellValue]:
    """The row's values as Excel can hold them, with a note of each text that was too long."""
    for column, value in enumerate(row):
        fitted = for_excel(value)
        if isinstance(fitted, str):
            whole, fitted = fitted, cut_to_fit(fitted)
            if len(fitted) < len(whole):
                heading = table.headings[column] if column < len(table.headings) else f"column {column + 1}"
                notes.append(
                    f"{table.name}, row {number}, {heading}: cut to the {MOST_TEXT:,} characters that "
                    "an Excel cell can hold; export as CSV or JSON to have all of it."
                )
        yield fitted


def _put_heading(cell: Cell, heading: str) -> None:
    from openpyxl.styles import Alignment, Font

    _put(cell, for_excel(heading))
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="bottom", wrap_text=True)


def _put(cell: Cell, value: CellValue) -> None:
    from openpyxl.styles import Alignment

    cell.value = value
    match value:
        case str():
            cell.data_type = "s"  # or openpyxl makes a formula of what begins with =
            cell.quotePrefix = runs_as_formula(value)  # or Excel makes one when the cell is edited
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        case datetime():
            cell.number_format = MOMENT_FORMAT
            cell.alignment = Alignment(vertical="top", horizontal="left")
        case date():
            cell.number_format = DAY_FORMAT
            cell.alignment = Alignment(vertical="top", horizontal="left")
        case time():
            cell.number_format = CLOCK_FORMAT
            cell.alignment = Alignment(vertical="top", horizontal="left")
        case _:
            cell.alignment = Alignment(vertical="top")
