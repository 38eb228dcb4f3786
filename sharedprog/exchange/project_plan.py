"""A plan as Microsoft Project XML holds it: what it states, checked but not yet rows of a register.

Codes are the ones the plan register uses. Minutes are whole; days of files without a zone stay without.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sharedprog.domain.problems import Problem

LinkKind = Literal["FS", "SS", "FF", "SF"]
LagUnit = Literal["working", "elapsed", "percent", "elapsed percent"]
ConstraintCode = Literal["asap", "alap", "mso", "mfo", "snet", "snlt", "fnet", "fnlt"]
ResourceKind = Literal["work", "material", "cost"]
Repeats = Literal["daily", "weekly", "monthly_day", "monthly_weekday", "yearly_day", "yearly_weekday"]
Position = Literal["first", "second", "third", "fourth", "last"]
Minutes = tuple[int, int]
"""From and to in minutes after midnight; midnight at the end of the day is 1440."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanBaseline:
    """One of the baselines 0 to 10 of a task; at least one of its values is known."""

    number: int
    start: datetime | None
    finish: datetime | None
    duration: int | None
    """Minutes, counted as the task's own duration is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """A task, milestone or summary task; the row that stands for the whole project is not among them."""

    uid: int
    id: int | None
    """The row number that people saw; it may jump where there were blank rows."""
    name: str
    level: int
    """Depth in the outline from 1, mended where the file's own levels cannot be."""
    parent_uid: int | None
    number: str
    """Its outline number such as 1.2.3, as stated, or as the levels make it."""
    wbs: str
    """A code that people gave it, or its outline number."""
    guid: str
    """32 hex digits; empty when the file has none."""
    start: datetime | None
    finish: datetime | None
    duration: int | None
    """Working minutes, or minutes on the clock where ``elapsed``."""
    elapsed: bool
    fixed_duration: bool
    """Whether the duration stands whatever work is assigned; else the work says how long the task takes."""
    estimated: bool
    percent_complete: int | None
    remaining: int | None
    """Minutes left to do, counted as the duration is."""
    levelling_delay: int
    """Minutes by which Project held it back to level resources."""
    milestone: bool
    summary: bool
    """Whether tasks stand beneath it, whatever the file says of it."""
    manual: bool
    active: bool
    constraint: ConstraintCode
    constraint_date: datetime | None
    deadline: datetime | None
    actual_start: datetime | None
    actual_finish: datetime | None
    baselines: tuple[PlanBaseline, ...]
    notes: str
    priority: int
    """From 0 to 1000; 500 is the usual."""
    calendar_uid: int | None
    ignores_people: bool = False
    """Whether it goes by its calendar alone, whatever the times of those who work on it."""
    external: bool
    """A task of another plan, shown here only because something is linked to it."""
    subproject: str
    """The file of a plan inserted here, whose own tasks are not in this file; usually empty."""
    start_text: str
    """What a manually scheduled task says instead of a start, such as "after Easter"; usually empty."""
    finish_text: str
    duration_text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLink:
    """The successor waits for the predecessor; both are tasks of the plan, and no links form a loop."""

    predecessor_uid: int
    successor_uid: int
    kind: LinkKind
    lag: int
    """Minutes, or per cent of the predecessor's duration; negative for a lead."""
    lag_unit: LagUnit
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResource:
    """A person, a role, a material or a cost; the row for "unassigned" is not among them."""

    uid: int
    name: str
    email: str
    group: str
    kind: ResourceKind
    calendar_uid: int | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAssignment:
    """A resource at work on a task; both are in the plan."""

    task_uid: int
    resource_uid: int
    minutes: int | None = None
    """Working minutes that the work takes at its units; ``None`` where it is not told, or is spread unevenly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWeekday:
    """A day of the week as one calendar has it; ``times`` is empty when it is not worked."""

    weekday: int
    """0 is Monday, as in ``date.weekday``."""
    times: tuple[Minutes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanException:
    """Days that differ from their weekday: holidays, or days worked at other times."""

    name: str
    first: date
    last: date
    times: tuple[Minutes, ...]
    repeats: Repeats | None = None
    """Only some of the days from ``first`` to ``last`` are meant, by this rule."""
    every: int = 1
    occurrences: int | None = None
    weekdays: tuple[int, ...] = ()
    month_day: int | None = None
    position: Position | None = None
    month: int | None = None
    """1 is January."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWorkWeek:
    """Weeks from one day to another in which the days named are worked at other times."""

    name: str
    first: date
    last: date
    weekdays: tuple[PlanWeekday, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCalendar:
    """Working times; a calendar with a base differs from it only in what it states."""

    uid: int
    name: str
    base_uid: int | None
    weekdays: tuple[PlanWeekday, ...]
    exceptions: tuple[PlanException, ...]
    weeks: tuple[PlanWorkWeek, ...] = ()
    personal: bool = False
    """Whether tasks go by it and yet have their float in its base: in a file, a base calendar with a base."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Elements that were left where they are: their place, how many hold something, and more than nought."""

    place: str
    count: int
    telling: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPlan:
    """Everything understood of one file, in its order, and everything that was not."""

    title: str
    author: str
    notes: str
    start: datetime | None
    finish: datetime | None
    status_date: datetime | None
    calendar_uid: int | None
    minutes_per_day: int
    minutes_per_week: int
    critical_days: int
    """Days of slack with which a task is still critical."""
    scheduled_from_start: bool
    tasks: tuple[PlanTask, ...]
    links: tuple[PlanLink, ...]
    resources: tuple[PlanResource, ...]
    assignments: tuple[PlanAssignment, ...]
    calendars: tuple[PlanCalendar, ...]
    problems: tuple[Problem, ...]
    unread: tuple[Unread, ...]
