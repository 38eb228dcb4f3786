"""What changed since a board as one list, each line of which is about one row of a register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sharedprog.domain.ordering import natural
from sharedprog.domain.phrases import plain
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.since import DateMoved, Since
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words


@dataclass(frozen=True)
class SinceRow:
    """One change: the part of the programme it is in, the row, and what happened to it, in words."""

    part: str
    register: str
    row: str
    ref: str
    title: str
    change: str


def since_rows(view: View, since: Since) -> tuple[SinceRow, ...]:
    """Dates first, then register by register, in the order of the pack's own page."""
    return tuple(_rows(view, since))


def _rows(view: View, since: Since) -> Iterator[SinceRow]:
    for moved in since.dates:
        part = "Milestone" if moved.milestone else "Task"
        yield SinceRow(part, TASKS.key, moved.id, moved.wbs, moved.title, date_words(moved))
    for line in (*since.risks, *since.issues, *since.poisons):
        yield SinceRow(_part(line.register), line.register, line.id, line.ref, line.title, plain(line.change))
    yield from _actions(view, since)
    for line in (*since.decisions, *since.confidence, *since.packs):
        yield SinceRow(_part(line.register), line.register, line.id, line.ref, line.title, plain(line.change))


def _part(register: str) -> str:
    singular = BY_KEY[register].singular
    return singular[:1].upper() + singular[1:]


def _actions(view: View, since: Since) -> Iterator[SinceRow]:
    for ids, new in ((since.actions_new - since.actions_closed, True), (since.actions_closed, False)):
        rows = [row for row in view.programme.rows(ACTIONS) if row.id in ids]
        for row in sorted(rows, key=lambda each: natural(each.ref)):
            change = "New" if new else "New, and closed" if row.id in since.actions_new else "Closed"
            yield SinceRow(_part(ACTIONS.key), ACTIONS.key, row.id, row.ref, row.title, change)


def date_words(moved: DateMoved) -> str:
    """``Fri 4 Dec 2026, 5 working days later: because 3.1 takes 5 days longer``."""
    if moved.now is None or moved.then is None:
        day = moved.now or moved.then
        words = moved.why[:1].upper() + moved.why[1:]
        return f"{words}: {day_words(day)}" if day is not None else words
    days = moved.days or 0
    way = "later" if days > 0 else "sooner"
    by = f", {counted(abs(days), 'working day')} {way}" if days else ""
    return f"{day_words(moved.then)} → {day_words(moved.now)}{by}" + (f": {moved.why}" if moved.why else "")
