"""Baselines of the plan: the dates that were approved, by whom, when and at which board."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from sharedprog.domain.fields import Clock, Day, Duration, Link, Prose, Text, Whole
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Baseline(Row):
    """One approved set of dates. ``number`` is its number in Microsoft Project, 0 to 10."""

    title: Annotated[
        str, Text(label="Baseline", width=28, required=True, help="What people call it, such as Agreed by board 2.")
    ] = ""
    approved: Annotated[date | None, Day(label="Approved on", help="The day its dates were approved.")] = None
    approved_by: Annotated[str | None, Link(label="Approved by", to=("people",), help="Who approved its dates.")] = None
    board: Annotated[str | None, Link(label="At board", to=("board_meetings",), help="The board that approved it.")] = (
        None
    )
    reason: Annotated[str, Prose(label="Why", help="Why the dates were set, or set again.")] = ""
    number: Annotated[
        int | None,
        Whole(label="Number in the source", highest=10, help="Its number in the program it was imported from."),
    ] = None


@dataclass(frozen=True, kw_only=True)
class BaselineDates(Row):
    """What one baseline says of one task; ``duration`` as the task's own is counted."""

    parent: Annotated[str | None, Link(label="Task", to=("tasks",), help="The task these dates are of.")] = None
    baseline: Annotated[
        str | None,
        Link(label="Baseline", width=20, to=("baselines",), required=True, help="The baseline these dates belong to."),
    ] = None
    start: Annotated[date | None, Day(label="Start", help="The start it was approved with.")] = None
    start_time: Annotated[time | None, Clock(label="Start time", help="Empty for when work begins that day.")] = None
    finish: Annotated[date | None, Day(label="Finish", help="The finish it was approved with.")] = None
    finish_time: Annotated[time | None, Clock(label="Finish time", help="Empty for when work ends that day.")] = None
    duration: Annotated[int | None, Duration(label="Days", help="The working days it was approved with.")] = None


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
