"""Board meetings, and everything that belongs to one: agenda, members, asks, ratings, lines, tolerances."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated

from sharedprog.domain.fields import (
    RAG,
    Choice,
    Clock,
    Day,
    File,
    Flag,
    Link,
    Moment,
    Prose,
    Text,
    Whole,
    options,
)
from sharedprog.domain.register import Group, OrderedRow, Register, Row

PURPOSES = options(decide="Decide", discuss="Discuss", note="Note")
BOARD = ("board_meetings",)


@dataclass(frozen=True, kw_only=True)
class BoardMeeting(Row):
    """One meeting of the board. What it saw is fixed when it is marked held."""

    number: Annotated[int | None, Whole(label="Board", lowest=1, highest=999)] = None
    day: Annotated[date | None, Day(label="Date")] = None
    starts: Annotated[time | None, Clock(label="From")] = None
    ends: Annotated[time | None, Clock(label="To")] = None
    place: Annotated[str, Text(label="Place", width=24)] = ""
    chair: Annotated[str | None, Link(label="Chair", to=("people",))] = None
    quorum: Annotated[str, Text(label="Quorum", width=32, help="As a sentence.")] = ""
    notes: Annotated[str, Prose(label="Notes")] = ""
    rag_reason: Annotated[str, Prose(label="Why declared and calculated differ")] = ""
    held: Annotated[bool, Flag(label="Held")] = False
    saw: Annotated[str, Text(label="Change set the board saw", width=34, longest=64)] = ""
    saw_as_at: Annotated[datetime | None, Moment(label="The board saw data as at")] = None
    results: Annotated[str | None, File(label="Results the board saw")] = None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(OrderedRow):
    """One numbered item of the agenda; ``section`` is the part of the pack printed for it, if any."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD)] = None
    title: Annotated[str, Text(label="Subject", width=32, required=True)] = ""
    purpose: Annotated[str | None, Choice(label="Purpose", width=10, options=PURPOSES)] = None
    presenter: Annotated[str | None, Link(label="Presenter", to=("people",))] = None
    minutes: Annotated[int | None, Whole(label="Minutes", lowest=0, highest=480)] = None
    section: Annotated[
        str | None,
        Choice(
            label="Section of the pack",
            width=20,
            options=options(
                actions="Action log",
                since="Since the last board",
                highlight="Highlight report",
                plan="Plan on a page",
                risks="Risks",
                issues="Issues",
                poisons="Poisons and antidotes",
                decisions="Decisions required",
                forward="Forward plan",
                blank="Room to write",
            ),
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Attendance(OrderedRow):
    """A member or attendee of one board, and whether they were there."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD)] = None
    person: Annotated[str | None, Link(label="Person", width=28, to=("people",), required=True)] = None
    capacity: Annotated[
        str | None,
        Choice(label="As", options=options(member="Member", attending="In attendance")),
    ] = "member"
    present: Annotated[
        str | None,
        Choice(label="Present", options=options(yes="Present", no="Apologies", substitute="Sent a substitute")),
    ] = None
    substitute: Annotated[str | None, Link(label="Substitute", to=("people",))] = None


@dataclass(frozen=True, kw_only=True)
class Ask(OrderedRow):
    """Something the board is asked to do."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD)] = None
    title: Annotated[str, Text(label="The board is asked to", width=40, required=True)] = ""


@dataclass(frozen=True, kw_only=True)
class Rating(OrderedRow):
    """Delivery confidence at one board: declared for the whole (no partner), or one partner's own."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD)] = None
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), help="Empty for the overall rating.")] = None
    rag: Annotated[str | None, Choice(label="Rating", width=12, options=RAG)] = None
    reason: Annotated[str, Prose(label="Reason")] = ""


@dataclass(frozen=True, kw_only=True)
class FortnightLine(OrderedRow):
    """A line of the highlight report: done since the last board, or planned for the next fortnight."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD)] = None
    kind: Annotated[
        str | None, Choice(label="When", options=options(done="Done this fortnight", next="Next fortnight"))
    ] = None
    title: Annotated[str, Text(label="Line", width=40, required=True)] = ""


@dataclass(frozen=True, kw_only=True)
class Tolerance(OrderedRow):
    """How time, cost or benefits stand against tolerance, in a sentence."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD)] = None
    kind: Annotated[
        str | None,
        Choice(label="Of", width=10, options=options(time="Time", cost="Cost", benefits="Benefits")),
    ] = None
    title: Annotated[str, Text(label="How it stands", width=40, required=True)] = ""
    state: Annotated[
        str | None,
        Choice(label="Tolerance", options=options(within="Within", at="At tolerance", beyond="Beyond")),
    ] = None


BOARD_MEETINGS = Register(
    key="board_meetings",
    row=BoardMeeting,
    title="Board meetings",
    singular="board",
    prefix="B",
    place="Board",
    name_field="place",
    columns=("number", "day", "starts", "ends", "place", "chair", "held"),
    groups=(
        Group("When and where", ("number", "day", "starts", "ends", "place", "chair", "quorum")),
        Group("What was said", ("notes", "rag_reason")),
        Group("What the board saw", ("held", "saw_as_at", "saw")),
    ),
    empty="No boards yet. Propose the next dates, or add one.",
)


AGENDA_ITEMS = Register(
    key="agenda_items",
    row=AgendaItem,
    title="Agenda",
    singular="agenda item",
    child_of=BOARD,
    ordered=True,
    columns=("title", "purpose", "presenter", "minutes", "section"),
)
ATTENDANCES = Register(
    key="attendances",
    row=Attendance,
    title="Members and attendees",
    singular="member",
    name_field="capacity",
    child_of=BOARD,
    ordered=True,
    columns=("person", "capacity", "present", "substitute"),
)
ASKS = Register(
    key="asks",
    row=Ask,
    title="The board is asked to",
    singular="ask",
    child_of=BOARD,
    ordered=True,
    columns=("title",),
)
RATINGS = Register(
    key="ratings",
    row=Rating,
    title="Delivery confidence",
    singular="rating",
    name_field="reason",
    child_of=BOARD,
    ordered=True,
    columns=("partner", "rag", "reason"),
)
FORTNIGHT_LINES = Register(
    key="fortnight_lines",
    row=FortnightLine,
    title="Done and next",
    singular="line",
    child_of=BOARD,
    ordered=True,
    columns=("kind", "title"),
)
TOLERANCES = Register(
    key="tolerances",
    row=Tolerance,
    title="Tolerances",
    singular="tolerance",
    child_of=BOARD,
    ordered=True,
    columns=("kind", "title", "state"),
)
