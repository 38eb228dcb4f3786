"""Workstreams: the parts of the programme that someone leads and rates."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import RAG, Choice, Link, Prose, Text
from sharedprog.domain.register import Group, OrderedRow, Register


@dataclass(frozen=True, kw_only=True)
class Workstream(OrderedRow):
    """A part of the programme with its lead's own rating."""

    title: Annotated[
        str, Text(label="Workstream", width=28, required=True, help="A part of the programme that one person leads.")
    ] = ""
    lead: Annotated[str | None, Link(label="Lead", to=("people",), help="Leads the workstream and rates it.")] = None
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), help="Empty when both.")] = None
    rag: Annotated[
        str | None,
        Choice(
            label="Declared rating",
            width=12,
            options=RAG,
            help="How the lead sees it; the rule's own rating stands beside it.",
        ),
    ] = None
    rag_reason: Annotated[
        str,
        Prose(label="Reason for the rating", help="Why the lead rates it so; printed where it differs from the rule."),
    ] = ""
    path_to_green: Annotated[
        str, Prose(label="Path to green", help="What will bring it back, by whom and by when.")
    ] = ""


WORKSTREAMS = Register(
    key="workstreams",
    row=Workstream,
    title="Workstreams",
    singular="workstream",
    prefix="W",
    place="Deliver",
    ordered=True,
    columns=("ref", "title", "lead", "partner", "rag", "calculated", "path_to_green"),
    groups=(
        Group("Workstream", ("title", "lead", "partner")),
        Group("How it stands", ("rag", "rag_reason", "path_to_green")),
    ),
    empty="Workstreams are the parts of the programme that someone leads. Add the first.",
)
