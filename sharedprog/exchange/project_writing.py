"""Plans as Microsoft Project XML, each element in its place in the schema, which Project insists upon.

Names and order from Microsoft's "Project XML Data Interchange Schema", with the elements that Project 2010 added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from sharedprog.exchange.project_elements import NAMESPACE
from sharedprog.exchange.project_plan import PlanCalendar, PlanException, PlanTask, PlanWeekday, ProjectPlan
from sharedprog.exchange.project_recurrence import rule_elements
from sharedprog.exchange.project_writing_tasks import PlanFigures, project_task, task_elements
from sharedprog.exchange.project_writing_values import Element, duration, element, group, moment, text
from sharedprog.exchange.replacing import Target, replace_file

VERSION = 14
"""The version of Project whose elements are written: 2010."""
DAY = 24 * 60
CHUNK = 1000
"""Elements of one list that are put together before they are written."""


def write_project(target: Target, plan: ProjectPlan, figures: Mapping[int, PlanFigures]) -> None:
    """Write a plan with what was worked out of it, by UID; raises ``Unwritable``."""

    def write(file: BinaryIO) -> None:
        file.write(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n')
        file.write(f'<Project xmlns="{NAMESPACE}">\n'.encode())
        file.writelines(part.encode() for part in _parts(plan, figures))
        file.write(b"</Project>\n")

    replace_file(target, write)


def _parts(plan: ProjectPlan, figures: Mapping[int, PlanFigures]) -> Iterator[str]:
    yield "".join(_settings(plan))
    yield group("Calendars", (_calendar(calendar) for calendar in plan.calendars))
    yield "<Tasks>\n"
    yield project_task(plan)
    links: dict[int, list[str]] = {}
    for link in plan.links:
        links.setdefault(link.successor_uid, []).append(_link(link.predecessor_uid, link.kind, link.lag, link.lag_unit))
    for task in plan.tasks:
        yield group("Task", task_elements(task, figures.get(task.uid), links.get(task.uid, ())))
    yield "</Tasks>\n"
    yield group("Resources", (_resource(each.uid, each.name, each.email) for each in plan.resources))
    by_uid = {task.uid: task for task in plan.tasks}
    assigned = enumerate(plan.assignments, start=1)
    yield group("Assignments", (_assignment(n, each.resource_uid, by_uid[each.task_uid]) for n, each in assigned))


def _settings(plan: ProjectPlan) -> Iterator[Element]:
    yield element("SaveVersion", VERSION)
    yield element("Title", text(plan.title, 512))
    yield element("Author", text(plan.author, 512))
    yield element("ScheduleFromStart", plan.scheduled_from_start)
    yield element("StartDate", moment(plan.start))
    yield element("FinishDate", moment(plan.finish))
    yield element("CriticalSlackLimit", plan.critical_days)
    yield element("CurrencyDigits", 2)
    yield element("CurrencySymbol", "£")
    yield element("CurrencyCode", "GBP")
    yield element("CurrencySymbolPosition", 0)
    yield element("CalendarUID", plan.calendar_uid)
    begins, ends = _usual_times(plan)
    yield element("DefaultStartTime", begins)
    yield element("DefaultFinishTime", ends)
    yield element("MinutesPerDay", plan.minutes_per_day)
    yield element("MinutesPerWeek", plan.minutes_per_week)
    yield element("DaysPerMonth", 20)
    yield element("DefaultTaskType", 1)
    yield element("DurationFormat", 7)
    yield element("WorkFormat", 2)
    yield element("HonorConstraints", value=True)
    yield element("MultipleCriticalPaths", value=False)
    yield element("NewTasksEffortDriven", value=False)
    yield element("SplitsInProgressTasks", value=True)
    yield element("WeekStartDay", 1)
    yield element("StatusDate", moment(plan.status_date))
    yield element("NewTasksAreManual", value=False)


def _usual_times(plan: ProjectPlan) -> tuple[str, str]:
    """When work begins and ends on the first day of the week that is worked."""
    calendar = next((each for each in plan.calendars if each.uid == plan.calendar_uid), None)
    days = sorted(calendar.weekdays, key=lambda day: day.weekday) if calendar is not None else []
    times = next((day.times for day in days if day.times), ((8 * 60, 17 * 60),))
    return _clock(times[0][0]), _clock(times[-1][1])


def _clock(minute: int) -> str:
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}:00"


def _calendar(calendar: PlanCalendar) -> str:
    return group(
        "Calendar",
        (
            element("UID", calendar.uid),
            element("Name", text(calendar.name, 512)),
            element("IsBaseCalendar", calendar.personal or calendar.base_uid is None),
            element("BaseCalendarUID", -1 if calendar.base_uid is None else calendar.base_uid),
            group("WeekDays", (_weekday(day) for day in _from_sunday(calendar.weekdays))),
            group("Exceptions", (_exception(each) for each in calendar.exceptions)) if calendar.exceptions else "",
            group(
                "WorkWeeks",
                (_week(each.name, _period(each.first, each.last), each.weekdays) for each in calendar.weeks),
            )
            if calendar.weeks
            else "",
        ),
    )


def _from_sunday(weekdays: Iterable[PlanWeekday]) -> list[PlanWeekday]:
    return sorted(weekdays, key=lambda day: (day.weekday + 1) % 7)


def _weekday(day: PlanWeekday) -> str:
    code = (day.weekday + 1) % 7 + 1
    return group("WeekDay", (element("DayType", code), element("DayWorking", bool(day.times)), _times(day.times)))


def _times(times: Iterable[tuple[int, int]]) -> str:
    spans = [
        group("WorkingTime", (element("FromTime", _clock(begin)), element("ToTime", _clock(end))))
        for begin, end in times
    ]
    return group("WorkingTimes", spans) if spans else ""


def _period(first: object, last: object) -> str:
    return group("TimePeriod", (element("FromDate", f"{first}T00:00:00"), element("ToDate", f"{last}T23:59:00")))


def _exception(exception: PlanException) -> str:
    days = (exception.last - exception.first).days + 1
    by_count = exception.occurrences is not None
    return group(
        "Exception",
        (
            element("EnteredByOccurrences", by_count),
            _period(exception.first, exception.last),
            element("Occurrences", exception.occurrences if by_count else days if exception.repeats is None else None),
            element("Name", text(exception.name, 512)),
            *(element(name, value) for name, value in rule_elements(exception)),
            element("DayWorking", bool(exception.times)),
            _times(exception.times),
        ),
    )


def _week(name: str, period: str, weekdays: Iterable[PlanWeekday]) -> str:
    days = group("WeekDays", (_weekday(day) for day in _from_sunday(weekdays)))
    return group("WorkWeek", (period, element("Name", text(name, 512)), days))


def _link(predecessor: int, kind: str, lag: int, unit: str) -> str:
    is_percent = unit in ("percent", "elapsed percent")
    formats = {"working": 7, "elapsed": 8, "percent": 19, "elapsed percent": 20}
    return group(
        "PredecessorLink",
        (
            element("PredecessorUID", predecessor),
            element("Type", ("FF", "FS", "SF", "SS").index(kind)),
            element("CrossProject", value=False),
            element("LinkLag", lag if is_percent else lag * 10),
            element("LagFormat", formats[unit]),
        ),
    )


def _resource(uid: int, name: str, email: str) -> str:
    return group(
        "Resource",
        (
            element("UID", uid),
            element("ID", uid),
            element("Name", text(name, 512)),
            element("Type", 1),
            element("IsNull", value=False),
            element("EmailAddress", text(email, 512)),
            element("MaxUnits", "1.00"),
        ),
    )


def _assignment(uid: int, resource: int, task: PlanTask) -> str:
    """Someone who owns a task, at work on it all the time; Project needs to be told how long that is."""
    whole = max(0, task.duration or 0)
    left = whole if task.remaining is None else min(whole, max(0, task.remaining))
    return group(
        "Assignment",
        (
            element("UID", uid),
            element("TaskUID", task.uid),
            element("ResourceUID", resource),
            element("ActualWork", duration(whole - left)),
            element("RegularWork", duration(whole)),
            element("RemainingWork", duration(left)),
            element("Units", "1.00"),
            element("Work", duration(whole)),
        ),
    )
