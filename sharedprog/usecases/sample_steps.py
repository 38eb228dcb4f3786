"""The sample's entries as steps: who wrote what on which day, from the first entry of a row to its last change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any

from sharedprog.domain.drafting import Draft
from sharedprog.domain.register import Register
from sharedprog.domain.registers import children_of
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.usecases import editing
from sharedprog.usecases.document import Document
from sharedprog.usecases.sample_content import Entry, SampleError
from sharedprog.usecases.sample_days import Days
from sharedprog.usecases.sample_values import Names, Writing, id_of

PAIRS = {
    "inherent": ("inherent_likelihood", "inherent_impact"),
    "current": ("likelihood", "impact"),
    "target": ("target_likelihood", "target_impact"),
    "own": ("likelihood", "impact"),
}
"""Likelihood and impact written as a pair."""
KEPT = frozenset({"at", "who", "story"})


class Rank(IntEnum):
    """What comes first on one day; a board meets before anything else is written."""

    START = 0
    HOLD = 1
    ADD = 2
    CHANGE = 3
    LINK = 4
    PLAN = 5
    BOARD = 6


Fill = Callable[[Document, Draft], None]


@dataclass(frozen=True)
class Step:
    """One thing done by one person (a name of People) on a day; steps that ``join`` make one change set.

    ``fill`` puts edits in a draft; without one, ``act`` does it all through a use case.
    """

    day: date
    rank: Rank
    who: str
    fill: Fill | None = None
    act: Callable[[Document], None] | None = None
    verb: str = "Edit"
    title: str = ""
    join: str = ""


@dataclass(frozen=True)
class Subject:
    """A row that steps are about, and the defaults its file gives to it and to its child rows."""

    place: str
    register: Register[Any]
    path: tuple[str, ...]
    born: date
    defaults: Mapping[str, Mapping[str, Any]]
    later: Mapping[str, Any]

    @property
    def row(self) -> str:
        """The id of the row."""
        return id_of(*self.path)


class Story:
    """Makes steps of entries, with the days and names of one building of the sample."""

    def __init__(self, days: Days, names: Names) -> None:
        self.days = days
        self.names = names

    def steps(self, entry: Entry) -> Iterator[Step]:
        """The adding of a row with its child rows, then each change that its story tells."""
        values = entry.values
        day = self._day(values, entry.place)
        subject = Subject(
            entry.place, entry.register, (entry.register.key, entry.name), day, entry.defaults, entry.later
        )
        who = self._who(values, entry.place)

        def fill(_: Document, draft: Draft) -> None:
            self._add(subject, values, self.writing(draft, day, who, entry.place))

        yield Step(day, Rank.ADD, who, fill, verb="Add", join=entry.register.key)
        yield from self._changes(subject, values)

    def writing(self, draft: Draft, day: date, who: str, place: str) -> Writing:
        """Where values are read on a day."""
        return Writing(draft, self.days, day, who, place)

    def _changes(self, subject: Subject, values: Mapping[str, Any]) -> Iterator[Step]:
        """What the story of a row, and the stories of its child rows, tell."""
        for number, change in enumerate(values.get("story", ())):
            told = {"who": values.get("owner", values.get("who")), **subject.later, **change}
            yield self._change(subject, told, number)
        for child, rows in _children(subject, values):
            for number, row in enumerate(rows):
                path = (*subject.path, child.key, str(number))
                yield from self._changes(Subject(subject.place, child, path, subject.born, subject.defaults, {}), row)

    def _change(self, subject: Subject, change: Mapping[str, Any], number: int) -> Step:
        place = f"{subject.place}, change {number + 1}"
        day = self._day(change, place)
        who = self._who(change, place)
        if day < subject.born:
            raise SampleError(place, f"{change['at']!r} is before the row was made")

        def fill(document: Document, draft: Draft) -> None:
            at = self.writing(draft, day, who, place)
            for field, value in self._fields(subject.register, _own(subject, change), at):
                editing.put(document, draft, subject.register, subject.row, field, value)
            self._add_children(subject, change, at, f"story{number}")

        join = subject.register.key if len(subject.path) > 2 else ""
        return Step(day, Rank.CHANGE, who, fill, verb="Edit" if _own(subject, change) else "Add", join=join)

    def _add(self, subject: Subject, values: Mapping[str, Any], at: Writing) -> None:
        fields = dict(self._fields(subject.register, _own(subject, values), at))
        if subject.register == RISKS and "likelihood" in fields:
            fields["matrix"] = at.draft.before.matrix_id
        at.draft.add(subject.register, subject.row, **fields)
        self._add_children(subject, values, at, "")

    def _add_children(self, subject: Subject, values: Mapping[str, Any], at: Writing, told: str) -> None:
        for child, rows in _children(subject, values):
            for number, row in enumerate(rows):
                path = (*subject.path, *filter(None, [told]), child.key, str(number))
                written = {**subject.defaults.get(child.key, {}), **row}
                own = {key: value for key, value in written.items() if key not in KEPT}
                at.draft.add(child, id_of(*path), parent=subject.row, **dict(self._fields(child, own, at)))

    def _fields(self, register: Register[Any], written: Mapping[str, Any], at: Writing) -> Iterable[tuple[str, Any]]:
        for key, value in written.items():
            for field, part in zip(PAIRS[key], value, strict=True) if key in PAIRS else ((key, value),):
                yield field, self.names.value(register, field, part, at)

    def _who(self, values: Mapping[str, Any], place: str) -> str:
        who = str(values.get("who", ""))
        if (PEOPLE.key, who) not in self.names.known:
            raise SampleError(place, f"there is no {who!r} among the people: who = …")
        return who

    def _day(self, values: Mapping[str, Any], place: str) -> date:
        if "at" not in values:
            raise SampleError(place, "it does not say when: at = …")
        return self.days.read(values["at"], place)


def _children(subject: Subject, values: Mapping[str, Any]) -> list[tuple[Register[Any], list[dict[str, Any]]]]:
    return [(child, values[child.key]) for child in children_of(subject.register.key) if child.key in values]


def _own(subject: Subject, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that belong to the row itself."""
    children = {child.key for child in children_of(subject.register.key)}
    return {key: value for key, value in values.items() if key not in KEPT | children}
