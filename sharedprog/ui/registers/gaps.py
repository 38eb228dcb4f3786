"""Soft marks: what a form says of a field that matters and is still empty. Nothing is blocked."""

from __future__ import annotations

from sharedprog.domain.register import Row
from sharedprog.domain.view import View

GAPS: dict[tuple[str, str], str] = {
    ("risks", "cause"): "No cause yet.",
    ("risks", "event"): "No event yet.",
    ("risks", "effect"): "No effect yet.",
    ("risks", "likelihood"): "Not scored yet.",
    ("risks", "impact"): "Not scored yet.",
    ("risks", "owner"): "Nobody owns this risk yet.",
    ("risks", "next_review"): "No review planned yet.",
    ("issues", "owner"): "Nobody owns this issue yet.",
    ("issues", "severity"): "Who must decide?",
    ("actions", "owner"): "Nobody owns this action yet.",
    ("actions", "due"): "No due date yet.",
    ("decisions", "recommendation"): "What is the board asked to decide?",
    ("poisons", "symptoms"): "How would it show?",
    ("poisons", "potency"): "How strong is it now?",
    ("tasks", "duration"): "How long does it take?",
    ("workstreams", "lead"): "Nobody leads this workstream yet.",
    ("workstreams", "rag"): "Not rated yet.",
    ("board_meetings", "day"): "No date yet.",
    ("programme", "day_one"): "When does the shared service go live?",
}
"""The sentence by register and field."""


def gap_of(view: View, register: str, row: Row, name: str) -> str:
    """The sentence for a field of a row; empty when it is filled in, or when nothing is missing without it."""
    value = getattr(row, name, None)
    if value not in (None, ""):
        return ""
    if (
        register == "tasks"
        and name == "duration"
        and (getattr(row, "milestone", False) or view.outline[row.id].summary)
    ):
        return ""
    return GAPS.get((register, name), "")
