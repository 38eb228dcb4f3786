"""Risks: what may happen and would hurt the programme, how bad, and what we do about it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Flag, Level, Link, Prose, Text, options
from sharedprog.domain.register import Group, OrderedRow, Register, Row

# Annex 4 of the Orange Book (HM Treasury), and the partnership itself.
CATEGORIES = options(
    strategy="Strategy",
    governance="Governance",
    operations="Operations",
    legal="Legal",
    property="Property",
    financial="Financial",
    commercial="Commercial",
    people="People",
    technology="Technology",
    information="Information",
    security="Security",
    delivery="Project or programme",
    reputational="Reputational",
    partnership="Partnership",
)


@dataclass(frozen=True, kw_only=True)
class Risk(Row):
    """Something that may happen and would hurt the programme."""

    title: Annotated[
        str, Text(label="Risk", width=34, required=True, help="The risk in a line, as the board will read it.")
    ] = ""
    cause: Annotated[str, Prose(label="Cause", help="What is true now that could lead to it.")] = ""
    event: Annotated[str, Prose(label="Event", help="What might happen.")] = ""
    effect: Annotated[str, Prose(label="Effect", help="What it would do to the programme.")] = ""
    category: Annotated[
        str | None,
        Choice(label="Category", options=CATEGORIES, help="What it would hurt first; the list is the Orange Book's."),
    ] = None
    workstream: Annotated[
        str | None, Link(label="Workstream", to=("workstreams",), help="The part of the programme it threatens.")
    ] = None
    owner: Annotated[str | None, Link(label="Owner", to=("people",), help="Answers for the risk.")] = None
    actionee: Annotated[str | None, Link(label="Actionee", to=("people",), help="Carries the response out.")] = None
    matrix: Annotated[
        str | None,
        Link(
            label="Scored with",
            to=("matrices",),
            help="The matrix it was scored with; it keeps it if the programme adopts another.",
        ),
    ] = None
    inherent_likelihood: Annotated[int | None, Level(label="Inherent likelihood", help="With no controls.")] = None
    inherent_impact: Annotated[
        int | None, Level(label="Inherent impact", scale="impact", help="How bad with no controls.")
    ] = None
    likelihood: Annotated[int | None, Level(label="Current likelihood", help="With today's controls.")] = None
    impact: Annotated[
        int | None, Level(label="Current impact", scale="impact", help="How bad with today's controls.")
    ] = None
    target_likelihood: Annotated[
        int | None, Level(label="Target likelihood", help="How likely once the response has worked.")
    ] = None
    target_impact: Annotated[
        int | None, Level(label="Target impact", scale="impact", help="How bad once the response has worked.")
    ] = None
    target_day: Annotated[date | None, Day(label="Target by", help="When the target score is to be reached.")] = None
    proximity: Annotated[
        str | None,
        Choice(
            label="Proximity",
            width=18,
            options=options(
                imminent="Imminent",
                quarter="Within 3 months",
                programme="Within the programme",
                beyond="Beyond the programme",
            ),
            help="How soon it could happen.",
        ),
    ] = None
    response: Annotated[
        str | None,
        Choice(
            label="Response",
            options=options(
                avoid="Avoid",
                reduce="Reduce",
                transfer="Transfer",
                share="Share",
                accept="Accept",
                contingent="Prepare contingent plan",
            ),
            help="What kind of answer it gets.",
        ),
    ] = None
    response_text: Annotated[
        str, Prose(label="What we do about it", help="What is done to make it less likely or less bad.")
    ] = ""
    raised: Annotated[date | None, Day(label="Raised", help="The day somebody first named it.")] = None
    next_review: Annotated[
        date | None,
        Day(label="Next review", help="The day somebody looks at it again; once past, it shows under Review due."),
    ] = None
    status: Annotated[
        str | None,
        Choice(
            label="Status",
            options=options(
                identified="Identified",
                assessed="Assessed",
                planned="Response planned",
                monitoring="Monitoring",
                occurred="Occurred",
                closed="Closed",
            ),
            help="How far it has got; closed risks leave the pack.",
        ),
    ] = "identified"
    closed_day: Annotated[date | None, Day(label="Closed", help="The day it was closed; empty while it is open.")] = (
        None
    )
    closing_reason: Annotated[str, Prose(label="Why it was closed", help="Why nobody needs to watch it any more.")] = ""
    escalated: Annotated[bool, Flag(label="Escalated", help="Goes before the board whatever its score.")] = False


@dataclass(frozen=True, kw_only=True)
class RiskPartner(Row):
    """A partner that the risk touches, and that partner's own score."""

    parent: Annotated[str | None, Link(label="Risk", to=("risks",), help="The risk that touches the partner.")] = None
    partner: Annotated[
        str | None, Link(label="Partner", to=("partners",), required=True, help="A partner that the risk touches.")
    ] = None
    likelihood: Annotated[
        int | None, Level(label="Its likelihood", help="How likely it is for this partner, where that differs.")
    ] = None
    impact: Annotated[
        int | None,
        Level(label="Its impact", scale="impact", help="How bad it is for this partner, where that differs."),
    ] = None


