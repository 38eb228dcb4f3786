"""Poisons since a board: new ones, how strong they are now, and the antidotes that were given."""

from __future__ import annotations

from sharedprog.domain.naming import name_of, option_words
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS, Poison
from sharedprog.domain.results import PoisonResult, Results
from sharedprog.domain.since_lines import Changed, Line, deleted, newly, of_row, sentence
from sharedprog.domain.view import View
from sharedprog.domain.words import counted

TOLD = frozenset({"agreed", "working", "neutralised", "recurred"})
"""Statuses that a board hears of; the antidotes tell of the others."""


def poison_lines(view: View, now: Results, then: Results, changed: Changed) -> tuple[Line, ...]:
    """A line for each poison that changed, in the order of the register; nobody's name where one is in confidence."""
    lines = []
    for poison in view.programme.rows(POISONS):
        result, before = now.poisons.get(poison.id), then.poisons.get(poison.id)
        if result is None:
            continue
        if before is None:
            parts = [newly(changed, POISONS, poison.id) + _namer(view, poison), _doses(result)]
        else:
            parts = [*_strength(result, before), *_antidotes(view, poison, result, before, changed)]
        if parts:
            lines.append(Line(POISONS.key, poison.id, poison.ref, poison.title, sentence(parts)))
    known = {row_id: (was.ref, was.title, was.status != "neutralised") for row_id, was in then.poisons.items()}
    return (*lines, *deleted(view, POISONS, known))


def _namer(view: View, poison: Poison) -> str:
    if poison.anonymous or poison.named_by is None:
        return ""
    return f"; named by {name_of(view.programme, ('partners',), poison.named_by)}"


def _doses(now: PoisonResult) -> str:
    if not now.antidotes:
        return "no antidote yet"
    return f"{now.administered} of {counted(now.antidotes, 'antidote')} administered"


def _strength(now: PoisonResult, then: PoisonResult) -> list[str]:
    parts = []
    if now.potency != then.potency:
        parts.append(f"potency {then.potency or '–'} → {now.potency or '–'}")
    if now.status != then.status and now.status in TOLD:
        parts.append(f"now {option_words(POISONS, 'status', now.status).lower()}")
    return parts


def _antidotes(view: View, poison: Poison, now: PoisonResult, then: PoisonResult, changed: Changed) -> list[str]:
    parts = []
    more = now.antidotes - then.antidotes
    if now.administered > then.administered:
        parts.append(f"antidote {now.administered} of {now.antidotes} administered")
    elif now.administered < then.administered:
        parts.append(f"{_doses(now)}, no longer {then.administered} of {then.antidotes}")
    if more:
        parts.append(counted(more, "new antidote") if more > 0 else f"{counted(-more, 'antidote')} taken away")
    given = [
        edit
        for antidote in view.programme.children(ANTIDOTES, poison.id)
        if (edit := of_row(changed, ANTIDOTES, antidote.id).get("evidence")) is not None and edit.new
    ]
    if given:
        parts.append("evidence changed" if all(edit.old for edit in given) else "evidence added")
    return parts
