"""The bytes of a file from outside, never more than a limit, and what kind of thing they are."""

from __future__ import annotations

import stat
from enum import Enum
from pathlib import Path

from sharedprog.exchange.trouble import Unreadable, unreadable

MEGABYTE = 1_000_000
LARGEST_SHEETS = 50 * MEGABYTE
"""Bytes of a workbook or a CSV file."""

SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
AS_WORKBOOK = "save it there as an Excel workbook (.xlsx) or as CSV, and import that."


class Contents(Enum):
    """What the first bytes say a file is, whatever its name says."""

    ZIP = "zip"
    XML = "xml"
    TEXT = "text"


_SIGNATURES = {
    b"%PDF": f"it is a PDF, not a table; open what it was made from, {AS_WORKBOOK}",
    b"\x89PNG": "it is a picture; import the table that it shows instead.",
    b"\xff\xd8\xff": "it is a picture; import the table that it shows instead.",
    b"SQLite format 3\0": "it is a database; open it with the program that made it and export a workbook.",
}
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def file_bytes(path: Path, largest: int) -> bytes:
    """All of the file, refused when it is empty, larger than ``largest`` bytes, or no ordinary file."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(path, "it is a folder; choose a file inside it.")
        if not stat.S_ISREG(mode):
            raise Unreadable(path, "it is not an ordinary file; copy it to a folder of your own first.")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if not data:
        raise Unreadable(path, "it is empty (0 bytes); check that it was saved or copied to the end.")
    if len(data) > largest:
        megabytes = largest // MEGABYTE
        raise Unreadable(path, f"it is larger than {megabytes} MB; split it and import the parts.")
    return data


def contents(path: Path, data: bytes) -> Contents:
    """Zip, XML or text; anything else is refused by its name, with what to do instead."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Contents.ZIP
    for signature, reason in _SIGNATURES.items():
        if signature in data[:1024]:
            raise Unreadable(path, reason)
    if data.startswith(_COMPOUND_FILE):
        raise Unreadable(path, _compound_reason(data))
    return Contents.XML if _begins_as_xml(data) else Contents.TEXT


def _compound_reason(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "it is protected by a password; open it in Excel, take the password off and save it again."
    return f"it is in the format of an old Office version; open it in Office, {AS_WORKBOOK}"


def _begins_as_xml(data: bytes) -> bool:
    start = data[:200]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().startswith((b"<?xml", b"<"))
