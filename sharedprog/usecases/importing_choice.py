"""Which sheets of a file hold which registers: as the person says, as the sheets are called, or by their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.trouble import Trouble
from sharedprog.exchange.sheet import Sheet
from sharedprog.usecases.importing_headings import Columns, columns_in, must_have
from sharedprog.usecases.register_names import register_meant, rows_of

WORDS = {
    "risk": "risks",
    "issue": "issues",
    "action": "actions",
    "decision": "decisions",
    "poison": "poisons",
    "antidote": "antidotes",
    "plan": "tasks",
    "task": "tasks",
    "milestone": "tasks",
    "gantt": "tasks",
    "workstream": "workstreams",
    "people": "people",
    "contact": "people",
    "stakeholder": "people",
    "partner": "partners",
    "meeting": "board_meetings",
    "holiday": "bank_holidays",
}
"""What the name of a sheet or a file gives away."""
ENOUGH = 3
"""Headings that must be known before they alone give a register away."""
MADE_HERE = frozenset({"programme", "packs", "matrices"})
"""Registers that nobody keeps in a sheet of their own."""
SIDEWAYS_ROWS, SIDEWAYS_COLUMNS = 10, 3


class WhichRegister(Trouble):
    """The file does not say what it holds; ``choices`` are keys of registers it may be."""

    def __init__(self, path: Path) -> None:
        self.choices = tuple(register.key for register in REGISTERS if register.place and register.key not in MADE_HERE)
        choices = ", ".join(self.choices)
        super().__init__(f"“{path.name}” does not say which register it holds. Say which one it is: {choices}.")
        self.path = path

    def __reduce__(self) -> tuple[type[WhichRegister], tuple[Path]]:
        return type(self), (self.path,)


@dataclass(frozen=True)
class Chosen:
    """Sheets with what their columns mean, and sentences about those that are left out."""

    sheets: tuple[tuple[Sheet, Columns], ...]
    notes: tuple[str, ...]


def chosen(path: Path, sheets: Sequence[Sheet], wanted: Register[Any] | None) -> Chosen:
    """The sheets to import; raises ``Trouble`` where none holds a register, or it is not clear which."""
    shown = [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    found = _wanted(path, shown, wanted) if wanted is not None else _guessed(path, shown)
    return Chosen(tuple(found), left_out(sheets, [sheet for sheet, _ in found]))


def left_out(sheets: Sequence[Sheet], taken: Sequence[Sheet]) -> tuple[str, ...]:
    """A sentence about each sheet that is not taken in."""
    return tuple(f"The sheet “{sheet.name}” was left out." for sheet in sheets if sheet not in taken)


def guess(path: Path, sheet: Sheet) -> Columns | None:
    """The register that a sheet seems to hold, with its columns; ``None`` where it does not say."""
    named = register_meant(sheet.name)
    columns = columns_in(sheet, named) if named is not None else None
    return columns if columns is not None and columns.fields else _guess(path, sheet)


def _wanted(path: Path, sheets: Sequence[Sheet], register: Register[Any]) -> list[tuple[Sheet, Columns]]:
    """The sheet that is called as the register is, else the one with the most headings of it."""
    named = [sheet for sheet in sheets if register_meant(sheet.name) == register]
    tried = [(sheet, columns_in(sheet, register)) for sheet in named or sheets]
    usable = [(sheet, columns) for sheet, columns in tried if columns is not None and columns.named]
    if not usable:
        _sideways(path, sheets)
        first = ("ref", *register.groups[0].fields) if register.groups else ("parent", *register.columns)
        usual = [name for name in first if name in register.fields]
        headings = ", ".join(f"“{register.fields[name].label}”" for name in usual)
        held = max((columns.fields.keys() for _, columns in tried if columns is not None), key=len, default=())
        lacking = next(name for name in (*must_have(register), *usual[1:]) if name not in held)
        label, rows = register.fields[lacking].label, rows_of(register, 2)[2:]
        raise Trouble(
            f"“{path.name}” has no column for “{label}”, so its rows cannot be told as {rows}. "
            f"Its first row should hold headings such as {headings}."
        )
    return [max(usable, key=lambda each: len(each[1].fields))]


def _guessed(path: Path, sheets: Sequence[Sheet]) -> list[tuple[Sheet, Columns]]:
    named = [(sheet, register_meant(sheet.name)) for sheet in sheets]
    certain = [(sheet, columns_in(sheet, register)) for sheet, register in named if register is not None]
    found = [(sheet, columns) for sheet, columns in certain if columns is not None and columns.fields]
    if not found:
        guesses = [(sheet, _guess(path, sheet)) for sheet in sheets]
        found = [(sheet, columns) for sheet, columns in guesses if columns is not None]
    if not found:
        _sideways(path, sheets)
        raise WhichRegister(path)
    return found


def _guess(path: Path, sheet: Sheet) -> Columns | None:
    """The register that the names of the sheet and the file give away, else the one whose headings these are."""
    for name in (sheet.name, path.stem):
        keys = {key for word, key in WORDS.items() if re.search(rf"(?<![a-z]){word}", name.casefold())}
        tried = [columns_in(sheet, register) for register in REGISTERS if register.key in keys]
        usable = [columns for columns in tried if columns is not None and _tells(columns)]
        if len(usable) == 1:
            return usable[0]
    everything = [columns_in(sheet, each) for each in REGISTERS if each.place and each.key not in MADE_HERE]
    ranked = sorted(
        (columns for columns in everything if columns is not None and _tells(columns)),
        key=lambda columns: -len(columns.fields),
    )
    first = [len(columns.fields) for columns in ranked[:2]]
    clear = bool(first) and first[0] >= ENOUGH and (len(first) == 1 or first[0] > first[1])
    return ranked[0] if clear else None


def _tells(columns: Columns) -> bool:
    """Whether the sheet has a column for what its rows are called, and another one."""
    return columns.register.name_field in columns.fields and len(columns.fields) > 1


def _sideways(path: Path, sheets: Sequence[Sheet]) -> None:
    """Raise ``Trouble`` for a return with one project in each column, which is no register however it is read."""
    for sheet in sheets:
        firsts = [row.cells[0] for row in sheet.rows]
        width = max(len(row.cells) for row in sheet.rows)
        labels = {text for text in firsts if isinstance(text, str)}
        if len(sheet.rows) < SIDEWAYS_ROWS or len(labels) < len(firsts) or width < SIDEWAYS_COLUMNS:
            continue
        mixed = [
            len({type(row.cells[place]) for row in sheet.rows if place < len(row.cells)} - {type(None)})
            for place in range(1, width)
        ]
        if len(sheet.rows) > width and sum(kinds > 1 for kinds in mixed) > len(mixed) / 2:
            raise Trouble(
                f"“{path.name}” is not a register: the sheet “{sheet.name}” has its headings down the first column "
                "and one project or row in each column. In Excel, copy it and choose Paste Special, Transpose; "
                "then import that."
            )
