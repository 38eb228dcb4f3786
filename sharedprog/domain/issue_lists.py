"""Open issues in the order in which a board reads them."""

from __future__ import annotations

from datetime import date

from sharedprog.domain import status
from sharedprog.domain.ordering import natural
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.issues import ISSUES, Issue

HIGHEST_FIRST = ("corporate", "board", "authority", "manager", None)
"""Severities, that is who must decide, from the highest; then those that nobody has judged."""
_PRIORITIES = ("high", "medium", "low")


def open_by_severity(programme: Programme, *, changes: bool) -> dict[str | None, tuple[Issue, ...]]:
    """Open change requests, or the other open issues, by severity from the highest; by priority and age in each."""
    rows = [row for row in programme.rows(ISSUES) if status.issue_open(row) and (row.kind == "change") == changes]
    rows.sort(key=_urgency)
    known = {severity: tuple(row for row in rows if row.severity == severity) for severity in HIGHEST_FIRST}
    return {severity: found for severity, found in known.items() if found}


def _urgency(issue: Issue) -> tuple[int, date, tuple[str | int, ...]]:
    rank = _PRIORITIES.index(issue.priority) if issue.priority in _PRIORITIES else len(_PRIORITIES)
    return rank, issue.raised or date.max, natural(issue.ref)
