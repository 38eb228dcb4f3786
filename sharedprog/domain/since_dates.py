"""Dates since a board: finishes that moved, milestones that came or went, each with what moved it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain.naming import name_of
from sharedprog.domain.ordering import natural
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.results import Results, TaskResult
from sharedprog.domain.since_lines import Changed, newly
from sharedprog.domain.since_reasons import Reasons
from sharedprog.domain.view import View

NEW, GONE = "new in the plan", "taken out of the plan"


@dataclass(frozen=True)
class DateMoved:
    """A finish that is not what the board saw; ``days`` are working days, later when positive.

    ``then`` is ``None`` for a milestone that is new, ``now`` for one that is gone; ``why`` says so.
    """

    id: str
    wbs: str
    title: str
    partner: str
    then: date | None
    now: date | None
    days: int | None
    critical: bool
    milestone: bool
    why: str


def dates_moved(view: View, now: Results, then: Results, changed: Changed) -> tuple[DateMoved, ...]:
    """Milestones first, then tasks, the longest way first; summary tasks are left out."""
    reasons = Reasons(view, now, then, changed)
    moved = []
    for task_id, result in now.tasks.items():
        row, before = view.outline.get(task_id), then.tasks.get(task_id)
        if row is None or row.summary:
            continue
        if before is None:
            if result.milestone:
                words = NEW if newly(changed, TASKS, task_id) == "New" else "brought back into the plan"
                moved.append(_moved(view, task_id, result, None, result.finish, words))
        elif before.finish != result.finish:
            moved.append(_moved(view, task_id, result, before.finish, result.finish, reasons.of(task_id)))
    for task_id, before in then.tasks.items():
        if before.milestone and view.programme.row(TASKS, task_id) is None:
            moved.append(_moved(view, task_id, before, before.finish, None, GONE))
    return tuple(sorted(moved, key=lambda each: (not each.milestone, -abs(each.days or 0), natural(each.wbs))))


def _moved(view: View, task_id: str, known: TaskResult, then: date | None, now: date | None, why: str) -> DateMoved:
    task: Task | None = view.programme.all_rows(TASKS).get(task_id)
    return DateMoved(
        id=task_id,
        wbs=known.wbs,
        title=known.title,
        partner=name_of(view.programme, ("partners",), task.partner) if task is not None and task.partner else "Both",
        then=then,
        now=now,
        days=None if then is None or now is None else calendar_of(view.programme).between(then, now),
        critical=known.critical and why != GONE,
        milestone=known.milestone,
        why=why,
    )
