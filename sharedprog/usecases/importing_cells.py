"""A cell of somebody's sheet as the value of a field: stricter than typing, because nobody is there to see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from sharedprog.domain.fields import Choice, Day, Kind, Link, Text, Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import A_NEAR_DAY, RAW, Unread, read_day
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.values import read
from sharedprog.usecases.exporting_cells import CellValue
from sharedprog.usecases.importing_names import Names
from sharedprog.usecases.importing_rows import PersonNamed, Planned
from sharedprog.usecases.importing_synonyms import code_meant

LARGEST = 2**53
"""Numbers beyond it cannot be kept exactly."""
ONE_DAY, ANOTHER_DAY = date(2000, 1, 1), date(2051, 8, 20)
"""A text that means different days on these two, such as fri or 3 Dec, does not say which day it is."""
FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\s*")
NUMBERED = re.compile(r"(\d{1,2})\s*(?:[-–—:.=)]\s*)?(.*)|(.*?)\s*\(\s*(\d{1,2})\s*\)", re.DOTALL)
FIVE_WORDS = {"very low": 1, "low": 2, "medium": 3, "moderate": 3, "high": 4, "very high": 5} | {
    letters: step for step, letters in enumerate(("vl", "l", "m", "h", "vh"), start=1)
}
A_DAY = "a day with its year, such as Thu 3 Dec 2026, 03/12/2026 or 2026-12-03"
DAY_FIRST = "a day before its month, as in 03/12/2026; this column has the month first, so no day in it is certain"


def read_cell(key: str, field: str, kind: Kind, raw: RAW, programme: Programme) -> Value:
    """The value of a cell that names no other row; raises ``Unread``."""
    value: Value
    match kind:
        case Day():
            value = read_day(raw, ONE_DAY) if isinstance(raw, date | datetime) else _dated(str(raw))
        case Choice():
            value = _choice(key, field, kind, raw, programme)
        case _:
            value = read(kind, raw, programme, ONE_DAY)
    if isinstance(value, int) and abs(value) > LARGEST:
        raise Unread(str(raw), "a smaller number")
    return value


def _dated(text: str) -> date:
    """A day that the text says by itself; raises ``Unread``."""
    try:
        day = read_day(text, ONE_DAY)
        again = read_day(text, ANOTHER_DAY)
    except Unread as unread:
        raise Unread(text, A_NEAR_DAY if unread.expected == A_NEAR_DAY else A_DAY) from unread
    if day != again:
        raise Unread(text, A_DAY)
    return day


def month_first(cells: Iterable[CellValue]) -> bool:
    """Whether a column writes the month before the day, as 12/25/2026 does beyond doubt."""
    found = [match for cell in cells if isinstance(cell, str) and (match := FIGURES.fullmatch(cell))]
    return any(int(match[1]) <= 12 < int(match[2]) for match in found)


def in_doubt(raw: CellValue) -> bool:
    """Whether a text is a day in figures, of which the order is everything."""
    return isinstance(raw, str) and FIGURES.fullmatch(raw) is not None


def in_fractions(cells: Iterable[CellValue]) -> bool:
    """Whether a column of per cents holds what Excel keeps for them: 0.6 for 60 %, and 1 for 100 %."""
    figures = [cell for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
    return any(figures) and all(0 <= figure <= 1 for figure in figures)


def _choice(key: str, field: str, kind: Choice, raw: RAW, programme: Programme) -> Value:
    try:
        return read(kind, raw, programme, ONE_DAY)
    except Unread:
        code = code_meant(key, field, str(raw))
        if code is None:
            raise
        return code


def other_words(cells: Iterable[CellValue], words: Mapping[int, str]) -> dict[str, int | None]:
    """Words of another scale that a column uses: the steps they are on ours, ``None`` where that is not certain.

    A column that goes from very low to very high is on five steps; one with low, medium and high alone may be on
    three, and then its words mean nothing certain here, even those that our scale has too.
    """
    used = {_words(cell) for cell in cells if isinstance(cell, str)} & FIVE_WORDS.keys()
    if used <= {word.casefold() for word in words.values()}:
        return {}
    if len(words) == max(FIVE_WORDS.values()) and {1, 5} & {FIVE_WORDS[word] for word in used}:
        return dict(FIVE_WORDS)
    return dict.fromkeys(used)


def read_level(raw: RAW, words: Mapping[int, str], other: Mapping[str, int | None] = MappingProxyType({})) -> int:
    """A step from ``4``, ``Likely``, ``4 Likely``, ``Likely (4)``; a number beside another word is not believed."""
    text = _words(raw)
    step = other.get(text)
    if step is not None:
        return step
    for level, word in words.items() if text not in other else ():
        if text in {str(level), word.casefold()}:
            return level
    parts = NUMBERED.fullmatch(text)
    if parts:
        number, word = (parts[1], parts[2]) if parts[1] else (parts[4], parts[3])
        if int(number) in words and words[int(number)].casefold() == word.strip():
            return int(number)
    if not words:
        raise Unread(str(raw), "a step of a scoring matrix, of which there is none yet")
    steps = ", ".join(f"{level} {word}" for level, word in words.items())
    raise Unread(str(raw), f"a step of this programme's scale: {steps}")


def _words(raw: RAW) -> str:
    return " ".join(str(raw).split()).casefold().removesuffix(".0")


def read_link(kind: Link, raw: RAW, names: Names) -> Planned:
    """The id of the row that is named, or the name of a person who is to be made; raises ``Unread``."""
    text = str(raw).strip()
    if isinstance(raw, float) and raw.is_integer():
        text = str(int(raw))
    found = names.find(kind.to, text)
    if found is not None:
        return found
    if PEOPLE.key not in kind.to:
        raise Unread(text, names.expected(kind.to))
    title = PEOPLE.fields["title"]
    longest = title.longest if isinstance(title, Text) else 300
    if len(text) > longest:
        raise Unread(text, f"the name of a person, of at most {longest:,} characters")
    return PersonNamed(" ".join(text.split()))
