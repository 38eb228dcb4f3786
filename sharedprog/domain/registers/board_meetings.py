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

    number: Annotated[
        int | None, Whole(label="Board", lowest=1, highest=999, help="Which board it is, counted from the first.")
    ] = None
    day: Annotated[date | None, Day(label="Date", help="The day it meets; papers are due so many days before.")] = None
    starts: Annotated[time | None, Clock(label="From", help="When it begins.")] = None
    ends: Annotated[time | None, Clock(label="To", help="When it is to end.")] = None
    place: Annotated[str, Text(label="Place", width=24, help="Where it meets, or the link.")] = ""
    chair: Annotated[str | None, Link(label="Chair", to=("people",), help="Who chairs it.")] = None
    quorum: Annotated[str, Text(label="Quorum", width=32, help="As a sentence.")] = ""
    notes: Annotated[
        str, Prose(label="Notes", help="What was said; printed under the decisions of the last board.")
    ] = ""
    rag_reason: Annotated[
        str,
        Prose(
            label="Why declared and calculated differ", help="Printed where the declared rating is not the one by rule."
        ),
    ] = ""
    held: Annotated[bool, Flag(label="Held", help="Set when the board is marked as held.")] = False
    saw: Annotated[
        str,
        Text(
            label="Change set the board saw",
            width=34,
            longest=64,
            help="Which change was the last that the board saw; set when it is marked as held.",
        ),
    ] = ""
    saw_as_at: Annotated[
        datetime | None,
        Moment(
            label="The board saw data as at",
            help="The moment whose figures the board saw; set when it is marked as held.",
        ),
    ] = None
    results: Annotated[
        str | None,
        File(label="Results the board saw", help="The figures the board saw; kept when it is marked as held."),
    ] = None


@dataclass(frozen=True, kw_only=True)
class AgendaItem(OrderedRow):
    """One numbered item of the agenda; ``section`` is the part of the pack printed for it, if any."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD, help="The board it is on the agenda of.")] = None
    title: Annotated[str, Text(label="Subject", width=32, required=True, help="What is talked about.")] = ""
    purpose: Annotated[
        str | None, Choice(label="Purpose", width=10, options=PURPOSES, help="What the board is to do with it.")
    ] = None
    presenter: Annotated[str | None, Link(label="Presenter", to=("people",), help="Who presents it.")] = None
    minutes: Annotated[
        int | None,
        Whole(label="Minutes", lowest=0, highest=480, help="How long it takes; the times of the agenda follow."),
    ] = None
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
            help="The part of the pack it is about.",
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class Attendance(OrderedRow):
    """A member or attendee of one board, and whether they were there."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD, help="The board that is attended.")] = None
    person: Annotated[
        str | None, Link(label="Person", width=28, to=("people",), required=True, help="Who is asked to come.")
    ] = None
    capacity: Annotated[
        str | None,
        Choice(
            label="As",
            options=options(member="Member", attending="In attendance"),
            help="Whether they decide, or only attend.",
        ),
    ] = "member"
    present: Annotated[
        str | None,
        Choice(
            label="Present",
            options=options(yes="Present", no="Apologies", substitute="Sent a substitute"),
            help="Whether they came.",
        ),
    ] = None
    substitute: Annotated[str | None, Link(label="Substitute", to=("people",), help="Who came in their place.")] = None


@dataclass(frozen=True, kw_only=True)
class Ask(OrderedRow):
    """Something the board is asked to do."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD, help="The board that is asked.")] = None
    title: Annotated[
        str,
        Text(
            label="The board is asked to",
            width=40,
            required=True,
            help="One thing the board is asked to do, beginning with a verb: agree, note, decide.",
        ),
    ] = ""


@dataclass(frozen=True, kw_only=True)
class Rating(OrderedRow):
    """Delivery confidence at one board: declared for the whole (no partner), or one partner's own."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD, help="The board the rating is for.")] = None
    partner: Annotated[str | None, Link(label="Partner", to=("partners",), help="Empty for the overall rating.")] = None
    rag: Annotated[
        str | None,
        Choice(label="Rating", width=12, options=RAG, help="The confidence in delivery that is declared to the board."),
    ] = None
    reason: Annotated[str, Prose(label="Reason", help="Why it is rated so.")] = ""


@dataclass(frozen=True, kw_only=True)
class FortnightLine(OrderedRow):
    """A line of the highlight report: done since the last board, or planned for the next fortnight."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD, help="The board whose report it is in.")] = None
    kind: Annotated[
        str | None,
        Choice(
            label="When",
            options=options(done="Done this fortnight", next="Next fortnight"),
            help="Done since the last board, or due by the next.",
        ),
    ] = None
    title: Annotated[str, Text(label="Line", width=40, required=True, help="One line of the highlight report.")] = ""


@dataclass(frozen=True, kw_only=True)
class Tolerance(OrderedRow):
    """How time, cost or benefits stand against tolerance, in a sentence."""

    parent: Annotated[str | None, Link(label="Board", to=BOARD, help="The board it is reported to.")] = None
    kind: Annotated[
        str | None,
        Choice(
            label="Of",
            width=10,
            options=options(time="Time", cost="Cost", benefits="Benefits"),
            help="What the tolerance is of.",
        ),
    ] = None
    title: Annotated[
        str, Text(label="How it stands", width=40, required=True, help="How it stands, in a sentence.")
    ] = ""
    state: Annotated[
        str | None,
        Choice(
            label="Tolerance",
            options=options(within="Within", at="At tolerance", beyond="Beyond"),
            help="Whether it is kept.",
        ),
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
