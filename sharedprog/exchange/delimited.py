"""CSV files in: comma, semicolon or tab, UTF-8 or Windows-1252, quoting taken strictly."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from sharedprog.exchange.formula_guard import without_guard
from sharedprog.exchange.sheet import Sheet, SheetRow, sheet_row
from sharedprog.exchange.trouble import Unreadable

LONGEST_FIELD = 131_072
"""Characters."""
MOST_CELLS = 1_000_000
DELIMITERS = ",;\t"
ROWS_TO_JUDGE = 50

_ENDS_IN_QUOTES = "unexpected end of data"


def read_delimited(path: Path, data: bytes) -> Sheet:
    """One sheet named as the file; every cell is text, because CSV knows nothing else."""
    text = _text(path, data)
    csv.field_size_limit(LONGEST_FIELD)
    text, delimiter = _delimiter(text)
    if text.count(delimiter) > 2 * MOST_CELLS:
        raise Unreadable(path, "it holds more than a million cells; split it and import the parts.")
    return Sheet(path.stem, tuple(_rows(path, text, delimiter)))


def _rows(path: Path, text: str, delimiter: str) -> Iterator[SheetRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells = 0
    try:
        for number, fields in enumerate(reader, start=1):
            cells += len(fields)
            if cells > MOST_CELLS:
                raise Unreadable(path, "it holds more than a million cells; split it and import the parts.")
            row = sheet_row(number, [without_guard(field) for field in fields])
            if row is not None:
                yield row
    except csv.Error as error:
        raise Unreadable(path, _reason(str(error), reader.line_num)) from error


def _reason(error: str, line: int) -> str:
    if error == _ENDS_IN_QUOTES:
        return "a quotation mark is opened and never closed; save it as CSV again from the program it is from."
    if "field limit" in error:
        return f"a cell near line {line} is longer than {LONGEST_FIELD:,} characters; shorten it."
    return f"the quotation marks on line {line} do not pair up; save it as CSV again from where it came."


def _text(path: Path, data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _western(path, data)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(
            path, f"line {line} holds characters that no text has, so it is not a CSV file; check what it is."
        )
    return text


def _western(path: Path, data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Unreadable(
            path, f"the characters on line {line} are in no known alphabet; save it as “CSV UTF-8” in Excel."
        ) from error


def _delimiter(text: str) -> tuple[str, str]:
    """The text and its delimiter: the one Excel names in a first line ``sep=;``, else the likeliest."""
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if len(hint) == len("sep=,") and hint.lower().startswith("sep="):
        return "\n" + rest, hint[-1]
    return text, max(DELIMITERS, key=lambda delimiter: _likelihood(text, delimiter))


def _likelihood(text: str, delimiter: str) -> tuple[bool, float, int]:
    """Whether the first rows have columns and sound quotation marks, and how many agree on a number of columns.

    A wrong delimiter breaks cells of several lines into rows of their own, so a share tells more than a count.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    widths: Counter[int] = Counter()
    sound = False
    with suppress(csv.Error):  # the strict reading that follows says what is wrong, and where
        for fields in islice(reader, ROWS_TO_JUDGE):
            widths.update([len(fields)] if fields else [])
        sound = True
    rows = widths.total()
    share, width = max(((count / rows, width) for width, count in widths.items() if width > 1), default=(0.0, 0))
    return sound and width > 1, share, width
