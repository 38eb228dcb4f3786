"""The zip of a workbook from outside, made safe: its sheets and no more, sizes counted as they inflate."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from sharedprog.exchange.source import MEGABYTE
from sharedprog.exchange.trouble import AS_WORKBOOK, Unreadable
from sharedprog.exchange.workbook_formats import number_formats

MOST_ENTRIES = 2_000
LARGEST_INFLATED = 200 * MEGABYTE
"""Bytes of all entries together."""
LARGEST_RATIO = 100
"""Times that an entry above a megabyte may inflate; sheets of text reach about twenty."""
MOST_MARKS = 4_000_000
"""``<`` characters in the XML of sheets: 700,000 cells or more, which take some ten seconds to read."""
MOST_MARKS_ASIDE = 300_000
"""The same in formats and other parts: all the 65,490 formats that Excel allows."""
CHUNK = 1 << 16

_LEFT_OUT = (
    "docprops/",
    "customxml/",
    "xl/chartsheets/",
    "xl/charts/",
    "xl/comments",
    "xl/drawings/",
    "xl/externallinks/",
    "xl/pivot",
    "xl/theme/",
    "xl/worksheets/_rels/",
)
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
}
"""Names of "Strict Open XML" workbooks, and what others say instead."""
_DAMAGED = "its contents are damaged; open it in Excel, save it under another name and import that."
_TOO_LARGE = "it inflates to more than a table of this size can hold; save only the sheet that you need."
_OTHER_OFFICE = {
    "word/document.xml": f"it is a Word document; paste its table into Excel, {AS_WORKBOOK}",
    "ppt/presentation.xml": f"it is a PowerPoint file; paste its table into Excel, {AS_WORKBOOK}",
    "xl/workbook.bin": f"it is a binary Excel workbook (.xlsb); open it in Excel, {AS_WORKBOOK}",
    "content.xml": f"it is a LibreOffice file; open it in LibreOffice, {AS_WORKBOOK}",
}


def safe_copy(path: Path, data: bytes) -> io.BytesIO:
    """The parts that hold sheets, strings and formats, as an uncompressed zip in memory.

    Macros, links to other files, pictures, charts and entries that point outside never reach the reader.
    """
    copy = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(copy, "w") as kept:
            for name, content in _parts(path, archive):
                kept.writestr(name, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise Unreadable(path, _DAMAGED) from error
    copy.seek(0)
    return copy


def _parts(path: Path, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = {_plain_name(entry.filename): entry for entry in archive.infolist()}
    _refuse(path, archive.infolist(), entries)
    inflated = 0
    marks = {True: 0, False: 0}
    for name, entry in entries.items():
        if not _holds_sheets(name):
            continue
        content = _inflate(path, archive, entry, LARGEST_INFLATED - inflated)
        inflated += len(content)
        marks[_is_aside(name)] += content.count(b"<")
        if marks[False] > MOST_MARKS or marks[True] > MOST_MARKS_ASIDE:
            raise Unreadable(
                path, "it holds more cells or formats than a table has; save only the sheet that you need."
            )
        yield name, _as_transitional(name, content)


def _refuse(path: Path, listed: list[zipfile.ZipInfo], entries: dict[str, zipfile.ZipInfo]) -> None:
    if len(listed) > MOST_ENTRIES:
        raise Unreadable(path, f"it holds more than {MOST_ENTRIES:,} parts, so it is not a plain workbook.")
    if len(entries) < len(listed):
        raise Unreadable(path, _DAMAGED)
    if any(entry.flag_bits & 1 for entry in listed):
        raise Unreadable(path, "it is protected by a password; save it without one and import that.")
    if sum(entry.file_size for entry in listed) > LARGEST_INFLATED:
        raise Unreadable(path, _TOO_LARGE)
    for telling, reason in _OTHER_OFFICE.items():
        if telling in entries:
            raise Unreadable(path, reason)
    if "[Content_Types].xml" not in entries:
        raise Unreadable(path, f"it is a zip file, not a workbook; unzip it, or open it in Excel and {AS_WORKBOOK}")


def _inflate(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int) -> bytes:
    """The content of one entry, refused as soon as it passes what it may inflate to."""
    limit = min(room, max(MEGABYTE, entry.compress_size * LARGEST_RATIO))
    content = io.BytesIO()
    with archive.open(entry) as stream:
        while chunk := stream.read(CHUNK):
            content.write(chunk)
            if content.tell() > limit:
                raise Unreadable(path, _TOO_LARGE)
    return content.getvalue()


def _as_transitional(name: str, content: bytes) -> bytes:
    """The part as ordinary workbooks have it: openpyxl knows neither strict ones nor careless formats."""
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    return number_formats(content) if name.lower().endswith("/styles.xml") else content


def _plain_name(name: str) -> str:
    """The entry's name with the slashes that some programs write the other way round."""
    return name.replace("\\", "/").removeprefix("/")


def _is_aside(name: str) -> bool:
    return "/worksheets/" not in name and "sharedstrings" not in name.lower()


def _holds_sheets(name: str) -> bool:
    lowered = name.lower()
    return lowered.endswith((".xml", ".rels")) and ".." not in lowered and not lowered.startswith(_LEFT_OUT)
