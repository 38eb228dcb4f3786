"""What is wrong with a programme, and what is unfinished, in the user's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sharedprog.domain import status
from sharedprog.domain.fields import Level, Link, Text
from sharedprog.domain.naming import label, name_of
from sharedprog.domain.plan.outline import outline_faults
from sharedprog.domain.plan.schedule import loops
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, REVIEWS, RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.scales import levels
from sharedprog.domain.words import day_words


@dataclass(frozen=True)
class Finding:
    """Something about one row: a problem to mend, or (``gap``) only a part still missing."""

    register: str
    row: str
    ref: str
    sentence: str
    gap: bool = False


def problems(programme: Programme) -> tuple[Finding, ...]:
    """What cannot be right, register by register."""
    return tuple(
        finding for check in (_partners, _references, _labels, _levels, _days, _plan) for finding in check(programme)
    )


def gaps(programme: Programme) -> tuple[Finding, ...]:
    """What is still missing and blocks nothing: owners, scores, dates, evidence."""
    return tuple(finding for rule in (_unowned, _unfinished_risks, _unproven) for finding in rule(programme))


def _found(register: Register[Any], row: Row, words: str, *, gap: bool = False) -> Finding:
    named = label(register, row)
    return Finding(register.key, row.id, row.ref or named, f"{named[0].upper()}{named[1:]}: {words}", gap)


def _partners(programme: Programme) -> Iterator[Finding]:
    count = len(programme.rows(PARTNERS))
    if count < 2:
        sentence = f"A partnership has two partners or more; this programme has {count or 'none'}. Add them."
        yield Finding(PARTNERS.key, "", "", sentence)


def _references(programme: Programme) -> Iterator[Finding]:
    """Links to rows that are gone, and child rows whose parent is."""
    for register in REGISTERS:
        links = {name: kind for name, kind in register.fields.items() if isinstance(kind, Link)}
        for row in programme.rows(register):
            for name, kind in links.items():
                value = getattr(row, name)
                if value is not None and programme.find(value, kind.to) is None:
                    yield _found(register, row, f"“{kind.label}” points at a row that is not there. Choose another.")
                if value is None and kind.required:
                    yield _found(register, row, f"“{kind.label}” is missing. Choose one, or delete the row.")


def _labels(programme: Programme) -> Iterator[Finding]:
    for register in REGISTERS:
        seen: dict[str, Row] = {}
        for row in programme.rows(register):
            if row.ref and row.ref.casefold() in seen:
                yield _found(register, row, "another row has the same label. Give one of them a new label.")
            seen.setdefault(row.ref.casefold(), row)
            for name, kind in register.fields.items():
                if isinstance(kind, Text) and kind.required and not getattr(row, name):
                    yield _found(register, row, f"“{kind.label}” is empty. Say what it is, or delete the row.")


def _levels(programme: Programme) -> Iterator[Finding]:
    for register in REGISTERS:
        scales = {name: kind for name, kind in register.fields.items() if isinstance(kind, Level)}
        for row in programme.rows(register) if scales else ():
            for name, kind in scales.items():
                value = getattr(row, name)
                known = levels(programme, kind.scale, getattr(row, "matrix", None))
                if value is not None and value not in known:
                    yield _found(register, row, f"“{kind.label}” is {value}, which the scale does not have.")


PAIRS: tuple[tuple[Register[Any], str, str], ...] = (
    (RISKS, "raised", "closed_day"),
    (ISSUES, "raised", "closed_day"),
    (ACTIONS, "raised", "closed_day"),
    (TASKS, "actual_start", "actual_finish"),
    (TASKS, "placed_start", "placed_finish"),
    (TASKS, "baseline_start", "baseline_finish"),
    (DECISIONS, "decided", "effective"),
)
"""Days of which the second cannot come before the first."""


def _days(programme: Programme) -> Iterator[Finding]:
    for register, first, second in PAIRS:
        for row in programme.rows(register):
            one, other = getattr(row, first), getattr(row, second)
            if one is not None and other is not None and other < one:
                names = register.fields[first].label, register.fields[second].label
                words = f"“{names[1]}” ({day_words(other)}) is before “{names[0]}” ({day_words(one)})."
                yield _found(register, row, words)
    numbers: set[int] = set()
    for board in programme.rows(BOARD_MEETINGS):
        if board.number is not None and board.number in numbers:
            yield _found(BOARD_MEETINGS, board, "another board has the same number. Give one of them another.")
        numbers.add(board.number or 0)
        if board.held and not board.results:
            yield _found(BOARD_MEETINGS, board, "it was held, but what it saw is not kept. Mark it held again.")


def _plan(programme: Programme) -> Iterator[Finding]:
    for ring in loops(programme):
        named = " → ".join(name_of(programme, (TASKS.key,), task) for task in (*ring, ring[0]))
        task = programme.row(TASKS, ring[0])
        if task is not None:
            yield _found(TASKS, task, f"these tasks wait for one another: {named}. Take one of the links away.")
    for task_id in outline_faults(programme):
        task = programme.row(TASKS, task_id)
        if task is not None:
            yield _found(TASKS, task, "it is part of itself, or of a task that is not there. Move it elsewhere.")
    for dependency in programme.rows(DEPENDENCIES):
        if dependency.parent == dependency.predecessor:
            task = programme.row(TASKS, dependency.parent)
            if task is not None:
                yield _found(TASKS, task, "it waits for itself. Take the link away.")


OWNED: tuple[tuple[Register[Any], Callable[[Any], bool]], ...] = (
    (RISKS, status.is_open),
    (ISSUES, status.issue_open),
    (ACTIONS, lambda row: row.status == "open"),
)


def _unowned(programme: Programme) -> Iterator[Finding]:
    for register, counts in OWNED:
        for row in programme.rows(register):
            if counts(row) and row.owner is None:
                yield _found(register, row, "nobody owns it.", gap=True)
    for action in programme.rows(ACTIONS):
        if action.status == "open" and status.due_of(action) is None:
            yield _found(ACTIONS, action, "it has no due date.", gap=True)


def _unfinished_risks(programme: Programme) -> Iterator[Finding]:
    for risk in status.open_risks(programme):
        missing = [name for name in ("cause", "event", "effect") if not getattr(risk, name)]
        if missing:
            yield _found(
                RISKS,
                risk,
                f"the {' and the '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing.",
                gap=True,
            )
        if status.current(programme, risk).score is None:
            yield _found(RISKS, risk, "it is not scored.", gap=True)
        elif status.to_rescore(programme, risk):
            yield _found(RISKS, risk, "it was scored with an earlier matrix; score it again.", gap=True)
        if risk.next_review is None:
            reviewed = programme.children(REVIEWS, risk.id)
            words = "its next review has no date." if reviewed else "it was never reviewed."
            yield _found(RISKS, risk, words, gap=True)
        if risk.response in ("reduce", "avoid") and not programme.children(RESPONSE_ACTIONS, risk.id):
            yield _found(RISKS, risk, "it has no response action.", gap=True)


def _unproven(programme: Programme) -> Iterator[Finding]:
    for poison in programme.rows(POISONS):
        if status.poison_open(poison) and not programme.children(ANTIDOTES, poison.id):
            yield _found(POISONS, poison, "it has no antidote yet.", gap=True)
        if status.without_evidence(programme, poison):
            yield _found(POISONS, poison, "an antidote was administered, with no evidence that it works.", gap=True)
