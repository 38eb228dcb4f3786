"""Packs that were made: for which board, from which data, with what hash."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from sharedprog.domain.fields import Choice, File, Link, Moment, Text, Whole, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Pack(Row):
    """One pack as printed; ``results`` are what it showed, ``sections`` the codes of its parts in order."""

    board: Annotated[str | None, Link(label="Board", width=16, to=("board_meetings",))] = None
    version: Annotated[str, Text(label="Version", width=8, longest=20, required=True)] = ""
    state: Annotated[str | None, Choice(label="State", width=9, options=options(draft="Draft", final="Final"))] = None
    made: Annotated[datetime | None, Moment(label="Made")] = None
    data_as_at: Annotated[datetime | None, Moment(label="Data as at")] = None
    saw: Annotated[str, Text(label="Change set seen", width=34, longest=64)] = ""
    pages: Annotated[int | None, Whole(label="Pages")] = None
    pdf_hash: Annotated[str, Text(label="SHA-256 of the PDF", width=66, longest=64)] = ""
    results: Annotated[str | None, File(label="Results as printed")] = None
    sections: Annotated[str, Text(label="Sections", width=40, longest=1000)] = ""
    change_note: Annotated[str, Text(label="What changed since the version before", width=32)] = ""
    gantt_paper: Annotated[
        str | None,
        Choice(label="Gantt chart on", width=9, options=options(A3="A3", A4="A4")),
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
