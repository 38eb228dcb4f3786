"""Moving, stretching and reordering tasks as a person does by hand, each as one change that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.fields import Value
from sharedprog.domain.naming import label
from sharedprog.domain.plan.calendar import days_of
from sharedprog.domain.plan.calendars import calendars_of
from sharedprog.domain.plan.milestones import is_milestone
from sharedprog.domain.plan.outline import shape_of
from sharedprog.domain.plan.placing import placed_beside
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.typing_in import typed
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import day_words
from sharedprog.usecases.document import Document

DAY = 1440
"""Minutes of a day that runs day and night."""


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

    def later(task: Task) -> date:
        return days_of(calendars_of(document.programme).of(task)).add(_start_of(document, task), days)

    return _changed(document, "Move", tasks, "start", later)


def shift_weeks(document: Document, tasks: Sequence[str], weeks: int) -> ChangeSet | None:
    """Move tasks by so many weeks, to the same day of the week where it is worked; as ``shift`` does."""

    def later(task: Task) -> date:
        start, calendar = _start_of(document, task), days_of(calendars_of(document.programme).of(task))
        ahead = start.toordinal() + 7 * weeks
        return calendar.on_or_after(date.fromordinal(min(max(ahead, 1), date.max.toordinal())))

    return _changed(document, "Move", tasks, "start", later)


def stretch(document: Document, tasks: Sequence[str], days: int) -> ChangeSet | None:
    """Make tasks so many days longer, or shorter when negative, down to a day; raises ``Trouble`` where one cannot."""
    made = schedule(document.programme, document.today)

    def longer(task: Task) -> int:
        _check_unfinished(task)
        minutes = made.dates[task.id].minutes
        if is_milestone(task, summary=False):
            raise Trouble(f"“{task.title}” is a milestone, which takes no time.")
        if minutes is None:
            raise Trouble(f"“{task.title}” has no length yet. Type its days first.")
        day = DAY if task.elapsed else made.worked.frame.day_minutes
        return max(minutes + days * day, min(minutes, day))

    return _changed(document, "Stretch", tasks, "duration", longer)


def progress(document: Document, tasks: Sequence[str], percent: int) -> ChangeSet | None:
    """Say that so much more of tasks is done, or less when negative, between nothing and all."""

    def more(task: Task) -> int:
        return min(max((task.percent_complete or 0) + percent, 0), 100)

    return _changed(document, "Set progress of", tasks, "percent_complete", more)


def reorder(
    document: Document, tasks: Sequence[str], target: str, *, after: bool, beneath: bool = True
) -> ChangeSet | None:
    """Put tasks, with all beneath them, before or after another; after a summary task means ``beneath`` it, or not."""
    edits = placed_beside(document.programme, tasks, target, after=after, beneath=beneath)
    words = label(TASKS, _there(document, tasks[0])) if len(tasks) == 1 else f"{len(tasks)} tasks"
    return document.apply(f"Move {words} in the outline", edits)


def _changed(
    document: Document, verb: str, tasks: Sequence[str], field: str, wanted: Callable[[Task], Value]
) -> ChangeSet | None:
    """Type a value into each task as one change; of summaries and others, only the others."""
    draft, shape = document.draft(), shape_of(document.programme)
    chosen = [each for each in tasks if not shape.is_summary(shape.places[each])] or list(tasks)
    for task_id in chosen:
        for edit in typed(draft.before, document.today, task_id, field, wanted(_there(document, task_id))):
            draft.set(TASKS, edit.cell.row, edit.cell.field, edit.new)
    words = label(TASKS, _there(document, chosen[0])) if len(chosen) == 1 else f"{len(chosen)} tasks"
    return document.apply(f"{verb} {words}", draft.edits)


def _start_of(document: Document, task: Task) -> date:
    """The day on which unfinished work starts."""
    _check_unfinished(task)
    start = schedule(document.programme, document.today).dates[task.id].start
    if start is None:
        raise Trouble(f"“{task.title}” has no start yet. Type one first.")
    return start


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
