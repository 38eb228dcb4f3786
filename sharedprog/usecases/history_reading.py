"""Reading the history as lines: a part at a time, of one row, or of one action. Safe to call from any thread."""

from __future__ import annotations

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.history import Line, Marks, Slice, edits_of, family, lines
from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.store.file import ProgrammeFile

SLICE = 1_000
"""Edits that are read in one go."""


def marks(file: ProgrammeFile) -> Marks:
    """What must be known of the whole history before a part of it is told."""
    return file.marks()


def before(file: ProgrammeFile, known: Marks, position: int) -> Slice:
    """The lines of the edits before a position, newest first."""
    parts, begin = file.journal_before(position, SLICE)
    return Slice([line for part in parts for line in lines(part, known)], begin)


def of_row(file: ProgrammeFile, programme: Programme, register: str, row: str) -> list[Line]:
    """What was done to a row and to what belongs to it, newest first."""
    rows = family(programme, register, row)
    parts = [edits_of(part, rows) for part in file.journal_of(row_id for _, row_id in rows)]
    known = file.confidence()
    for part in parts:
        known.learn(part)
    return [line for part in reversed(parts) for line in lines(part, known)]


def journal_of(file: ProgrammeFile, row: str) -> list[ChangeSet]:
    """The parts of change sets that touch a row, oldest first."""
    return file.journal_of([row])


def action(file: ProgrammeFile, name: str) -> ChangeSet:
    """One action with all of its edits; raises ``Trouble`` where the history does not have it."""
    found = file.change_set(name)
    if found is None:
        raise Trouble("The history does not have this action any more. Open the programme again.")
    return found
