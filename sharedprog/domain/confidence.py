"""Poisons named in confidence, as they may leave the program: nobody learns who named them, or who wrote them down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.history import NAMER, Marks, confided
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.poisons import POISONS


def without_names(programme: Programme) -> Programme:
    """The picture without the names that rows keep which say that they are anonymous; such came from elsewhere."""
    rows = [row for row in programme.all_rows(POISONS).values() if row.anonymous and row.named_by is not None]
    return programme.apply(Edit(Cell(POISONS.key, row.id, NAMER), row.named_by, None) for row in rows)


def discreet(journal: Sequence[ChangeSet]) -> tuple[ChangeSet, ...]:
    """A journal without who touched a poison that was ever anonymous, and without the names it ever had.

    It leads to the same rows: where such a poison says openly now who named it, that alone is told.
    """
    marks = Marks(poisons={poison for each in journal for poison in confided(each.edits)})
    named: dict[str, tuple[str, Edit]] = {}
    anonymous: dict[str, bool] = {}
    for change_set in journal:
        for edit in change_set.edits if change_set.via is None else ():
            if edit.cell.field == NAMER and marks.in_confidence(edit.cell):
                named[edit.cell.row] = change_set.id, edit
            elif edit.cell.field == "anonymous":
                anonymous[edit.cell.row] = edit.new is True

    def told(change_set: ChangeSet) -> ChangeSet:
        if not any(marks.in_confidence(edit.cell) for edit in change_set.edits):
            return change_set
        kept = []
        for edit in change_set.edits:
            if edit.cell.field != NAMER or not marks.in_confidence(edit.cell):
                kept.append(edit)
            elif (change_set.id, edit) == named.get(edit.cell.row) and edit.new and not anonymous[edit.cell.row]:
                kept.append(replace(edit, old=None))
        return replace(change_set, who="", edits=tuple(kept))

    return tuple(map(told, journal))
