"""What is wrong with a programme, and what is unfinished, in the user's words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sharedprog.domain import unfinished
from sharedprog.domain.fields import Level, Link, Text
from sharedprog.domain.findings import Finding, found
from sharedprog.domain.naming import name_of
from sharedprog.domain.plan.outline import outline_faults
from sharedprog.domain.plan.schedule import loops
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import ATTENDANCES, BOARD_MEETINGS
from sharedprog.domain.registers.decisions import DECISIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.scales import levels, matrix_of, scale
from sharedprog.domain.wishes import fault
from sharedprog.domain.words import day_words

__all__ = ["PROBLEM_RULES", "Finding", "gaps", "problems"]


def problems(programme: Programme) -> tuple[Finding, ...]:
    """What cannot be right, register by register."""
    return tuple(finding for rule in PROBLEM_RULES for finding in rule(programme))


def gaps(programme: Programme) -> tuple[Finding, ...]:
    """What is still missing and blocks nothing."""
    rules = (unfinished.unowned, unfinished.unfinished_risks, unfinished.unproven, unfinished.past_the_holidays)
    return tuple(finding for rule in rules for finding in rule(programme))


def _partners(programme: Programme) -> Iterator[Finding]:
    count = len(programme.rows(PARTNERS))
    if count < 2:
        sentence = f"A partnership has two partners or more; this programme has {count or 'none'}. Add them."
        yield Finding(PARTNERS.key, "", "", sentence)
    for row in programme.rows(PROGRAMME)[1:]:
        yield found(programme, PROGRAMME, row, "there is more than one, and only the first counts. Delete the others.")


def _references(programme: Programme) -> Iterator[Finding]:
    """Links to rows that are gone, and child rows whose parent is."""
    for register in REGISTERS:
        links = {name: kind for name, kind in register.fields.items() if isinstance(kind, Link)}
        owned = bool(register.child_of) and register.key not in register.child_of
        for row in programme.rows(register):
            for name, kind in links.items():
                value = getattr(row, name)
                if value is not None and programme.find(value, kind.to) is None:
                    yield found(
                        programme, register, row, f"“{kind.label}” points at a row that is not there. Choose another."
                    )
                if value is None and (kind.required or (owned and name == "parent")):
                    yield found(programme, register, row, f"“{kind.label}” is missing. Choose one, or delete the row.")


def _labels(programme: Programme) -> Iterator[Finding]:
    for register in REGISTERS:
        seen: set[str] = set()
        for row in programme.rows(register):
            if row.ref and row.ref.casefold() in seen:
                yield found(programme, register, row, "another row has the same label. Give one of them a new label.")
            seen.add(row.ref.casefold())
            for name, kind in register.fields.items():
                if isinstance(kind, Text) and kind.required and not getattr(row, name):
                    yield found(
                        programme, register, row, f"“{kind.label}” is empty. Say what it is, or delete the row."
                    )


ONCE: tuple[tuple[Register[Any], tuple[str, ...]], ...] = (
    (DEPENDENCIES, ("parent", "predecessor", "kind")),
    (LINKS, ("source", "target", "kind")),
    (RISK_PARTNERS, ("parent", "partner")),
    (ATTENDANCES, ("parent", "person")),
)
"""Fields that together say something which can be said only once."""


def _twice(programme: Programme) -> Iterator[Finding]:
    for register, fields in ONCE:
        seen: set[tuple[Any, ...]] = set()
        for row in programme.rows(register):
            said = tuple(getattr(row, field) for field in fields)
            if said in seen and None not in said:
                yield found(
                    programme, register, row, f"{_whose(programme, register, row)} has it twice. Delete one of them."
                )
            seen.add(said)


def _whose(programme: Programme, register: Register[Any], row: Row) -> str:
    owner = getattr(row, "parent", None) or getattr(row, "source", None)
    kind = register.fields["parent" if register.child_of else "source"]
    return name_of(programme, kind.to, owner) if isinstance(kind, Link) and owner else "a row"


def _levels(programme: Programme) -> Iterator[Finding]:
    for register in REGISTERS:
        scales = {name: kind for name, kind in register.fields.items() if isinstance(kind, Level)}
        for row in programme.rows(register) if scales else ():
            for name, kind in scales.items():
                value = getattr(row, name)
                if value is not None and value not in levels(programme, kind.scale, matrix_of(programme, row)):
                    yield found(programme, register, row, f"“{kind.label}” is {value}, which the scale does not have.")


def _matrices(programme: Programme) -> Iterator[Finding]:
    """Matrices in use that leave a score without a band, or a step without words."""
    used = {risk.matrix for risk in programme.rows(RISKS)} | {programme.matrix_id}
    for matrix in programme.rows(MATRICES):
        if matrix.id not in used:
            continue
        chosen = scale(programme, matrix.id)
        if not chosen.likelihood or not chosen.impact:
            yield found(
                programme, MATRICES, matrix, "it has no steps for likelihood or for impact, so nothing can be scored."
            )
        elif chosen.band(1) is None:
            yield found(
                programme, MATRICES, matrix, "its lowest scores are in no band. Let the lowest band begin at 1."
            )


def _confidence(programme: Programme) -> Iterator[Finding]:
    for poison in programme.rows(POISONS):
        if poison.anonymous and poison.named_by is not None:
            yield found(
                programme, POISONS, poison, "it was named in confidence, and says who named it. Take the name away."
            )


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
                yield found(programme, register, row, words)


def _boards(programme: Programme) -> Iterator[Finding]:
    numbers: set[int] = set()
    for board in programme.rows(BOARD_MEETINGS):
        if board.number is not None and board.number in numbers:
            yield found(
                programme, BOARD_MEETINGS, board, "another board has the same number. Give one of them another."
            )
        numbers.add(board.number or 0)
        if board.held and (not board.results or board.day is None):
            lacks = "it has no date" if board.day is None else "what it saw is not kept"
            words = f"it was held, but {lacks}. Take back that it was held, then mark it held again."
            yield found(programme, BOARD_MEETINGS, board, words)
        if board.starts is not None and board.ends is not None and board.ends < board.starts:
            yield found(programme, BOARD_MEETINGS, board, "it ends before it starts.")


def _filters(programme: Programme) -> Iterator[Finding]:
    for row in programme.rows(SAVED_FILTERS):
        wrong = fault(row)
        if wrong:
            yield found(programme, SAVED_FILTERS, row, wrong)


def _plan(programme: Programme) -> Iterator[Finding]:
    for ring in loops(programme):
        named = " → ".join(name_of(programme, (TASKS.key,), task) for task in (*ring, ring[0]))
        task = programme.row(TASKS, ring[0])
        if task is not None:
            yield found(
                programme, TASKS, task, f"these tasks wait for one another: {named}. Take one of the links away."
            )
    for link in programme.rows(DEPENDENCIES):
        task = programme.row(TASKS, link.parent) if link.parent == link.predecessor else None
        if task is not None:
            yield found(programme, TASKS, task, "it waits for itself. Take the link away.")
    for task_id in outline_faults(programme):
        task = programme.row(TASKS, task_id)
        if task is not None and programme.row(TASKS, task.parent) is not None:
            yield found(programme, TASKS, task, "it is part of itself. Move it elsewhere.")


PROBLEM_RULES: tuple[Callable[[Programme], Iterator[Finding]], ...] = (
    _partners,
    _references,
    _labels,
    _twice,
    _levels,
    _matrices,
    _confidence,
    _days,
    _boards,
    _plan,
    _filters,
)
"""What finds problems, each kind by itself, for who looks for them a little at a time."""
