"""Changes to try on the plan: what each is called, and the edits that it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft, new_id
from sharedprog.domain.plan.axis import at, minute_of
from sharedprog.domain.plan.calendar import days_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.figures import start_of
from sharedprog.domain.plan.outline import shape_of
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.typing_in import typed
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.calendars import CALENDAR_EXCEPTIONS, CALENDARS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted, day_words

LONGEST_CLOSED = 366
"""Days that can be closed at once."""


@dataclass(frozen=True)
class Slip:
    """A task starts so many working days later than it does now."""

    task_id: str
    days: int


@dataclass(frozen=True)
class Lengthen:
    """A task takes so many working minutes."""

    task_id: str
    minutes: int


@dataclass(frozen=True)
class AddLag:
    """The successor of a link waits so many more working days, or fewer when negative."""

    link_id: str
    days: int


@dataclass(frozen=True)
class Close:
    """Nobody works from one day to another, or only those who go by one calendar do not."""

    first: date
    last: date
    name: str = "Closed"
    calendar: str | None = None


Change: TypeAlias = Slip | Lengthen | AddLag | Close


@dataclass(frozen=True)
class Tried:
    """A change as it would be made: what it is called, and its edits."""

    title: str
    edits: tuple[Edit, ...]


def tried(programme: Programme, as_at: date, change: Change, make_id: Callable[[], str] = new_id) -> Tried:
    """What a change would be; raises ``Trouble`` with a sentence where it cannot be made."""
    match change:
        case Slip():
            return _slip(programme, as_at, change)
        case Lengthen():
            return _lengthen(programme, as_at, change)
        case AddLag():
            return _add_lag(programme, change)
        case Close():
            return _close(programme, change, make_id)


def _titled(words: str) -> str:
    return f"What if: {words}"


def _task(programme: Programme, task_id: str | None) -> Task:
    task = programme.row(TASKS, task_id)
    if task is None:
        raise Trouble("This task is not there any more.")
    return task


def _named(programme: Programme, task: Task) -> str:
    """``3.2 Mail``."""
    shape = shape_of(programme)
    return f"{shape.numbers[shape.places[task.id]]} {task.title}".strip()


def _slip(programme: Programme, as_at: date, change: Slip) -> Tried:
    """Start no earlier than so many working days after the present start, at the same time of day."""
    task = _task(programme, change.task_id)
    name = _named(programme, task)
    if task.actual_start is not None or task.actual_finish is not None:
        state = "finished" if task.actual_finish is not None else "begun"
        more = "" if state == "finished" else " Try how much longer it takes."
        raise Trouble(f"{name} has {state}, so it cannot start later.{more}")
    start = schedule(programme, as_at).dates[task.id].start_at
    if start is None:
        raise Trouble(f"{name} has no start yet. Type one first.")
    shape = shape_of(programme)
    calendars = calendars_of(programme)
    measure = calendars.usual if shape.is_summary(shape.places[task.id]) else calendars.of(task)
    day = days_of(measure).add(start.date(), change.days)
    same = minute_of(start.time()) + at(day) == start_of(measure, day, None)
    clock = None if same else start.time()
    draft = Draft(programme)
    if shape.is_summary(shape.places[task.id]):
        draft.set(TASKS, task.id, "constraint", "snet")
        draft.set(TASKS, task.id, "constraint_day", day)
    else:
        for edit in typed(programme, as_at, task.id, "start", day):
            draft.set(TASKS, edit.cell.row, edit.cell.field, edit.new)
    field = "placed_start" if task.mode == "placed" else "constraint"
    if change.days:
        draft.set(TASKS, task.id, f"{field}_time", clock)
    return Tried(_titled(f"slip {name} by {counted(change.days, 'day')}"), draft.edits)


def _lengthen(programme: Programme, as_at: date, change: Lengthen) -> Tried:
    task = _task(programme, change.task_id)
    day = programme.day_minutes
    days = f"{change.minutes / day:.2f}".rstrip("0").rstrip(".")
    words = f"{_named(programme, task)} takes {days} {'day' if days == '1' else 'days'}"
    return Tried(_titled(words), typed(programme, as_at, task.id, "duration", change.minutes))


def _add_lag(programme: Programme, change: AddLag) -> Tried:
    link = programme.row(DEPENDENCIES, change.link_id)
    if link is None:
        raise Trouble("This link is not there any more.")
    if link.lag_kind == "percent":
        raise Trouble("The lag of this link is in per cent. Change it to working time first.")
    first, second = _task(programme, link.predecessor), _task(programme, link.parent)
    day = 1440 if link.lag_kind == "elapsed" else programme.day_minutes
    draft = Draft(programme)
    draft.set(DEPENDENCIES, link.id, "lag", (link.lag or 0) + change.days * day)
    more = f"{counted(abs(change.days), 'day')} {'more' if change.days >= 0 else 'less'}"
    words = f"{more} between {_named(programme, first)} and {_named(programme, second)}"
    return Tried(_titled(words), draft.edits)


def _close(programme: Programme, change: Close, make_id: Callable[[], str]) -> Tried:
    """One bank holiday a working day, or one exception of a calendar."""
    if change.last < change.first:
        raise Trouble("The last day comes before the first. Give the first before the last.")
    if (change.last - change.first).days >= LONGEST_CLOSED:
        raise Trouble("That is more than a year. Close a shorter time.")
    draft = Draft(programme, make_id)
    name = change.name or "Closed"
    words = f"closed on {day_words(change.first)}"
    if change.last != change.first:
        words = f"closed from {day_words(change.first)} to {day_words(change.last)}"
    if change.calendar is not None:
        calendar = programme.row(CALENDARS, change.calendar)
        if calendar is None:
            raise Trouble("These working times are not there any more.")
        draft.add(
            CALENDAR_EXCEPTIONS,
            None,
            parent=calendar.id,
            title=name,
            first=change.first,
            last=change.last,
            hours="closed",
        )
        return Tried(_titled(f"{calendar.title} {words}"), draft.edits)
    usual = days_of(calendars_of(programme).usual)
    for step in range((change.last - change.first).days + 1):
        day = change.first + timedelta(days=step)
        if usual.is_working(day):
            draft.add(BANK_HOLIDAYS, None, title=name, day=day)
    return Tried(_titled(words), draft.edits)
