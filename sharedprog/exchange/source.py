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


class Contents(Enum):
    """What the first bytes say a file is, whatever its name says; the values complete "it is"."""

    ZIP = "a workbook or another zip file"
    XML = "XML"
    TEXT = "plain text, or a file of another program"
    PDF = "a PDF"
    PICTURE = "a picture"
    DATABASE = "a database"
    OFFICE = "a file of Microsoft Project (.mpp) or of an old Office version"
    LOCKED = "protected by a password"


_SIGNATURES = {
    b"PK\x03\x04": Contents.ZIP,
    b"PK\x05\x06": Contents.ZIP,
    b"%PDF": Contents.PDF,
    b"\x89PNG": Contents.PICTURE,
    b"\xff\xd8\xff": Contents.PICTURE,
    b"GIF8": Contents.PICTURE,
    b"SQLite format 3\0": Contents.DATABASE,
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


def contents(data: bytes) -> Contents:
    """What the bytes are; anything unknown passes for text."""
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature):
            return kind
    if data.startswith(_COMPOUND_FILE):
        return Contents.LOCKED if "EncryptedPackage".encode("utf-16-le") in data else Contents.OFFICE
    if b"%PDF" in data[:1024]:
        return Contents.PDF
    return Contents.XML if _begins_as_xml(data) else Contents.TEXT


def _begins_as_xml(data: bytes) -> bool:
    start = data[:200]
    for mark in _MARKS:
        start = start.removeprefix(mark)
    return start.replace(b"\0", b"").lstrip().startswith((b"<?xml", b"<"))
