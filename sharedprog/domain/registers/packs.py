"""Packs that were made: for which board, from which data, with what hash."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sharedprog.domain.fields import Choice, File, Link, Moment, Text, Whole, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Pack(Row):
    """One pack as printed; ``results`` are what it showed, ``sections`` the codes of its parts in order."""

    board: Annotated[
        str | None, Link(label="Board", width=16, to=("board_meetings",), help="The board it was made for.")
    ] = None
    version: Annotated[
        str,
        Text(
            label="Version",
            width=8,
            longest=20,
            required=True,
            help="1.0 for the first final pack of a board, then 1.1.",
        ),
    ] = ""
    state: Annotated[
        str | None,
        Choice(
            label="State",
            width=9,
            options=options(draft="Draft", final="Final"),
            help="Draft or final; only final packs are kept.",
        ),
    ] = None
    made: Annotated[datetime | None, Moment(label="Made", help="When it was made.")] = None
    data_as_at: Annotated[datetime | None, Moment(label="Data as at", help="The moment whose figures it shows.")] = None
    saw: Annotated[
        str, Text(label="Change set seen", width=34, longest=64, help="Which change was the last that it shows.")
    ] = ""
    pages: Annotated[int | None, Whole(label="Pages", help="How many pages it has.")] = None
    pdf_hash: Annotated[
        str,
        Text(
            label="SHA-256 of the PDF",
            width=66,
            longest=64,
            help="The fingerprint of the file, by which it can be told from any other.",
        ),
    ] = ""
    results: Annotated[str | None, File(label="Results as printed", help="The figures as they were printed.")] = None
    sections: Annotated[str, Text(label="Sections", width=40, longest=1000, help="Which parts it has, in order.")] = ""
    change_note: Annotated[
        str,
        Text(
            label="What changed since the version before",
            width=32,
            help="What is different from the version before, for those who have read that.",
        ),
    ] = ""
    gantt_paper: Annotated[
        str | None,
        Choice(
            label="Gantt chart on",
            width=9,
            options=options(A3="A3", A4="A4"),
            help="The size of paper its plan is printed on.",
        ),
    ] = None


PACKS = Register(
    key="packs",
    row=Pack,
    title="Packs",
    singular="pack",
    prefix="K",
    place="Board",
    name_field="version",
    columns=("ref", "board", "version", "state", "made", "data_as_at", "pages"),
    groups=(
        Group("Pack", ("board", "version", "state", "change_note", "sections", "gantt_paper")),
        Group("What it shows", ("made", "data_as_at", "pages", "saw", "pdf_hash")),
    ),
    empty="No packs yet. Choose “Make the pack” at the top of the window.",
)
