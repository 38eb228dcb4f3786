"""The plan as Microsoft Project holds it: what people decided, and what was worked out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import cast

from sharedprog.domain.plan.axis import datetime_of
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.figures import finish_of, start_of, without_length
from sharedprog.domain.plan.outline import OutlineRow, outline
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.people import PEOPLE, Person
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency, Task
from sharedprog.domain.words import DAY_MINUTES, counted
from sharedprog.exchange.project_links import sound_links
from sharedprog.exchange.project_plan import (
    ConstraintCode,
    LagUnit,
    LinkKind,
    PlanAssignment,
    PlanLink,
    PlanResource,
    PlanTask,
    ProjectPlan,
)
from sharedprog.exchange.project_values import ProblemList
from sharedprog.exchange.project_writing_tasks import PlanFigures
from sharedprog.usecases.exporting_baselines import WrittenBaselines
from sharedprog.usecases.exporting_calendars import WrittenCalendars, numbered
from sharedprog.usecases.importing_project import BY_FINISH

DAYS_PER_WEEK = 5
OURS = re.compile("[0-9a-f]{32}")


class ProjectWriting:
    """Makes the plan of one picture as Project holds it, with sentences about what it has no place for."""

    def __init__(self, programme: Programme, as_at: date) -> None:
        self.programme = programme
        self.schedule: Schedule = schedule(programme, as_at)
        self.outline = outline(programme)
        self.rows = [row.task for row in self.outline]
        self.uids = numbered({task.id: task.source for task in self.rows})
        self.calendars = WrittenCalendars(programme, self.rows)
        self.baselines = WrittenBaselines(programme)
        self.owners = self._owners()
        self.problems = ProblemList()

    def plan(self) -> ProjectPlan:
        """Everything that Project can hold."""
        settings, usual = self.programme.settings, self.calendars.working.usual
        tasks = tuple(self._task(row, number) for number, row in enumerate(self.outline, start=1))
        begins = moment_of(start_of, usual, settings.start, settings.start_time)
        ends = moment_of(finish_of, usual, settings.finish, settings.finish_time)
        minutes = settings.day_minutes or DAY_MINUTES
        backwards = settings.schedule_from == "finish" and ends is not None
        uids = {person.id: uid for uid, person in enumerate(self.owners, start=1)}
        return ProjectPlan(
            title=settings.title,
            author="",
            notes="",
            start=begins or self.schedule.start_at,
            finish=ends if backwards else self.schedule.finish_at,
            status_date=moment_of(finish_of, usual, settings.status_day, None),
            calendar_uid=self.calendars.own,
            minutes_per_day=minutes,
            minutes_per_week=minutes * DAYS_PER_WEEK,
            critical_days=(settings.critical_float or 0) // minutes,
            scheduled_from_start=not backwards,
            tasks=tasks,
            links=sound_links(self._links(), tasks, self.problems, one_each=True),
            resources=tuple(_resource(person, uids[person.id]) for person in self.owners),
            assignments=tuple(
                PlanAssignment(task_uid=self.uids[task.id], resource_uid=uids[task.owner])
                for task in self.rows
                if task.owner in uids
            ),
            calendars=self.calendars.all(),
            problems=(),
            unread=(),
        )

    def figures(self) -> dict[int, PlanFigures]:
        """What was worked out, by the numbers that tasks have in the file."""
        return {self.uids[task.id]: _figures(self.schedule.dates[task.id]) for task in self.rows}

    def sentences(self) -> Iterator[str]:
        """What Project has no place for, and what had to change; asked after the plan was made."""
        fields = {
            "workstreams": "workstream",
            "partners": "partner",
            "durations at best": "optimistic",
            "durations at worst": "pessimistic",
        }
        left = [words for words, name in fields.items() if any(getattr(task, name) is not None for task in self.rows)]
        if left:
            yield f"Left out, because Microsoft Project has no place for them: {', '.join(left)}."
        if (self.programme.settings.critical_float or 0) % self.programme.day_minutes:
            yield "Microsoft Project counts the float of critical tasks in whole days, so it was rounded down."
        if self.baselines.left_out:
            yield f"{counted(self.baselines.left_out, 'baseline')} left out; Microsoft Project holds eleven."
        for problem in self.problems.all():
            yield f"{problem.where}: {problem.found} left out; Microsoft Project expects {problem.expected}."

    def _owners(self) -> list[Person]:
        """The people who own a task, in the order of the plan."""
        owners = (self.programme.row(PEOPLE, task.owner) for task in self.rows)
        return list({person.id: person for person in owners if person is not None}.values())

    def _links(self) -> Iterator[PlanLink]:
        for link in self.programme.rows(DEPENDENCIES):
            if link.parent in self.uids and link.predecessor in self.uids:
                yield _link(link, self.uids[link.predecessor], self.uids[link.parent])

    def _task(self, row: OutlineRow, number: int) -> PlanTask:
        """A task with its dates, as people decided them and as they were worked out."""
        task, dates = row.task, self.schedule.dates[row.task.id]
        measure = self.calendars.working.of(task)
        start, finish = dates.start_at, dates.finish_at
        made = self._bare(row, number)
        if made.manual:
            start = moment_of(start_of, measure, task.placed_start, task.placed_start_time) or start
            finish = moment_of(finish_of, measure, task.placed_finish, task.placed_finish_time) or finish
        by_finish = task.constraint in BY_FINISH and bool(task.duration) and not row.summary
        made = replace(
            made,
            start=start,
            finish=finish,
            duration=_length(row, dates),
            percent_complete=dates.percent,
            constraint_date=None
            if made.constraint in ("asap", "alap")
            else moment_of(finish_of if by_finish else start_of, measure, task.constraint_day, task.constraint_time),
            deadline=moment_of(finish_of, measure, task.deadline, task.deadline_time),
            baselines=self.baselines.of(task, measure),
        )
        return made if row.summary else _with_progress(made, task, measure)

    def _bare(self, row: OutlineRow, number: int) -> PlanTask:
        """A task without its dates."""
        task = row.task
        dated = task.constraint == "alap" or task.constraint_day is not None
        return PlanTask(
            uid=self.uids[task.id],
            id=number,
            name=task.title,
            level=row.depth + 1,
            parent_uid=self.uids.get(task.parent or "") if row.depth else None,
            number=row.wbs,
            wbs=task.wbs_code or row.wbs,
            guid=task.id if OURS.fullmatch(task.id) else "",
            start=None,
            finish=None,
            duration=None,
            elapsed=task.elapsed and not row.summary,
            fixed_duration=True,
            estimated=task.estimated and not row.summary,
            percent_complete=None,
            remaining=None,
            levelling_delay=0,
            milestone=task.milestone,
            summary=row.summary,
            manual=task.mode == "placed" and not row.summary,
            active=task.active,
            constraint=cast("ConstraintCode", task.constraint or "asap") if dated else "asap",
            constraint_date=None,
            deadline=None,
            actual_start=None,
            actual_finish=None,
            baselines=(),
            notes=task.description,
            priority=500,
            calendar_uid=self.calendars.uid_of(task),
            external=False,
            subproject="",
            start_text="",
            finish_text="",
            duration_text="",
            line=number,
        )


def _length(row: OutlineRow, dates: Dates) -> int | None:
    """The minutes of a task: its own, or from its dates."""
    length = dates.minutes if row.summary or row.task.duration is None else row.task.duration
    return 0 if length is None and row.task.milestone else length


def _with_progress(made: PlanTask, task: Task, measure: WorkingTime) -> PlanTask:
    """The task with what is done of it; what happened without length did so when work ends, unless a time is said."""
    happened = without_length(task) and task.actual_start is not None and task.actual_finish is not None
    begins = finish_of if happened else start_of
    return replace(
        made,
        remaining=_remaining(task, made.duration),
        actual_start=moment_of(begins, measure, task.actual_start, task.actual_start_time),
        actual_finish=moment_of(finish_of, measure, task.actual_finish, task.actual_finish_time),
    )


def moment_of(
    of: Callable[[WorkingTime, date, time | None], int], measure: WorkingTime, day: date | None, clock: time | None
) -> datetime | None:
    """A day and a time as a moment, the usual one where no time is said."""
    return None if day is None else datetime_of(of(measure, day, clock))


def _remaining(task: Task, length: int | None) -> int | None:
    if length is None:
        return None
    if task.actual_finish is not None:
        return 0
    if task.actual_start is not None and task.remaining is not None:
        return max(0, task.remaining)
    return round(length * (100 - (task.percent_complete or 0)) / 100)


def _figures(dates: Dates) -> PlanFigures:
    return PlanFigures(
        start=dates.start_at,
        finish=dates.finish_at,
        early_start=dates.early_start,
        early_finish=dates.early_finish,
        late_start=dates.late_start_at,
        late_finish=dates.late_finish_at,
        total_slack=dates.total_float_minutes,
        free_slack=dates.free_float_minutes,
        critical=dates.critical,
    )


def _resource(person: Person, uid: int) -> PlanResource:
    return PlanResource(
        uid=uid, name=person.title, email=person.email, group="", kind="work", calendar_uid=None, line=uid
    )


def _link(link: Dependency, predecessor: int, successor: int) -> PlanLink:
    kind = link.kind if link.kind in ("SS", "FF", "SF") else "FS"
    unit = link.lag_kind if link.lag_kind in ("elapsed", "percent") else "working"
    return PlanLink(
        predecessor_uid=predecessor,
        successor_uid=successor,
        kind=cast("LinkKind", kind),
        lag=(link.lag_percent if unit == "percent" else link.lag) or 0,
        lag_unit=cast("LagUnit", unit),
        line=0,
    )
