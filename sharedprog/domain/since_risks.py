"""Risks since a board: new, scored again, closed, become issues; most dangerous first."""

from __future__ import annotations

from collections.abc import Mapping

from sharedprog.domain import status
from sharedprog.domain.changes import Edit
from sharedprog.domain.ordering import natural
from sharedprog.domain.phrases import Part, Phrase, phrase
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.domain.results import Results, RiskResult
from sharedprog.domain.since_lines import Changed, Line, deleted, newly, of_row
from sharedprog.domain.view import View
from sharedprog.domain.words import day_words


def risk_lines(view: View, now: Results, then: Results, changed: Changed) -> tuple[Line, ...]:
    """A line for each risk that the board would find otherwise than it left it."""
    lines = []
    for risk in view.programme.rows(RISKS):
        result = now.risks.get(risk.id)
        change = _change(view, risk, result, then.risks.get(risk.id), changed) if result is not None else ()
        if change:
            lines.append(Line(RISKS.key, risk.id, risk.ref, risk.title, change))
    known = {row_id: (was.ref, was.title, was.open) for row_id, was in then.risks.items()}
    lines += deleted(view, RISKS, known)
    weight = {line.id: (now.risks[line.id].score or 0) if line.id in now.risks else 0 for line in lines}
    return tuple(sorted(lines, key=lambda line: (-weight[line.id], natural(line.ref))))


def _change(view: View, risk: Risk, now: RiskResult, then: RiskResult | None, changed: Changed) -> Phrase:
    if now.status == "occurred" and (then is None or then.status != "occurred"):
        return phrase(_became(view, risk))
    if not now.open:
        reason = f": {risk.closing_reason}" if risk.closing_reason else ""
        return phrase(f"Closed{reason}") if then is None or then.open else ()
    if then is None or not then.open:
        origin = view.programme.row(POISONS, view.origins.get(risk.id)) if then is None else None
        came = f", from poison {origin.ref}" if origin else ""
        return phrase("Opened again, " if then else f"{newly(changed, RISKS, risk.id)}, ", _pill(now), came)
    edits = of_row(changed, RISKS, risk.id)
    scored = _scored(now, then, edits)
    if "escalated" in edits and risk.escalated:
        return (*scored, *phrase("; escalated" if scored else "Escalated"))
    return scored


def _became(view: View, risk: Risk) -> str:
    made = (target for target, source in view.origins.items() if source == risk.id)
    issue = next((found for target in made if (found := view.programme.row(ISSUES, target)) is not None), None)
    on = f" on {day_words(risk.closed_day)}" if risk.closed_day else ""
    return f"Became issue {issue.ref}{on}" if issue else f"Occurred{on}"


def _pill(now: RiskResult) -> Part:
    return Part("not scored") if now.score is None else Part(str(now.score), rag=now.rag or "none")


def _scored(now: RiskResult, then: RiskResult, edits: Mapping[str, Edit]) -> Phrase:
    """``15 → 20 worse: likelihood 3 → 5``; across two matrices only the bands are compared."""
    one_matrix = now.matrix == then.matrix or None in (now.score, then.score)
    if one_matrix and (then.score, then.rag) == (now.score, now.rag):
        return ()
    before = "not scored" if then.score is None else str(then.score)
    way = status.direction_across(
        status.Scored(then.score, then.rag), status.Scored(now.score, now.rag), one_matrix=one_matrix
    )
    if not one_matrix:
        found = f", {way} band" if way == "same" else f", {way} by band" if way else ""
        return phrase(f"{before} → ", _pill(now), f"{found}, with another matrix")
    reasons = ", ".join(
        f"{field} {_level(edit.old)} → {_level(edit.new)}"
        for field, edit in edits.items()
        if field in ("likelihood", "impact")
    )
    return phrase(f"{before} → ", _pill(now), f" {way}" if way else "", f": {reasons}" if reasons else "")


def _level(value: object) -> str:
    return "–" if value is None else str(value)
