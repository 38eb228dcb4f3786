"""Baselines: keeping the plan's dates under a name, putting one in force, and how far two sets of dates differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.plan.milestones import is_milestone
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS, Task

Days = tuple[date | None, date | None]
"""A start and a finish."""
FIELDS = ("start", "start_time", "finish", "finish_time", "duration")
EARLIER = "Baseline before this one"


def keep(draft: Draft, schedule: Schedule, *, in_force: bool = True, **values: Value) -> str:
    """Keep the dates that the plan has now as a baseline with these values; its id.

    In force, it is what slips are counted from; the one that was in force until then keeps its own dates.
    """
    programme = draft.before
    made = draft.add(BASELINES, None, **values)
    for task_id in schedule.shape.ids:
        dates = schedule.dates[task_id]
        if dates.start is not None or dates.finish is not None:
            told: dict[str, Value] = {
                "start": dates.start,
                "start_time": _time(dates.start_at),
                "finish": dates.finish,
                "finish_time": _time(dates.finish_at),
                "duration": dates.minutes,
            }
            draft.add(BASELINE_DATES, None, parent=task_id, baseline=made, **told)
            if in_force:
                _set(draft, task_id, told)
    if in_force:
        for task in programme.rows(TASKS):
            dates = schedule.dates[task.id]
            if dates.start is None and dates.finish is None:
                _set(draft, task.id, dict.fromkeys(FIELDS))
        _in_force(draft, made)
    return made


def put_in_force(draft: Draft, baseline: str) -> None:
    """Count slips from a baseline that was kept."""
    programme = draft.before
    said = {row.parent: row for row in programme.rows(BASELINE_DATES) if row.baseline == baseline}
    for task in programme.rows(TASKS):
        row = said.get(task.id)
        _set(draft, task.id, {name: getattr(row, name) if row is not None else None for name in FIELDS})
    _in_force(draft, baseline)


def _set(draft: Draft, task: str, told: Mapping[str, Value]) -> None:
    for name, value in told.items():
        draft.set(TASKS, task, f"baseline_{name}", value)


def _time(moment: datetime | None) -> Value:
    return None if moment is None else moment.time()


def _in_force(draft: Draft, baseline: str) -> None:
    """Name the baseline in force; the dates of the one before are kept where nobody has kept them yet."""
    programme = draft.before
    before = programme.settings.baseline
    kept = any(row.baseline == before for row in programme.rows(BASELINE_DATES)) if before is not None else False
    dated = [task for task in programme.rows(TASKS) if _held(task) != dict.fromkeys(FIELDS)]
    if dated and not kept and before != baseline:
        owner = before if programme.row(BASELINES, before) is not None else None
        owner = owner or draft.add(BASELINES, None, title=EARLIER)
        for task in dated:
            draft.add(BASELINE_DATES, None, parent=task.id, baseline=owner, **_held(task))
    draft.set(PROGRAMME, programme.settings.id, "baseline", baseline)


def _held(task: Task) -> dict[str, Value]:
    return {name: getattr(task, f"baseline_{name}") for name in FIELDS}


def days_of_baseline(programme: Programme, baseline: str) -> dict[str, Days]:
    """What a baseline says of each task; of the one in force what the tasks hold, where its own dates are not kept."""
    rows = [row for row in programme.rows(BASELINE_DATES) if row.baseline == baseline and row.parent is not None]
    if rows:
        return {str(row.parent): (row.start, row.finish) for row in rows}
    if baseline == programme.settings.baseline or programme.settings.baseline is None:
        tasks = programme.rows(TASKS)
        return {task.id: (task.baseline_start, task.baseline_finish) for task in tasks if task.baseline_finish}
    return {}


@dataclass(frozen=True)
class Slip:
    """How far a task is from where it was: working days of its finish, ``None`` where one of the two is not known."""

    task: str
    wbs: str
    title: str
    summary: bool
    milestone: bool
    workstream: str | None
    before: Days
    after: Days
    days: int | None


@dataclass(frozen=True)
class WorkstreamSlip:
    """The tasks of a workstream that slipped, the largest slip of one, and how far its last finish moved."""

    workstream: str | None
    tasks: int
    slipped: int
    largest: int
    before: date | None
    after: date | None
    days: int | None


def slips(
    rows: Iterable[OutlineRow], calendar: WorkingCalendar, before: Mapping[str, Days], after: Mapping[str, Days]
) -> tuple[Slip, ...]:
    """Every task that either set of dates knows, in the order of the outline."""
    found = []
    for row in rows:
        task = row.task
        then, now = before.get(task.id, (None, None)), after.get(task.id, (None, None))
        if then == now == (None, None):
            continue
        days = calendar.between(then[1], now[1]) if then[1] is not None and now[1] is not None else None
        marked = is_milestone(task, summary=row.summary)
        found.append(Slip(task.id, row.wbs, task.title, row.summary, marked, task.workstream, then, now, days))
    return tuple(found)


def by_workstream(found: Iterable[Slip], calendar: WorkingCalendar) -> tuple[WorkstreamSlip, ...]:
    """The slips of tasks without tasks beneath them, for each workstream in the order in which they come."""
    groups: dict[str | None, list[Slip]] = {}
    for slip in found:
        if not slip.summary:
            groups.setdefault(slip.workstream, []).append(slip)
    return tuple(_workstream(name, group, calendar) for name, group in groups.items())


def _workstream(name: str | None, group: list[Slip], calendar: WorkingCalendar) -> WorkstreamSlip:
    then = max((slip.before[1] for slip in group if slip.before[1] is not None), default=None)
    now = max((slip.after[1] for slip in group if slip.after[1] is not None), default=None)
    known = [slip.days for slip in group if slip.days is not None]
    return WorkstreamSlip(
        workstream=name,
        tasks=len(group),
        slipped=sum(days > 0 for days in known),
        largest=max(known, default=0),
        before=then,
        after=now,
        days=calendar.between(then, now) if then is not None and now is not None else None,
    )
