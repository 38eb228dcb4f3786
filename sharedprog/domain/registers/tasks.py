"""The programme plan: tasks, milestones and summary tasks in one outline, and the links between them.

Only what a person decided is held here; starts, finishes and summaries are computed from it.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from sharedprog.domain.fields import Choice, Clock, Day, Duration, Flag, Link, Percent, Prose, Text, Whole, options
from sharedprog.domain.register import Group, OrderedRow, Register, Row

CONSTRAINTS = options(
    asap="As soon as possible",
    alap="As late as possible",
    snet="Start no earlier than",
    snlt="Start no later than",
    fnet="Finish no earlier than",
    fnlt="Finish no later than",
    mso="Must start on",
    mfo="Must finish on",
)


@dataclass(frozen=True, kw_only=True)
class Task(OrderedRow):
    """A task, a milestone, or (when it has tasks beneath it) a summary task."""

    parent: Annotated[str | None, Link(label="Part of", to=("tasks",))] = None
    title: Annotated[str, Text(label="Task", width=36, required=True)] = ""
    milestone: Annotated[bool, Flag(label="Milestone")] = False
    owner: Annotated[str | None, Link(label="Owner", to=("people",))] = None
    workstream: Annotated[str | None, Link(label="Workstream", to=("workstreams",))] = None
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), help="Empty when both.")] = None
    mode: Annotated[
        str | None,
        Choice(
            label="Dates",
            options=options(scheduled="Worked out", placed="Placed by hand"),
            help="Worked out from its links, or standing where someone put it.",
        ),
    ] = "scheduled"
    active: Annotated[bool, Flag(label="In the plan", help="One that is not moves no other task.")] = True
    duration: Annotated[int | None, Duration(label="Days", help="Working days: 5d, 2w.")] = None
    elapsed: Annotated[
        bool, Flag(label="Runs day and night", help="Its days are of 24 hours, weekends and holidays included.")
    ] = False
    estimated: Annotated[bool, Flag(label="Days are an estimate")] = False
    optimistic: Annotated[int | None, Duration(label="Days at best")] = None
    pessimistic: Annotated[int | None, Duration(label="Days at worst")] = None
    calendar: Annotated[
        str | None,
        Link(label="Working times", to=("calendars",), help="Empty for those of its partner, or of the programme."),
    ] = None
    constraint: Annotated[str | None, Choice(label="Constraint", width=22, options=CONSTRAINTS)] = "asap"
    constraint_day: Annotated[date | None, Day(label="Constraint date")] = None
    constraint_time: Annotated[time | None, Clock(label="Constraint time")] = None
    placed_start: Annotated[date | None, Day(label="Placed start")] = None
    placed_start_time: Annotated[time | None, Clock(label="Placed start time")] = None
    placed_finish: Annotated[date | None, Day(label="Placed finish")] = None
    placed_finish_time: Annotated[time | None, Clock(label="Placed finish time")] = None
    percent_complete: Annotated[int | None, Percent(label="Done")] = 0
    remaining: Annotated[
        int | None, Duration(label="Days left", help="Empty to go by the days and how much is done.")
    ] = None
    actual_start: Annotated[date | None, Day(label="Started")] = None
    actual_start_time: Annotated[time | None, Clock(label="Started at")] = None
    actual_finish: Annotated[date | None, Day(label="Finished")] = None
    actual_finish_time: Annotated[time | None, Clock(label="Finished at")] = None
    deadline: Annotated[date | None, Day(label="Deadline")] = None
    deadline_time: Annotated[time | None, Clock(label="Deadline time")] = None
    baseline_start: Annotated[date | None, Day(label="Baseline start")] = None
    baseline_start_time: Annotated[time | None, Clock(label="Baseline start time")] = None
    baseline_finish: Annotated[date | None, Day(label="Baseline finish")] = None
    baseline_finish_time: Annotated[time | None, Clock(label="Baseline finish time")] = None
    baseline_duration: Annotated[int | None, Duration(label="Baseline days")] = None
    wbs_code: Annotated[
        str, Text(label="WBS code", width=12, longest=255, help="A number of its own, where it is not the outline's.")
    ] = ""
    description: Annotated[str, Prose(label="Description")] = ""
    source: Annotated[
        int | None, Whole(label="UID in the source", highest=2**31 - 1, help="Where an imported task came from.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Dependency(Row):
    """The parent task waits for the predecessor; ``lag`` is in minutes of working time, or on the clock if elapsed."""

    parent: Annotated[str | None, Link(label="Task", to=("tasks",))] = None
    predecessor: Annotated[str | None, Link(label="Waits for", width=28, to=("tasks",), required=True)] = None
    kind: Annotated[
        str | None,
        Choice(
            label="Link",
            width=16,
            options=options(FS="Finish to start", SS="Start to start", FF="Finish to finish", SF="Start to finish"),
        ),
    ] = "FS"
    lag: Annotated[int | None, Duration(label="Lag", help="Negative for a lead.")] = 0
    lag_kind: Annotated[
        str | None,
        Choice(
            label="Lag counted in",
            options=options(working="Working time", elapsed="Elapsed time", percent="Per cent of the predecessor"),
        ),
    ] = "working"
    lag_percent: Annotated[int | None, Whole(label="Lag in per cent", lowest=-1000, highest=1000, unit="%")] = None


TASKS = Register(
    key="tasks",
    row=Task,
    title="Plan",
    singular="task",
    prefix="T",
    place="Deliver",
    ordered=True,
    columns=("wbs", "title", "owner", "days", "start", "finish", "percent_complete", "slip"),
    groups=(
        Group("What", ("title", "parent", "milestone", "workstream", "partner", "owner", "description")),
        Group("When", ("start", "finish", "duration", "mode", "constraint", "constraint_day", "deadline")),
        Group("Progress", ("percent_complete", "remaining", "actual_start", "actual_finish")),
        Group("How sure", ("optimistic", "pessimistic", "estimated")),
        Group("Baseline", ("baseline_start", "baseline_finish", "baseline_duration")),
        Group("Placed by hand", ("placed_start", "placed_finish", "source")),
        Group("More", ("calendar", "elapsed", "active", "wbs_code")),
        Group(
            "Times of day",
            (
                "constraint_time",
                "deadline_time",
                "actual_start_time",
                "actual_finish_time",
                "placed_start_time",
                "placed_finish_time",
                "baseline_start_time",
                "baseline_finish_time",
            ),
        ),
    ),
    child_of=("tasks",),
    empty="The plan is empty. Type the first task, or import a plan from Microsoft Project.",
)
DEPENDENCIES = Register(
    key="dependencies",
    row=Dependency,
    title="Waits for",
    singular="link",
    child_of=("tasks",),
    name_field="kind",
    columns=("predecessor", "kind", "lag", "lag_kind", "lag_percent"),
)
