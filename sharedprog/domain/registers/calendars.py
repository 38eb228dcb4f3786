"""Working times: the hours of each weekday, dated exceptions to them, and weeks worked otherwise.

Hours are written as people write them: ``08:00-12:00, 13:00-17:00``, or ``closed`` when nobody works. In a calendar
that is based on another, and in a week worked otherwise, an empty day is as in what it differs from.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sharedprog.domain.fields import Choice, Day, Flag, Link, Text, Whole, options
from sharedprog.domain.register import Group, Register, Row
from sharedprog.domain.words import MONTHS

CALENDAR = ("calendars",)
HOURS = "Such as 08:00-12:00, 13:00-17:00; closed when nobody works."
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""Fields with the hours of a weekday, Monday first."""


@dataclass(frozen=True, kw_only=True)
class Calendar(Row):
    """When work is done: by the programme, a partner, or a task. ``source`` is its UID in an imported plan."""

    title: Annotated[
        str, Text(label="Working times", width=28, required=True, help="What people call them, such as Nights.")
    ] = ""
    base: Annotated[
        str | None,
        Link(
            label="Based on",
            to=CALENDAR,
            help="Other working times that these differ from; days left empty are as in those.",
        ),
    ] = None
    division: Annotated[
        str | None,
        Choice(
            label="Bank holidays of",
            width=20,
            options=options(
                england="England and Wales",
                scotland="Scotland",
                northern_ireland="Northern Ireland",
                none="Nowhere: worked as any day",
            ),
            help="Empty for those of what it is based on, or of the programme.",
        ),
    ] = None
    personal: Annotated[
        bool,
        Flag(label="One person's", help="How far tasks can slip is counted in the working times it is based on."),
    ] = False
    monday: Annotated[str, Text(label="Monday", width=24, help=HOURS)] = ""
    tuesday: Annotated[str, Text(label="Tuesday", width=24, help=HOURS)] = ""
    wednesday: Annotated[str, Text(label="Wednesday", width=24, help=HOURS)] = ""
    thursday: Annotated[str, Text(label="Thursday", width=24, help=HOURS)] = ""
    friday: Annotated[str, Text(label="Friday", width=24, help=HOURS)] = ""
    saturday: Annotated[str, Text(label="Saturday", width=24, help=HOURS)] = ""
    sunday: Annotated[str, Text(label="Sunday", width=24, help=HOURS)] = ""
    source: Annotated[
        int | None, Whole(label="UID in the source", highest=2**31 - 1, help="Where imported working times came from.")
    ] = None


@dataclass(frozen=True, kw_only=True)
class CalendarException(Row):
    """Days that are not as their weekday says, once or again and again; ``hours`` empty when nobody works."""

    parent: Annotated[
        str | None, Link(label="Working times", to=CALENDAR, help="The working times it is an exception to.")
    ] = None
    title: Annotated[
        str, Text(label="Exception", width=24, required=True, help="Why these days differ, such as Office closed.")
    ] = ""
    first: Annotated[date | None, Day(label="First day", required=True, help="The first day that differs.")] = None
    last: Annotated[date | None, Day(label="Last day", help="The last day that differs; empty for one day.")] = None
    hours: Annotated[str, Text(label="Hours", width=24, help=HOURS)] = "closed"
    repeats: Annotated[
        str | None,
        Choice(
            label="Repeats",
            width=18,
            options=options(
                daily="Every so many days",
                weekly="On weekdays",
                monthly_day="On a day of the month",
                monthly_weekday="On a weekday of the month",
                yearly_day="On a day of the year",
                yearly_weekday="On a weekday of a month",
            ),
            help="Empty for every day from the first to the last.",
        ),
    ] = None
    every: Annotated[int | None, Whole(label="Every", lowest=1, highest=999, help="Days, weeks or months between.")] = 1
    times: Annotated[
        int | None,
        Whole(
            label="How often", lowest=1, highest=9999, help="After so many times it ends; empty to go by the last day."
        ),
    ] = None
    weekdays: Annotated[str, Text(label="Weekdays", width=18, longest=60, help="Such as Mon, Wed.")] = ""
    month_day: Annotated[
        int | None,
        Whole(
            label="Day of the month",
            lowest=1,
            highest=31,
            help="From 1 to 31, where it comes back on a day of the month.",
        ),
    ] = None
    position: Annotated[
        str | None,
        Choice(
            label="Which",
            width=10,
            options=options(first="First", second="Second", third="Third", fourth="Fourth", last="Last"),
            help="The first, second or last such weekday of the month.",
        ),
    ] = None
    month: Annotated[
        str | None,
        Choice(
            label="Month",
            width=8,
            options=options(**{name.lower(): name for name in MONTHS}),
            help="The month it comes back in, where it comes back yearly.",
        ),
    ] = None


@dataclass(frozen=True, kw_only=True)
class WorkWeek(Row):
    """Weeks worked otherwise from one day to another; an empty day is as the calendar has it."""

    parent: Annotated[
        str | None, Link(label="Working times", to=CALENDAR, help="The working times that differ in these weeks.")
    ] = None
    title: Annotated[
        str, Text(label="Weeks", width=20, required=True, help="Why these weeks differ, such as Cut-over.")
    ] = ""
    first: Annotated[date | None, Day(label="First day", required=True, help="The first day of these weeks.")] = None
    last: Annotated[date | None, Day(label="Last day", required=True, help="The last day of these weeks.")] = None
    monday: Annotated[str, Text(label="Monday", width=24, help=HOURS)] = ""
    tuesday: Annotated[str, Text(label="Tuesday", width=24, help=HOURS)] = ""
    wednesday: Annotated[str, Text(label="Wednesday", width=24, help=HOURS)] = ""
    thursday: Annotated[str, Text(label="Thursday", width=24, help=HOURS)] = ""
    friday: Annotated[str, Text(label="Friday", width=24, help=HOURS)] = ""
    saturday: Annotated[str, Text(label="Saturday", width=24, help=HOURS)] = ""
    sunday: Annotated[str, Text(label="Sunday", width=24, help=HOURS)] = ""


CALENDARS = Register(
    key="calendars",
    row=Calendar,
    title="Working times",
    singular="set of working times",
    prefix="C",
    place="Partnership",
    columns=("title", "base", "division", "monday", "friday"),
    groups=(
        Group("Working times", ("title", "base", "division", "personal")),
        Group("Hours", WEEK),
        Group("Where it came from", ("source",)),
    ),
    empty="The plan works Monday to Friday, 8:00 to 12:00 and 13:00 to 17:00. Add other working times here.",
)
CALENDAR_EXCEPTIONS = Register(
    key="calendar_exceptions",
    row=CalendarException,
    title="Exceptions",
    singular="exception",
    child_of=CALENDAR,
    columns=("title", "first", "last", "hours", "repeats"),
)
WORK_WEEKS = Register(
    key="work_weeks",
    row=WorkWeek,
    title="Weeks worked otherwise",
    singular="run of weeks",
    child_of=CALENDAR,
    columns=("title", "first", "last", "monday", "friday"),
)
