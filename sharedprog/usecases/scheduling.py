"""The plan worked out, told task by task to whoever reads it without the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sharedprog.domain.phrases import plain
from sharedprog.domain.plan.because import because
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.plan.why import why
from sharedprog.domain.programme import Programme
from sharedprog.domain.view import View


@dataclass(frozen=True, kw_only=True)
class ScheduledTask:
    """One task as it stands; ``id`` is its row in the plan from 1, ``uid`` its number in the plan it came from.

    Moments are those of the office's clock. Float is in working minutes, ``None`` where it is not known; finished work
    has none left.
    """

    id: int
    uid: int | None
    ref: str
    wbs: str
    name: str
    summary: bool
    start: datetime | None
    finish: datetime | None
    early_start: datetime | None
    early_finish: datetime | None
    late_start: datetime | None
    late_finish: datetime | None
    total_float_minutes: int | None
    free_float_minutes: int | None
    critical: bool
    why: str
    because: str


@dataclass(frozen=True)
class ScheduledPlan:
    """All tasks in the order of the outline, and where the plan starts and finishes."""

    start: datetime | None
    finish: datetime | None
    tasks: tuple[ScheduledTask, ...]


def scheduled(programme: Programme, as_at: date) -> ScheduledPlan:
    """The plan of a picture on a day."""
    made = schedule(programme, as_at)
    rows = View(programme, as_at).outline.values()
    tasks = tuple(_task(programme, made, number, row) for number, row in enumerate(rows, start=1))
    return ScheduledPlan(made.start_at, made.finish_at, tasks)


def _task(programme: Programme, made: Schedule, number: int, row: OutlineRow) -> ScheduledTask:
    task, dates = row.task, made.dates[row.task.id]
    return ScheduledTask(
        id=number,
        uid=task.source,
        ref=task.ref,
        wbs=task.wbs_code or row.wbs,
        name=task.title,
        summary=row.summary,
        start=dates.start_at,
        finish=dates.finish_at,
        early_start=dates.early_start,
        early_finish=dates.early_finish,
        late_start=dates.late_start_at,
        late_finish=dates.late_finish_at,
        total_float_minutes=dates.total_float_minutes,
        free_float_minutes=dates.free_float_minutes,
        critical=dates.critical,
        why=plain(why(programme, made, task.id)),
        because=plain(because(programme, made, task.id)),
    )
