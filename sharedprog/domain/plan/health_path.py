"""Checks 12 and 13: whether the critical path carries a delay to the finish, and whether it fits before its dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sharedprog.domain.plan.axis import EVER, NEVER, finish_day
from sharedprog.domain.plan.figures import BEGUN, FIXED, PLAIN
from sharedprog.domain.plan.health_links import days_words
from sharedprog.domain.plan.health_material import Material, made
from sharedprog.domain.plan.health_terms import Check, Failing
from sharedprog.domain.registers.tasks import CONSTRAINTS, Task
from sharedprog.domain.words import day_words

WORDS = {option.code: option.words for option in CONSTRAINTS}
TOLERANCE = 0.99
"""Share of a delay from which it has reached the finish: calendars differ by the odd holiday."""


def delay_test(material: Material) -> Check:
    """Check 12: the first unfinished critical task takes much longer, and the last task of the plan must follow."""
    days, threshold = material.preset.delay_days, f"all {material.preset.delay_days} days"
    end = material.end
    tested = _tested(material, end)
    if isinstance(tested, str) or end is None:
        reason = tested if isinstance(tested, str) else "No task has a finish."
        return made(material, "critical_path", threshold, reason=reason)
    worked, place = material.worked, material.place(tested)
    figures, minutes = worked.made[place], days * material.day_minutes
    longer = figures._replace(length=figures.length + minutes, left=figures.left + minutes)
    after = worked.renewed({place: longer}).forward
    usual, last = worked.frame.calendars.usual, material.place(end)
    asked = usual.between(worked.forward.finishes[place], after.finishes[place])
    moved = usual.between(worked.forward.finishes[last], after.finishes[last])
    passed = moved >= TOLERANCE * asked
    told = days if passed else max(0, min(days, round(moved / material.day_minutes)))
    failing: tuple[Failing, ...] = ()
    if not passed:
        words = (
            f"Made {days} days longer, it moves {material.name(end.id)} by {days_words(told)}: link it, through the "
            "tasks between, to the end of the plan."
        )
        held = tuple(_held(material, place, last))
        lead = f"Made {days} days longer, it moves {material.name(end.id)} by {days_words(told)}: see what holds it."
        failing = (Failing(tested.id, lead if held else words), *held)
    return made(material, "critical_path", threshold, passed=passed, count=told, of=days, failing=failing)


def path_index(material: Material) -> Check:
    """Check 13: days left with the least float of all, over days left."""
    least = material.preset.path_index
    threshold = f"at least {least:.2f}"
    floats = {task.id: float_ for task in material.left if (float_ := _float(material, task)) is not None}
    end = material.end
    finish = None if end is None else finish_day(material.worked.forward.finishes[material.place(end)])
    if not floats or finish is None:
        reason = "No unfinished task has a float." if material.left else "Nothing is left to do."
        return made(material, "path_index", threshold, reason=reason)
    length = material.schedule.calendar.length(material.status, finish)
    if not length:
        reason = f"The plan was to be finished by {day_words(finish)}, so no days are left."
        return made(material, "path_index", threshold, reason=reason)
    lowest = min(floats.values())
    value = (length + lowest) / length
    passed = value >= least - 1e-9
    failing = [
        Failing(
            task_id,
            f"It is {days_words(-float_)} too late for a date that must be kept, with {length} days left: shorten the "
            "way to it, or agree another date.",
        )
        for task_id, float_ in floats.items()
        if not passed and float_ == lowest
    ]
    return made(material, "path_index", threshold, passed=passed, value=value, failing=failing)


def _float(material: Material, task: Task) -> float | None:
    minutes = material.schedule.dates[task.id].total_float_minutes
    return None if minutes is None else material.days(minutes)


def _tested(material: Material, end: Task | None) -> Task | str:
    """The task to be delayed, or why none can be: the first to start that leads on to others, and is not placed."""
    if material.worked.frame.ends > NEVER:
        return "The plan is worked out from its finish, which no delay can move."
    critical = [task for task in material.left if material.schedule.dates[task.id].critical and task != end]
    if not critical:
        return "No unfinished task but the last is critical."
    made_, starts = material.worked.made, material.worked.forward.starts
    free = [task for task in critical if made_[material.place(task)].kind in (PLAIN, BEGUN)]
    if not free:
        return "Every unfinished critical task stands where it was placed by hand, so no delay can be tried."
    timed = [task for task in free if made_[material.place(task)].length] or free
    return min(timed, key=lambda task: (starts[material.place(task)], material.place(task)))


def _held(material: Material, place: int, last: int) -> Iterator[Failing]:
    """Tasks on the way from one to the last that a date or a hand holds where they are."""
    network, figures = material.worked.network, material.worked.made
    after = _reached(place, network.successors)
    before = _reached(last, network.predecessors) | {last}
    for node in sorted(after & before):
        if node >= material.worked.forward.count or not figures[node].open:
            continue
        row = material.rows[material.schedule.shape.ids[node]]
        if figures[node].kind == FIXED:
            yield Failing(row.task.id, "It stands where it was placed by hand: have its dates worked out.")
        elif figures[node].high < EVER and row.task.constraint_day is not None:
            held = f"{WORDS.get(row.task.constraint or '', 'A date')} {day_words(row.task.constraint_day)}"
            yield Failing(row.task.id, f"{held} stops the delay there: make the date a deadline.")


def _reached(place: int, step: Callable[[int], Iterable[int]]) -> set[int]:
    found: set[int] = set()
    waiting = [place]
    while waiting:
        for node in step(waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found
