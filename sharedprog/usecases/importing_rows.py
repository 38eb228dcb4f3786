"""What an import would do, row by row, for a person to see before anything is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.fields import Value
from sharedprog.domain.problems import Problem

DateChoice = Literal["stated", "reschedule"]
"""Whether the tasks of a plan stand where it states them, or are worked out from their links."""
Tell = Callable[[float, str], None]
"""Hears how far work is, from 0.0 to 1.0, and a sentence for the person."""
State = Literal["new", "changed", "same", "bad"]
"""``bad``: something the row cannot be without is missing or wrong, so it can only be left out."""


@dataclass(frozen=True)
class PersonNamed:
    """A person of whom only the name is known, perhaps with an address; made when the import is carried out."""

    name: str
    email: str = ""


Planned = Value | PersonNamed


@dataclass(frozen=True)
class PlannedRow:
    """One row: its register and id, the cells that would change, and by heading the texts that were not understood."""

    register: str
    id: str
    where: str
    """The sheet, or another part of the file."""
    number: int | None
    """The row as the file counts it."""
    name: str
    """What it is called, for a list on the screen."""
    state: State
    values: Mapping[str, Planned] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)

    @property
    def faulty(self) -> bool:
        """Whether anything is wrong with it."""
        return self.state == "bad" or bool(self.unread)


def told_to_nobody(_part: float, _sentence: str) -> None:
    """Where nobody watches."""


def state_of(*, known: bool, values: Mapping[str, Planned]) -> State:
    """The state of a row with nothing wrong."""
    return ("changed" if values else "same") if known else "new"


@dataclass(frozen=True)
class SheetChoice:
    """What is said of one sheet; what is blank is found out.

    ``headings`` is a row as Excel numbers it, 0 for a sheet without any. ``columns`` says by place what a column
    means: a field, or nothing to leave it out. ``named`` says the same by heading, in words of the person.
    """

    sheet: str = ""
    register: str = ""
    headings: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Move:
    """A task that would not stand where the file states it, were its dates worked out.

    ``reason`` is what sets them, ``why`` what they mean for the plan; both are sentences. The latter is empty where
    the plan is so large that it would take long to say of each.
    """

    uid: int
    name: str
    stated_start: datetime | None
    stated_finish: datetime | None
    start: datetime | None
    finish: datetime | None
    reason: str
    why: str


@dataclass(frozen=True)
class ImportPlan:
    """Everything one file would change. Nothing is done until it is carried out.

    ``title`` is the change set's; ``notes`` are sentences about what was left out or read in another way though
    nothing is wrong with it; ``removed`` are rows that make way, by register and id; ``history`` fills a new file;
    ``lost`` counts rows of which too little was understood to list them; ``dates`` is the choice for a plan of
    Microsoft Project and ``moves`` what would move if its dates were worked out, where that was asked for.
    """

    path: Path
    rows: tuple[PlannedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    title: str = ""
    removed: tuple[tuple[str, str], ...] = ()
    blobs: Mapping[str, bytes] = field(default_factory=dict)
    history: tuple[ChangeSet, ...] = ()
    lost: int = 0
    dates: DateChoice | None = None
    moves: tuple[Move, ...] = ()

    def count(self, state: State) -> int:
        """How many listed rows are new, changed, the same or bad."""
        return sum(row.state == state for row in self.rows)

    @property
    def faulty(self) -> int:
        """How many rows would be left out where bad ones are skipped."""
        return self.lost + len(self.rows) - len(sound(self.rows))


def sound(rows: Sequence[PlannedRow], *, blank: bool = False) -> tuple[PlannedRow, ...]:
    """The rows with nothing wrong, that name no new row which is left out.

    With ``blank`` a cell that was not understood is no reason to leave its row out.
    """
    kept = [row for row in rows if row.state != "bad" and (blank or not row.unread)]
    gone = {row.id for row in rows if row.state in ("new", "bad")} - {row.id for row in kept}
    while gone:
        left = [row for row in kept if not gone & set(_named(row))]
        gone = {row.id for row in kept if row.state == "new"} - {row.id for row in left}
        kept = left
    return tuple(kept)


def _named(row: PlannedRow) -> Iterator[str]:
    """Texts that may be ids of other rows."""
    return (value for value in row.values.values() if isinstance(value, str) and len(value) == 32)
