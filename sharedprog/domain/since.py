"""What changed since a board: its results against results now, explained by the edits between. Nothing is typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.changes import Edit
from sharedprog.domain.phrases import Phrase
from sharedprog.domain.results import PastBoard, Results
from sharedprog.domain.since_actions import action_words, closed_actions, new_actions
from sharedprog.domain.since_dates import DateMoved, dates_moved
from sharedprog.domain.since_decisions import decision_lines
from sharedprog.domain.since_issues import issue_lines
from sharedprog.domain.since_lines import Line, by_row
from sharedprog.domain.since_poisons import poison_lines
from sharedprog.domain.since_ratings import pack_lines, rating_lines
from sharedprog.domain.since_risks import risk_lines
from sharedprog.domain.view import View

__all__ = ["DateMoved", "Line", "Since", "since"]


@dataclass(frozen=True)
class Since:
    """Everything that changed since a board, part by part; ``actions_new`` and ``actions_closed`` hold row ids."""

    board: PastBoard
    as_at: date
    dates: tuple[DateMoved, ...]
    risks: tuple[Line, ...]
    issues: tuple[Line, ...]
    poisons: tuple[Line, ...]
    actions: Phrase
    decisions: tuple[Line, ...]
    confidence: tuple[Line, ...]
    packs: tuple[Line, ...]
    actions_new: frozenset[str] = frozenset()
    actions_closed: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether the board would find everything as it left it."""
        lines = (self.dates, self.risks, self.issues, self.poisons, self.decisions, self.confidence, self.packs)
        return not any(lines) and not self.actions


def since(view: View, now: Results, board: PastBoard, edits: Iterable[Edit]) -> Since:
    """Compare results now with what a board saw; ``edits`` are squashed, from that board to now."""
    changed, then = by_row(edits), board.results
    new, closed = new_actions(now, then), closed_actions(now, then)
    return Since(
        board=board,
        as_at=view.as_at,
        dates=dates_moved(view, now, then, changed),
        risks=risk_lines(view, now, then, changed),
        issues=issue_lines(view, now, then, changed),
        poisons=poison_lines(view, now, then, changed),
        actions=action_words(view, now, then),
        decisions=decision_lines(view, now, then, changed),
        confidence=rating_lines(view, now, then),
        packs=pack_lines(view, board, changed),
        actions_new=new,
        actions_closed=closed,
    )
