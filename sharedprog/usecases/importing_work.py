"""Tasks of an imported plan that take as long as the work assigned to them says, not as their duration does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sharedprog.exchange.project_plan import PlanTask, ProjectPlan

NEAR = 50
"""One part in so many: durations that differ by less are the same, rounded."""


def as_long_as_their_work(plan: ProjectPlan) -> ProjectPlan:
    """The plan with the durations that Microsoft Project goes by when it works dates out.

    A task of fixed duration, placed by hand, or begun keeps its own. So does one whose stated start and finish are
    that far apart: where they are as far apart as its work takes, it takes as long as its work.
    """
    workers = {resource.uid for resource in plan.resources if resource.kind == "work"}
    taken: dict[int, list[int | None]] = {}
    for assignment in plan.assignments:
        if assignment.resource_uid in workers:
            taken.setdefault(assignment.task_uid, []).append(assignment.minutes)
    tasks = (_with_work(task, taken.get(task.uid, []), plan.minutes_per_day) for task in plan.tasks)
    return replace(plan, tasks=tuple(tasks))


def _with_work(task: PlanTask, minutes: Sequence[int | None], day: int) -> PlanTask:
    known = [each for each in minutes if each is not None]
    kept = task.fixed_duration or task.manual or task.summary or task.elapsed or task.actual_start is not None
    if kept or len(known) < len(minutes) or not any(known) or not task.duration:
        return task
    longest, stated = max(known), _stated(task, day)
    if stated is None or abs(longest - task.duration) * NEAR <= task.duration:
        return task
    return replace(task, duration=longest, remaining=None) if _nearer(stated, longest, task.duration) else task


def _nearer(stated: int, one: int, other: int) -> bool:
    return abs(stated - one) < abs(stated - other)


def _stated(task: PlanTask, day: int) -> int | None:
    """About how many working minutes lie between the stated start and finish, on weekdays of so many minutes."""
    if task.start is None or task.finish is None:
        return None
    days = (task.finish.date() - task.start.date()).days
    weekdays = sum((task.start + timedelta(days=each)).weekday() < 5 for each in range(min(days, 10_000)))
    clock = (task.finish - task.start - timedelta(days=days)).total_seconds() / 60
    return weekdays * day + min(round(clock), day)
