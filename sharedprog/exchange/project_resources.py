"""Resources of Microsoft Project XML, and which of them work on which tasks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from sharedprog.domain.problems import Problem
from sharedprog.exchange.project_plan import PlanAssignment, PlanResource, PlanTask, ResourceKind
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_values import ProblemList, Reading, calendar_uid, named

KINDS: tuple[ResourceKind, ...] = ("material", "work", "cost")
"""In the order of Project's codes 0 to 2."""


class StatedAssignment(NamedTuple):
    """An assignment and the line it stands on; ``minutes`` as in the plan."""

    task: int
    resource: int
    line: int
    minutes: int | None


def read_resource(record: Record, problems: ProblemList) -> PlanResource | None:
    """A resource, nameless where Project keeps a row for "unassigned"; ``None`` without a UID, a problem."""
    name = record.fields.get("Name", "")
    reading = Reading(record, named("Resource", record.fields.get("UID", ""), name), problems)
    uid = reading.whole("UID", lowest=0)
    if uid is None:
        if not reading.text("UID"):
            reading.problem("UID", "", "the number that Project gives each resource")
        return None
    code = reading.whole("Type", 0, len(KINDS) - 1)
    return PlanResource(
        uid=uid,
        name=name,
        email=reading.text("EmailAddress"),
        group=reading.text("Group"),
        line=record.line,
        calendar_uid=calendar_uid(reading),
        kind="cost" if reading.flag("IsCostResource") else "work" if code is None else KINDS[code],
    )


def read_assignment(record: Record, problems: ProblemList) -> StatedAssignment | None:
    """An assignment as stated; ``None`` where it names no resource, as Project does for unassigned work."""
    reading = Reading(record, "An assignment", problems)
    task, resource = reading.whole("TaskUID"), reading.whole("ResourceUID")
    if task is None or resource is None or resource < 0:
        return None
    return StatedAssignment(task, resource, record.line, _minutes(reading))


def _minutes(reading: Reading) -> int | None:
    """The work divided by the share of the day given to it; ``None`` where it is spread otherwise."""
    work, units = reading.minutes("Work"), reading.text("Units")
    uneven = reading.text("WorkContour") not in ("", "0") or reading.text("Delay") not in ("", "0")
    if work is None or uneven:
        return None
    try:
        share = float(units or 1)
    except ValueError:
        reading.problem("Units", units, "a share of the day such as 0.5")
        return None
    return round(work / share) if 0 < share < math.inf else None


def sound_assignments(
    stated: Iterable[StatedAssignment],
    tasks: Iterable[PlanTask],
    resources: Iterable[PlanResource],
    problems: ProblemList,
) -> tuple[PlanAssignment, ...]:
    """Assignments of named resources to tasks, each once; those to what is nowhere in the file are problems."""
    task_uids = {task.uid for task in tasks}
    names = {resource.uid: resource.name for resource in resources}
    sound: dict[PlanAssignment, None] = {}
    for task, resource, line, minutes in stated:
        if task not in task_uids:
            problems.add(_missing("task", "TaskUID", task, line))
        elif resource not in names:
            problems.add(_missing("resource", "ResourceUID", resource, line))
        elif names[resource]:
            sound[PlanAssignment(task_uid=task, resource_uid=resource, minutes=minutes)] = None
    return tuple(sound)


def _missing(thing: str, column: str, uid: int, line: int) -> Problem:
    expected = f"a {thing} that is in the plan; the assignment is left out"
    return Problem("An assignment", line, column, str(uid), expected, counted_in="line")
