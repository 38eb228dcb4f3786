"""Actions, from board to board until they are done."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Link, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Action(Row):
    """Something one person was asked to do by a day."""

    title: Annotated[str, Text(label="Action", width=36, required=True, help="What somebody is to do, in a line.")] = ""
    board: Annotated[
        str | None, Link(label="From board", width=12, to=("board_meetings",), help="The board that gave it.")
    ] = None
    item: Annotated[str, Text(label="Item", width=8, longest=20, help="Board, item and letter: 14/6a.")] = ""
    owner: Annotated[
        str | None, Link(label="Owner", to=("people",), help="Does it, and answers for it at the next board.")
    ] = None
    raised: Annotated[date | None, Day(label="Raised", help="The day it was given.")] = None
    due: Annotated[
        date | None, Day(label="Original due", help="The day that was first agreed; it stays when the day moves.")
    ] = None
    revised_due: Annotated[date | None, Day(label="Revised due", help="The day it has now, where that has moved.")] = (
        None
    )
    progress: Annotated[str, Prose(label="Progress", help="How it stands, for the next board to read.")] = ""
    status: Annotated[
        str | None,
        Choice(
            label="Status",
            width=10,
            options=options(open="Open", done="Done", dropped="Dropped"),
            help="Open until it is done or dropped.",
        ),
    ] = "open"
    closed_day: Annotated[date | None, Day(label="Closed", help="The day it was closed; empty while it is open.")] = (
        None
    )


ACTIONS = Register(
    key="actions",
    row=Action,
    title="Actions",
    singular="action",
    prefix="A",
    place="Control",
    columns=("ref", "item", "title", "owner", "due", "revised_due", "late", "status"),
    groups=(
        Group("The action", ("title", "owner", "board", "item")),
        Group("By when", ("raised", "due", "revised_due")),
        Group("Where it stands", ("progress", "status", "closed_day")),
    ),
    empty="No actions yet. Type what someone was asked to do.",
)
