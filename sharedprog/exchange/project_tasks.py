"""Tasks of Microsoft Project XML, one record at a time."""

from __future__ import annotations

import re
from datetime import datetime

from sharedprog.exchange.project_plan import ConstraintCode, PlanBaseline, PlanTask
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_values import ProblemList, Reading, calendar_uid, named

CONSTRAINTS: tuple[ConstraintCode, ...] = ("asap", "alap", "mso", "mfo", "snet", "snlt", "fnet", "fnlt")
"""In the order of Project's codes 0 to 7; all but the first two need a date."""
ELAPSED_FORMATS = frozenset({4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52})
"""Duration formats that count every hour of the clock (em, eh, ed, ew, emo, e% and their estimates)."""
ESTIMATED_FORMATS = frozenset({*range(35, 45), 51, 52})
FIXED_DURATION = 1
BASELINES = 11
GUID_DIGITS = re.compile("[0-9a-f]{32}")


def task_reading(record: Record, problems: ProblemList) -> Reading:
    """The record with the words that name it: the number people saw, else the UID, and the name."""
    number = record.fields.get("ID") or record.fields.get("UID") or "without a number"
    return Reading(record, named("Task", number, record.fields.get("Name", "")), problems)


def read_task(reading: Reading) -> PlanTask | None:
    """The task as it states itself, its place in the outline still to be found; ``None`` without a UID."""
    uid = reading.whole("UID", lowest=0)
    if uid is None:
        if not reading.text("UID"):
            reading.problem("UID", "", "the number that Project gives each task")
        return None
    constraint, constraint_date = _constraint(reading)
    manual = reading.flag("Manual")
    duration_format = reading.whole("DurationFormat")
    return PlanTask(
        uid=uid,
        id=reading.whole("ID", lowest=0),
        name=reading.text("Name"),
        level=_level(reading),
        parent_uid=None,
        number=reading.text("OutlineNumber"),
        wbs=reading.text("WBS"),
        guid=guid(reading.text("GUID")),
        start=(reading.moment("ManualStart") if manual else None) or reading.moment("Start"),
        finish=(reading.moment("ManualFinish") if manual else None) or reading.moment("Finish"),
        duration=reading.minutes("Duration"),
        elapsed=duration_format in ELAPSED_FORMATS,
        fixed_duration=reading.whole("Type") == FIXED_DURATION,
        estimated=reading.flag("Estimated") or duration_format in ESTIMATED_FORMATS,
        percent_complete=reading.whole("PercentComplete", 0, 100),
        remaining=reading.minutes("RemainingDuration"),
        levelling_delay=round((reading.whole("LevelingDelay") or 0) / 10),
        milestone=reading.flag("Milestone"),
        summary=reading.flag("Summary"),
        manual=manual,
        active=reading.flag("Active", missing=True),
        constraint=constraint,
        constraint_date=constraint_date,
        deadline=reading.moment("Deadline"),
        actual_start=reading.moment("ActualStart"),
        actual_finish=reading.moment("ActualFinish"),
        baselines=_baselines(reading),
        notes=reading.text("Notes"),
        priority=_else(reading.whole("Priority", 0, 1000), 500),
        calendar_uid=calendar_uid(reading),
        ignores_people=reading.flag("IgnoreResourceCalendar"),
        external=reading.flag("ExternalTask"),
        subproject=reading.text("SubprojectName"),
        start_text=reading.text("StartText"),
        finish_text=reading.text("FinishText"),
        duration_text=reading.text("DurationText"),
        line=reading.record.line,
    )


def guid(text: str) -> str:
    """The hex digits of an identifier of Windows; empty where it is none."""
    digits = text.strip("{}").replace("-", "").lower()
    return digits if GUID_DIGITS.fullmatch(digits) else ""


def _level(reading: Reading) -> int:
    """The outline level as stated, else as the outline number shows it, else the first."""
    level = reading.whole("OutlineLevel", 0)
    if level is not None:
        return level
    number = reading.text("OutlineNumber")
    if not number or number == "0":
        return 0 if number else 1
    return number.count(".") + 1


def _constraint(reading: Reading) -> tuple[ConstraintCode, datetime | None]:
    code = _else(reading.whole("ConstraintType", 0, len(CONSTRAINTS) - 1), 0)
    constraint = CONSTRAINTS[code]
    if constraint in ("asap", "alap"):
        return constraint, None  # some programs leave a date of 1970 beside these
    day = reading.moment("ConstraintDate")
    if day is None and not reading.text("ConstraintDate"):
        reading.problem("ConstraintDate", "", "the date of the constraint")
    return constraint, day


def _baselines(reading: Reading) -> tuple[PlanBaseline, ...]:
    found = [_baseline(child, reading) for child in reading.record.children if child.name == "Baseline"]
    return tuple(baseline for baseline in found if baseline is not None)


def _baseline(record: Record, task: Reading) -> PlanBaseline | None:
    reading = Reading(record, task.where, task.problems)
    number = reading.whole("Number", 0, BASELINES - 1)
    start, finish, duration = reading.moment("Start"), reading.moment("Finish"), reading.minutes("Duration")
    if number is None or (start is None and finish is None and duration is None):
        return None
    return PlanBaseline(number=number, start=start, finish=finish, duration=duration)


def _else(value: int | None, missing: int) -> int:
    return missing if value is None else value