@dataclass(frozen=True, kw_only=True)
class ResponseAction(OrderedRow):
    """One thing done about a risk."""

    parent: Annotated[str | None, Link(label="Risk", to=("risks",), help="The risk it is done about.")] = None
    title: Annotated[
        str, Text(label="Response action", width=32, required=True, help="One thing that is done about the risk.")
    ] = ""
    owner: Annotated[str | None, Link(label="Owner", to=("people",), help="Does it.")] = None
    due: Annotated[date | None, Day(label="Due", help="The day it is to be done by.")] = None
    done: Annotated[date | None, Day(label="Done", help="The day it was done; empty until it is.")] = None


@dataclass(frozen=True, kw_only=True)
class Review(Row):
    """A dated look at a risk, also one that changed nothing."""

    parent: Annotated[str | None, Link(label="Risk", to=("risks",), help="The risk that was looked at.")] = None
    day: Annotated[date | None, Day(label="Reviewed", required=True, help="The day somebody looked at the risk.")] = (
        None
    )
    reviewer: Annotated[str | None, Link(label="By", to=("people",), help="Who looked at it.")] = None
    outcome: Annotated[
        str | None,
        Choice(
            label="Outcome",
            options=options(
                no_change="No change",
                worse="Scored higher",
                better="Scored lower",
                response="Response changed",
                closed="Closed",
            ),
            help="What came of it; that nothing changed is an outcome too.",
        ),
    ] = "no_change"
    note: Annotated[str, Prose(label="Note", help="What was said.")] = ""


RISKS = Register(
    key="risks",
    row=Risk,
    title="Risks",
    singular="risk",
    prefix="R",
    place="Control",
    columns=("ref", "title", "partners", "owner", "score", "travel", "target", "next_review"),
    groups=(
        Group("What might happen", ("title", "cause", "event", "effect", "category", "workstream")),
        Group(
            "How bad",
            (
                "inherent_likelihood",
                "inherent_impact",
                "likelihood",
                "impact",
                "target_likelihood",
                "target_impact",
                "target_day",
                "proximity",
                "matrix",
            ),
        ),
        Group("What we do about it", ("response", "response_text", "owner", "actionee")),
        Group(
            "Where it stands",
            ("status", "raised", "next_review", "escalated", "closed_day", "closing_reason"),
        ),
    ),
    empty="No risks yet. Type one in a line; finish it later.",
)
RISK_PARTNERS = Register(
    key="risk_partners",
    row=RiskPartner,
    title="Partners affected",
    singular="partner affected",
    name_field="partner",
    child_of=("risks",),
    columns=("partner", "likelihood", "impact"),
)
RESPONSE_ACTIONS = Register(
    key="response_actions",
    row=ResponseAction,
    title="Response actions",
    singular="response action",
    child_of=("risks",),
    ordered=True,
    columns=("title", "owner", "due", "done"),
)
REVIEWS = Register(
    key="reviews",
    row=Review,
    title="Reviews",
    singular="review",
    name_field="note",
    child_of=("risks",),
    columns=("day", "reviewer", "outcome", "note"),
)
