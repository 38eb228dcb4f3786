"""What an Excel cell can hold, and how to say the rest so that nothing is lost or changed unseen."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import count

from sharedprog.exchange.plain_text import plain_text
from sharedprog.exchange.sheet import CellValue

MOST_TEXT = 32_767
"""Characters of a cell, counted as Excel does: those beyond the basic plane count twice."""
MOST_DIGITS = 15
"""Excel turns the digits after these into noughts."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a 29 February 1900 that never was."""
LONGEST_NAME = 31

_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def for_excel(value: CellValue) -> CellValue:
    """The value as a cell can hold it: early days and long numbers as text, no time zones, no infinities."""
    match value:
        case str():
            return _LOOKS_ESCAPED.sub("_x005F_", plain_text(value)) or None
        case bool():
            return value
        case int():
            return value if len(str(abs(value))) <= MOST_DIGITS else str(value)
        case float():
            return value if math.isfinite(value) else None
        case datetime():
            return value.replace(tzinfo=None) if value.date() >= FIRST_DAY else value.isoformat(" ")
        case date():
            return value if value >= FIRST_DAY else value.isoformat()
        case _:
            return value


def cut_to_fit(text: str) -> str:
    """The longest beginning of the text that a cell holds."""
    if len(text) * 2 <= MOST_TEXT:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= MOST_TEXT * 2:
        return text
    return units[: MOST_TEXT * 2].decode("utf-16-le", errors="ignore")


def sheet_names(names: Iterable[str]) -> Iterator[str]:
    """Names as Excel allows them: at most 31 characters, no brackets, colons or slashes, no two alike."""
    taken: set[str] = set()
    for name in names:
        plain = " ".join(_NOT_IN_NAMES.sub(" ", plain_text(name)).split()).strip("'") or "Sheet"
        made = next(made for made in _tries(plain) if made.casefold() not in taken)
        taken.add(made.casefold())
        yield made


def _tries(name: str) -> Iterator[str]:
    yield name[:LONGEST_NAME].rstrip()
    for number in count(2):
        ending = f" ({number})"
        yield name[: LONGEST_NAME - len(ending)].rstrip() + ending
