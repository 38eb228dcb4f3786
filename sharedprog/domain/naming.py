"""What a row is called in a sentence, and which row a person means by a name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sharedprog.domain.fields import Choice, Prose, Text
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.notes import Note
from sharedprog.domain.registers.partners import Partner
from sharedprog.domain.registers.people import Person
from sharedprog.domain.words import short_day


def label(register: Register[Any], row: Row) -> str:
    """The row as a person would point at it: ``risk R-012``, ``board 14``, ``person Head of ICT``."""
    if isinstance(row, BoardMeeting):
        return f"board {row.number}" if row.number else "board without a number"
    if register.single:
        return register.singular
    if row.ref and not isinstance(row, Partner | Person):
        return f"{register.singular} {row.ref}"
    is_name = isinstance(register.fields[register.name_field], Text | Prose) and not isinstance(row, Note)
    name = register.name_of(row) if is_name else ""
    return f"{register.singular} {name[:40]}".rstrip()


MANY = {
    "person": "people",
    "scoring matrix": "scoring matrices",
    "partner affected": "partners affected",
    "set of working times": "sets of working times",
    "run of weeks": "runs of weeks",
    "dates in a baseline": "dates in baselines",
}
"""Plurals that an s at the end does not make."""


def several(register: Register[Any], number: int) -> str:
    """``1 task``, ``12 tasks``, ``2,000 people``."""
    noun = register.singular if number == 1 else MANY.get(register.singular, f"{register.singular}s")
    return f"{number:,} {noun}"


def short_name(register: Register[Any], row: Row) -> str:
    """The row in a table cell: a short name, a board's number and day, a title, or label and title."""
    match row:
        case Partner():
            return row.short_name or row.title
        case BoardMeeting():
            day = f", {short_day(row.day)} {row.day.year}" if row.day else ""
            return f"{row.number or '–'}{day}"
        case Person():
            return row.title
        case _:
            name = register.name_of(row)
            return f"{row.ref} {name}".strip() if register.key in REFERRED else name


def option_words(register: Register[Any], field: str, code: str | None) -> str:
    """The words of a choice's option; empty where nothing is chosen."""
    kind = register.fields[field]
    return kind.words(code) if isinstance(kind, Choice) else code or ""


REFERRED = frozenset({"risks", "issues", "poisons", "actions", "decisions", "tasks"})
"""Registers whose rows are named by label and title together."""


def name_of(programme: Programme, keys: Iterable[str], row_id: str) -> str:
    """A link in words; a row that is gone is said to be missing rather than left out."""
    found = programme.find(row_id, keys)
    return short_name(*found) if found else "(missing)"


def find_by_words(programme: Programme, keys: Iterable[str], text: str) -> str | None:
    """The id of the row whose id, label, name, short name or number is this text, whatever its case."""
    wanted = " ".join(text.split()).casefold()
    for key in keys:
        table = programme.tables[key]
        for row in table.existing:
            if wanted in names_of(table.register, row):
                return row.id
    return None


def names_of(register: Register[Any], row: Row) -> set[str]:
    """Every text by which a person may mean the row: id, label, name, both together, short name or number."""
    names = {row.id, row.ref, register.name_of(row), short_name(register, row)}
    if isinstance(row, Partner):
        names.add(row.short_name)
    if isinstance(row, BoardMeeting):
        numbered = {str(row.number), f"board {row.number}"} if row.number is not None else set()
        names = {row.id, row.ref, short_name(register, row), *numbered}
    return {" ".join(name.split()).casefold() for name in names if name}
