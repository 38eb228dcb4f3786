"""What is still missing and blocks nothing: owners, scores, dates, evidence, bank holidays for late years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sharedprog.domain import status
from sharedprog.domain.findings import Finding, found
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, REVIEWS, RISKS, Risk
from sharedprog.domain.registers.tasks import TASKS

OWNED: tuple[tuple[Register[Any], Callable[[Any], bool]], ...] = (
    (RISKS, status.is_open),
    (ISSUES, status.issue_open),
    (ACTIONS, lambda row: row.status == "open"),
)
"""Registers whose rows someone should own, as long as they are open."""


def unowned(programme: Programme) -> Iterator[Finding]:
    """Open rows that nobody owns, and open actions without a day."""
    for register, counts in OWNED:
        for row in programme.rows(register):
            if counts(row) and row.owner is None:
                yield found(programme, register, row, "nobody owns it.", gap=True)
    for action in programme.rows(ACTIONS):
        if action.status == "open" and status.due_of(action) is None:
            yield found(programme, ACTIONS, action, "it has no due date.", gap=True)


def unfinished_risks(programme: Programme) -> Iterator[Finding]:
    """Open risks that are not told in full, not scored, never reviewed, or not answered."""
    for risk in status.open_risks(programme):
        for words in lacks(programme, risk):
            yield found(programme, RISKS, risk, words, gap=True)


def lacks(programme: Programme, risk: Risk) -> Iterator[str]:
    """What is still missing of one open risk, each as the end of a sentence."""
    missing = [name for name in ("cause", "event", "effect") if not getattr(risk, name)]
    if missing:
        yield f"the {' and the '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing."
    if status.current(programme, risk).score is None:
        yield "it is not scored."
    elif status.to_rescore(programme, risk):
        yield "it was scored with an earlier matrix; score it again."
    if risk.next_review is None:
        yield "its next review has no date." if programme.children(REVIEWS, risk.id) else "it was never reviewed."
    if risk.response in ("reduce", "avoid") and not programme.children(RESPONSE_ACTIONS, risk.id):
        yield "it has no response action."


def unproven(programme: Programme) -> Iterator[Finding]:
    """Poisons without an antidote, or with one of which nobody has said how we know that it works."""
    for poison in programme.rows(POISONS):
        if status.poison_open(poison) and not programme.children(ANTIDOTES, poison.id):
            yield found(programme, POISONS, poison, "it has no antidote yet.", gap=True)
        if status.without_evidence(programme, poison):
            yield found(
                programme, POISONS, poison, "an antidote was administered, with no evidence that it works.", gap=True
            )


def past_the_holidays(programme: Programme) -> Iterator[Finding]:
    """Whether days that people chose for the plan lie in years of which no bank holiday is known."""
    known = max((row.day.year for row in programme.rows(BANK_HOLIDAYS) if row.day is not None), default=None)
    chosen = [programme.settings.day_one]
    for task in programme.rows(TASKS):
        chosen += [task.constraint_day, task.placed_finish, task.deadline]
    last = max((day for day in chosen if day is not None), default=None)
    if last is None or (known is not None and last.year <= known):
        return
    until = f"only to {known}" if known is not None else "for no year"
    sentence = f"The plan runs into {last.year}, and bank holidays are known {until}. Add those of the years between."
    yield Finding(BANK_HOLIDAYS.key, "", "", sentence, gap=True)
