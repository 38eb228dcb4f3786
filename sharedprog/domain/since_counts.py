"""How much changed since the last board, in a sentence: counts alone, quick enough to follow every edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass

from sharedprog.domain import status
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.results import Results
from sharedprog.domain.since_actions import is_closed
from sharedprog.domain.view import View
from sharedprog.domain.words import counted

STEP = 64
"""Tasks looked at before others have their turn."""


@dataclass(frozen=True)
class SinceCounts:
    """What the board would find otherwise than it left it, by how many; ``board`` is its number."""

    board: int
    dates: int
    worse: int
    better: int
    new_risks: int
    new_issues: int
    new_poisons: int
    closed_actions: int

    @property
    def sentence(self) -> str:
        """``Since board 13: 6 dates moved, 2 risks worse, 1 new poison, 5 actions closed``."""
        told = [
            (self.dates, f"{counted(self.dates, 'date')} moved"),
            (self.worse, f"{counted(self.worse, 'risk')} worse"),
            (self.better, f"{self.better} better" if self.worse else f"{counted(self.better, 'risk')} better"),
            (self.new_risks, counted(self.new_risks, "new risk")),
            (self.new_issues, counted(self.new_issues, "new issue")),
            (self.new_poisons, counted(self.new_poisons, "new poison")),
            (self.closed_actions, f"{counted(self.closed_actions, 'action')} closed"),
        ]
        words = ", ".join(words for count, words in told if count) or "no date moved, no risk worse, no action closed"
        return f"Since board {self.board or '–'}: {words}"


def since_counts(view: View) -> Generator[None, None, SinceCounts | None]:
    """Compare with what the last board saw, a little at a time; ``None`` before the first."""
    if view.last is None:
        return None
    then = view.last.results
    yield
    dates = yield from _dates(view, then)
    programme = view.programme
    risks = status.open_risks(programme)
    ways = Counter(view.travel(risk) for risk in risks)
    yield
    return SinceCounts(
        board=view.last.number,
        dates=dates,
        worse=ways["worse"],
        better=ways["better"],
        new_risks=sum(risk.id not in then.risks for risk in risks),
        new_issues=sum(row.id not in then.issues for row in programme.rows(ISSUES)),
        new_poisons=sum(row.id not in then.poisons for row in programme.rows(POISONS)),
        closed_actions=sum(is_closed(row.status, then.actions.get(row.id)) for row in programme.rows(ACTIONS)),
    )


def _dates(view: View, then: Results) -> Generator[None, None, int]:
    """Finishes that moved and milestones that came or went; summary tasks are left out."""
    moved = 0
    for number, (task_id, row) in enumerate(view.outline.items(), start=1):
        if not row.summary:
            before = then.tasks.get(task_id)
            known = row.task.milestone if before is None else before.finish != view.schedule.dates[task_id].finish
            moved += known
        if number % STEP == 0:
            yield
    gone = (
        task_id for task_id, was in then.tasks.items() if was.milestone and view.programme.row(TASKS, task_id) is None
    )
    return moved + sum(1 for _ in gone)
