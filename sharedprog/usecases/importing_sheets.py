"""A workbook or a CSV file against the programme: the sheets that hold registers, read together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_LEVELS
from sharedprog.domain.words import counted
from sharedprog.exchange.sheets import read_sheets
from sharedprog.usecases.exporting_sheets import WORKED_OUT
from sharedprog.usecases.importing_choice import chosen
from sharedprog.usecases.importing_headings import Columns
from sharedprog.usecases.importing_mapping import as_said
from sharedprog.usecases.importing_names import Names
from sharedprog.usecases.importing_rows import (
    ImportPlan,
    PersonNamed,
    PlannedRow,
    SheetChoice,
    Tell,
    told_to_nobody,
)
from sharedprog.usecases.importing_sheet import SheetReading

OPENED, READ = 0.2, 0.7
"""How far it is, of the whole, when the file is open and when its sheets are read."""
MOST_NAMES = 20
"""New people who are named one by one."""


def plan_sheets(
    programme: Programme,
    path: Path,
    wanted: Register[Any] | None,
    make_id: Callable[[], str],
    choices: Sequence[SheetChoice] = (),
    tell: Tell = told_to_nobody,
) -> ImportPlan:
    """What the sheets would change; rows of one sheet may name rows that another brings.

    Where the person made ``choices``, those sheets are read, as they say; ``tell`` hears how far it is.
    """
    sheets = read_sheets(path)
    choice = as_said(path, sheets, choices) if choices else chosen(path, sheets, wanted)
    taken: dict[str, set[str]] = {columns.register.key: set() for _, columns in choice.sheets}
    readings: list[SheetReading] = []
    for number, (sheet, columns) in enumerate(choice.sheets):
        tell(OPENED + (READ - OPENED) * number / len(choice.sheets), f"Reading the sheet “{sheet.name}”…")
        readings.append(SheetReading(programme, sheet, columns, make_id, taken[columns.register.key]))
    tell(READ, f"Comparing “{path.name}” with the programme…")
    coming: dict[str, list[Row]] = {}
    for reading in readings:
        coming.setdefault(reading.register.key, []).extend(reading.coming)
    names = Names(programme, coming)
    for reading in readings:
        reading.name(names)
    scales = _with_coming(programme, readings)
    rows = [row for reading in readings for row in reading.finish(scales)]
    problems = [
        problem for reading in readings for problem in sorted(reading.problems, key=lambda problem: problem.row or 0)
    ]
    worked_out = [note for _, columns in choice.sheets for note in _worked_out(columns)]
    left = [note for _, columns in choice.sheets for note in _left_out(columns)]
    notes = dict.fromkeys((*_new_people(rows), *worked_out, *left, *choice.notes))
    return ImportPlan(path, tuple(rows), tuple(problems), tuple(notes))


def _with_coming(programme: Programme, readings: list[SheetReading]) -> Programme:
    """The picture with the matrices and their steps that the file brings."""
    tables = dict(programme.tables)
    for reading in readings:
        key = reading.register.key
        if key in (MATRICES.key, MATRIX_LEVELS.key):
            coming = {row.id: replace(row, exists=True) for row in reading.coming}
            tables[key] = Table(tables[key].register, {**tables[key].rows, **coming})
    return Programme(tables)


def _new_people(rows: Sequence[PlannedRow]) -> list[str]:
    """Who would be made because a cell names them: where a name is written in another way, here it is seen."""
    first: dict[str, str] = {}
    for value in (value for row in rows for value in row.values.values()):
        if isinstance(value, PersonNamed):
            first.setdefault(value.name.casefold(), value.name)
    people = list(first.values())
    if not people:
        return []
    more = len(people) - MOST_NAMES
    told = "; ".join(people[:MOST_NAMES]) + (f"; and {more:,} more" if more > 0 else "")
    return [f"{counted(len(people), 'new person', 'new people')} by name: {told}."]


def _worked_out(columns: Columns) -> list[str]:
    """Which of other people's columns are not taken in because the program works them out; our own are no news."""
    headings = [columns.headings[place] for place in columns.worked_out]
    theirs = [f"“{heading}”" for heading in headings if not heading.endswith(WORKED_OUT)]
    if not theirs:
        return []
    return [f"{', '.join(theirs)} of {columns.register.title} left out: the program works that out itself."]


def _left_out(columns: Columns) -> list[str]:
    """Which columns the person said should be left out."""
    headings = [f"“{columns.headings[place]}”" for place in columns.left]
    return [f"{', '.join(headings)} of {columns.register.title} left out, as you said."] if headings else []
