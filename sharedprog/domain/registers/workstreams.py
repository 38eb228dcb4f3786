"""Workstreams: the parts of the programme that someone leads and rates."""

from dataclasses import dataclass
from typing import Annotated

from sharedprog.domain.fields import RAG, Choice, Link, Prose, Text
from sharedprog.domain.register import Group, OrderedRow, Register


@dataclass(frozen=True, kw_only=True)
class Workstream(OrderedRow):
    """A part of the programme with its lead's own rating."""

    title: Annotated[str, Text(label="Workstream", width=28, required=True)] = ""
    lead: Annotated[str | None, Link(label="Lead", to=("people",))] = None
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), help="Empty when both.")] = None
    rag: Annotated[str | None, Choice(label="Declared rating", width=12, options=RAG)] = None
    rag_reason: Annotated[str, Prose(label="Reason for the rating")] = ""
    path_to_green: Annotated[str, Prose(label="Path to green")] = ""


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
