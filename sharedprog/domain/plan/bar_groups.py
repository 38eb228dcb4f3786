"""Whom a bar belongs to: the partner or the workstream of a task, with a colour, and a mark for want of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.partners import COLOURS, PARTNERS
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.registers.workstreams import WORKSTREAMS

PARTNER, WORKSTREAM = "partner", "workstream"
NOBODY = {PARTNER: "All partners", WORKSTREAM: "No workstream"}
"""What tasks without one are called."""
IN_TURN = ("teal", "plum", "ochre", "navy", "moss", "rose", "slate", "brick")
"""The colours as they are given; slate is near that of no group, and brick near that of what is critical."""
LONGEST = 8
"""Letters up to which a short name is its own mark."""


@dataclass(frozen=True)
class BarGroup:
    """``mark`` is short and its own; ``colour`` one of those that partners can have, which may come again."""

    name: str
    mark: str
    colour: str


class BarGroups:
    """The partners or the workstreams of a programme, by id and in their order."""

    def __init__(self, programme: Programme, by: str) -> None:
        self.by = by
        self.groups: dict[str, BarGroup] = {}
        for row_id, name, short, colour in _coloured(_named(programme, by)):
            self.groups[row_id] = BarGroup(name, self._own(short), colour)

    def of(self, task: Task | None) -> BarGroup | None:
        """The group of a task; ``None`` for one that belongs to all, or to none."""
        if task is None:
            return None
        return self.groups.get((task.partner if self.by == PARTNER else task.workstream) or "")

    def _own(self, mark: str) -> str:
        """A mark that no group before has."""
        taken = {each.mark for each in self.groups.values()}
        return next(each for each in _numbered(mark) if each not in taken)


def _named(programme: Programme, by: str) -> Iterator[tuple[str, str, str, str]]:
    """The id, the name, the mark and the chosen colour of each."""
    if by == PARTNER:
        for partner in programme.rows(PARTNERS):
            short = partner.short_name.strip()
            mark = short if 0 < len(short) <= LONGEST else _initials(short or partner.title)
            yield partner.id, partner.title, mark, partner.colour or ""
    elif by == WORKSTREAM:
        for workstream in programme.rows(WORKSTREAMS):
            yield workstream.id, workstream.title, _initials(workstream.title), ""


def _coloured(named: Iterable[tuple[str, str, str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Those without a chosen colour get those that nobody chose, in turn."""
    rows = list(named)
    known = {option.code for option in COLOURS}
    chosen = {colour for *_, colour in rows}
    spare = [each for each in IN_TURN if each not in chosen] or IN_TURN
    given = 0
    for row_id, name, mark, colour in rows:
        if colour in known:
            yield row_id, name, mark, colour
        else:
            yield row_id, name, mark, spare[given % len(spare)]
            given += 1


def _initials(name: str) -> str:
    """The first letters of the words that say most, or of the only one: ``Finance and payroll`` is FP."""
    words = [word for word in name.split() if word[0].isalnum()]
    telling = [word for word in words if word.lower() not in ("and", "of", "the", "for", "in", "to")] or words
    if len(telling) == 1:
        return telling[0][:3].upper()
    return "".join(word[0] for word in telling[:4]).upper() or "?"


def _numbered(mark: str) -> Iterator[str]:
    yield mark
    number = 2
    while True:
        yield f"{mark}{number}"
        number += 1
