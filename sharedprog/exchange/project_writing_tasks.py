"""Tasks as Microsoft Project XML, with what was worked out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sharedprog.exchange.project_plan import PlanBaseline, PlanTask, ProjectPlan
from sharedprog.exchange.project_tasks import CONSTRAINTS
from sharedprog.exchange.project_writing_values import Element, duration, element, group, moment, tenths, text

DAYS, ELAPSED_DAYS, ESTIMATE = 7, 8, 32
"""Formats in which a duration is shown, and what is added where it is an estimate."""
FIXED_DURATION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFigures:
    """What was worked out of one task; slack in working minutes."""

    start: datetime | None = None
    finish: datetime | None = None
    early_start: datetime | None = None
    early_finish: datetime | None = None
    late_start: datetime | None = None
    late_finish: datetime | None = None
    total_slack: int | None = None
    free_slack: int | None = None
    critical: bool = False


def project_task(plan: ProjectPlan) -> Element:
    """The row that stands for the whole plan, before all others."""
    return group(
        "Task",
        (
            element("UID", 0),
            element("ID", 0),
            element("Name", text(plan.title, 512)),
            element("Type", FIXED_DURATION),
            element("IsNull", value=False),
            element("WBS", "0"),
            element("OutlineNumber", "0"),
            element("OutlineLevel", 0),
            element("Start", moment(plan.start)),
            element("Finish", moment(plan.finish)),
            element("Summary", value=True),
            element("Notes", text(plan.notes)),
        ),
    )


def task_elements(task: PlanTask, figures: PlanFigures | None, links: Iterable[Element]) -> Iterator[Element]:
    """What stands within a task, in the order of the schema."""
    worked = figures or PlanFigures(start=task.start, finish=task.finish)
    yield from _head(task)
    yield from _length(task, worked)
    yield element("EarlyStart", moment(worked.early_start))
    yield element("EarlyFinish", moment(worked.early_finish))
    yield element("LateStart", moment(worked.late_start))
    yield element("LateFinish", moment(worked.late_finish))
    yield element("FreeSlack", tenths(worked.free_slack))
    yield element("TotalSlack", tenths(worked.total_slack))
    yield element("PercentComplete", task.percent_complete)
    yield element("ActualStart", moment(task.actual_start))
    yield element("ActualFinish", moment(task.actual_finish))
    if task.duration is not None and task.remaining is not None:
        yield element("ActualDuration", duration(max(0, task.duration - task.remaining)))
    yield element("RemainingDuration", duration(task.remaining))
    yield element("ConstraintType", CONSTRAINTS.index(task.constraint))
    yield element("CalendarUID", -1 if task.calendar_uid is None else task.calendar_uid)
    yield element("ConstraintDate", moment(task.constraint_date))
    yield element("Deadline", moment(task.deadline))
    yield element("IgnoreResourceCalendar", value=True)
    yield element("Notes", text(task.notes))
    yield from links
    for baseline in task.baselines:
        yield _baseline(baseline, task)


def _head(task: PlanTask) -> Iterator[Element]:
    yield element("UID", task.uid)
    yield element("GUID", _guid(task.guid))
    yield element("ID", task.id)
    yield element("Name", text(task.name, 512))
    yield element("Active", task.active)
    yield element("Manual", task.manual)
    yield element("Type", FIXED_DURATION)
    yield element("IsNull", value=False)
    yield element("WBS", text(task.wbs))
    yield element("OutlineNumber", task.number)
    yield element("OutlineLevel", task.level)
    yield element("Priority", task.priority)


def _length(task: PlanTask, worked: PlanFigures) -> Iterator[Element]:
    yield element("Start", moment(worked.start))
    yield element("Finish", moment(worked.finish))
    yield element("Duration", duration(task.duration))
    if task.manual:
        yield element("ManualStart", moment(task.start))
        yield element("ManualFinish", moment(task.finish))
        yield element("ManualDuration", duration(task.duration))
    yield element("DurationFormat", _format(task))
    yield element("EffortDriven", value=False)
    yield element("Estimated", task.estimated)
    yield element("Milestone", task.milestone)
    yield element("Summary", task.summary)
    yield element("Critical", worked.critical)


def _format(task: PlanTask) -> int:
    return (ELAPSED_DAYS if task.elapsed else DAYS) + (ESTIMATE if task.estimated else 0)


def _guid(digits: str) -> str:
    """32 hex digits as Windows writes them."""
    if not digits:
        return ""
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])
    return "-".join(parts).upper()


def _baseline(baseline: PlanBaseline, task: PlanTask) -> Element:
    return group(
        "Baseline",
        (
            element("Number", baseline.number),
            element("Start", moment(baseline.start)),
            element("Finish", moment(baseline.finish)),
            element("Duration", duration(baseline.duration)),
            element("DurationFormat", None if baseline.duration is None else _format(task)),
        ),
    )
