"""Working times of a Microsoft Project plan: the calendars that it uses, as rows, and which task goes by which."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendars import Calendars, calendars_of
from sharedprog.domain.plan.hours import STANDARD, hours_words
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, CALENDARS, WEEK, WORK_WEEKS
from sharedprog.domain.words import DAYS, MONTHS
from sharedprog.exchange.project_calendars import days_in
from sharedprog.exchange.project_plan import (
    PlanAssignment,
    PlanCalendar,
    PlanException,
    PlanResource,
    PlanTask,
    PlanWeekday,
    ProjectPlan,
)
from sharedprog.exchange.project_values import named
from sharedprog.usecases.importing_assigned import Chooser, Way, goes_by_people, goes_by_work, joined, workers
from sharedprog.usecases.importing_rows import PlannedRow, state_of

WORKING_TIMES = "Working times"
AROUND = 366
"""How many days before and after the tasks of a plan its calendars are compared."""
MOST_WORKED_OUT = 1_500_000
"""Days of exceptions, counted for each calendar with those that it is based on, that are worked out."""
DAYS_EACH = 1_000
"""What a calendar without any counts for."""
MOST_BASES = 20
"""Calendars that one can be based on, one on another; Project knows one."""
Children = tuple[tuple[Register[Any], dict[str, Value]], ...]


class PlanCalendars:
    """The calendars of one plan. ``own`` is the project's, where the file holds it and anything is worked in it."""

    def __init__(self, programme: Programme, plan: ProjectPlan, make_id: Callable[[], str]) -> None:
        self.programme = programme
        self.plan = plan
        self.make_id = make_id
        self.problems: list[Problem] = []
        self.by_uid = {calendar.uid: calendar for calendar in plan.calendars}
        self._bases = _bases(self.by_uid)
        self._ids: dict[int, str] = {}
        self._told: set[int] = set()
        self._worked_out: set[int] = set()
        self.too_many = False
        """Whether some were left out because all together they have more days than any plan has."""
        self._room = MOST_WORKED_OUT
        self.own = self._usable(plan.calendar_uid, "The project", 1)
        self.replaces = not programme.tables["tasks"].existing
        """Whether the plan was empty, so that the project's calendar becomes the programme's."""
        self.of_resources: dict[int, int] = {}
        """The calendars of the people who work on tasks, by the UID of the task."""
        self.lengths: dict[int, int] = {}
        """Working minutes that tasks take by the work assigned to them, by their UIDs."""
        self._joined: dict[tuple[int, int], int | None] = {}
        self._made: dict[int, WorkingTime] = {}
        self.of_several: set[int] = set()
        """UIDs of the tasks on which several people work by other times than the project's."""
        self.of_tasks = {task.uid: self._chosen(task) for task in plan.tasks}

    def rows(self) -> Iterator[PlannedRow]:
        """The calendars in use with those that they are based on, and their exceptions and weeks."""
        used = {uid for uid in (self.own, *self.of_tasks.values()) if uid is not None}
        needed = {calendar.uid for uid in used for calendar in self._line(uid)}
        for calendar in self.by_uid.values():
            if calendar.uid in needed:
                yield from self._rows_of(calendar)

    def id_of(self, uid: int | None) -> str | None:
        """The id that a calendar has or will have: one that came from the same file, or has the same name."""
        if uid is None:
            return None
        if uid not in self._ids:
            known = self._known.pop(uid, None) or self._known.pop(_title(self.by_uid[uid]), None)
            self._ids[uid] = known or self.make_id()
        return self._ids[uid]

    @cached_property
    def _known(self) -> dict[int | str, str]:
        """Ids of the programme's calendars by the UID they came with, else by their name; each is taken once."""
        rows = reversed(self.programme.rows(CALENDARS))
        return {row.title if row.source is None else row.source: row.id for row in rows}

    def measure(self, task: PlanTask, partner: str | None) -> WorkingTime:
        """The working times that a task will go by."""
        uid = self.of_tasks.get(task.uid)
        if uid is not None:
            return self._time(uid)
        of_partner = self._present.of_partner.get(partner or "")
        return self.usual if of_partner is None else self._present.named(of_partner)

    @cached_property
    def usual(self) -> WorkingTime:
        """The working times that the programme will have."""
        if self.replaces and self.own is not None:
            return self._working.named(str(self.own))
        return self._present.usual

    @cached_property
    def _present(self) -> Calendars:
        return calendars_of(self.programme)

    @cached_property
    def _working(self) -> Calendars:
        """The calendars of the file alone, by their UIDs."""
        made: dict[str, list[Row]] = {CALENDARS.key: [], CALENDAR_EXCEPTIONS.key: [], WORK_WEEKS.key: []}
        for calendar in self.plan.calendars:
            values = self._values(calendar, str)
            made[CALENDARS.key].append(CALENDARS.row(id=str(calendar.uid), exists=True, **values))
            for place, (register, inside) in enumerate(_children(calendar)):
                row = register.row(id=f"{calendar.uid} {place}", exists=True, parent=str(calendar.uid), **inside)
                made[register.key].append(row)
        return Calendars(Programme.of_rows(made))

    def _chosen(self, task: PlanTask) -> int | None:
        """The calendar that a task goes by instead of the programme's."""
        uid = self._usable(task.calendar_uid, named("Task", task.id or task.uid, task.name), task.line)
        uid = self._by_people(task, uid)
        if uid is None and not self.replaces and self.own is not None and self._differ(self.own, None):
            uid = self.own
        return uid

    def _by_people(self, task: PlanTask, uid: int | None) -> int | None:
        """The calendar by which those who work on a task do, where it differs from the task's own, else that."""
        people = self._people.get(task.uid, ())
        if not people or not goes_by_people(task):
            return uid
        by_work = goes_by_work(task) and any(each.minutes for _, each in people)
        by_work = by_work and all(each.minutes is not None for _, each in people)
        alone = task.ignores_people and uid is not None
        ways = [
            Way(None if alone else self._with_person(person, uid), each.minutes if by_work else None)
            for person, each in people
            if each.minutes or not by_work
        ]
        if len(people) > 1 and any(way.calendar is not None for way in ways):
            self.of_several.add(task.uid)
            if not by_work:
                return uid
        by = self.own if uid is None else uid
        times = [self.usual if by is None else self._time(by)]
        times += [times[0] if way.calendar is None else self._time(way.calendar) for way in ways]
        chosen = Chooser(task, times[0]).choose(zip(ways, times[1:], strict=True))
        if chosen.minutes is not None:
            self.lengths[task.uid] = chosen.minutes
        if chosen.calendar is None:
            return uid
        self.of_resources[task.uid] = chosen.calendar
        return chosen.calendar

    def _with_person(self, person: PlanResource, uid: int | None) -> int | None:
        """A person's calendar, joined with a task's where it has one; ``None`` where it changes nothing."""
        theirs = person.calendar_uid
        if theirs is None or theirs not in self.by_uid or not self._is_worked(theirs):
            return None
        if uid is None:
            return theirs if self._differ(theirs, self.own) else None
        if (theirs, uid) not in self._joined:
            self._joined[theirs, uid] = self._join(person, theirs, uid)
        return self._joined[theirs, uid]

    def _join(self, person: PlanResource, theirs: int, uid: int) -> int | None:
        if not self._has_room(theirs):
            return None
        one, other = self._time(theirs), self._time(uid)
        made = joined(person, self.by_uid[uid], one, other, self._around)
        if made is None or made[1].is_empty or made[0].uid in self.by_uid or not self._differing(made[1], other):
            return None
        calendar, self._made[made[0].uid] = made
        self.by_uid[calendar.uid], self._bases[calendar.uid] = calendar, uid
        return calendar.uid

    def _time(self, uid: int) -> WorkingTime:
        return self._made.get(uid) or self._working.named(str(uid))

    @cached_property
    def _people(self) -> Mapping[int, list[tuple[PlanResource, PlanAssignment]]]:
        return workers(self.plan)

    def _differ(self, one: int, other: int | None) -> bool:
        """Whether two calendars have other hours on any day around the plan; ``None`` is the programme's."""
        known = self._compared
        if (one, other) not in known:
            known[one, other] = self._are_other(one, other)
        return known[one, other]

    def _are_other(self, one: int, other: int | None) -> bool:
        if one == other or (self.by_uid[one].base_uid == other and _says_nothing(self.by_uid[one])):
            return False
        if not self._has_room(one):
            return False
        return self._differing(self._time(one), self._present.usual if other is None else self._time(other))

    def _differing(self, first: WorkingTime, second: WorkingTime) -> bool:
        low, high = self._around
        odd = {day for day in (*first.irregular, *second.irregular) if low <= day <= high}
        return first.week != second.week or any(
            first.hours(day) != second.hours(day) for day in map(date.fromordinal, odd)
        )

    @cached_property
    def _compared(self) -> dict[tuple[int, int | None], bool]:
        return {}

    def _has_room(self, uid: int) -> bool:
        """Whether one more calendar can be worked out; a file with too many days would fill the memory."""
        if uid not in self._worked_out:
            days = DAYS_EACH + sum(days_in(calendar.exceptions) for calendar in self._line(uid))
            if days > self._room:
                self.too_many = True
                return False
            self._room -= days
            self._worked_out.add(uid)
        return True

    @cached_property
    def _around(self) -> tuple[int, int]:
        """The days of the plan, and a year before and after, as ordinal numbers."""
        moments = [moment for task in self.plan.tasks for moment in (task.start, task.finish) if moment is not None]
        if not moments:
            return 1, date.max.toordinal()
        return min(moments).toordinal() - AROUND, max(moments).toordinal() + AROUND

    def _usable(self, uid: int | None, where: str, line: int) -> int | None:
        """The calendar, if it is in the file and anything is worked in it; else a problem, once for each."""
        if uid is None:
            return None
        calendar = self.by_uid.get(uid)
        has_room = calendar is None or self._has_room(uid)
        if calendar is not None and has_room and self._is_worked(uid):
            return uid
        if uid not in self._told:
            self._told.add(uid)
            usual = "the programme's working times are taken"
            column, found, expected = "CalendarUID", str(uid), f"a calendar that is in the plan; {usual}"
            if calendar is not None:
                where, line = named("Calendar", uid, calendar.name), calendar.line
                column, found, expected = "WeekDays", "no working time", f"some working time; {usual}"
            if not has_room:
                column, found = "Exceptions", "more days than any plan has"
                expected = f"calendars with at most {MOST_WORKED_OUT:,} days of exceptions; {usual}"
            self.problems.append(Problem(where, line, column, found, expected, counted_in="line"))
        return None

    def _is_worked(self, uid: int) -> bool:
        """Whether anybody ever works by a calendar."""
        line = self._line(uid)
        week: dict[int, bool] = {}
        for calendar in line:
            for day in calendar.weekdays:
                week.setdefault(day.weekday, bool(day.times))
        if any(week.values()) or not all(day in week for day in range(5)):
            return True
        others = [day.times for calendar in line for weeks in calendar.weeks for day in weeks.weekdays]
        return any(others) or any(exception.times for calendar in line for exception in calendar.exceptions)

    def _line(self, uid: int) -> list[PlanCalendar]:
        """A calendar and those that it is based on, nearest first."""
        line: list[PlanCalendar] = []
        base = uid if uid in self.by_uid else None
        while base is not None:
            line.append(self.by_uid[base])
            base = self._bases[base]
        return line

    @property
    def _personal(self) -> frozenset[int]:
        return frozenset(self.of_resources.values())

    def _values(self, calendar: PlanCalendar, id_of: Callable[[int], str | None]) -> dict[str, Any]:
        base = self._bases[calendar.uid]
        return {
            "title": _title(calendar),
            "base": None if base is None else id_of(base),
            "division": "none",
            "personal": calendar.personal or calendar.uid in self._personal,
            **_week(calendar.weekdays, usual=base is None),
            "source": calendar.uid,
        }

    def _rows_of(self, calendar: PlanCalendar) -> Iterator[PlannedRow]:
        row_id = self.id_of(calendar.uid) or ""
        known = self.programme.row(CALENDARS, row_id)
        before, title, line = known or CALENDARS.blank(row_id), _title(calendar), calendar.line
        stated = self._values(calendar, self.id_of)
        values = {name: value for name, value in stated.items() if value != getattr(before, name)}
        state = state_of(known=known is not None, values=values)
        yield PlannedRow(CALENDARS.key, row_id, WORKING_TIMES, line, title, state, values)
        children = _children(calendar)
        registers: tuple[Register[Any], ...] = (CALENDAR_EXCEPTIONS, WORK_WEEKS)
        present = [(each, row) for each in registers for row in self.programme.children(each, row_id)]
        if children == tuple((register, _stated(register, row)) for register, row in present):
            return
        for register, row in present:
            yield PlannedRow(register.key, row.id, WORKING_TIMES, None, row.title, "changed", {"exists": False})
        for register, inside in children:
            made = {name: value for name, value in inside.items() if value != register.defaults[name]}
            name = f"{title}: {inside['title']}"
            new = {"parent": row_id, **made}
            yield PlannedRow(register.key, self.make_id(), WORKING_TIMES, line, name, "new", new)


