"""Decisions the board is asked for or has taken, and each partner's ratification of them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Link, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Decision(Row):
    """One decision: what is recommended, why, and what was resolved."""

    title: Annotated[
        str, Text(label="Decision", width=34, required=True, help="What the board is to decide, or has decided.")
    ] = ""
    board: Annotated[
        str | None, Link(label="Board", width=12, to=("board_meetings",), help="The board it comes to.")
    ] = None
    item: Annotated[str, Text(label="Item", width=8, longest=20, help="Board, item and letter: 14/6a.")] = ""
    owner: Annotated[str | None, Link(label="Owner", to=("people",), help="Brings it to the board.")] = None
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
            help="Those that are required appear in the pack under Decisions required.",
        ),
    ] = "required"
    recommendation: Annotated[str, Prose(label="Recommendation", help="What the board is advised to decide.")] = ""
    options_considered: Annotated[
        str, Prose(label="Options considered", help="What else was looked at, and why it was not chosen.")
    ] = ""
    reason: Annotated[str, Prose(label="Reason", help="Why this is recommended.")] = ""
    consequence: Annotated[
        str, Prose(label="If it is not decided", help="What happens if the board does not decide.")
    ] = ""
    finance: Annotated[str, Prose(label="Finance implications", help="What it means for money.")] = ""
    legal: Annotated[str, Prose(label="Legal implications", help="What it means in law.")] = ""
    people: Annotated[str, Prose(label="People implications", help="What it means for staff.")] = ""
    equalities: Annotated[
        str, Prose(label="Equalities implications", help="What it means for people with protected characteristics.")
    ] = ""
    data_protection: Annotated[
        str, Prose(label="Data protection implications", help="What it means for people's data.")
    ] = ""
    ict: Annotated[str, Prose(label="ICT implications", help="What it means for systems.")] = ""
    needed_by: Annotated[date | None, Day(label="Needed by", help="The day by which it must be decided.")] = None
    resolved: Annotated[str, Prose(label="As resolved", help="What was decided, in the words of the minutes.")] = ""
    decided: Annotated[date | None, Day(label="Decided", help="The day it was decided.")] = None
    dissent: Annotated[
        str,
        Text(
            label="Votes and dissent",
            width=20,
            help="How the votes fell, and who asked for their dissent to be recorded.",
        ),
    ] = ""
    authority: Annotated[
        str, Text(label="Authority relied on", width=24, help="The power or delegation that it rests on.")
    ] = ""
    ratify_by: Annotated[date | None, Day(label="Ratify by", help="The day by which the partners must ratify it.")] = (
        None
    )
    effective: Annotated[date | None, Day(label="Effective", help="The day from which it holds.")] = None
    review: Annotated[date | None, Day(label="Review", help="The day it is looked at again.")] = None


@dataclass(frozen=True, kw_only=True)
class Ratification(Row):
    """What one partner's own body does with the decision."""

    parent: Annotated[
        str | None, Link(label="Decision", to=("decisions",), help="The decision that is to be ratified.")
    ] = None
    partner: Annotated[
        str | None, Link(label="Partner", to=("partners",), required=True, help="The partner that must ratify it.")
    ] = None
    body: Annotated[str, Text(label="Body", width=20, help="The meeting that ratifies it, such as Cabinet.")] = ""
    notice: Annotated[date | None, Day(label="Notice by", help="28 clear days before, where it is a key decision.")] = (
        None
    )
    day: Annotated[date | None, Day(label="Meets", help="The day that meeting is held.")] = None
    outcome: Annotated[
        str | None,
        Choice(
            label="Outcome",
            options=options(awaited="Awaited", ratified="Ratified", noted="Noted", refused="Refused"),
            help="What it said.",
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
