"""The sample's plan: tasks as entries, the links between them, the baseline, and progress that follows the dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.usecases.document import Document
from sharedprog.usecases.sample_content import Entry, SampleError
from sharedprog.usecases.sample_days import NEXT
from sharedprog.usecases.sample_steps import Rank, Step, Story
from sharedprog.usecases.sample_values import id_of

UPDATES = ("board1-1", *(f"board{number}-{days}" for number in range(2, NEXT) for days in (7, 3)))
LATELY = ("lately+2", "lately+5", "lately+10")
BASELINED = tuple(f"board{number}" for number in range(2, NEXT))
REASON = "The plan against which slips are reported; tasks that came later join it at the board that took them in."


def task_entries(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Plan entries in the register's own fields: parent, duration, constraint, and the workstream from above."""
    tasks = {entry.name: entry for entry in entries if entry.register == TASKS}
    return tuple(replace(entry, values=_values(entry, tasks)) for entry in tasks.values())


def _values(entry: Entry, tasks: Mapping[str, Entry]) -> dict[str, Any]:
    values = _fields(entry.values)
    if "up" in values:
        values["parent"] = values.pop("up")
    values.pop("after", None)
    values["story"] = [_fields(change) for change in values.get("story", ())]
    above: Entry | None = entry
    while above is not None and "workstream" not in above.values:
        above = tasks.get(above.values.get("up", ""))
    if above is None:
        raise SampleError(entry.place, "no task above it names a workstream")
    return {**values, "workstream": above.values["workstream"]}


def _fields(written: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(written)
    if "days" in values:
        values["duration"] = values.pop("days")
    if "not_before" in values:
        values |= {"constraint": "snet", "constraint_day": values.pop("not_before")}
    if values.get("milestone"):
        values["duration"] = 0
    return values


def dependency_steps(entries: Iterable[Entry], story: Story) -> Iterator[Step]:
    """Each link once both its tasks are there; written ``name`` or ``name+3`` with a lag in working days."""
    tasks = {entry.name: entry for entry in entries if entry.register == TASKS}
    for entry in tasks.values():
        after = entry.values.get("after", [])
        for written in [after] if isinstance(after, str) else after:
            name, _, lag = written.partition("+")
            if name not in tasks or (lag and not lag.isdigit()):
                raise SampleError(entry.place, f"it waits for {written!r}, which is no task")
            both = [story.days.read(task.values["at"], task.place) for task in (entry, tasks[name])]
            yield _link(story, entry, name, int(lag or 0), max(both))


def _link(story: Story, entry: Entry, predecessor: str, lag: int, day: date) -> Step:
    def fill(_: Document, draft: Draft) -> None:
        at = story.writing(draft, day, "pm", entry.place)
        cells = {
            "parent": story.names.find((TASKS.key,), entry.name, at),
            "predecessor": story.names.find((TASKS.key,), predecessor, at),
            "lag": story.names.value(DEPENDENCIES, "lag", lag, at),
        }
        draft.add(DEPENDENCIES, id_of(DEPENDENCIES.key, entry.name, predecessor), **cells)

    return Step(day, Rank.LINK, "pm", fill, title="Link the tasks of the plan", join=DEPENDENCIES.key)


def progress_steps(entries: Iterable[Entry], story: Story) -> Iterator[Step]:
    """Updates twice between boards, and the baseline when the board agrees it, or takes in new tasks."""
    longer = [(task.name, story.days.read(change["at"], task.place)) for task, change in _moves(entries)]
    for written in (*UPDATES, *LATELY):
        day = story.days.read(written, "progress")
        unfinished = frozenset(id_of(TASKS.key, name) for name, moved in longer if moved >= day)
        update = partial(_update, unfinished=unfinished)
        yield Step(day, Rank.PLAN, "analyst", update, title="Update progress of the plan")
    for written in BASELINED:
        yield Step(story.days.read(written, "baseline"), Rank.BOARD, "pm", _baseline, title="Set the baseline")


def _moves(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Mapping[str, Any]]]:
    """Each change that gives a task more days or another finish."""
    for entry in entries:
        for change in entry.values.get("story", ()) if entry.register == TASKS else ():
            if "days" in change or "finish" in change:
                yield entry, change


def _baseline(document: Document, draft: Draft) -> None:
    """The baseline that the second board agreed: dates of the tasks that have none in it yet, as they stand."""
    dates = schedule(document.programme, document.today).dates
    baseline = id_of(BASELINES.key, "agreed")
    if document.programme.row(BASELINES, baseline) is None:
        board, senior = id_of(BOARD_MEETINGS.key, "b2"), id_of(PEOPLE.key, "sro")
        said: dict[str, Value] = {"approved": document.today, "approved_by": senior, "board": board}
        draft.add(BASELINES, baseline, title="Agreed by board 2", reason=REASON, **said)
        draft.set(PROGRAMME, document.programme.settings.id, "baseline", baseline)
    for task in document.rows(TASKS):
        if task.baseline_finish is None:
            start, finish, minutes = dates[task.id].start, dates[task.id].finish, dates[task.id].minutes
            row = id_of(BASELINE_DATES.key, task.id)
            told: dict[str, Value] = {"start": start, "finish": finish, "duration": minutes}
            draft.add(BASELINE_DATES, row, parent=task.id, baseline=baseline, **told)
            for field, value in told.items():
                draft.set(TASKS, task.id, f"baseline_{field}", value)


def _update(document: Document, draft: Draft, unfinished: frozenset[str]) -> None:
    """How far every task is by its dates; one that will be given more days is not finished before it is."""
    today = document.today
    dates = schedule(document.programme, today).dates
    summaries = {task.parent for task in document.rows(TASKS)}
    done: set[str] = set()
    for task in sorted(document.rows(TASKS), key=lambda task: _by_dates(task, dates[task.id])):
        start, finish = dates[task.id].start, dates[task.id].finish
        if task.actual_finish is not None:
            done.add(task.id)
        elif task.id in summaries or start is None or finish is None or start > today:
            continue
        elif all(link.predecessor in done for link in document.programme.children(DEPENDENCIES, task.id)):
            draft.set(TASKS, task.id, "actual_start", task.actual_start or start)
            if finish <= today and task.id not in unfinished:
                done.add(task.id)
                draft.set(TASKS, task.id, "actual_finish", finish)
                draft.set(TASKS, task.id, "percent_complete", 100)
            else:
                share = _share(document, start, finish)
                draft.set(TASKS, task.id, "percent_complete", max(5, min(95, int(share * 20) * 5)))


def _by_dates(task: Task, dates: Dates) -> tuple[date, date, bool]:
    """An order in which every task comes after those it waits for."""
    return dates.finish or date.max, dates.start or date.max, task.milestone


def _share(document: Document, start: date, finish: date) -> float:
    """How much of a task's working days are behind it at the end of today."""
    calendar = calendar_of(document.programme)
    return calendar.length(start, document.today) / max(1, calendar.length(start, finish))
