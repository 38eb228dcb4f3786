"""Checks 11 and 14: how the work stands against the baseline."""

from __future__ import annotations

from collections.abc import Iterator

from sharedprog.domain.plan.health_links import days_words
from sharedprog.domain.plan.health_material import Material, day_or_unknown, made, share
from sharedprog.domain.plan.health_terms import Check, Failing
from sharedprog.domain.plan.milestones import is_done
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.words import day_words

NO_BASELINE = "The plan has no baseline: keep its dates as one when the board has approved them."


def missed(material: Material) -> Check:
    """Check 11: tasks later than the baseline, of those due in it by now."""
    due = _due(material)
    return share(material, "missed", _late(material, due), len(due), reason=_why_not(material))


def execution(material: Material) -> Check:
    """Check 14: all tasks that are done, against those that the baseline has done by now."""
    due, least = _due(material), material.preset.execution_index
    threshold = f"at least {least:.2f}"
    if not due:
        return made(material, "execution_index", threshold, reason=_why_not(material))
    done = [task for task in material.tasks if is_done(task) and task.baseline_finish is not None]
    behind = [
        Failing(
            task.id,
            f"The baseline has it done by {day_or_unknown(task.baseline_finish)}: finish it, or say that it is done.",
        )
        for task in due
        if not is_done(task)
    ]
    value = len(done) / len(due)
    passed = value >= least - 1e-9
    return made(
        material,
        "execution_index",
        threshold,
        passed=passed,
        count=len(done),
        of=len(due),
        value=value,
        failing=behind,
    )


def _due(material: Material) -> list[Task]:
    """Tasks that the baseline has finished by the day to which progress is known."""
    return [
        task for task in material.tasks if task.baseline_finish is not None and task.baseline_finish <= material.status
    ]


def _why_not(material: Material) -> str:
    if any(task.baseline_finish is not None for task in material.tasks):
        return f"By {day_words(material.status)} the baseline has no task finished."
    return NO_BASELINE


def _late(material: Material, due: list[Task]) -> Iterator[Failing]:
    calendar = material.schedule.calendar
    for task in due:
        planned, finish = task.baseline_finish, material.schedule.dates[task.id].finish
        kept = finish is not None and planned is not None and finish <= planned
        if planned is None or (kept and (is_done(task) or planned >= material.status)):
            continue
        if is_done(task) and finish is not None:
            days = days_words(calendar.between(planned, finish))
            yield Failing(
                task.id, f"It was done {days} after its baseline: see whether tasks like it are planned too short."
            )
        elif not is_done(task):
            yield Failing(
                task.id,
                f"It was due by {day_words(planned)} and is now due by {day_or_unknown(finish)}: finish it, or put "
                "the new date to the board.",
            )
