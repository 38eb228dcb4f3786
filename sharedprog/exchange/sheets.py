"""Sheets from a workbook or a CSV file, told apart by what is in the file and not by its name."""

from __future__ import annotations

from pathlib import Path

from sharedprog.exchange.delimited import read_delimited
from sharedprog.exchange.sheet import Sheet
from sharedprog.exchange.source import LARGEST_SHEETS, SPREADSHEET_2003, Contents, contents, file_bytes
from sharedprog.exchange.trouble import AS_WORKBOOK, Unreadable
from sharedprog.exchange.workbook import read_workbook

_TEXT_ENDINGS = (".csv", ".tsv", ".txt")


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet that holds something, hidden ones marked; raises ``Unreadable`` with one plain sentence."""
    data = file_bytes(path, LARGEST_SHEETS)
    sheets: tuple[Sheet, ...]
    match contents(data):
        case Contents.ZIP:
            sheets = read_workbook(path, data)
        case Contents.XML:
            raise Unreadable(path, _xml_reason(data))
        case Contents.TEXT if path.suffix.lower() in _TEXT_ENDINGS:
            sheets = (read_delimited(path, data),)
        case Contents.TEXT:
            raise Unreadable(
                path, f"it is not an Excel workbook, whatever its name says; open it in Excel, {AS_WORKBOOK}"
            )
        case Contents.LOCKED:
            raise Unreadable(path, "it is protected by a password; save it in Excel without one and import that.")
        case kind:
            raise Unreadable(path, f"it is {kind.value}, not a table; open it where it was made, {AS_WORKBOOK}")
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise Unreadable(path, "there is nothing in it but blank cells; check that it is the right file.")
    return filled


def _xml_reason(data: bytes) -> str:
    start = data[:4096].replace(b"\0", b"").lower()
    if SPREADSHEET_2003 in start:
        return f"it is in the XML format of Excel 2003; open it in Excel, {AS_WORKBOOK}"
    if b"<html" in start or b"<table" in start:
        return f"it is a web page, whatever its name says; open it in Excel, {AS_WORKBOOK}"
    if b"schemas.microsoft.com/project" in start:
        return "it is a plan from Microsoft Project; import it as a plan."
    return f"it is an XML file, not a table; open it in Excel, {AS_WORKBOOK}"
