"""Decisions the board is asked for or has taken, and each partner's ratification of them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Link, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Decision(Row):
    """One decision: what is recommended, why, and what was resolved."""

    title: Annotated[str, Text(label="Decision", width=34, required=True)] = ""
    board: Annotated[str | None, Link(label="Board", width=12, to=("board_meetings",))] = None
    item: Annotated[str, Text(label="Item", width=8, longest=20)] = ""
    owner: Annotated[str | None, Link(label="Owner", to=("people",))] = None
    status: Annotated[
        str | None,
        Choice(
            label="Status",
            options=options(
                required="Required",
                taken="Taken",
                deferred="Deferred",
                refused="Refused",
                withdrawn="Withdrawn",
            ),
        ),
    ] = "required"
    recommendation: Annotated[str, Prose(label="Recommendation")] = ""
    options_considered: Annotated[str, Prose(label="Options considered")] = ""
    reason: Annotated[str, Prose(label="Reason")] = ""
    consequence: Annotated[str, Prose(label="If it is not decided")] = ""
    finance: Annotated[str, Prose(label="Finance implications")] = ""
    legal: Annotated[str, Prose(label="Legal implications")] = ""
    people: Annotated[str, Prose(label="People implications")] = ""
    equalities: Annotated[str, Prose(label="Equalities implications")] = ""
    data_protection: Annotated[str, Prose(label="Data protection implications")] = ""
    ict: Annotated[str, Prose(label="ICT implications")] = ""
    needed_by: Annotated[date | None, Day(label="Needed by")] = None
    resolved: Annotated[str, Prose(label="As resolved")] = ""
    decided: Annotated[date | None, Day(label="Decided")] = None
    dissent: Annotated[str, Text(label="Votes and dissent", width=20)] = ""
    authority: Annotated[str, Text(label="Authority relied on", width=24)] = ""
    ratify_by: Annotated[date | None, Day(label="Ratify by")] = None
    effective: Annotated[date | None, Day(label="Effective")] = None
    review: Annotated[date | None, Day(label="Review")] = None


@dataclass(frozen=True, kw_only=True)
class Ratification(Row):
    """What one partner's own body does with the decision."""

    parent: Annotated[str | None, Link(label="Decision", to=("decisions",))] = None
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), required=True)] = None
    body: Annotated[str, Text(label="Body", width=20)] = ""
    notice: Annotated[date | None, Day(label="Notice by", help="28 clear days before, where it is a key decision.")] = (
        None
    )
    day: Annotated[date | None, Day(label="Meets")] = None
    outcome: Annotated[
        str | None,
        Choice(
            label="Outcome",
            options=options(awaited="Awaited", ratified="Ratified", noted="Noted", refused="Refused"),
        ),
    ] = "awaited"


DECISIONS = Register(
    key="decisions",
    row=Decision,
    title="Decisions",
    singular="decision",
    prefix="D",
    place="Control",
    columns=("ref", "title", "board", "owner", "status", "ratified", "needed_by"),
    groups=(
        Group("What is asked", ("title", "recommendation", "owner", "board", "item", "needed_by")),
        Group("Why", ("reason", "options_considered", "consequence")),
        Group("What it means", ("finance", "legal", "people", "equalities", "data_protection", "ict")),
        Group("What was decided", ("status", "resolved", "decided", "dissent", "authority")),
        Group("After it", ("ratify_by", "effective", "review")),
    ),
    empty="No decisions yet. Type what the board will be asked to decide.",
)
RATIFICATIONS = Register(
    key="ratifications",
    row=Ratification,
    title="Ratification",
    singular="ratification",
    name_field="body",
    child_of=("decisions",),
    columns=("partner", "body", "notice", "day", "outcome"),
)
