"""The programme itself: one row of settings that every page leans on."""

from dataclasses import dataclass
from datetime import date, time
from typing import Annotated

from sharedprog.domain.fields import Choice, Clock, Day, Duration, Link, Prose, Text, Whole, options
from sharedprog.domain.register import Group, Register, Row


@dataclass(frozen=True, kw_only=True)
class ProgrammeRow(Row):
    """What the programme is called, what it is for, and the rules it goes by."""

    title: Annotated[
        str,
        Text(
            label="Programme",
            width=32,
            required=True,
            help="What the programme is called, in the window and on every pack.",
        ),
    ] = ""
    purpose: Annotated[str, Prose(label="Purpose", help="Why the partners do this together, in a sentence or two.")] = (
        ""
    )
    vision: Annotated[str, Prose(label="Vision", help="What it is like when it has worked.")] = ""
    values: Annotated[
        str, Prose(label="Values", help="What the partners have promised one another about how they work.")
    ] = ""
    start: Annotated[date | None, Day(label="Start", help="The day the programme begins.")] = None
    day_one: Annotated[date | None, Day(label="Day 1", help="The day the shared service goes live.")] = None
    body: Annotated[str, Text(label="Name of the board", help="As printed at the head of each page.")] = (
        "Programme Board"
    )
    cadence: Annotated[
        int | None,
        Whole(
            label="Days between boards",
            lowest=1,
            highest=365,
            unit="days",
            help="The next board is proposed so many days after the last.",
        ),
    ] = 14
    papers: Annotated[
        int | None,
        Whole(
            label="Papers issued before a board",
            lowest=0,
            highest=30,
            unit="working days",
            help="How many days before a board its papers go out.",
        ),
    ] = 3
    quorum: Annotated[str, Text(label="Quorum", width=32, help="As a sentence; new boards start with it.")] = ""
    marking: Annotated[
        str | None,
        Choice(
            label="Protective marking",
            options=options(official="OFFICIAL", sensitive="OFFICIAL-SENSITIVE"),
            help="Printed at the head of every page.",
        ),
    ] = "official"
    division: Annotated[
        str | None,
        Choice(
            label="Bank holidays of",
            options=options(england="England and Wales", scotland="Scotland", northern_ireland="Northern Ireland"),
            help="The nation whose bank holidays nobody works.",
        ),
    ] = "england"
    calendar: Annotated[
        str | None,
        Link(label="Working times", to=("calendars",), help="Empty for Monday to Friday, 8 to 12 and 13 to 17."),
    ] = None
    start_time: Annotated[time | None, Clock(label="Starts at", help="Empty for when work begins that day.")] = None
    schedule_from: Annotated[
        str | None,
        Choice(
            label="Plan worked out from",
            options=options(start="Its start", finish="Its finish"),
            help="From its finish, each task comes as late as it can.",
        ),
    ] = "start"
    finish: Annotated[date | None, Day(label="Finish", help="Where the plan is worked out from its finish.")] = None
    finish_time: Annotated[time | None, Clock(label="Finishes at", help="Empty for when work ends that day.")] = None
    status_day: Annotated[
        date | None, Day(label="Progress known to", help="Work that is left is planned after this day.")
    ] = None
    critical_float: Annotated[
        int | None, Duration(label="Critical at a float of", help="Tasks with this float or less are critical.")
    ] = 0
    day_minutes: Annotated[
        int | None,
        Whole(label="Minutes in a working day", lowest=60, highest=1440, unit="min", help="What 1d means."),
    ] = 480
    baseline: Annotated[
        str | None,
        Link(label="Baseline in force", to=("baselines",), help="The approved dates that slips are measured against."),
    ] = None
    matrix: Annotated[
        str | None,
        Link(
            label="Scoring matrix",
            to=("matrices",),
            help="How new risks are scored; those scored before keep the matrix they have.",
        ),
    ] = None
    tolerance: Annotated[
        int | None,
        Whole(
            label="Score the board sees",
            lowest=1,
            highest=25,
            help="Risks at this score or more go to the board.",
        ),
    ] = 15
    contact: Annotated[
        str, Text(label="Contact for papers", width=32, help="Whom to ask about the papers; printed on the cover.")
    ] = ""


PROGRAMME = Register(
    key="programme",
    row=ProgrammeRow,
    title="Programme",
    singular="programme",
    place="Partnership",
    single=True,
    columns=("title", "start", "day_one", "marking"),
    groups=(
        Group("What it is for", ("title", "purpose", "vision", "values")),
        Group("When", ("start", "day_one", "division")),
        Group(
            "How the plan is worked out",
            (
                "calendar",
                "status_day",
                "baseline",
                "critical_float",
                "schedule_from",
                "finish",
                "start_time",
                "finish_time",
                "day_minutes",
            ),
        ),
        Group("The board", ("body", "cadence", "papers", "quorum", "contact", "marking")),
        Group("Scoring", ("matrix", "tolerance")),
    ),
    empty="The programme has no settings yet. Give it a name.",
)
