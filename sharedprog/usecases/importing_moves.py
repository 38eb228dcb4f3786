"""Which dates of an imported plan would move if they were worked out, and why, before anything is imported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sharedprog.domain.drafting import Draft
from sharedprog.domain.phrases import plain
from sharedprog.domain.plan.axis import at, minute_of
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.plan.why import why
from sharedprog.domain.plan.working_time import ALL_HOURS, WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import CONSTRAINTS, TASKS, Task
from sharedprog.domain.words import clock_words, day_words, duration_words
from sharedprog.exchange.project_plan import PlanTask, ProjectPlan
from sharedprog.usecases.importing_drafting import put
from sharedprog.usecases.importing_project import ProjectReading
from sharedprog.usecases.importing_rows import Move, PlannedRow, sound

LONG_AGO = datetime(1970, 1, 1).date()  # noqa: DTZ001 - any day: no date of a plan goes by today's


MOST_STEPS = 2_000_000
"""Tasks that are looked at to say what dates mean for the plan; each move may look at all of them."""


def moves(
    programme: Programme, plan: ProjectPlan, reading: ProjectReading, rows: Sequence[PlannedRow]
) -> tuple[Move, ...]:
    """Every task of a plan whose start or finish would be another, compared in working time.

    ``rows`` are those that would come in if the dates were worked out.
    """
    draft = Draft(programme, reading.make_id)
    put(draft, sound(rows), LONG_AGO)
    after = draft.programme
    worked = schedule(after, LONG_AGO)
    return tuple(_moves(after, worked, plan, reading))


def _moves(after: Programme, worked: Schedule, plan: ProjectPlan, reading: ProjectReading) -> Iterator[Move]:
    told = 0
    for stated in plan.tasks:
        task = after.row(TASKS, reading.ids[stated.uid])
        if task is None or (stated.start is None and stated.finish is None):
            continue
        dates = worked.dates[task.id]
        measure = ALL_HOURS if stated.elapsed else reading.measure(stated)
        if _same(stated.start, dates.start_at, measure) and _same(stated.finish, dates.finish_at, measure):
            continue
        told += 1
        yield Move(
            uid=stated.uid,
            name=task.title,
            stated_start=stated.start,
            stated_finish=stated.finish,
            start=dates.start_at,
            finish=dates.finish_at,
            reason=" ".join([_reason(after, worked, task), *_left_behind(reading, stated)]),
            why=plain(why(after, worked, task.id)) if told * len(plan.tasks) <= MOST_STEPS else "",
        )


def _same(stated: datetime | None, worked: datetime | None, measure: WorkingTime) -> bool:
    """Whether two moments are one in working time: 17:00 is 8:00 of the next working day."""
    if stated is None or worked is None:
        return stated is None
    return measure.between(_minute(stated), _minute(worked)) == 0


def _minute(moment: datetime) -> int:
    return at(moment.date(), minute_of(moment.time()))


def _left_behind(reading: ProjectReading, stated: PlanTask) -> Iterator[str]:
    """What Project reckoned with for a task and this program does not."""
    if stated.levelling_delay:
        yield f"Project had put it off by {duration_words(stated.levelling_delay)} to level resources."
    if stated.uid in reading.calendars.of_several:
        yield "People with other working times work on it, by which Project reckoned."


def _reason(programme: Programme, worked: Schedule, task: Task) -> str:
    """What sets the dates of a task, in a sentence."""
    dates = worked.dates[task.id]
    if worked.shape.is_summary(worked.shape.places[task.id]):
        return "Its dates come from the tasks beneath it."
    if dates.start_at is None:
        return "Nothing says when it starts."
    if task.actual_finish is not None:
        return f"It was finished on {day_words(task.actual_finish)}."
    if task.actual_start is not None:
        return f"It was begun on {day_words(task.actual_start)}; what is left follows from there."
    driver = programme.row(TASKS, dates.driver)
    if driver is not None:
        ends = worked.dates[driver.id].finish_at
        when = f", which finishes on {_words(ends)}" if ends is not None else ""
        return f"It waits for “{driver.title}”{when}."
    words = {option.code: option.words for option in CONSTRAINTS}
    if task.constraint == "alap":
        return "It comes as late as it can."
    if task.constraint not in (None, "asap") and task.constraint_day is not None:
        return f"{words[str(task.constraint)]} {day_words(task.constraint_day)}."
    return f"Nothing holds it back, so it begins when the plan does, on {_words(dates.start_at)}."


def _words(moment: datetime) -> str:
    return f"{day_words(moment.date())} {clock_words(moment.time())}"
