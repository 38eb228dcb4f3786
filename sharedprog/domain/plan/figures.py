"""Figures: what a task's row says about its dates, as bounds on the axis of moments.

Scheduled tasks begin at the programme's start, or where a *start no earlier than* or *finish no earlier than* says;
*must start on* and *must finish on* fix the dates whatever the links ask. *As late as possible*, *start no later
than* and *finish no later than* are kept and move nothing. Placed tasks stand where they were placed, finished
work where it was done, and begun work keeps its start. A milestone is a task without length; like Microsoft
Project, we honour a length that an imported milestone brings with it.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sharedprog.domain.plan.calendar import WorkingCalendar, whole_days
from sharedprog.domain.plan.moments import EVER, NEVER, beginning, ending
from sharedprog.domain.registers.tasks import Task


class Figures(NamedTuple):
    """Bounds of the start, and how the finish follows from it.

    ``low`` and ``high`` bound the start; ``turn`` is 1 when work can only start at the beginning of a day, and
    ``tail`` is added to the start to give the finish. ``cap`` is the last moment of a fixed finish. ``free`` is
    whether its predecessors may still hold it back. ``stated`` are a start and a finish on which nobody works,
    and which are shown as they were said all the same.
    """

    low: int
    high: int
    turn: int
    tail: int
    cap: int = EVER
    free: bool = True
    known_start: bool = True
    known_finish: bool = True
    stated: tuple[date | None, ...] | None = None


UNKNOWN = Figures(NEVER, NEVER, 0, 0, known_start=False, known_finish=False)
"""A task placed by hand on no day: it has no dates and holds nothing back."""
OPEN_NODE = Figures(NEVER, EVER, 0, 0)
"""The beginning or the end of a summary task that has links of its own: only its links say when."""


def without_length(task: Task) -> bool:
    """Whether the task happens at one moment."""
    return task.duration == 0 or (task.milestone and task.duration is None)


def figures(task: Task, calendar: WorkingCalendar, begins: int) -> Figures:
    """The figures of a task that has none beneath it; ``begins`` is the programme's first moment."""
    if task.actual_finish is not None:
        return _stated(task, calendar, task.actual_start, task.actual_finish, free=False)
    if task.actual_start is not None:
        finish = task.placed_finish if task.mode == "placed" else None
        return _stated(task, calendar, task.actual_start, finish, free=False)
    if task.mode == "placed":
        return _stated(task, calendar, task.placed_start, task.placed_finish, free=True)
    return _scheduled(task, calendar, begins)


def _days(task: Task) -> int | None:
    """Whole working days, at least 0; ``None`` where nobody said."""
    if without_length(task):
        return 0
    return None if task.duration is None else max(0, whole_days(task.duration))


def _scheduled(task: Task, calendar: WorkingCalendar, begins: int) -> Figures:
    days = _days(task)
    day = task.constraint_day
    tail = 2 * days - 1 if days else 0
    turn = 0 if days == 0 else 1
    by_finish = task.constraint in ("fnet", "mfo") and bool(days)
    if day is None or task.constraint not in ("snet", "fnet", "mso", "mfo"):
        bound = NEVER
    elif by_finish:
        bound = ending(calendar, calendar.on_or_after(day)) - tail
    else:
        bound = beginning(calendar, day)
    if bound != NEVER and task.constraint in ("mso", "mfo"):
        last = bound if turn else bound + 1
        return Figures(bound, last, turn, tail, cap=last + tail, known_finish=days is not None)
    return Figures(max(begins, bound), EVER, turn, tail, known_finish=days is not None)


def _stated(task: Task, calendar: WorkingCalendar, start: date | None, finish: date | None, *, free: bool) -> Figures:
    """The figures of a task that stands where someone said; the days that nobody said follow from its length."""
    days = _days(task)
    day = start or finish
    if day is None:
        return UNKNOWN
    shown = _on_rest_days(calendar, start, finish)
    if days == 0 and (start is None or finish is None or start == finish):
        low = beginning(calendar, day)
        return Figures(low, low + 1, 0, 0, free=free, stated=shown and (day, day))
    if start is None:
        tail = 2 * days - 1 if days else 1
        low = ending(calendar, day) - tail
        return Figures(low, low, 1, tail, free=free, known_start=days is not None, stated=shown)
    low = beginning(calendar, start)
    if finish is None:
        tail = 2 * days - 1 if days else 0
        return Figures(low, low, 1, tail, free=free, known_finish=days is not None, stated=shown)
    return Figures(low, low, 1, ending(calendar, finish) - low, free=free, stated=shown)


def _on_rest_days(calendar: WorkingCalendar, *days: date | None) -> tuple[date | None, ...] | None:
    """Those of the days on which nobody works; ``None`` where there is none."""
    shown = tuple(None if day is None or calendar.is_working(day) else day for day in days)
    return shown if any(shown) else None
