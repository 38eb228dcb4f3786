"""``schedule``: the dates and the float of every task, and why each stands where it does."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from datetime import datetime

from sharedprog.cli.running import DONE
from sharedprog.domain.words import counted, day_words, duration_words
from sharedprog.usecases.document import Document
from sharedprog.usecases.scheduling import ScheduledPlan, ScheduledTask, scheduled

HEADS = ("WBS", "Task", "Start", "Finish", "Float", "", "Why")
WIDEST = 60
"""Letters beyond which a cell pushes those after it to the right."""


def schedule(typed: argparse.Namespace) -> int:
    """Tell the plan as it is worked out now."""
    document = Document.open(typed.file)
    try:
        plan = scheduled(document.programme, document.today)
    finally:
        document.close()
    print(json.dumps(_as_json(plan), ensure_ascii=False, indent=1) if typed.json else _as_text(plan))
    return DONE


def _as_json(plan: ScheduledPlan) -> dict[str, object]:
    tasks = [{name: _iso(value) for name, value in asdict(task).items()} for task in plan.tasks]
    return {"start": _iso(plan.start), "finish": _iso(plan.finish), "tasks": tasks}


def _iso(value: object) -> object:
    """Moments to the minute, as ``2026-12-03T17:00``."""
    return value.isoformat(timespec="minutes") if isinstance(value, datetime) else value


def _as_text(plan: ScheduledPlan) -> str:
    """A table, its columns as wide as what stands in them; why stands last, as it is longest."""
    if not plan.tasks:
        return "The plan has no tasks."
    span = f"{counted(len(plan.tasks), 'task')}, from {_day(plan.start)} to {_day(plan.finish)}."
    rows = [HEADS, *(_cells(task) for task in plan.tasks)]
    widths = [min(WIDEST, max(len(row[column]) for row in rows)) for column in range(len(HEADS) - 1)]
    lines = (_padded(row, widths) for row in rows)
    return "\n".join([*lines, span])


def _cells(task: ScheduledTask) -> tuple[str, ...]:
    room = "" if task.total_float_minutes is None else duration_words(task.total_float_minutes)
    critical = "critical" if task.critical else ""
    return task.wbs, task.name, _day(task.start), _day(task.finish), room, critical, task.why


def _padded(row: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()


def _day(moment: datetime | None) -> str:
    return "not known" if moment is None else day_words(moment.date())
