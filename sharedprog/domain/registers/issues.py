"""Issues: what has happened, was not planned, and needs someone to act or decide."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Link, Money, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Issue(Row):
    """A problem or concern, a change request, or an off-specification."""

    title: Annotated[
        str, Text(label="Issue", width=34, required=True, help="The issue in a line, as the board will read it.")
    ] = ""
    kind: Annotated[
        str | None,
        Choice(
            label="Type",
            width=18,
            options=options(
                problem="Problem or concern", change="Change request", off_specification="Off-specification"
            ),
            help="A problem or concern, a change that is asked for, or something off specification.",
        ),
    ] = "problem"
    severity: Annotated[
        str | None,
        Choice(
            label="Severity",
            width=18,
            help="Who must decide.",
            options=options(
                manager="Programme manager",
                authority="Change authority",
                board="Programme board",
                corporate="The partners' own bodies",
            ),
        ),
    ] = None
    priority: Annotated[
        str | None,
        Choice(
            label="Priority",
            width=10,
            options=options(high="High", medium="Medium", low="Low"),
            help="How soon it must be settled.",
        ),
    ] = None
    description: Annotated[str, Prose(label="Description", help="What has happened, and since when.")] = ""
    impact: Annotated[str, Prose(label="Impact", help="What it does to the programme.")] = ""
    impact_time: Annotated[str, Text(label="Impact on time", width=20, help="What it costs in time, in words.")] = ""
    impact_cost: Annotated[int | None, Money(label="Impact on cost", help="What it costs in money.")] = None
    impact_benefits: Annotated[
        str, Text(label="Impact on benefits", width=20, help="What it costs in benefits, in words.")
    ] = ""
    workstream: Annotated[
        str | None, Link(label="Workstream", to=("workstreams",), help="The part of the programme it holds up.")
    ] = None
    owner: Annotated[str | None, Link(label="Owner", to=("people",), help="Sees to it that it is settled.")] = None
    raised: Annotated[
        date | None, Day(label="Raised", help="The day somebody first named it; its age is counted from then.")
    ] = None
    raised_by: Annotated[str | None, Link(label="Raised by", to=("people",), help="Who named it.")] = None
    due: Annotated[date | None, Day(label="Due", help="The day it is to be settled by.")] = None
    resolution: Annotated[str, Prose(label="Resolution", help="How it was settled, or is to be.")] = ""
    status: Annotated[
        str | None,
        Choice(
            label="Status",
            options=options(
                captured="Captured",
                examined="Examined",
                proposed="Option proposed",
                decided="Decided",
                closed="Closed",
            ),
            help="How far it has got; closed issues leave the pack.",
        ),
    ] = "captured"
    closed_day: Annotated[date | None, Day(label="Closed", help="The day it was closed; empty while it is open.")] = (
        None
    )


ISSUES = Register(
    key="issues",
    row=Issue,
    title="Issues",
    singular="issue",
    prefix="I",
    place="Control",
    columns=("ref", "title", "severity", "priority", "owner", "age", "due"),
    groups=(
        Group("What has happened", ("title", "kind", "description", "from_risk", "workstream")),
        Group("What it does", ("impact", "impact_time", "impact_cost", "impact_benefits")),
        Group("Who decides, by when", ("severity", "priority", "owner", "raised", "raised_by", "due")),
        Group("How it ends", ("status", "resolution", "closed_day")),
    ),
    empty="No issues yet. An issue has happened and needs someone to act.",
)
