"""A change is a value: cells, edits, change sets, and what follows from a run of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sharedprog.domain.fields import Value


@dataclass(frozen=True)
class Cell:
    """One field of one row of one register, by keys and id."""

    register: str
    row: str
    field: str


@dataclass(frozen=True)
class Edit:
    """One cell before and after."""

    cell: Cell
    old: Value
    new: Value

    @property
    def back(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.cell, self.new, self.old)


@dataclass(frozen=True)
class ChangeSet:
    """What one person did in one go, titled in their words; ``at`` is UTC, ``undoes`` the id it takes back.

    ``via`` names the merge that a change set came with: such a one is history only, and never replayed.
    """

    id: str
    title: str
    who: str
    at: datetime
    edits: tuple[Edit, ...]
    undoes: str | None = None
    via: str | None = None

    @property
    def registers(self) -> frozenset[str]:
        """Keys of the registers it touches."""
        return frozenset(edit.cell.register for edit in self.edits)


class Stale(Exception):
    """A cell no longer holds what the person saw when they changed it."""

    def __init__(self, cell: Cell) -> None:
        super().__init__(
            "Someone else changed this after you opened it, so your change was not made. Look again, then change it."
        )
        self.cell = cell


def squash(change_sets: Iterable[ChangeSet]) -> tuple[Edit, ...]:
    """First old to last new of each cell, in order of first touch; cells that came back drop out."""
    first: dict[Cell, Edit] = {}
    for change_set in change_sets:
        if change_set.via is not None:
            continue
        for edit in change_set.edits:
            earlier = first.get(edit.cell)
            first[edit.cell] = edit if earlier is None else replace(earlier, new=edit.new)
    return tuple(edit for edit in first.values() if not same(edit.old, edit.new))


def inverse(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that take these back, last first."""
    return tuple(edit.back for edit in reversed(tuple(edits)))


def same(one: Value, other: Value) -> bool:
    """Equal and of one type: 1 is not yes, and a moment is not a day."""
    return type(one) is type(other) and one == other
