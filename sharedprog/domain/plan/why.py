"""Why a task stands where it does, in one plain sentence, and the critical path that the sentence comes from."""

from __future__ import annotations

from sharedprog.domain.phrases import Part, Phrase, phrase
from sharedprog.domain.plan.axis import NEVER
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.figures import without_length
from sharedprog.domain.plan.network import network
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.words import counted, day_words


def why(programme: Programme, schedule: Schedule, task_id: str) -> Phrase:
    """One sentence about a task's dates, the names in it strong; empty for a task that is not there."""
    task = programme.row(TASKS, task_id)
    if task is None:
        return ()
    shape = schedule.shape
    if shape.is_summary(shape.places[task_id]):
        return _of_summary(programme, schedule, task_id)
    dates = schedule.dates[task_id]
    if task.actual_finish is not None:
        return phrase(f"Finished on {day_words(task.actual_finish)}.")
    ring = next((ring for ring in network(programme).loops if task_id in ring), None)
    if ring is not None:
        return _of_loop(programme, schedule, task_id, ring)
    if dates.finish is None:
        return _of_unknown(task, dates)
    if dates.critical:
        return _of_critical(programme, schedule, task, dates)
    delayed = delayed_first(programme, schedule, task_id)
    days = counted(dates.total_float or 0, "day")
    target: Part | str = "the plan's finish" if delayed is None else named(programme, schedule, delayed)
    return phrase(f"Can slip {days} before it delays ", target, ".")


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


def delayed_first(programme: Programme, schedule: Schedule, task_id: str) -> str | None:
    """The id of what a task would delay if it slipped beyond its float: a critical milestone, else the last task.

    ``None`` where nothing that matters waits for it, so that only the plan's finish holds it.
    """
    worked, shape = schedule.worked, schedule.shape
    place = shape.places[task_id]
    found = place
    node = worked.tightest(place)
    while node is not None:
        found = worked.network.owners[node]
        task = programme.row(TASKS, shape.ids[found])
        if task is not None and without_length(task) and schedule.dates[task.id].critical:
            break
        node = worked.tightest(node)
    return None if found == place else shape.ids[found]


def named(programme: Programme, schedule: Schedule, task_id: str) -> Part:
    """A task's number and name, strong."""
    task = programme.row(TASKS, task_id)
    number = schedule.shape.numbers[schedule.shape.places[task_id]]
    return Part(f"{number} {task.title if task is not None else ''}".rstrip(), strong=True)


def _of_summary(programme: Programme, schedule: Schedule, task_id: str) -> Phrase:
    """A summary task finishes when its last task does."""
    shape, finish = schedule.shape, schedule.dates[task_id].finish
    place = shape.places[task_id]
    beneath = (shape.ids[leaf] for leaf in range(place + 1, shape.ends[place]) if not shape.is_summary(leaf))
    last = next((leaf for leaf in beneath if finish is not None and schedule.dates[leaf].finish == finish), None)
    if last is None:
        return phrase("Its dates come from the tasks beneath it.")
    return phrase("Finishes when ", named(programme, schedule, last), " does.")


def _of_loop(programme: Programme, schedule: Schedule, task_id: str, ring: tuple[str, ...]) -> Phrase:
    """A task that waits for itself."""
    turn = ring.index(task_id)
    parts: list[str | Part] = ["Waits for itself, so its links move nothing: "]
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


def _of_critical(programme: Programme, schedule: Schedule, task: Task, dates: Dates) -> Phrase:
    """What must finish first, and what any delay would move."""
    place = schedule.shape.places[task.id]
    before = _before(schedule, place, critical=True)
    parts: list[str | Part] = ["Critical because "]
    if before is not None:
        parts += [named(programme, schedule, schedule.shape.ids[before]), " must finish first and "]
    end = delayed_first(programme, schedule, task.id)
    target = programme.row(TASKS, end) if end is not None else task
    if target is None:
        return phrase(*parts, "it leaves no room.")
    day = schedule.dates[target.id].finish
    when = day_words(day) if day is not None else "a day that is not known"
    if _is_fixed(target):
        subject: str | Part = "it" if target is task else named(programme, schedule, target.id)
        return phrase(*parts, subject, f" is fixed on {when}{_late(dates)}.")
    moved: str | Part = "the plan's finish" if target is task else named(programme, schedule, target.id)
    return phrase(*parts, "any delay moves ", moved, f" from {when}{_late(dates)}.")


def _is_fixed(task: Task) -> bool:
    return task.constraint in ("mso", "mfo") and task.constraint_day is not None and task.mode != "placed"


def _late(dates: Dates) -> str:
    """How far a fixed date cannot be kept."""
    if not dates.total_float:
        return ""
    days = counted(-dates.total_float, "day")
    return f", which cannot be kept: {days} too late"
