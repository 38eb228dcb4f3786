"""A first look into a file with sheets, so that a person can say what they are before anything is read for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.words import counted, day_words
from sharedprog.exchange.headings import ROWS_TO_LOOK_AT, normalised
from sharedprog.exchange.sheet import CellValue, Sheet, letters
from sharedprog.exchange.sheets import read_sheets
from sharedprog.usecases.exporting_sheets import ROW_ID
from sharedprog.usecases.importing_choice import guess
from sharedprog.usecases.importing_headings import LEAVE_OUT, Columns, columns_at, columns_in
from sharedprog.usecases.importing_lines import cell_of
from sharedprog.usecases.importing_mapping import fields_offered

TOP = 2 * ROWS_TO_LOOK_AT
"""Rows of a sheet that are kept to look at."""
MANY_COLUMNS = 50


@dataclass(frozen=True)
class FoundSheet:
    """A sheet of a file: its first rows, how many hold something, and which register it seems to hold, if any."""

    top: Sheet
    rows: int
    columns: int
    register: str
    headings: int
    """The row that seems to hold the headings; 0 where none does."""

    @property
    def name(self) -> str:
        """What the sheet is called; of a CSV file, the file."""
        return self.top.name

    @property
    def heads(self) -> tuple[str, ...]:
        """Its columns as Excel names them."""
        return tuple(letters(place) for place in range(self.columns))

    def line(self, place: int) -> tuple[str, ...]:
        """One of its first rows: its number, and the words of its cells."""
        row = self.top.rows[place]
        return (str(row.number), *(shown(cell_of(row, each)) for each in range(self.columns)))


def look(path: Path) -> tuple[FoundSheet, ...]:
    """Every sheet with something in it; raises ``Unreadable``."""
    return tuple(_found(path, sheet) for sheet in read_sheets(path))


def _found(path: Path, sheet: Sheet) -> FoundSheet:
    guessed = guess(path, sheet)
    return FoundSheet(
        Sheet(sheet.name, sheet.rows[:TOP], sheet.hidden),
        len(sheet.rows),
        max(len(row.cells) for row in sheet.rows),
        guessed.register.key if guessed is not None else "",
        guessed.number if guessed is not None else 0,
    )


def heading_row(sheet: FoundSheet, register: Register[Any]) -> int:
    """The row that seems to hold the headings of a register; 0 where none does."""
    found = columns_in(sheet.top, register)
    return found.number if found is not None else 0


def meanings(
    sheet: FoundSheet, register: Register[Any], headings: int, remembered: Mapping[str, str]
) -> dict[int, str]:
    """What each column means, by place: as was said of that heading the last time, else by the heading itself."""
    offered = fields_offered(register)
    said: dict[int, str] = {}
    for place, text in columns_at(sheet.top, register, headings, {}).headings.items():
        meaning = remembered.get(normalised(text))
        free = meaning == LEAVE_OUT or (meaning in offered and meaning not in said.values())
        if meaning is not None and free:
            said[place] = meaning
    columns = columns_at(sheet.top, register, headings, said)
    known = {place: name for name, place in (*columns.fields.items(), *columns.extras.items()) if name in offered}
    if columns.row_id is not None:
        known[columns.row_id] = ROW_ID
    return {place: known.get(place, LEAVE_OUT) for place in columns.headings}


def examples(sheet: Sheet, headings: int, place: int, most: int = 3) -> tuple[str, ...]:
    """The first different texts of a column."""
    texts = [shown(cell_of(row, place)) for row in sheet.rows if row.number > headings]
    return tuple(dict.fromkeys(text for text in texts if text))[:most]


def shown(cell: CellValue) -> str:
    """A cell in one line, days as they are written here."""
    if isinstance(cell, datetime):
        return f"{day_words(cell.date())} {cell:%H:%M}"
    if isinstance(cell, date):
        return day_words(cell)
    return " ".join(str(cell).split()) if cell is not None else ""


def doubts(sheet: FoundSheet, columns: Columns) -> tuple[str, ...]:
    """Sentences about what is odd in the headings that were chosen."""
    number, found = columns.number, []
    above = next((row for row in sheet.top.rows if row.number == number - 1), None)
    if not number:
        found.append("The sheet is read without headings: its columns are called by their letters.")
    elif above is not None and sum(cell is not None for cell in above.cells) > 1:
        found.append(
            f"Row {number - 1} holds words too. Where a heading is blank, the word above it is taken; if row "
            f"{number - 1} holds the headings, choose that one."
        )
    if sheet.top.rows[-1].number <= number:
        found.append(f"Nothing is beneath row {number}, so nothing would come in.")
    blank = [place for place, text in columns.headings.items() if number and text == f"Column {letters(place)}"]
    if blank:
        goes = "has no heading and is called by its letter" if len(blank) == 1 else "have no headings and go by letter"
        found.append(f"{counted(len(blank), 'column')} {goes}.")
    texts = {place: normalised(text) for place, text in columns.headings.items()}
    often = Counter(texts.values())
    twice = dict.fromkeys(columns.headings[place] for place, text in texts.items() if often[text] > 1)
    if twice:
        told = ", ".join(f"“{text}”" for text in twice)
        found.append(f"Several columns are headed {told}; look at their letters.")
    if len(columns.headings) > MANY_COLUMNS:
        found.append(f"There are {len(columns.headings)} columns; only those that go to a field come in.")
    return tuple(found)
