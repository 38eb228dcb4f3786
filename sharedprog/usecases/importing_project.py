"""A plan from Microsoft Project as tasks that stand where it states them, with their outline, links and owners."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta

from sharedprog.domain.fields import Prose, Text
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Row
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import DAY_MINUTES, counted
from sharedprog.exchange.project_plan import PlanTask, ProjectPlan
from sharedprog.usecases.importing_dependencies import planned_links
from sharedprog.usecases.importing_names import Names
from sharedprog.usecases.importing_rows import PersonNamed, Planned, PlannedRow

CLOCK_DAY = 24 * 60
LEFT: Mapping[str, frozenset[str]] = {
    "hours of work": frozenset({"Work", "RegularWork", "ActualWork", "RemainingWork", "Units", "MaxUnits"}),
    "costs": frozenset({"Cost", "FixedCost", "ActualCost", "StandardRate", "OvertimeRate", "CostPerUse"}),
    "fields of your own": frozenset({"FieldID", "Value", "Alias"}),
    "that tasks recur": frozenset({"Recurring"}),
    "hyperlinks": frozenset({"Hyperlink", "HyperlinkAddress"}),
    "the manager's name": frozenset({"Manager"}),
}
"""Parts of a file by the elements that hold them."""
PLAN = "Plan"
"""What the part of the file is called in lists."""


class ProjectReading:
    """Makes planned rows of one plan; tasks that came from it before are found by their UID."""

    def __init__(self, programme: Programme, plan: ProjectPlan, make_id: Callable[[], str]) -> None:
        self.programme = programme
        self.plan = plan
        self.make_id = make_id
        self.problems = list(plan.problems)
        self.names = Names(programme)
        self.known = {task.source: task for task in programme.rows(TASKS) if task.source is not None}
        self.ids = {task.uid: self._id(task.uid) for task in plan.tasks}
        self.owners = self._owners()

    def rows(self) -> tuple[PlannedRow, ...]:
        """The tasks in their order, then their links."""
        tasks = [self._task(task) for task in self.plan.tasks]
        links = planned_links(self.programme, self.plan, self.ids, self.make_id)
        return (*tasks, *links)

    def _id(self, uid: int) -> str:
        known = self.known.get(uid)
        return known.id if known is not None else self.make_id()

    def _owners(self) -> dict[int, list[tuple[str, Planned]]]:
        """For each task the names of those who work on it, with the person that each is or will be."""
        people = {each.uid: each for each in self.plan.resources if each.kind == "work"}
        found: dict[int, list[tuple[str, Planned]]] = {}
        for assignment in self.plan.assignments:
            resource = people.get(assignment.resource_uid)
            if resource is not None:
                person = self._person(resource.name, resource.email)
                found.setdefault(assignment.task_uid, []).append((resource.name, person))
        return found

    def _person(self, name: str, email: str) -> Planned:
        try:
            return self.names.find((PEOPLE.key,), name) or PersonNamed(" ".join(name.split()), email)
        except Unread:
            return None  # two people have this name; the description still says it

    def _task(self, task: PlanTask) -> PlannedRow:
        known = self.known.get(task.uid)
        unread: dict[str, str] = {}
        before: Row = known or TASKS.blank(self.ids[task.uid])
        values = {
            name: value
            for name, value in self._values(task).items()
            if not self._too_long(task, name, value, unread)
            and (type(value) is not type(getattr(before, name)) or value != getattr(before, name))
        }
        bad = self._left_out(task) or TASKS.fields["title"].label in unread
        return PlannedRow(
            register=TASKS.key,
            id=before.id if known is None or not bad else self.make_id(),
            where=PLAN,
            number=task.line,
            name=f"{task.wbs} {task.name}".strip(),
            state="bad" if bad else "new" if known is None else "changed" if values else "same",
            values=values,
            unread=unread,
        )

    def _values(self, task: PlanTask) -> dict[str, Planned]:
        """What the file states; what it does not state is not among them, so an update leaves it as it is."""
        stated: dict[str, Planned] = {
            "title": " ".join(task.name.split()) or f"Task {task.id or task.uid}, without a name",
            "parent": self.ids[task.parent_uid] if task.parent_uid is not None else None,
            "milestone": task.milestone,
            "mode": "placed",
            "duration": self._minutes(task),
            "constraint": task.constraint,
            "constraint_day": first_day(task.constraint_date),
            "placed_start": first_day(task.start),
            "placed_finish": last_day(task.start, task.finish),
            "percent_complete": task.percent_complete,
            "actual_start": first_day(task.actual_start),
            "actual_finish": last_day(task.actual_start, task.actual_finish),
            "deadline": last_day(None, task.deadline),
            "source": task.uid,
        }
        baseline = next((each for each in task.baselines if each.number == 0), None)
        if baseline is not None:
            stated["baseline_start"] = first_day(baseline.start)
            stated["baseline_finish"] = last_day(baseline.start, baseline.finish)
        working = self.owners.get(task.uid, [])
        if working and working[0][1] is not None:
            stated["owner"] = working[0][1]
        description = _description(task, [name for name, _ in working])
        if description:
            stated["description"] = description
        if task.uid in self.known:
            del stated["mode"]  # whether it stays where it was placed is the person's choice by now
        return stated

    def _minutes(self, task: PlanTask) -> int | None:
        """Working minutes in days of our length, so that five days stay five days."""
        if task.duration is None:
            return None
        day = CLOCK_DAY if task.elapsed else self.plan.minutes_per_day
        return round(task.duration * DAY_MINUTES / day)

    def _too_long(self, task: PlanTask, name: str, value: Planned, unread: dict[str, str]) -> bool:
        kind = TASKS.fields[name]
        if not isinstance(kind, Text | Prose) or not isinstance(value, str) or len(value) <= kind.longest:
            return False
        self._problem(task, kind.label, value, f"at most {kind.longest:,} characters")
        unread[kind.label] = value
        return True

    def _left_out(self, task: PlanTask) -> bool:
        """Whether the task is one that no plan of ours can have; says so."""
        if task.external:
            self._problem(task, "", "a task of another plan", "a task of this plan; it is left out")
        elif not task.active:
            self._problem(task, "", "an inactive task", "an active one; it is left out")
        return task.external or not task.active

    def _problem(self, task: PlanTask, column: str, found: str, expected: str) -> None:
        where = f"Task {task.id or task.uid} “{task.name[:60]}”"
        self.problems.append(Problem(where, task.line, column, found, expected, counted_in="line"))


def first_day(moment: datetime | None) -> date | None:
    """The day on which something starts."""
    return None if moment is None else moment.date()


def last_day(start: datetime | None, moment: datetime | None) -> date | None:
    """The last day of something: an end at midnight is the end of the day before, unless it starts then too."""
    if moment is None:
        return None
    if moment.time() == time() and start is not None and start < moment:
        return moment.date() - timedelta(days=1)
    return moment.date()


def _description(task: PlanTask, working: list[str]) -> str:
    """The notes, and what has no field of its own."""
    said = {"Start": task.start_text, "Finish": task.finish_text, "Duration": task.duration_text}
    lines = [task.notes.strip(), *(f"{name} as stated: {text}" for name, text in said.items() if text)]
    if len(working) > 1:
        lines.append(f"Also assigned: {', '.join(working[1:])}")
    if task.subproject:
        lines.append(f"Stands for the plan {task.subproject}")
    return "\n".join(line for line in lines if line)


def notes_on(plan: ProjectPlan) -> Iterator[str]:
    """Sentences about what the file holds and this program does not keep."""
    if any(calendar.exceptions for calendar in plan.calendars):
        yield (
            "Its calendars were not taken in: tasks stand on the days that it states, and this plan works Monday to "
            "Friday without the programme's bank holidays."
        )
    numbers = {baseline.number for task in plan.tasks for baseline in task.baselines} - {0}
    if numbers:
        yield f"{counted(len(numbers), 'further baseline')} left out; only the first one is kept."
    others = [each.name for each in plan.resources if each.kind != "work"]
    if others:
        yield f"{counted(len(others), 'material or cost', 'materials and costs')} left out; only people own tasks."
    if not plan.scheduled_from_start:
        yield "It is worked out backwards from its finish; here its tasks stand on the days that it states."
    left = [
        words
        for words, names in LEFT.items()
        if any(_last(each.place) in names for each in plan.unread if each.telling)
    ]
    if left:
        yield f"Left out, because they have no place here: {', '.join(left)}."


def _last(place: str) -> str:
    return place.rsplit("/", 1)[-1]
