"""What is still missing and blocks nothing: owners, scores, dates, evidence, bank holidays for late years."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sharedprog.domain import status
from sharedprog.domain.findings import Finding, found
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.schedule import finish_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS, DIVISIONS
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


@dataclass(frozen=True)
class Expiring:
    """A nation that the plan works by and outlasts: ``of`` names one that is not the programme's own.

    ``known`` is the last year whose bank holidays are there, ``needed`` the last that the plan comes to.
    """

    of: str
    known: int | None
    needed: int


def expiring(programme: Programme, finish: date | None) -> Iterator[Expiring]:
    """Nations whose bank holidays end before the days that people chose do, and those that follow, up to a finish."""
    chosen = [programme.settings.day_one, finish]
    for task in programme.rows(TASKS):
        chosen += [task.constraint_day, task.placed_finish, task.deadline]
    last = max((day for day in chosen if day is not None), default=None)
    home = programme.settings.division
    for division in _worked_by(programme) if last is not None else ():
        years = (row.day.year for row in programme.rows(BANK_HOLIDAYS) if row.day and row.division in (None, division))
        known = max(years, default=None)
        if last is not None and (known is None or last.year > known):
            of = next((option.words for option in DIVISIONS if option.code == division and division != home), "")
            yield Expiring(of, known, last.year)


def past_the_holidays(programme: Programme) -> Iterator[Finding]:
    """Whether the plan runs into years of which no bank holiday is known, a sentence for each nation."""
    for each in expiring(programme, finish_of(programme)):
        of = f" of {each.of}" if each.of else ""
        until = f"only to {each.known}" if each.known is not None else "for no year"
        words = f"The plan runs into {each.needed}, and bank holidays{of} are known {until}."
        yield Finding(BANK_HOLIDAYS.key, "", "", f"{words} Add those of the years between.", gap=True)


def _worked_by(programme: Programme) -> tuple[str | None, ...]:
    """The nations whose bank holidays close the programme, its partners or tasks; its own first."""
    calendars = calendars_of(programme)
    used = [calendars.usual_id, *calendars.of_partner.values(), *(task.calendar for task in programme.rows(TASKS))]
    found = dict.fromkeys(calendars.nation(each) for each in dict.fromkeys(used))
    return tuple(sorted((each for each in found if each != "none"), key=lambda each: each != calendars.division))
