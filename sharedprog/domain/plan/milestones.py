"""Milestones in date order, each with what was planned, what the last board saw, and what is expected now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.naming import name_of
from sharedprog.domain.plan.figures import without_length
from sharedprog.domain.plan.outline import outline
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import Task


@dataclass(frozen=True)
class Milestone:
    """One milestone; slips are in working days, later when positive, ``None`` where one of the days is not known.

    ``partner`` and ``owner`` are names, empty where there is none: a milestone without a partner is everybody's.
    """

    task_id: str
    wbs: str
    title: str
    partner: str
    owner: str
    baseline: date | None
    last_board: date | None
    now: date | None
    slip: int | None
    slip_since_board: int | None
    done: bool
    overdue: bool
    critical: bool


def milestones(
    programme: Programme, schedule: Schedule, as_at: date, last_board: Mapping[str, date | None] | None = None
) -> tuple[Milestone, ...]:
    """Milestones by their day now, those without one last; ``last_board`` holds the finishes it saw, by task id."""
    seen = last_board or {}
    rows = [
        _milestone(programme, schedule, as_at, row.wbs, row.task, seen.get(row.task.id))
        for row in outline(programme)
        if is_milestone(row.task, summary=row.summary)
    ]
    return tuple(sorted(rows, key=lambda each: (each.now is None, each.now or date.max)))


def is_milestone(task: Task, *, summary: bool) -> bool:
    """Whether a task is shown as a milestone: marked as one, or without length; a summary task never is."""
    return not summary and (task.milestone or without_length(task))


def is_done(task: Task) -> bool:
    """Whether nothing is left to do."""
    return task.actual_finish is not None or task.percent_complete == 100


def slip(schedule: Schedule, then: date | None, now: date | None) -> int | None:
    """Working days from what was planned to what is expected."""
    return None if then is None or now is None else schedule.calendar.between(then, now)


def _milestone(
    programme: Programme, schedule: Schedule, as_at: date, wbs: str, task: Task, board: date | None
) -> Milestone:
    dates = schedule.dates[task.id]
    now, done = dates.finish, is_done(task)
    return Milestone(
        task_id=task.id,
        wbs=wbs,
        title=task.title,
        partner=name_of(programme, ("partners",), task.partner) if task.partner else "",
        owner=name_of(programme, ("people",), task.owner) if task.owner else "",
        baseline=task.baseline_finish,
        last_board=board,
        now=now,
        slip=slip(schedule, task.baseline_finish, now),
        slip_since_board=slip(schedule, board, now),
        done=done,
        overdue=not done and now is not None and now < as_at,
        critical=dates.critical,
    )
