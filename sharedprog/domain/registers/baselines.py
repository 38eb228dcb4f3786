"""Baselines of the plan: the dates that were approved, by whom, when and at which board."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from sharedprog.domain.fields import Clock, Day, Duration, Link, Prose, Text, Whole
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Baseline(Row):
    """One approved set of dates. ``number`` is its number in Microsoft Project, 0 to 10."""

    title: Annotated[str, Text(label="Baseline", width=28, required=True)] = ""
    approved: Annotated[date | None, Day(label="Approved on")] = None
    approved_by: Annotated[str | None, Link(label="Approved by", to=("people",))] = None
    board: Annotated[str | None, Link(label="At board", to=("board_meetings",))] = None
    reason: Annotated[str, Prose(label="Why")] = ""
    number: Annotated[int | None, Whole(label="Number in the source", highest=10)] = None


@dataclass(frozen=True, kw_only=True)
class BaselineDates(Row):
    """What one baseline says of one task; ``duration`` as the task's own is counted."""

    parent: Annotated[str | None, Link(label="Task", to=("tasks",))] = None
    baseline: Annotated[str | None, Link(label="Baseline", width=20, to=("baselines",), required=True)] = None
    start: Annotated[date | None, Day(label="Start")] = None
    start_time: Annotated[time | None, Clock(label="Start time")] = None
    finish: Annotated[date | None, Day(label="Finish")] = None
    finish_time: Annotated[time | None, Clock(label="Finish time")] = None
    duration: Annotated[int | None, Duration(label="Days")] = None


BASELINES = Register(
    key="baselines",
    row=Baseline,
    title="Baselines",
    singular="baseline",
    prefix="BL",
    place="Deliver",
    columns=("ref", "title", "approved", "approved_by", "board"),
    groups=(Group("Baseline", ("title", "approved", "approved_by", "board", "reason", "number")),),
    empty="No baseline yet. When the board has approved the plan, keep its dates as a baseline.",
)
BASELINE_DATES = Register(
    key="baseline_dates",
    row=BaselineDates,
    title="Dates in baselines",
    singular="dates in a baseline",
    child_of=("tasks",),
    name_field="baseline",
    columns=("baseline", "start", "finish", "duration"),
)
