"""Decisions since a board: taken, ratified by the partners' own bodies, or lapsed for want of it."""

from __future__ import annotations

from sharedprog.domain.naming import name_of, option_words
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS, Decision, Ratification
from sharedprog.domain.results import DecisionResult, Results
from sharedprog.domain.since_lines import Changed, Line, deleted, newly, sentence
from sharedprog.domain.view import View
from sharedprog.domain.words import day_words


def decision_lines(view: View, now: Results, then: Results, changed: Changed) -> tuple[Line, ...]:
    """A line for each decision that changed, in the order of the register."""
    lines = []
    for decision in view.programme.rows(DECISIONS):
        result = now.decisions.get(decision.id)
        if result is not None:
            parts = _parts(view, decision, result, then, changed)
            if parts:
                lines.append(Line(DECISIONS.key, decision.id, decision.ref, decision.title, sentence(parts)))
    known = {row_id: (was.ref, was.title, was.status == "required") for row_id, was in then.decisions.items()}
    return (*lines, *deleted(view, DECISIONS, known))


def _parts(view: View, decision: Decision, now: DecisionResult, then: Results, changed: Changed) -> list[str]:
    before = then.decisions.get(decision.id)
    parts = [newly(changed, DECISIONS, decision.id)] if before is None else []
    if now.status != (before.status if before is not None else "required"):
        words = option_words(DECISIONS, "status", now.status).lower()
        parts.append("required again" if now.status == "required" else words)
    seen = before.ratified if before is not None else {}
    rows = view.programme.children(RATIFICATIONS, decision.id)
    done = [row for row in rows if not _waits(row) and row.outcome != seen.get(row.id)]
    parts += [f"{row.outcome} by {_body(view, row)}{_on(row)}" for row in done]
    if done:
        waiting = (row for row in rows if _waits(row) and row.day is not None)
        parts += [f"{_body(view, row)} due {day_words(row.day)}" for row in waiting if row.day is not None]
    return parts + _lapsed(view, decision, then, rows)


def _lapsed(view: View, decision: Decision, then: Results, rows: tuple[Ratification, ...]) -> list[str]:
    """Whether the day by which partners had to ratify a decision went by since the board met."""
    by = decision.ratify_by
    if by is None or not then.as_at <= by < view.as_at or decision.status != "taken":
        return []
    late = [_body(view, row) for row in rows if _waits(row)]
    return [f"not ratified by {day_words(by)}: {', '.join(late)}"] if late else []


def _waits(row: Ratification) -> bool:
    return row.outcome in (None, "awaited")


def _body(view: View, row: Ratification) -> str:
    if row.body:
        return row.body
    return name_of(view.programme, ("partners",), row.partner) if row.partner else "a partner"


def _on(row: Ratification) -> str:
    return f" on {day_words(row.day)}" if row.day is not None else ""
