"""Notes: a dated line that someone adds to a risk, an issue, a poison, an action or a task."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Day, Link, Prose
from sharedprog.domain.register import Register, Row

NOTED = ("risks", "issues", "poisons", "actions", "tasks")


@dataclass(frozen=True, kw_only=True)
class Note(Row):
    """What someone wanted remembered, on a day."""

    parent: Annotated[str | None, Link(label="About", to=NOTED, help="What it is about.")] = None
    day: Annotated[date | None, Day(label="Day", help="The day it was written.")] = None
    who: Annotated[str | None, Link(label="Who", to=("people",), help="Who wrote it.")] = None
    text: Annotated[str, Prose(label="Note", required=True, help="What is to be remembered.")] = ""


NOTES = Register(
    key="notes",
    row=Note,
    title="Notes",
    singular="note",
    name_field="text",
    child_of=NOTED,
    columns=("day", "who", "text"),
)
