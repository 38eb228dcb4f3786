"""The history as people read it: a line for each thing that an action did to a row, newest first.

A poison that was ever anonymous is told in confidence: neither who touched it, nor which partner named it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers import children_of
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.poisons import POISONS

UNTOLD = frozenset({"saw", "saw_as_at", "results", "pdf_hash"})
"""Fields that the program fills in to find its way in the file, and that say nothing to a person."""
NAMER = "named_by"
"""The field of a poison that is never told where it was ever anonymous."""


class Deed(StrEnum):
    """What an action did to a row."""

    ADDED = "Added"
    BROUGHT_BACK = "Brought back"
    DELETED = "Deleted"
    MOVED = "Moved"
    CHANGED = "Changed"


@dataclass(frozen=True, slots=True)
class Action:
    """One change set without its edits; ``who`` is empty where nobody's name is kept or may be told."""

    id: str
    title: str
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was done to one row; ``secret`` values are not told."""

    action: Action
    deed: Deed
    register: str
    row: str
    field: str
    old: Value
    new: Value
    secret: bool = False

    @property
    def edit(self) -> Edit:
        """The edit that the line tells."""
        return Edit(Cell(self.register, self.row, self.field), self.old, self.new)


@dataclass
class Marks:
    """What must be known of the whole journal before a part of it is told.

    ``made`` names the rows that were ever made; ``whole`` the rows that an action added (True), brought back or
    deleted (False), by action and row, of which the single cells are not told; ``poisons`` were ever anonymous, and
    ``actions`` touched one of them; ``last`` is the position of the last edit.
    """

    last: int = 0
    made: set[str] = field(default_factory=set)
    whole: dict[tuple[str, str], bool] = field(default_factory=dict)
    poisons: set[str] = field(default_factory=set)
    actions: set[str] = field(default_factory=set)

    def learn_row(self, action: str, row: str) -> None:
        """Note, in order of making, that an action made a row exist or not."""
        self.whole[action, row] = row not in self.made
        self.made.add(row)

    def learn(self, change_set: ChangeSet) -> None:
        """Note what a new change set adds."""
        for edit in change_set.edits:
            if edit.cell.field == "exists":
                self.learn_row(change_set.id, edit.cell.row)
        self.poisons |= confided(change_set.edits)
        if any(self.in_confidence(edit.cell) for edit in change_set.edits):
            self.actions.add(change_set.id)

    def in_confidence(self, cell: Cell) -> bool:
        """Whether a cell belongs to a poison that was ever anonymous."""
        return cell.register == POISONS.key and cell.row in self.poisons


def confided(edits: Iterable[Edit]) -> set[str]:
    """The poisons that these edits made anonymous, or no longer so."""
    return {edit.cell.row for edit in edits if edit.cell.register == POISONS.key and edit.cell.field == "anonymous"}


def lines(change_set: ChangeSet, marks: Marks) -> Iterator[Line]:
    """What a change set, or a part of one, did; its last edit first."""
    who = "" if change_set.id in marks.actions else change_set.who
    action = Action(change_set.id, change_set.title, who, change_set.at)
    for edit in reversed(change_set.edits):
        deed = _deed(edit, whole=marks.whole.get((change_set.id, edit.cell.row)))
        if deed is not None:
            cell = edit.cell
            secret = cell.field == NAMER and marks.in_confidence(cell)
            yield Line(action, deed, cell.register, cell.row, cell.field, edit.old, edit.new, secret)


def _deed(edit: Edit, *, whole: bool | None) -> Deed | None:
    """What an edit is told as; ``None`` for one that another line tells, or that means nothing to a person."""
    name = edit.cell.field
    if name == "exists":
        if not edit.new:
            return Deed.DELETED
        return Deed.ADDED if whole else Deed.BROUGHT_BACK
    if whole is not None or name in UNTOLD:
        return None
    return Deed.MOVED if name == "order" else Deed.CHANGED


def family(programme: Programme, register: str, row: str) -> frozenset[tuple[str, str]]:
    """A row, its links, and the rows that belong to it, deleted ones too, by register and id."""
    beneath = (
        (child.key, each.id)
        for child in children_of(register)
        for each in programme.all_rows(child).values()
        if each.parent == row
    )
    linked = ((LINKS.key, each.id) for each in programme.all_rows(LINKS).values() if row in (each.source, each.target))
    return frozenset({(register, row), *beneath, *linked})


def edits_of(change_set: ChangeSet, rows: frozenset[tuple[str, str]]) -> ChangeSet:
    """The part of a change set that touches these rows."""
    kept = tuple(edit for edit in change_set.edits if (edit.cell.register, edit.cell.row) in rows)
    return replace(change_set, edits=kept)


@dataclass(frozen=True)
class Slice:
    """A part of the journal as lines, newest first; ``before`` is where the next part ends, 0 after the first edit."""

    lines: Sequence[Line]
    before: int