def _bases(by_uid: Mapping[int, PlanCalendar]) -> dict[int, int | None]:
    """What each calendar is based on, where the file holds it, without loops and never very deep."""
    bases: dict[int, int | None] = {}
    depths: dict[int, int] = {}
    for start in by_uid:
        way: dict[int, None] = {}
        uid: int | None = start
        while uid is not None and uid in by_uid and uid not in depths and uid not in way:
            way[uid] = None
            uid = by_uid[uid].base_uid
        base = uid if uid in depths else None
        for each in reversed(way):
            if base is not None and depths[base] == MOST_BASES:
                base = None
            bases[each], depths[each] = base, 1 if base is None else depths[base] + 1
            base = each
    return bases


def _says_nothing(calendar: PlanCalendar) -> bool:
    """Whether a calendar is in all things as its base."""
    return not (calendar.weekdays or calendar.exceptions or calendar.weeks)


def _stated(register: Register[Any], row: Row) -> dict[str, Value]:
    """The fields of a row that a plan states."""
    return {name: getattr(row, name) for name in register.fields if name not in ("ref", "parent")}


def _title(calendar: PlanCalendar) -> str:
    return " ".join(calendar.name.split())[:300] or f"Working times {calendar.uid}"


def _week(weekdays: Iterable[PlanWeekday], *, usual: bool) -> dict[str, Value]:
    """The hours by weekday; days that are not stated are as usual, or empty where they are as in something else."""
    hours = {day.weekday: hours_words(day.times) for day in weekdays}
    missing = [hours_words(STANDARD if place < 5 else ()) if usual else "" for place in range(7)]
    return {name: hours.get(place, missing[place]) for place, name in enumerate(WEEK)}


def _children(calendar: PlanCalendar) -> Children:
    exceptions = [(CALENDAR_EXCEPTIONS, _exception(each)) for each in calendar.exceptions]
    weeks = [
        (
            WORK_WEEKS,
            {
                "title": " ".join(each.name.split())[:300] or "Weeks worked otherwise",
                "first": each.first,
                "last": each.last,
                **_week(each.weekdays, usual=False),
            },
        )
        for each in calendar.weeks
    ]
    return (*exceptions, *weeks)


def _exception(exception: PlanException) -> dict[str, Value]:
    usual = "Worked otherwise" if exception.times else "Closed"
    return {
        "title": " ".join(exception.name.split())[:300] or usual,
        "first": exception.first,
        "last": exception.last,
        "hours": hours_words(exception.times),
        "repeats": exception.repeats,
        "every": exception.every,
        "times": exception.occurrences,
        "weekdays": ", ".join(DAYS[day] for day in exception.weekdays),
        "month_day": exception.month_day,
        "position": exception.position,
        "month": None if exception.month is None else MONTHS[exception.month - 1].lower(),
    }
