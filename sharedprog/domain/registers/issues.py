"""Issues: what has happened, was not planned, and needs someone to act or decide."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Link, Money, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Issue(Row):
    """A problem or concern, a change request, or an off-specification."""

    title: Annotated[str, Text(label="Issue", width=34, required=True)] = ""
    kind: Annotated[
        str | None,
        Choice(
            label="Type",
            width=18,
            options=options(
                problem="Problem or concern", change="Change request", off_specification="Off-specification"
            ),
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
        Choice(label="Priority", width=10, options=options(high="High", medium="Medium", low="Low")),
    ] = None
    description: Annotated[str, Prose(label="Description")] = ""
    impact: Annotated[str, Prose(label="Impact")] = ""
    impact_time: Annotated[str, Text(label="Impact on time", width=20)] = ""
    impact_cost: Annotated[int | None, Money(label="Impact on cost")] = None
    impact_benefits: Annotated[str, Text(label="Impact on benefits", width=20)] = ""
    workstream: Annotated[str | None, Link(label="Workstream", to=("workstreams",))] = None
    owner: Annotated[str | None, Link(label="Owner", to=("people",))] = None
    raised: Annotated[date | None, Day(label="Raised")] = None
    raised_by: Annotated[str | None, Link(label="Raised by", to=("people",))] = None
    due: Annotated[date | None, Day(label="Due")] = None
    resolution: Annotated[str, Prose(label="Resolution")] = ""
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
        ),
    ] = "captured"
    closed_day: Annotated[date | None, Day(label="Closed")] = None


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
