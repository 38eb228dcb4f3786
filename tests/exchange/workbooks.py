"""Small workbooks for the tests: as openpyxl makes them, and as no honest program would."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """A workbook with these rows, as openpyxl writes it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    with path.open("wb") as file:
        book.save(file)
    return path


def sheet_xml(rows: str, before: str = "") -> bytes:
    """A worksheet part with this markup in its sheet data."""
    head = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">{before}<sheetData>'
    return f"{head}{rows}</sheetData></worksheet>".encode()


def changed(path: Path, parts: Mapping[str, bytes | None]) -> Path:
    """The workbook with parts put in, replaced, or (with ``None``) taken out."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        kept.pop(name, None)
        if content is not None:
            kept[name] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
    return path


def with_sheet(path: Path, content: bytes) -> Path:
    """A workbook of one sheet whose part is this."""
    return changed(workbook(path, {"Risks": [["Risk"]]}), {"xl/worksheets/sheet1.xml": content})
