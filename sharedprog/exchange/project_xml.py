"""Plans from Microsoft Project XML (MSPDI), as Project 2003 to 2021 and programs like it write them."""

from __future__ import annotations

from pathlib import Path

from sharedprog.exchange.project_calendars import MOST_DAYS, days_in, read_calendar
from sharedprog.exchange.project_links import read_links, sound_links
from sharedprog.exchange.project_outline import outlined, project_row
from sharedprog.exchange.project_plan import (
    PlanCalendar,
    PlanLink,
    PlanResource,
    PlanTask,
    ProjectPlan,
    Unread,
)
from sharedprog.exchange.project_records import LARGEST_PLAN, Record, read_records
from sharedprog.exchange.project_resources import (
    StatedAssignment,
    read_assignment,
    read_resource,
    sound_assignments,
)
from sharedprog.exchange.project_tasks import read_task, task_reading
from sharedprog.exchange.project_values import ProblemList, Reading, calendar_uid
from sharedprog.exchange.source import Contents, contents, file_bytes
from sharedprog.exchange.trouble import AS_PLAN, Unreadable

MOST_TASKS = 50_000
MOST_LINKS = 100_000


def read_project(path: Path) -> ProjectPlan:
    """The plan, its problems and what was left; raises ``Unreadable`` when the file is no such plan."""
    data = file_bytes(path, LARGEST_PLAN)
    kind = contents(data)
    if kind is not Contents.XML:
        raise Unreadable(path, f"it is {kind.value}, not a plan in XML; {AS_PLAN}")
    return project_in(path, data)


def project_in(path: Path, data: bytes) -> ProjectPlan:
    """The same of XML that is at hand; ``path`` is the file that a person knows it by."""
    intake = Intake(path)
    unread = read_records(path, data, intake.take)
    return intake.plan(unread)


class Intake:
    """Gathers the records of one file as they end, and makes the plan of them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems = ProblemList()
        self.project: Record | None = None
        self.tasks: dict[int, PlanTask] = {}
        self.links: list[PlanLink] = []
        self.resources: dict[int, PlanResource] = {}
        self.assignments: list[StatedAssignment] = []
        self.calendars: dict[int, PlanCalendar] = {}
        self.room = MOST_DAYS

    def take(self, record: Record) -> None:
        """Read one finished record; the project's own comes last."""
        match record.name:
            case "Task":
                self._take_task(task_reading(record, self.problems))
            case "Resource":
                self._take_resource(record)
            case "Assignment":
                assignment = read_assignment(record, self.problems)
                if assignment is not None:
                    self.assignments.append(assignment)
            case "Calendar":
                self._take_calendar(record)
            case _:
                self.project = record

    def _take_task(self, reading: Reading) -> None:
        if reading.flag("IsNull") and not reading.text("Name"):
            return  # a blank row of the plan
        task = read_task(reading)
        if task is None:
            return
        earlier = self.tasks.setdefault(task.uid, task)
        if earlier is not task:  # links could not tell the two apart
            _twin(reading, earlier.line)
            return
        self.links.extend(read_links(reading, task.uid))
        if len(self.tasks) > MOST_TASKS or len(self.links) > MOST_LINKS:
            reason = f"it holds more than {MOST_TASKS:,} tasks or {MOST_LINKS:,} links"
            raise Unreadable(self.path, f"{reason}; split the plan in Project first.")

    def _take_resource(self, record: Record) -> None:
        resource = read_resource(record, self.problems)
        if resource is None:
            return
        earlier = self.resources.setdefault(resource.uid, resource)
        if earlier is not resource:
            _twin(Reading(record, f"Resource {resource.uid}", self.problems), earlier.line)

    def _take_calendar(self, record: Record) -> None:
        calendar = read_calendar(record, self.problems, self.room)
        if calendar is None:
            return
        self.room -= days_in(calendar.exceptions)
        earlier = self.calendars.setdefault(calendar.uid, calendar)
        if earlier is not calendar:
            _twin(Reading(record, f"Calendar {calendar.uid}", self.problems), earlier.line)

    def plan(self, unread: tuple[Unread, ...]) -> ProjectPlan:
        """All of it put together and checked against one another."""
        project = Reading(self.project or Record("Project", "Project", 1, {}), "The project", self.problems)
        stated = tuple(self.tasks.values())
        whole = project_row(stated)
        tasks = outlined([task for task in stated if task is not whole], self.problems)
        assignments = sound_assignments(self.assignments, stated, self.resources.values(), self.problems)
        names = (project.text("Title"), whole.name if whole else "", project.text("Name"))
        return ProjectPlan(
            title=next((name for name in names if name), ""),
            author=project.text("Author"),
            notes=whole.notes if whole else "",
            start=project.moment("StartDate"),
            finish=project.moment("FinishDate"),
            status_date=project.moment("StatusDate"),
            calendar_uid=calendar_uid(project),
            minutes_per_day=project.whole("MinutesPerDay", 1, 24 * 60) or 8 * 60,
            minutes_per_week=project.whole("MinutesPerWeek", 1, 7 * 24 * 60) or 40 * 60,
            critical_days=max(0, project.whole("CriticalSlackLimit", -100_000, 100_000) or 0),
            scheduled_from_start=project.flag("ScheduleFromStart", missing=True),
            tasks=tasks,
            links=sound_links(self.links, tasks, self.problems),
            resources=tuple(resource for resource in self.resources.values() if resource.name),
            assignments=assignments,
            calendars=tuple(self.calendars.values()),
            problems=self.problems.all(),
            unread=unread,
        )


def _twin(reading: Reading, line: int) -> None:
    expected = f"a number of its own, for line {line} has it too; this one is left out"
    reading.problem("UID", reading.text("UID"), expected)
