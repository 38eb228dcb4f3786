"""Tasks of a GanttProject file and the links between them, one element at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sharedprog.exchange.gantt_calendar import BEGIN, DAY_MINUTES, Calendar
from sharedprog.exchange.gantt_elements import text_of
from sharedprog.exchange.project_plan import LinkKind, PlanBaseline, PlanLink, PlanTask
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_tasks import guid
from sharedprog.exchange.project_values import YEARS, ProblemList, Reading, named

MOST_DAYS = 36_500
KINDS: dict[int, LinkKind] = {1: "SS", 2: "FS", 3: "FF", 4: "SF"}
PRIORITIES = {0: 250, 1: 500, 2: 750, 3: 100, 4: 900}
"""Low, normal, high, lowest, highest, as numbers up to 1000."""
NO_EARLIER = 1


@dataclass(frozen=True)
class Stated:
    """A task's element with its place: its level and its number in the outline, and its row."""

    record: Record
    level: int
    number: str
    row: int


def rows_of(tasks: Record) -> Iterator[Stated]:
    """The tasks in the order in which they stand, each before those beneath it."""
    row = 0
    ahead = [(child, 1, str(place)) for place, child in enumerate(tasks.named("task"), 1)][::-1]
    while ahead:
        record, level, number = ahead.pop()
        row += 1
        yield Stated(record, level, number, row)
        below = enumerate(record.named("task"), 1)
        ahead.extend([(child, level + 1, f"{number}.{place}") for place, child in below][::-1])


def reading_of(record: Record, problems: ProblemList) -> Reading:
    """The element with the words that name it."""
    fields = record.fields
    return Reading(record, named("Task", fields.get("id") or "without a number", fields.get("name", "")), problems)


def uid_of(reading: Reading, name: str = "id") -> int | None:
    """The number of a thing; a problem where it has none."""
    if not reading.text(name):
        reading.problem(name, "", "the number that GanttProject gives it")
    return reading.whole(name, 0)


def read_task(
    stated: Stated, calendar: Calendar, baselines: tuple[PlanBaseline, ...], *, moments: bool
) -> PlanTask | None:
    """The task; ``None`` without a number, a problem. With ``moments`` a milestone takes no time."""
    reading = reading_of(stated.record, calendar.problems)
    uid = uid_of(reading)
    if uid is None:
        return None
    milestone = reading.flag("meeting")
    days = 0 if milestone and moments else reading.whole("duration", 0, MOST_DAYS)
    start, finish = span(reading, calendar, days)
    done = reading.whole("complete", 0, 100) or 0
    earliest = day_of(reading, "thirdDate") if reading.whole("thirdDate-constraint") == NO_EARLIER else None
    minutes = None if days is None else days * DAY_MINUTES
    return PlanTask(
        uid=uid,
        id=stated.row,
        name=reading.text("name").strip(),
        level=stated.level,
        parent_uid=None,
        number=stated.number,
        wbs=stated.number,
        guid=guid(reading.text("uid")),
        start=start,
        finish=finish,
        duration=minutes,
        elapsed=False,
        fixed_duration=True,
        estimated=False,
        percent_complete=done,
        remaining=None if minutes is None else round(minutes * (100 - done) / 100),
        levelling_delay=0,
        milestone=milestone,
        summary=bool(stated.record.named("task")),
        manual=False,
        active=True,
        constraint="asap" if earliest is None else "snet",
        constraint_date=None if earliest is None else datetime.combine(earliest, BEGIN),
        deadline=None,
        actual_start=start if done else None,
        actual_finish=finish if done == 100 else None,
        baselines=baselines,
        notes="\n".join(text_of(note) for note in stated.record.named("notes")),
        priority=PRIORITIES.get(reading.whole("priority", 0, 4) or 1, 500),
        calendar_uid=None,
        external=False,
        subproject="",
        start_text="",
        finish_text="",
        duration_text="",
        line=stated.record.line,
    )


def read_links(reading: Reading, uid: int) -> Iterator[tuple[PlanLink, bool]]:
    """Links to the tasks that wait for this one, and whether each holds its task to the very day."""
    for record in reading.record.named("depend"):
        link = Reading(record, reading.where, reading.problems)
        successor = uid_of(link)
        kind = KINDS[link.whole("type", 1, 4) or 2]
        lag = (link.whole("difference", -MOST_DAYS, MOST_DAYS) or 0) * DAY_MINUTES
        if successor is not None:
            made = PlanLink(
                predecessor_uid=uid, successor_uid=successor, kind=kind, lag=lag, lag_unit="working", line=record.line
            )
            yield made, link.text("hardness") != "Rubber"


def span(reading: Reading, calendar: Calendar, days: int | None) -> tuple[datetime | None, datetime | None]:
    """When a task starts and when it is finished after so many days of work."""
    start = day_of(reading, "start")
    if start is None:
        return None, None
    finish = None if days is None else calendar.finish(start, days)
    if finish is None and days is not None:
        reading.problem("duration", str(days), f"days of work that end before {YEARS[-1] + 1}")
    return datetime.combine(start, BEGIN), finish


def day_of(reading: Reading, name: str) -> date | None:
    """A day in the years that plans may have."""
    text = reading.text(name)
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        reading.problem(name, text, "a day such as 2026-12-03, from 1900 to 2199")
        return None
    return day
