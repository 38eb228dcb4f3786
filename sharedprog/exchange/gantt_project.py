"""Plans from GanttProject files (.gan), versions 2 and 3, as the plan that Microsoft Project XML gives as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sharedprog.exchange.gantt_calendar import DAY_MINUTES, UID, Calendar
from sharedprog.exchange.gantt_elements import AGAIN, read_elements, text_of, within
from sharedprog.exchange.gantt_tasks import MOST_DAYS, read_links, read_task, reading_of, rows_of, span, uid_of
from sharedprog.exchange.project_links import sound_links
from sharedprog.exchange.project_outline import outlined
from sharedprog.exchange.project_plan import PlanBaseline, PlanLink, PlanResource, PlanTask, ProjectPlan, Unread
from sharedprog.exchange.project_records import Record
from sharedprog.exchange.project_resources import StatedAssignment, sound_assignments
from sharedprog.exchange.project_tasks import BASELINES
from sharedprog.exchange.project_values import ProblemList, Reading
from sharedprog.exchange.project_xml import MOST_LINKS, MOST_TASKS
from sharedprog.exchange.trouble import Unreadable

LEFT = (("vacations", "vacation"), ("resources", "resource", "rate"))
"""What is left in the file: the ways to it."""


def read_gantt_project(path: Path) -> ProjectPlan:
    """The plan, its problems and what was left; raises ``Unreadable`` when the file is no such plan."""
    root = read_elements(path)
    intake = Intake(path, root)
    return intake.plan()


class Intake:
    """Gathers the parts of one file, and makes the plan of them."""

    def __init__(self, path: Path, root: Record) -> None:
        self.path = path
        self.root = root
        self.problems = ProblemList()
        self.calendar = Calendar(root, self.problems)
        self.tasks: dict[int, PlanTask] = {}
        self.links: list[PlanLink] = []
        self.held: set[int] = set()

    def plan(self) -> ProjectPlan:
        """All of it put together and checked against one another."""
        self._take_tasks()
        tasks = outlined([self._as_placed(task) for task in self.tasks.values()], self.problems)
        resources = {each.uid: each for each in self._resources()}
        assignments = sound_assignments(self._assignments(), tasks, resources.values(), self.problems)
        start = min((task.start for task in tasks if task.start), default=None)
        finish = max((task.finish for task in tasks if task.finish), default=start)
        calendars = () if start is None or finish is None else (self.calendar.stated(start.date(), finish.date()),)
        return ProjectPlan(
            title=self.root.fields.get("name", ""),
            author="",
            notes="\n".join(text_of(each) for each in self.root.named("description")),
            start=start,
            finish=finish,
            status_date=None,
            calendar_uid=UID if calendars else None,
            minutes_per_day=DAY_MINUTES,
            minutes_per_week=DAY_MINUTES * sum(self.calendar.week),
            critical_days=0,
            scheduled_from_start=True,
            tasks=tasks,
            links=sound_links(self.links, tasks, self.problems, "depend"),
            resources=tuple(resources.values()),
            assignments=assignments,
            calendars=calendars,
            problems=self.problems.all(),
            unread=tuple(
                Unread(place="/".join(way), count=count, telling=count)
                for way in LEFT
                if (count := len(within(self.root, *way)))
            ),
        )

    def _take_tasks(self) -> None:
        baselines = self._baselines()
        stated: list[tuple[PlanLink, bool]] = []
        for block in self.root.named("tasks"):
            moments = block.fields.get("empty-milestones") == "true"
            for each in rows_of(block):
                task = read_task(each, self.calendar, (), moments=moments)
                if task is None:
                    continue
                reading = reading_of(each.record, self.problems)
                if task.uid in self.tasks:
                    line = self.tasks[task.uid].line
                    expected = f"a number of its own, for line {line} has it too; this one is left out"
                    reading.problem("id", str(task.uid), expected)
                    continue
                self.tasks[task.uid] = replace(task, baselines=tuple(baselines.get(task.uid, ())))
                stated.extend(read_links(reading, task.uid))
                if len(self.tasks) > MOST_TASKS or len(stated) > MOST_LINKS:
                    reason = f"it holds more than {MOST_TASKS:,} tasks or {MOST_LINKS:,} links"
                    raise Unreadable(self.path, f"{reason}; split the plan in GanttProject first.")
        if not self.tasks and not self.problems.listed:
            raise Unreadable(self.path, f"there is no task in it; {AGAIN}")
        for link, strong in stated:
            if link.successor_uid in self.tasks:
                self.links.append(link)
                if strong:
                    self.held.add(link.successor_uid)
            else:
                where = reading_of(Record("depend", "", link.line, {}), self.problems)
                where.where = f"Task {link.predecessor_uid}"
                where.problem("depend", str(link.successor_uid), "a task that is in the plan; the link is left out")

    def _as_placed(self, task: PlanTask) -> PlanTask:
        """In GanttProject a task begins where it was put, unless a strong link holds it to another."""
        placed = task.start is not None and task.constraint == "asap" and task.actual_start is None
        if not placed or task.summary or task.uid in self.held:
            return task
        return replace(task, constraint="snet", constraint_date=task.start)

    def _baselines(self) -> dict[int, list[PlanBaseline]]:
        """What each of the first eleven earlier states says of the tasks, by task."""
        found: dict[int, list[PlanBaseline]] = {}
        blocks = within(self.root, "previous", "previous-tasks")
        for number, block in enumerate(blocks[:BASELINES]):
            for record in block.named("previous-task"):
                reading = Reading(record, f"Baseline “{block.fields.get('name', '')[:60]}”", self.problems)
                uid = uid_of(reading)
                days = 0 if reading.flag("meeting") else reading.whole("duration", 0, MOST_DAYS)
                start, finish = span(reading, self.calendar, days)
                if uid is not None and days is not None and start is not None:
                    baseline = PlanBaseline(number=number, start=start, finish=finish, duration=days * DAY_MINUTES)
                    found.setdefault(uid, []).append(baseline)
        for block in blocks[BASELINES:]:
            reading = Reading(block, "The plan", self.problems)
            reading.problem("previous-tasks", block.fields.get("name", ""), f"at most {BASELINES} baselines")
        return found

    def _resources(self) -> Iterator[PlanResource]:
        for record in within(self.root, "resources", "resource"):
            name = record.fields.get("name", "").strip()
            uid = uid_of(Reading(record, f"Resource “{name[:60]}”", self.problems))
            contact = record.fields.get("contacts", "").strip()
            if uid is not None and name:
                yield PlanResource(
                    uid=uid,
                    name=name,
                    email=contact if "@" in contact else "",
                    group="",
                    kind="work",
                    calendar_uid=None,
                    line=record.line,
                )

    def _assignments(self) -> Iterator[StatedAssignment]:
        """Those who answer for a task before those who only work on it."""
        records = within(self.root, "allocations", "allocation")
        for record in sorted(records, key=lambda each: each.fields.get("responsible") != "true"):
            reading = Reading(record, "An allocation", self.problems)
            task, resource = uid_of(reading, "task-id"), uid_of(reading, "resource-id")
            if task is not None and resource is not None:
                yield StatedAssignment(task, resource, record.line, None)
