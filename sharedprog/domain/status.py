"""How each row stands on a day: scores and bands, travel, what is open and what is overdue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain.ordering import natural
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.actions import Action
from sharedprog.domain.registers.issues import Issue
from sharedprog.domain.registers.poisons import ANTIDOTES, Poison
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS, ResponseAction, Risk
from sharedprog.domain.scales import scale, score

RANK = {"none": 0, "blue": 0, "green": 1, "amber": 2, "red": 3}
"""Ratings from good to bad."""


@dataclass(frozen=True)
class Scored:
    """A score and its band; both ``None`` while likelihood or impact is not known."""

    score: int | None
    rag: str | None


def is_open(risk: Risk) -> bool:
    """Neither closed nor turned into an issue."""
    return risk.status not in ("closed", "occurred")


def current(programme: Programme, risk: Risk) -> Scored:
    """The score with today's controls, by the matrix the risk was scored with."""
    value = score(risk.likelihood, risk.impact)
    return Scored(value, scale(programme, risk.matrix).band(value))


def inherent(programme: Programme, risk: Risk) -> Scored:
    """The score with no controls."""
    value = score(risk.inherent_likelihood, risk.inherent_impact)
    return Scored(value, scale(programme, risk.matrix).band(value))


def target(programme: Programme, risk: Risk) -> Scored:
    """The score when the response has done its work."""
    value = score(risk.target_likelihood, risk.target_impact)
    return Scored(value, scale(programme, risk.matrix).band(value))


def to_rescore(programme: Programme, risk: Risk) -> bool:
    """Whether the risk stands on another matrix than the one in use, and so outside the heat map."""
    return risk.matrix is not None and risk.matrix != programme.matrix_id


def open_risks(programme: Programme) -> tuple[Risk, ...]:
    """Open risks, highest score first; those not scored last."""
    rows = [risk for risk in programme.rows(RISKS) if is_open(risk)]
    return tuple(sorted(rows, key=lambda risk: (-(score(risk.likelihood, risk.impact) or 0), natural(risk.ref))))


def review_overdue(risk: Risk, as_at: date) -> bool:
    """Whether an open risk should have been looked at before this day."""
    return is_open(risk) and risk.next_review is not None and risk.next_review < as_at


def next_response(programme: Programme, risk: Risk) -> ResponseAction | None:
    """The undone response action that is due first."""
    left = [action for action in programme.children(RESPONSE_ACTIONS, risk.id) if action.done is None]
    return min(left, key=lambda action: (action.due or date.max, action.order), default=None)


def due_of(action: Action) -> date | None:
    """The day an action is due: the revised one where there is one."""
    return action.revised_due or action.due


def overdue(action: Action, as_at: date) -> bool:
    """Whether an open action is past its day."""
    due = due_of(action)
    return action.status == "open" and due is not None and due < as_at


def issue_open(issue: Issue) -> bool:
    """Whether an issue still needs someone."""
    return issue.status != "closed"


def issue_overdue(issue: Issue, as_at: date) -> bool:
    """Whether an open issue is past its day."""
    return issue_open(issue) and issue.due is not None and issue.due < as_at


def poison_open(poison: Poison) -> bool:
    """Whether a poison may still kill the partnership."""
    return poison.status != "neutralised"


def doses(programme: Programme, poison: Poison) -> tuple[int, int]:
    """Antidotes administered, and antidotes in all."""
    antidotes = programme.children(ANTIDOTES, poison.id)
    return sum(antidote.progress == "administered" for antidote in antidotes), len(antidotes)


def without_evidence(programme: Programme, poison: Poison) -> bool:
    """Whether an antidote was administered and nobody has said how we know that it works."""
    antidotes = programme.children(ANTIDOTES, poison.id)
    return any(antidote.progress == "administered" and not antidote.evidence for antidote in antidotes)


def direction(before: Scored | None, now: Scored) -> str | None:
    """``new``, ``worse``, ``better`` or ``same``; ``None`` where there is no score now, or was none then."""
    if now.score is None:
        return None
    if before is None:
        return "new"
    return _compared(before.score, now.score)


def direction_across(before: Scored | None, now: Scored, *, one_matrix: bool) -> str | None:
    """Travel; across two matrices the bands are compared, since the scores cannot be."""
    if one_matrix or before is None or now.score is None:
        return direction(before, now)
    return _compared(RANK.get(before.rag or ""), RANK.get(now.rag or ""))


def _compared(before: int | None, now: int | None) -> str | None:
    if before is None or now is None:
        return None
    return "same" if now == before else "worse" if now > before else "better"
