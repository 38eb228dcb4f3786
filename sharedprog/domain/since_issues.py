"""Issues since a board: new, closed, opened again, or for somebody else to decide."""

from __future__ import annotations

from sharedprog.domain.naming import option_words
from sharedprog.domain.phrases import phrase
from sharedprog.domain.registers.issues import ISSUES, Issue
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.results import IssueResult, Results
from sharedprog.domain.since_lines import Changed, Line, deleted, newly
from sharedprog.domain.view import View


def issue_lines(view: View, now: Results, then: Results, changed: Changed) -> tuple[Line, ...]:
    """A line for each issue that the board would find otherwise than it left it, in the order of the register."""
    lines = []
    for issue in view.programme.rows(ISSUES):
        words = _change(view, issue, now.issues.get(issue.id), then.issues.get(issue.id), changed)
        if words:
            lines.append(Line(ISSUES.key, issue.id, issue.ref, issue.title, phrase(words)))
    known = {row_id: (was.ref, was.title, was.open) for row_id, was in then.issues.items()}
    return (*lines, *deleted(view, ISSUES, known))


def _change(view: View, issue: Issue, now: IssueResult | None, then: IssueResult | None, changed: Changed) -> str:
    if now is None:
        return ""
    if then is None:
        origin = view.programme.row(RISKS, view.origins.get(issue.id))
        came = f", from risk {origin.ref}" if origin else ""
        return newly(changed, ISSUES, issue.id) + came + ("" if now.open else ", and closed")
    if now.open != then.open:
        resolved = f": {issue.resolution}" if issue.resolution else ""
        return "Opened again" if now.open else f"Closed{resolved}"
    if now.severity != then.severity:
        return f"Now decided by: {option_words(ISSUES, 'severity', now.severity) or 'nobody named'}"
    return ""
