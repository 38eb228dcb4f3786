"""Actions, from board to board until they are done."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Link, Prose, Text, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class Action(Row):
    """Something one person was asked to do by a day."""

    title: Annotated[str, Text(label="Action", width=36, required=True)] = ""
    board: Annotated[str | None, Link(label="From board", width=12, to=("board_meetings",))] = None
    item: Annotated[str, Text(label="Item", width=8, longest=20, help="Board, item and letter: 14/6a.")] = ""
    owner: Annotated[str | None, Link(label="Owner", to=("people",))] = None
    raised: Annotated[date | None, Day(label="Raised")] = None
    due: Annotated[date | None, Day(label="Original due")] = None
    revised_due: Annotated[date | None, Day(label="Revised due")] = None
    progress: Annotated[str, Prose(label="Progress")] = ""
    status: Annotated[
        str | None,
        Choice(label="Status", width=10, options=options(open="Open", done="Done", dropped="Dropped")),
    ] = "open"
    closed_day: Annotated[date | None, Day(label="Closed")] = None


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
