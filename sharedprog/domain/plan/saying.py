"""Words of the plan: a task's number and name, lengths of time, and what a link or a date asks, in plain English."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.phrases import Part
from sharedprog.domain.plan.axis import finish_day, start_day
from sharedprog.domain.plan.causes import Cause, Tie
from sharedprog.domain.plan.figures import without_length
from sharedprog.domain.plan.links import counts_clock, lag_minutes
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.plan.working_out import Worked
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import counted, day_words

Words = list[str | Part]


def named(programme: Programme, schedule: Schedule, task_id: str) -> Part:
    """A task's number and name, strong."""
    task = programme.row(TASKS, task_id)
    number = schedule.shape.numbers[schedule.shape.places[task_id]]
    return Part(f"{number} {task.title if task is not None else ''}".rstrip(), strong=True)


def at_place(programme: Programme, schedule: Schedule, place: int) -> Part:
    """The same of the task at a place."""
    return named(programme, schedule, schedule.shape.ids[place])


def on_day(moment: int, *, ends: bool = False) -> str:
    """The day of a moment in words."""
    day: date | None = finish_day(moment) if ends else start_day(moment)
    return "a day that is not known" if day is None else day_words(day)


def length_words(minutes: int, day_minutes: int) -> str:
    """``6 days``, or under a day ``3 hours`` and ``20 minutes``: part of one is left out of what there is to spare.

    Of what is missing (below 0) part of one counts as one.
    """
    for size, name in ((max(1, day_minutes), "day"), (60, "hour"), (1, "minute")):
        if abs(minutes) >= size:
            return counted(abs(minutes // size) if minutes < 0 else minutes // size, name)
    return "no days"


def lag_words(worked: Worked, tie: Tie) -> str:
    """``2 days``, or on the clock ``48 hours by the clock``; empty where the link has no lag."""
    if tie.link is None:
        return ""
    minutes = abs(lag_minutes(tie.link, worked.made))
    if not minutes:
        return ""
    if counts_clock(tie.link, worked.made):
        hours = minutes / 60
        return f"{hours:g} {'hour' if hours == 1 else 'hours'} by the clock"
    day = max(1, worked.frame.day_minutes)
    if minutes >= day:
        days = f"{minutes / day:.2f}".rstrip("0").rstrip(".")
        return f"{days} {'day' if days == '1' else 'days'}"
    return length_words(minutes, day)


def link_clause(programme: Programme, schedule: Schedule, tie: Tie) -> Words:
    """What a link asks of its successor, which is called *it*: a clause of a sentence."""
    worked = schedule.worked
    first = at_place(programme, schedule, tie.first)
    what = "finishes" if tie.kind[0] == "F" else "starts"
    does = "starts" if tie.kind[1] == "S" else "finishes"
    lag = lag_words(worked, tie)
    if lag and tie.link is not None:
        way = "after" if lag_minutes(tie.link, worked.made) > 0 else "before"
        return [f"it {does} {lag} {way} ", first, f" {what}"]
    if tie.kind == "FS":
        return [first, " must finish first"]
    return [f"it may not {does.removesuffix('es') if does == 'finishes' else 'start'} before ", first, f" {what}"]


def cause_clause(programme: Programme, schedule: Schedule, place: int, found: Cause) -> Words:
    """What sets a task's dates, as a clause; empty where it is only that the plan begins."""
    task = programme.row(TASKS, schedule.shape.ids[place])
    if task is None:
        return []
    day = "a day that is not known" if task.constraint_day is None else day_words(task.constraint_day)
    alike = without_length(task)
    match found.kind:
        case "link":
            return [] if found.tie is None else link_clause(programme, schedule, found.tie)
        case "snet":
            return [f"it may not {'come' if alike else 'start'} before {day}"]
        case "fnet":
            return [f"it may not {'come' if alike else 'finish'} before {day}"]
        case "snlt":
            return [f"it must {'come' if alike else 'start'} by {day}"]
        case "fnlt":
            return [f"it must {'come' if alike else 'finish'} by {day}"]
        case "mso" | "mfo":
            return [f"it is fixed on {day}"]
        case "above":
            above = programme.row(TASKS, schedule.shape.ids[found.place])
            from_day = None if above is None else above.constraint_day
            words = " may not start before " + ("a day" if from_day is None else day_words(from_day))
            return [at_place(programme, schedule, found.place), words]
        case "late":
            return ["it comes as late as it can"]
        case "placed":
            return ["it was placed by hand"]
        case "begun":
            return [f"it began on {on_day(found.moment)}"]
        case "status":
            return [f"progress is known to {on_day(found.moment, ends=True)}"]
        case "finish":
            return ["the plan is worked out from its finish"]
        case _:
            return []
