"""Poisons that could kill the partnership, and the antidote to each.

Only a published case study describes the tool; these fields are our own reading of it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Flag, Level, Link, Prose, Text, options
from sharedprog.domain.register import Group, OrderedRow, Register, Row


@dataclass(frozen=True, kw_only=True)
class Poison(Row):
    """Something that would kill the partnership, in the words of whoever named it."""

    title: Annotated[
        str,
        Text(label="Poison", width=34, required=True, help="What could kill the partnership, in people's own words."),
    ] = ""
    named_by: Annotated[
        str | None, Link(label="Named by", to=("partners",), help="Who named it; empty where it was named anonymously.")
    ] = None
    anonymous: Annotated[
        bool, Flag(label="Anonymous", help="Nobody's name is kept with it, in the history either.")
    ] = False
    session_day: Annotated[
        date | None, Day(label="Visioning session", help="The day of the session at which it was named.")
    ] = None
    symptoms: Annotated[str, Prose(label="How it would show", help="What one would see first if it began to work.")] = (
        ""
    )
    hurts: Annotated[str, Text(label="Whom it hurts", width=18, help="Who would suffer from it.")] = ""
    potency_then: Annotated[
        int | None, Level(label="Potency then", scale="potency", help="How strong it was when it was named.")
    ] = None
    potency: Annotated[int | None, Level(label="Potency now", scale="potency", help="How strong it is now.")] = None
    status: Annotated[
        str | None,
        Choice(
            label="Status",
            options=options(
                named="Named",
                agreed="Antidote agreed",
                administered="Administered",
                working="Working",
                neutralised="Neutralised",
                recurred="Recurred",
            ),
            help="From named to neutralised; one that recurs goes to the top of the list.",
        ),
    ] = "named"
    owner: Annotated[
        str | None, Link(label="Owner", to=("people",), help="Watches it; better from the other partner.")
    ] = None
    next_retest: Annotated[
        date | None, Day(label="Next re-test", help="The day somebody asks again whether it still works.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class Antidote(OrderedRow):
    """One dose against a poison, with the evidence that it works."""

    parent: Annotated[str | None, Link(label="Poison", to=("poisons",), help="The poison it works against.")] = None
    title: Annotated[
        str, Text(label="Antidote", width=32, required=True, help="What is agreed against the poison.")
    ] = ""
    owner: Annotated[
        str | None, Link(label="Owner", to=("people",), help="Gives it; better from the other partner.")
    ] = None
    due: Annotated[date | None, Day(label="Due", help="The day it is to be given by.")] = None
    progress: Annotated[
        str | None,
        Choice(
            label="Progress",
            options=options(planned="Planned", begun="Begun", administered="Administered"),
            help="How far it has got.",
        ),
    ] = "planned"
    evidence: Annotated[
        str,
        Prose(
            label="Evidence that it works",
            help="How one can tell that it works; without it the antidote shows under No evidence yet.",
        ),
    ] = ""


POISONS = Register(
    key="poisons",
    row=Poison,
    title="Poisons and antidotes",
    singular="poison",
    prefix="P",
    place="Control",
    columns=("ref", "title", "named", "potency_then", "potency", "doses", "status", "next_retest"),
    groups=(
        Group("The poison", ("title", "named_by", "anonymous", "session_day", "symptoms", "hurts")),
        Group("How strong", ("potency_then", "potency", "status", "next_retest", "owner")),
    ),
    empty="No poisons named yet. At the visioning session, ask what could kill the partnership.",
)
ANTIDOTES = Register(
    key="antidotes",
    row=Antidote,
    title="Antidotes",
    singular="antidote",
    child_of=("poisons",),
    ordered=True,
    columns=("title", "owner", "due", "progress", "evidence"),
)
