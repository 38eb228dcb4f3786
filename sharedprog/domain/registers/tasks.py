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

    parent: Annotated[
        str | None,
        Link(
            label="Part of", to=("tasks",), help="The summary task it stands beneath; empty at the top of the outline."
        ),
    ] = None
    title: Annotated[
        str,
        Text(label="Task", width=36, required=True, help="What is to be done, in a few words that begin with a verb."),
    ] = ""
    milestone: Annotated[bool, Flag(label="Milestone", help="A moment that takes no time, such as an approval.")] = (
        False
    )
    owner: Annotated[str | None, Link(label="Owner", to=("people",), help="Sees to it that it is done.")] = None
    workstream: Annotated[
        str | None, Link(label="Workstream", to=("workstreams",), help="The part of the programme it counts towards.")
    ] = None
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
    estimated: Annotated[
        bool, Flag(label="Days are an estimate", help="Shown with a question mark until somebody is sure.")
    ] = False
    optimistic: Annotated[
        int | None, Duration(label="Days at best", help="If all goes well; with days at worst, for the forecast.")
    ] = None
    pessimistic: Annotated[
        int | None, Duration(label="Days at worst", help="If much goes wrong; with days at best, for the forecast.")
    ] = None
    calendar: Annotated[
        str | None,
        Link(label="Working times", to=("calendars",), help="Empty for those of its partner, or of the programme."),
    ] = None
    constraint: Annotated[
        str | None,
        Choice(
            label="Constraint",
            width=22,
            options=CONSTRAINTS,
            help="A rule that holds its dates, besides what it waits for.",
        ),
    ] = "asap"
    constraint_day: Annotated[
        date | None, Day(label="Constraint date", help="The day that the constraint speaks of.")
    ] = None
    constraint_time: Annotated[
        time | None, Clock(label="Constraint time", help="Empty for when work begins or ends that day.")
    ] = None
    placed_start: Annotated[
        date | None, Day(label="Placed start", help="Where it starts when its dates are placed by hand.")
    ] = None
    placed_start_time: Annotated[
        time | None, Clock(label="Placed start time", help="Empty for when work begins that day.")
    ] = None
    placed_finish: Annotated[
        date | None, Day(label="Placed finish", help="Where it finishes when its dates are placed by hand.")
    ] = None
    placed_finish_time: Annotated[
        time | None, Clock(label="Placed finish time", help="Empty for when work ends that day.")
    ] = None
    percent_complete: Annotated[int | None, Percent(label="Done", help="How much of it is done.")] = 0
    remaining: Annotated[
        int | None, Duration(label="Days left", help="Empty to go by the days and how much is done.")
    ] = None
    actual_start: Annotated[
        date | None, Day(label="Started", help="The day work on it really began; empty until it has.")
    ] = None
    actual_start_time: Annotated[
        time | None, Clock(label="Started at", help="Empty for when work begins that day.")
    ] = None
    actual_finish: Annotated[
        date | None, Day(label="Finished", help="The day it was really done; empty until it is.")
    ] = None
    actual_finish_time: Annotated[
        time | None, Clock(label="Finished at", help="Empty for when work ends that day.")
    ] = None
    deadline: Annotated[
        date | None,
        Day(label="Deadline", help="A day it should be done by; it moves nothing, but says when it cannot be kept."),
    ] = None
    deadline_time: Annotated[time | None, Clock(label="Deadline time", help="Empty for when work ends that day.")] = (
        None
    )
    baseline_start: Annotated[date | None, Day(label="Baseline start", help="The start that was approved.")] = None
    baseline_start_time: Annotated[
        time | None, Clock(label="Baseline start time", help="Empty for when work begins that day.")
    ] = None
    baseline_finish: Annotated[
        date | None, Day(label="Baseline finish", help="The finish that was approved; slip is counted from it.")
    ] = None
    baseline_finish_time: Annotated[
        time | None, Clock(label="Baseline finish time", help="Empty for when work ends that day.")
    ] = None
    baseline_duration: Annotated[
        int | None, Duration(label="Baseline days", help="The working days that were approved.")
    ] = None
    wbs_code: Annotated[
        str, Text(label="WBS code", width=12, longest=255, help="A number of its own, where it is not the outline's.")
    ] = ""
    description: Annotated[str, Prose(label="Description", help="What it takes and when it counts as done.")] = ""
    source: Annotated[
        int | None, Whole(label="UID in the source", highest=2**31 - 1, help="Where an imported task came from.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Dependency(Row):
    """The parent task waits for the predecessor; ``lag`` is in minutes of working time, or on the clock if elapsed."""

    parent: Annotated[str | None, Link(label="Task", to=("tasks",), help="The task that waits.")] = None
    predecessor: Annotated[
        str | None,
        Link(label="Waits for", width=28, to=("tasks",), required=True, help="The task that must come first."),
    ] = None
    kind: Annotated[
        str | None,
        Choice(
            label="Link",
            width=16,
            options=options(FS="Finish to start", SS="Start to start", FF="Finish to finish", SF="Start to finish"),
            help="Which end of the one holds which end of the other.",
        ),
    ] = "FS"
    lag: Annotated[int | None, Duration(label="Lag", help="Negative for a lead.")] = 0
    lag_kind: Annotated[
        str | None,
        Choice(
            label="Lag counted in",
            options=options(working="Working time", elapsed="Elapsed time", percent="Per cent of the predecessor"),
            help="Whether the wait is counted in working time, on the clock, or as part of the task before.",
        ),
    ] = "working"
    lag_percent: Annotated[
        int | None,
        Whole(
            label="Lag in per cent",
            lowest=-1000,
            highest=1000,
            unit="%",
            help="The wait as a part of the task before; used where the lag is counted in per cent.",
        ),
    ] = None


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
    empty="The plan is empty. Type the first task, or bring in a plan from Excel or Microsoft Project.",
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
