"""Why a task stands where it does, in one plain sentence, and the critical path that the sentence comes from."""

from __future__ import annotations

from sharedprog.domain.phrases import Phrase, phrase
from sharedprog.domain.plan.axis import NEVER
from sharedprog.domain.plan.causes import cause
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.delays import Delays, delays
from sharedprog.domain.plan.figures import without_length
from sharedprog.domain.plan.network import network
from sharedprog.domain.plan.saying import Words, at_place, cause_clause, length_words, named
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.words import day_words

PLAN_FINISH = "the plan's finish"


def why(programme: Programme, schedule: Schedule, task_id: str) -> Phrase:
    """One sentence about a task's dates, the names in it strong; empty for a task that is not there."""
    task = programme.row(TASKS, task_id)
    if task is None:
        return ()
    shape = schedule.shape
    place = shape.places[task_id]
    if shape.is_summary(place):
        return _of_summary(programme, schedule, place)
    dates = schedule.dates[task_id]
    if task.actual_finish is not None:
        return phrase(f"Finished on {day_words(task.actual_finish)}.")
    ring = next((ring for ring in network(programme).loops if task_id in ring), None)
    if ring is not None:
        return _of_loop(programme, schedule, task_id, ring)
    if not task.active:
        return phrase("It is not in the plan, so it moves no other task and no date waits for it.")
    if dates.finish is None:
        return _of_unknown(task, dates)
    found = delays(programme, schedule)
    if dates.critical:
        return _of_critical(found, place, dates)
    return phrase("Can slip ", _room(schedule, dates), " before it ", *_misses(found, place), ".")


def critical_path(schedule: Schedule, to: str | None = None) -> tuple[str, ...]:
    """Ids of the tasks, first to last, each waiting for the one before with no room between them.

    It ends with the task that finishes last of all, and then holds critical tasks only; or with the task named.
    """
    shape, worked = schedule.shape, schedule.worked
    leaves = [place for place in range(len(shape.ids)) if not shape.is_summary(place)]
    if not leaves or worked.last <= NEVER:
        return ()
    last = max(leaves, key=lambda leaf: (worked.forward.finishes[leaf], worked.network.ranks[leaf]))
    place: int | None = last if to is None else shape.places[to]
    path: list[str] = []
    while place is not None:
        path.append(shape.ids[place])
        place = _before(schedule, place, critical=to is None)
    return tuple(reversed(path))


def _before(schedule: Schedule, place: int, *, critical: bool) -> int | None:
    """The predecessor, past summary tasks' gates and ends, that leaves a task no room."""
    worked, ids = schedule.worked, schedule.shape.ids
    waiting = [place]
    while waiting:
        node = waiting.pop()
        for first, held in sorted(worked.forward.holds(node), key=lambda each: (-each[1], each[0])):
            if not worked.holds_back(node, held):
                continue
            if first >= len(ids):
                waiting.append(first)
            elif not critical or schedule.dates[ids[first]].critical:
                return first
    return None


def _of_summary(programme: Programme, schedule: Schedule, place: int) -> Phrase:
    """A summary task finishes when its last task does."""
    shape = schedule.shape
    finish = schedule.dates[shape.ids[place]].finish_at
    beneath = (shape.ids[leaf] for leaf in range(place + 1, shape.ends[place]) if not shape.is_summary(leaf))
    last = next((leaf for leaf in beneath if finish is not None and schedule.dates[leaf].finish_at == finish), None)
    if last is None:
        return phrase("Its dates come from the tasks beneath it.")
    return phrase("Finishes when ", named(programme, schedule, last), " does.")


def _of_loop(programme: Programme, schedule: Schedule, task_id: str, ring: tuple[str, ...]) -> Phrase:
    """A task that waits for itself."""
    turn = ring.index(task_id)
    parts: Words = ["Waits for itself, so its links move nothing: "]
    for each in (*ring[turn:], *ring[:turn]):
        parts += [named(programme, schedule, each), " → "]
    return phrase(*parts, named(programme, schedule, task_id), ". Take one of the links away.")


