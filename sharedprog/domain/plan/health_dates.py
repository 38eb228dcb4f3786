"""Checks 5 to 10: dates that hold tasks, float, lengths, dates that cannot be, and owners."""

from __future__ import annotations

from collections.abc import Iterator

from sharedprog.domain.plan.axis import is_known
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.health_links import DONE, days_words, is_timed
from sharedprog.domain.plan.health_material import Material, day_or_unknown, made, share
from sharedprog.domain.plan.health_terms import Check, Failing
from sharedprog.domain.registers.tasks import CONSTRAINTS, Task

HARD = ("mso", "mfo", "snlt", "fnlt")
WORDS = {option.code: option.words for option in CONSTRAINTS}
NO_FLOAT = "No unfinished task has a float: none of them has both its dates."


def date_checks(material: Material) -> Iterator[Check]:
    """The six checks."""
    yield share(material, "hard_dates", _hard(material), len(material.left), reason=DONE)
    floats = [(task, days) for task in material.left if (days := _float(material, task)) is not None]
    none = NO_FLOAT if material.left else DONE
    most = material.preset.float_days
    high = (
        Failing(task.id, f"It can slip {days_words(int(days))}: see whether a link to what needs it is missing.")
        for task, days in floats
        if days > most
    )
    yield share(material, "high_float", high, len(floats), reason=none)
    late = (
        Failing(
            task.id,
            f"It is {days_words(-days)} too late for a date that must be kept: shorten it or what comes before it, or "
            "agree another date.",
        )
        for task, days in floats
        if days < 0
    )
    yield share(material, "negative_float", late, len(floats), reason=none)
    yield _long(material)
    yield share(material, "invalid_dates", _invalid(material), len(material.tasks), reason="The plan has no tasks.")
    yield _owners(material)


def _hard(material: Material) -> Iterator[Failing]:
    """Placed tasks and begun ones stand where they were put, and no constraint holds them."""
    for task in material.left:
        if task.constraint in HARD and task.constraint_day is not None and task.mode != "placed":
            held = f"{WORDS[task.constraint]} {day_or_unknown(task.constraint_day)}"
            yield Failing(
                task.id, f"{held} holds it whatever its links say: use “start no earlier than”, or make it a deadline."
            )


def _float(material: Material, task: Task) -> float | None:
    minutes = material.schedule.dates[task.id].total_float_minutes
    return None if minutes is None else material.days(minutes)


def _long(material: Material) -> Check:
    """Lengths are told in working days of the task's own calendar, also of those that run day and night."""
    most, worked = material.preset.duration_days, material.worked
    lengths: list[tuple[Task, float]] = []
    for task in material.left:
        place = material.place(task)
        figures = worked.made[place]
        start, finish = worked.forward.starts[place], worked.forward.finishes[place]
        if not is_timed(task):
            continue
        if task.elapsed and is_known(start) and is_known(finish):
            lengths.append((task, material.days(figures.measure.between(start, finish))))
        elif not task.elapsed:
            lengths.append((task, material.days(figures.length)))
    failing = (
        Failing(task.id, f"It takes {days_words(days)}: split it into parts each of which someone can see finished.")
        for task, days in lengths
        if days > most
    )
    reason = "No unfinished task has a duration." if material.left else DONE
    return share(material, "long_tasks", failing, len(lengths), reason=reason)


def _invalid(material: Material) -> Iterator[Failing]:
    left = {task.id for task in material.left}
    for task in material.tasks:
        words = _past_or_future(material, task, material.schedule.dates[task.id], is_left=task.id in left)
        if words:
            yield Failing(task.id, words)


def _past_or_future(material: Material, task: Task, dates: Dates, *, is_left: bool) -> str:
    """What is wrong with the dates of a task on the day to which progress is known; empty where nothing is."""
    now = material.status
    if task.actual_finish is not None and task.actual_finish > now:
        return f"It is said to finish on {day_or_unknown(task.actual_finish)}, which is still to come: correct it."
    if task.actual_start is not None and task.actual_start > now:
        return f"It is said to start on {day_or_unknown(task.actual_start)}, which is still to come: correct it."
    if not is_left:
        return ""
    if dates.finish is not None and dates.finish < now:
        return f"It was to be done by {day_or_unknown(dates.finish)}: say when it was done, or how much is left."
    if task.actual_start is None and dates.start is not None and dates.start < now:
        return f"It was to start on {day_or_unknown(dates.start)}: say when it did, or give it a later start."
    return ""


def _owners(material: Material) -> Check:
    """For information only, as in the DCMA's own: tasks need not have one."""
    timed = [task for task in material.left if is_timed(task)]
    failing = [Failing(task.id, "Nobody owns it: name who sees to it.") for task in timed if task.owner is None]
    words = "for information"
    if not timed:
        reason = "No unfinished task has a duration." if material.left else DONE
        return made(material, "owners", words, reason=reason)
    return made(material, "owners", words, count=len(failing), of=len(timed), failing=failing)
