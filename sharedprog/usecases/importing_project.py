"""A plan from Microsoft Project as rows: its tasks where it states them or to be worked out, and all that they need."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import cached_property

from sharedprog.domain.fields import Prose, Text
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import Unread
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.exchange.project_plan import PlanTask, ProjectPlan
from sharedprog.usecases.importing_baselines import PlanBaselines
from sharedprog.usecases.importing_calendars import PlanCalendars
from sharedprog.usecases.importing_dependencies import planned_links
from sharedprog.usecases.importing_moments import NOTHING, Parts, finish_parts, start_parts
from sharedprog.usecases.importing_names import Names
from sharedprog.usecases.importing_rows import DateChoice, PersonNamed, Planned, PlannedRow
from sharedprog.usecases.importing_settings import planned_settings

PLAN = "Plan"
"""What the part of the file is called in lists."""
BY_FINISH = ("fnet", "fnlt", "mfo")
"""Constraints on the finish of a task."""


class ProjectReading:
    """Makes planned rows of one plan; tasks that are in the programme already are found by their number there."""

    def __init__(self, programme: Programme, plan: ProjectPlan, make_id: Callable[[], str]) -> None:
        self.programme = programme
        self.make_id = make_id
        self.names = Names(programme)
        self.known = _known(programme, plan)
        self.ids = {uid: known.id for uid, known in self.known.items()}
        self.ids |= {task.uid: make_id() for task in plan.tasks if task.uid not in self.known}
        self.calendars = PlanCalendars(programme, plan, make_id)
        self.plan = _as_long_as_their_work(plan, self.calendars.lengths)
        self.baselines = PlanBaselines(programme, plan, make_id)
        self.owners = self._owners()
        self.problems: list[Problem] = []
        self.notes: list[str] = []

    def rows(self, dates: DateChoice) -> tuple[PlannedRow, ...]:
        """The tasks in their order, with the calendars before them, then links, baselines and settings."""
        self.problems = [*self.plan.problems, *self.calendars.problems]
        tasks = [self._task(task, dates) for task in self.plan.tasks]
        links = planned_links(self.programme, self.plan, self.ids, self.make_id)
        settings, self.notes = planned_settings(self.programme, self.plan, self.calendars, self.baselines)
        if self.calendars.of_resources:
            words = "These tasks go by the working times of those who work on them"
            self.notes.append(self._about(words, self.calendars.of_resources))
        if self.calendars.too_many:
            self.notes.append("It has more working times than any plan needs; some of people's own were not looked at.")
        if self.calendars.of_several:
            words = "On these tasks people work together by different times; they go by those of the one who ends last"
            self.notes.append(self._about(words, self.calendars.of_several))
        return (
            *self.calendars.rows(),
            *tasks,
            *links,
            *self.baselines.rows(),
            *self.baselines.date_rows(self.ids, self.measure),
            *settings,
        )

    def measure(self, task: PlanTask) -> WorkingTime:
        """The working times that a task will go by."""
        known = self.known.get(task.uid)
        return self.calendars.measure(task, known.partner if known is not None else None)

    def _about(self, words: str, uids: Container[int]) -> str:
        """A sentence about some tasks, the first few by name."""
        names = [task.name for task in self.plan.tasks if task.uid in uids]
        shown = ", ".join(f"“{name[:60]}”" for name in names[:5])
        return f"{words}: {shown}{f' and {len(names) - 5:,} more' if len(names) > 5 else ''}."

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

    def _task(self, task: PlanTask, dates: DateChoice) -> PlannedRow:
        known = self.known.get(task.uid)
        unread: dict[str, str] = {}
        before = known or self._blank
        values = {
            name: value
            for name, value in self._values(task, dates).items()
            if (type(value) is not type(getattr(before, name)) or value != getattr(before, name))
            and not self._too_long(task, name, value, unread)
        }
        if task.external:
            self._problem(task, "", "a task of another plan", "a task of this plan; it is left out")
        bad = task.external or TASKS.fields["title"].label in unread
        return PlannedRow(
            register=TASKS.key,
            id=self.ids[task.uid] if known is None or not bad else self.make_id(),
            where=PLAN,
            number=task.line,
            name=f"{task.wbs} {task.name}".strip(),
            state="bad" if bad else "new" if known is None else "changed" if values else "same",
            values=values,
            unread=unread,
        )

    @cached_property
    def _blank(self) -> Task:
        return TASKS.blank("")

    def _values(self, task: PlanTask, dates: DateChoice) -> dict[str, Planned]:
        """What the file states; what it does not state is not among them, so an update leaves it as it is."""
        measure = self.measure(task)
        deadline = finish_parts(task.deadline, measure, clock=task.elapsed)
        constraint = _constraint(task, measure)
        stated: dict[str, Planned] = {
            "title": " ".join(task.name.split()) or f"Task {task.id or task.uid}, without a name",
            "parent": self.ids[task.parent_uid] if task.parent_uid is not None else None,
            "milestone": task.milestone,
            "active": task.active,
            "calendar": self.calendars.id_of(self.calendars.of_tasks[task.uid]),
            "constraint": task.constraint,
            "constraint_day": constraint[0],
            "constraint_time": constraint[1],
            "deadline": deadline[0],
            "deadline_time": deadline[1],
            "wbs_code": "" if task.wbs in ("", task.number) else task.wbs,
            "source": task.uid,
        }
        baseline = next((each for each in task.baselines if each.number == 0), None)
        if baseline is not None:
            stated |= _pair("baseline", baseline.start, baseline.finish, measure, clock=task.elapsed)
            stated["baseline_duration"] = baseline.duration
        if not task.summary:
            stated |= _of_leaf(task, measure)
            stated |= self._mode(task, dates, measure)
        working = self.owners.get(task.uid, [])
        if working and working[0][1] is not None:
            stated["owner"] = working[0][1]
        description = _description(task, [name for name, _ in working])
        if description:
            stated["description"] = description
        return stated

    def _mode(self, task: PlanTask, dates: DateChoice, measure: WorkingTime) -> dict[str, Planned]:
        """Whether it stands where the file states it; of a task that is here already only a choice changes that."""
        if dates == "reschedule" and not task.manual:
            return {"mode": "scheduled"}
        placed = _pair("placed", task.start, task.finish, measure, clock=task.elapsed)
        known = task.uid in self.known and dates == "stated"
        return placed if known else {"mode": "placed", **placed}

    def _too_long(self, task: PlanTask, name: str, value: Planned, unread: dict[str, str]) -> bool:
        kind = TASKS.fields[name]
        if not isinstance(kind, Text | Prose) or not isinstance(value, str) or len(value) <= kind.longest:
            return False
        self._problem(task, kind.label, value, f"at most {kind.longest:,} characters")
        unread[kind.label] = value
        return True

    def _problem(self, task: PlanTask, column: str, found: str, expected: str) -> None:
        where = f"Task {task.id or task.uid} “{task.name[:60]}”"
        self.problems.append(Problem(where, task.line, column, found, expected, counted_in="line"))


def _known(programme: Programme, plan: ProjectPlan) -> Mapping[int, Task]:
    """The tasks of a plan that are in the programme: those that were exported from it, or came from the file."""
    exported = ((task.uid, programme.row(TASKS, task.guid)) for task in plan.tasks)
    found = {uid: known for uid, known in exported if known is not None}
    taken = {known.id for known in found.values()}
    by_source = {task.source: task for task in programme.rows(TASKS) if task.id not in taken}
    return {task.uid: by_source[task.uid] for task in plan.tasks if task.uid in by_source} | found


def _as_long_as_their_work(plan: ProjectPlan, lengths: Mapping[int, int]) -> ProjectPlan:
    """The plan with the durations that Microsoft Project goes by when it works dates out."""
    tasks = (
        replace(task, duration=lengths[task.uid], remaining=None)
        if lengths.get(task.uid, task.duration) != task.duration
        else task
        for task in plan.tasks
    )
    return replace(plan, tasks=tuple(tasks))


def _of_leaf(task: PlanTask, measure: WorkingTime) -> dict[str, Planned]:
    """Length and progress of a task that has none beneath it."""
    actual = _pair("actual", task.actual_start, task.actual_finish, measure, clock=task.elapsed)
    if not task.duration and task.actual_start is not None and task.actual_finish is not None:
        # without length it happened at one moment, of which the usual time is when work ends
        for name, moment in (("actual_start", task.actual_start), ("actual_finish", task.actual_finish)):
            actual[name], actual[f"{name}_time"] = finish_parts(moment, measure, clock=task.elapsed)
    stated: dict[str, Planned] = {
        "duration": task.duration,
        "elapsed": task.elapsed,
        "estimated": task.estimated,
        "remaining": _remaining(task),
        **actual,
    }
    if task.percent_complete is not None:
        stated["percent_complete"] = task.percent_complete
    return stated


def _remaining(task: PlanTask) -> int | None:
    """What is left of work that has begun, where it is not what the per cent done leaves."""
    if task.actual_start is None or task.actual_finish is not None or task.duration is None or task.remaining is None:
        return None
    usual = round(task.duration * (100 - (task.percent_complete or 0)) / 100)
    return None if task.remaining == usual else max(0, task.remaining)


def _constraint(task: PlanTask, measure: WorkingTime) -> Parts:
    if task.constraint_date is None:
        return NOTHING
    parts = finish_parts if task.constraint in BY_FINISH and task.duration and not task.summary else start_parts
    return parts(task.constraint_date, measure, clock=task.elapsed)


def _pair(
    name: str, start: datetime | None, finish: datetime | None, measure: WorkingTime, *, clock: bool
) -> dict[str, Planned]:
    """The four fields of a start and a finish."""
    first: tuple[date | None, time | None] = start_parts(start, measure, clock=clock)
    last = finish_parts(finish, measure, start, clock=clock)
    return {
        f"{name}_start": first[0],
        f"{name}_start_time": first[1],
        f"{name}_finish": last[0],
        f"{name}_finish_time": last[1],
    }


def _description(task: PlanTask, working: list[str]) -> str:
    """The notes, and what has no field of its own."""
    said = {"Start": task.start_text, "Finish": task.finish_text, "Duration": task.duration_text}
    lines = [task.notes.strip(), *(f"{name} as stated: {text}" for name, text in said.items() if text)]
    if len(working) > 1:
        lines.append(f"Also assigned: {', '.join(working[1:])}")
    if task.subproject:
        lines.append(f"Stands for the plan {task.subproject}")
    return "\n".join(line for line in lines if line)
