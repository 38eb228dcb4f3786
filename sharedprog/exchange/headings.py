"""The heading row of a sheet: the row whose cells are labels that we know, whatever stands above it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sharedprog.exchange.sheet import CellValue, Sheet, SheetRow, letters

ROWS_TO_LOOK_AT = 30
"""Titles, dates and logos seldom take more; a label repeated further down is data."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOTHING = re.compile("['’]")
_UNSEEN = ("Cf", "Mn")
"""Unicode categories of soft hyphens, zero-width spaces and accents."""
_APART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading row and what its columns mean, one place for each cell."""

    number: int
    """The row as Excel numbers it; the rows of data are those with higher numbers."""
    texts: tuple[str, ...]
    """The headings as they stand, without spaces around them; blank ones are empty."""
    labels: tuple[str | None, ...]
    """The known label of each column; ``None`` where it is blank, unknown, or the second of its name."""


def normalised(label: str) -> str:
    """A label without what people vary: case, accents, punctuation, spacing, and the plural of each word."""
    letters = (sign for sign in unicodedata.normalize("NFKD", label) if unicodedata.category(sign) not in _UNSEEN)
    plain = _NOTHING.sub("", _HUMP.sub(" ", "".join(letters)).casefold().replace("(s)", "s"))
    return " ".join(_singular(word) for word in _APART.split(plain.replace("&", " and ")) if word)


def find_heading(sheet: Sheet, known_labels: Iterable[str]) -> Heading | None:
    """The first row with the most known labels; ``None`` when no row of the first thirty has any."""
    known: dict[str, str] = {}
    for label in known_labels:
        known.setdefault(normalised(label), label)
    candidates = [_heading(row, known) for row in sheet.rows if row.number <= ROWS_TO_LOOK_AT]
    best = max(candidates, key=_labels_known, default=None)  # of equals, the first
    return best if best is not None and _labels_known(best) else None


def heading_at(sheet: Sheet, number: int) -> Heading:
    """The headings that a person says are in a row, 0 where there are none.

    A blank one takes the word above it, as where cells are merged; else, over cells, the letters of its column.
    """
    rows = {row.number: row.cells for row in sheet.rows}
    below = [row.cells for row in sheet.rows if row.number > number]
    here, above = rows.get(number, ()), rows.get(number - 1, ())
    texts: list[str] = []
    for place in range(max((len(cells) for cells in (*below, here)), default=0)):
        filled = any(place < len(cells) and cells[place] is not None for cells in below)
        text = _shown(here, place) or (_shown(above, place) if filled else "")
        texts.append(text or (f"Column {letters(place)}" if filled else ""))
    return Heading(number, tuple(texts), (None,) * len(texts))


def _shown(cells: Sequence[CellValue], place: int) -> str:
    """A heading whatever kind of cell it is: a year or a number may be one, where a person says so."""
    cell = cells[place] if place < len(cells) else None
    return _text(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


def _heading(row: SheetRow, known: dict[str, str]) -> Heading:
    texts = tuple(_text(cell) for cell in row.cells)
    left = dict(known)
    labels = tuple(left.pop(normalised(text), None) if text else None for text in texts)
    return Heading(row.number, texts, labels)


def _labels_known(heading: Heading) -> int:
    return sum(label is not None for label in heading.labels)


def _text(cell: CellValue) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _singular(word: str) -> str:
    """Plural endings taken off the same way on both sides; it need not be a word that exists."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
