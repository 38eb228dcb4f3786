"""Moving, stretching and reordering tasks as a person does by hand, each as one change that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.fields import Value
from sharedprog.domain.naming import label
from sharedprog.domain.plan.calendar import days_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.outline import shape_of
from sharedprog.domain.plan.placing import placed_beside
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.typing_in import typed
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import day_words
from sharedprog.usecases.document import Document


def start_on(document: Document, task_id: str, day: date) -> ChangeSet | None:
    """Move a task so that it starts no earlier than a day; raises ``Trouble`` for finished work."""
    task = _there(document, task_id)
    _check_unfinished(task)
    return _typed(document, "Move", task, "start", day)


def finish_on(document: Document, task_id: str, day: date) -> ChangeSet | None:
    """Stretch a task to the end of a day."""
    task = _there(document, task_id)
    _check_unfinished(task)
    return _typed(document, "Stretch", task, "finish", day)


def done_to(document: Document, task_id: str, percent: int) -> ChangeSet | None:
    """Say how much of a task is done."""
    return _typed(document, "Set progress of", _there(document, task_id), "percent_complete", percent)


def shift(document: Document, tasks: Sequence[str], days: int) -> ChangeSet | None:
    """Move tasks by so many working days, each by its own calendar; raises ``Trouble`` where one cannot be."""
    draft = document.draft()
    programme = draft.before
    dates, shape = schedule(programme, document.today).dates, shape_of(programme)
    moved = [task_id for task_id in tasks if not shape.is_summary(shape.places[task_id])] or list(tasks)
    for task_id in moved:
        task = _there(document, task_id)
        _check_unfinished(task)
        start = dates[task_id].start
        if start is None:
            raise Trouble(f"“{task.title}” has no start yet. Type one first.")
        day = days_of(calendars_of(programme).of(task)).add(start, days)
        for edit in typed(programme, document.today, task_id, "start", day):
            draft.set(TASKS, edit.cell.row, edit.cell.field, edit.new)
    words = label(TASKS, _there(document, moved[0])) if len(moved) == 1 else f"{len(moved)} tasks"
    return document.apply(f"Move {words}", draft.edits)


def reorder(
    document: Document, tasks: Sequence[str], target: str, *, after: bool, beneath: bool = True
) -> ChangeSet | None:
    """Put tasks, with all beneath them, before or after another; after a summary task means ``beneath`` it, or not."""
    edits = placed_beside(document.programme, tasks, target, after=after, beneath=beneath)
    words = label(TASKS, _there(document, tasks[0])) if len(tasks) == 1 else f"{len(tasks)} tasks"
    return document.apply(f"Move {words} in the outline", edits)


def _there(document: Document, task_id: str) -> Task:
    task = document.programme.row(TASKS, task_id)
    if task is None:
        raise Trouble("This task is not there any more.")
    return task


def _check_unfinished(task: Task) -> None:
    if task.actual_finish is not None:
        day = day_words(task.actual_finish)
        raise Trouble(f"“{task.title}” finished on {day}, so it stays where it was.")


def _typed(document: Document, verb: str, task: Task, field: str, value: Value) -> ChangeSet | None:
    edits = typed(document.programme, document.today, task.id, field, value)
    return document.apply(f"{verb} {label(TASKS, task)}", edits)