def _of_unknown(task: Task, dates: Dates) -> Phrase:
    """A task of which the finish is not known, and what to do about it."""
    if dates.start is not None:
        return phrase("Its finish is not known, because it has no duration. Type the days it takes.")
    if task.mode == "placed":
        return phrase("It was placed by hand, on no day. Type its start.")
    return phrase("It has no dates, because nothing says when it starts. Give the programme a start, or type its own.")


def _of_critical(found: Delays, place: int, dates: Dates) -> Phrase:
    """What sets its dates, and what any delay would move."""
    programme, schedule = found.programme, found.schedule
    end = found.felt(place)
    parts: Words = ["Critical because "]
    setting = cause(programme, schedule.worked, place)
    clause: Words = []
    if setting is not None:
        by_link = setting._replace(kind="link") if setting.tie is not None else setting
        clause = cause_clause(programme, schedule, place, by_link)
        if by_link.kind == setting.kind and setting.kind == found.bound(end) and end == place:
            clause = []  # the date that sets it is the one that it must keep, told below
    if clause:
        parts += [*clause, " and "]
    if (dates.total_float_minutes or 0) > 0:
        return phrase(*parts, "it can slip only ", _room(schedule, dates), " before it ", *_misses(found, place), ".")
    kept = _must_keep(found, end, itself=end == place)
    if kept:
        return phrase(*parts, *kept, _late(schedule, dates), ".")
    task = found.task(end)
    day = None if task is None else schedule.dates[task.id].finish
    when = day_words(day) if day is not None else "a day that is not known"
    moved = PLAN_FINISH if end == place else at_place(programme, schedule, end)
    return phrase(*parts, "any delay moves ", moved, f" from {when}{_late(schedule, dates)}.")


def _must_keep(found: Delays, end: int, *, itself: bool) -> Words:
    """The date that a task must keep, as a clause; empty where there is none."""
    task, bound = found.task(end), found.bound(end)
    if task is None:
        return []
    subject: Words = ["it" if itself else at_place(found.programme, found.schedule, end)]
    if task.constraint in ("mso", "mfo") and task.constraint_day is not None and task.mode != "placed":
        return [*subject, f" is fixed on {day_words(task.constraint_day)}"]
    if bound == "deadline" and task.deadline is not None:
        return [*subject, f" has a deadline on {day_words(task.deadline)}"]
    if bound in ("snlt", "fnlt") and task.constraint_day is not None:
        verb = "come" if without_length(task) else "start" if bound == "snlt" else "finish"
        return [*subject, f" must {verb} by {day_words(task.constraint_day)}"]
    return []


def _misses(found: Delays, place: int) -> Words:
    """What a task does once its room is used up: ``delays 4 Day 1``, ``misses its deadline, Fri 4 Dec 2026``."""
    end = found.felt(place)
    task, bound = found.task(end), found.bound(end)
    if task is None:
        return ["delays ", PLAN_FINISH]
    if bound == "deadline" and task.deadline is not None:
        day = day_words(task.deadline)
        if end == place:
            return [f"misses its deadline, {day}"]
        return ["delays ", at_place(found.programme, found.schedule, end), f" past its deadline, {day}"]
    if bound and end == place and task.constraint_day is not None:
        verb = "come" if without_length(task) else "start" if bound in ("snlt", "mso") else "finish"
        return [f"is too late to {verb} by {day_words(task.constraint_day)}"]
    if end == place or not (bound or found.schedule.dates[task.id].critical):
        return ["delays ", PLAN_FINISH]
    return ["delays ", at_place(found.programme, found.schedule, end)]


def _room(schedule: Schedule, dates: Dates) -> str:
    return length_words(dates.total_float_minutes or 0, schedule.worked.frame.day_minutes)


def _late(schedule: Schedule, dates: Dates) -> str:
    """How far a date cannot be kept."""
    if (dates.total_float_minutes or 0) >= 0:
        return ""
    return f", which cannot be kept: {_room(schedule, dates)} too late"
