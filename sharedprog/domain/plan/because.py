"""Because: what sets the dates of a task, in one sentence beside the one that says how far it can slip."""

from __future__ import annotations

from datetime import date, timedelta

from sharedprog.domain.phrases import Phrase, phrase
from sharedprog.domain.plan.axis import EVER, NEVER, finish_day, start_day
from sharedprog.domain.plan.causes import Cause, cause
from sharedprog.domain.plan.saying import cause_clause, named, on_day
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.calendars import CALENDARS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.words import day_words

FAR = 60
"""Days beyond which closed days are not looked for."""


def because(programme: Programme, schedule: Schedule, task_id: str) -> Phrase:
    """What sets a task's dates; empty where it has none, or is finished."""
    task = programme.row(TASKS, task_id)
    if task is None:
        return ()
    shape, worked = schedule.shape, schedule.worked
    place = shape.places[task_id]
    if shape.is_summary(place):
        return _of_summary(programme, schedule, place)
    found = cause(programme, worked, place)
    if found is None:
        return ()
    start = (worked.forward.aside.get(place) or (worked.forward.starts[place],))[0]
    closed = _closed_between(programme, schedule, task, place, found)
    if found.kind == "plan":
        return phrase(f"Starts on {on_day(start)}, where the plan begins{closed}.")
    if found.kind == "begun":
        return phrase(f"Began on {on_day(start)}, and what is left of it goes on from where it stopped.")
    clause = cause_clause(programme, schedule, place, found)
    if not clause:
        return ()
    by_finish = found.kind in ("fnet", "fnlt", "mfo") or (found.tie is not None and found.tie.kind[1] == "F")
    ends = worked.forward.finishes[place]
    if by_finish and NEVER < ends < EVER and worked.made[place].length:
        return phrase(f"Finishes on {on_day(ends, ends=True)}, because ", *clause, f"{closed}.")
    if found.kind == "status":
        goes_on = worked.made[place].time.next_start(found.moment)
        return phrase(f"What is left of it goes on from {on_day(goes_on)}, because ", *clause, ".")
    verb = "Stands" if found.kind == "placed" else "Starts"
    return phrase(f"{verb} on {on_day(start)}, because ", *clause, f"{closed}.")


def _of_summary(programme: Programme, schedule: Schedule, place: int) -> Phrase:
    """A summary task starts when its first task does."""
    shape = schedule.shape
    start = schedule.dates[shape.ids[place]].start_at
    beneath = (shape.ids[leaf] for leaf in range(place + 1, shape.ends[place]) if not shape.is_summary(leaf))
    first = next((leaf for leaf in beneath if start is not None and schedule.dates[leaf].start_at == start), None)
    return () if first is None else phrase("Starts when ", named(programme, schedule, first), " does.")


def _closed_between(programme: Programme, schedule: Schedule, task: Task, place: int, found: Cause) -> str:
    """Why work does not start as soon as it may, where it is not for a night or an ordinary weekend."""
    worked = schedule.worked
    made, usual = worked.made[place], worked.frame.calendars.usual
    start = worked.forward.starts[place]
    if found.kind not in ("link", "plan", "snet", "above") or not NEVER < found.moment < start < EVER:
        return ""
    before, after = finish_day(found.moment), start_day(start)
    if before is None or after is None or (after - before).days > FAR:
        return ""
    between = [before + timedelta(days=step) for step in range((after - before).days)]
    closed = [day for day in between if made.time.week[day.weekday()] and not made.time.hours(day)]
    if closed:
        return f"; nobody works on {_days(programme, closed)}"
    if made.measure is not usual and made.time is made.measure and usual.next_start(found.moment) < start:
        name = _calendar_name(programme, task)
        return f"; {name or 'its calendar'} is closed until then"
    return ""


def _days(programme: Programme, closed: list[date]) -> str:
    """``Fri 25 Dec 2026 (Christmas Day)``, or from the first of them to the last."""
    if len(closed) > 1:
        return f"{len(closed)} days from {day_words(closed[0])} to {day_words(closed[-1])}"
    holiday = next((row for row in programme.rows(BANK_HOLIDAYS) if row.day == closed[0]), None)
    return day_words(closed[0]) + (f" ({holiday.title})" if holiday is not None and holiday.title else "")


def _calendar_name(programme: Programme, task: Task) -> str:
    """The name of the working times that a task goes by."""
    partner = programme.row(PARTNERS, task.partner)
    row = programme.row(CALENDARS, task.calendar or (partner.calendar if partner is not None else None))
    return f"“{row.title}”" if row is not None and row.title else ""
