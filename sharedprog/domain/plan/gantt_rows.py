"""The rows and bars of a Gantt chart, in days across."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.dating import Dates
from sharedprog.domain.plan.milestones import is_done, is_milestone
from sharedprog.domain.plan.outline import OutlineRow

BAR = (0.26, 0.70)
"""Top and bottom of a bar, and of a milestone's diamond, as parts of its row."""
SUMMARY = (0.34, 0.48)
"""Top and bottom of the beam of a summary task; its tips reach down to the bottom of a bar."""
BASELINE = (0.76, 0.86)
"""Top and bottom of the strip that shows the baseline."""


Days = tuple[date | None, date | None]
"""A start and a finish."""


@dataclass(frozen=True)
class Bar:
    """From ``x0`` to ``x1``, done up to ``done``; cut where the chart begins or ends. A milestone has no width."""

    x0: float
    x1: float
    done: float
    cut_left: bool = False
    cut_right: bool = False


@dataclass(frozen=True)
class GanttRow:
    """One task: its row, its words, and its bars, ``None`` where its days are unknown or outside the chart."""

    index: int
    task_id: str
    wbs: str
    title: str
    depth: int
    summary: bool
    milestone: bool
    critical: bool
    done: bool
    percent: int | None
    minutes: int | None
    start: date | None
    finish: date | None
    bar: Bar | None
    baseline: Bar | None


def gantt_row(
    index: int, row: OutlineRow, dates: Dates, first: date, last: date, compared: Days | None = None
) -> GanttRow:
    """A task on a chart from one day to another; ``compared`` are its days in another baseline than that in force."""
    task = row.task
    was_start, was_finish = (task.baseline_start, task.baseline_finish) if compared is None else compared
    milestone = is_milestone(task, summary=row.summary)
    bar = baseline = None
    if milestone:
        bar = _diamond(dates.finish, dates.at_end, first, last)
        baseline = _diamond(was_finish, dates.at_end, first, last)
    else:
        bar = _bar(dates.start, dates.finish, dates.percent or 0, first, last)
        if not row.summary:
            baseline = _bar(was_start, was_finish, 0, first, last)
    return GanttRow(
        index=index,
        task_id=task.id,
        wbs=row.wbs,
        title=task.title,
        depth=row.depth,
        summary=row.summary,
        milestone=milestone,
        critical=dates.critical,
        done=dates.percent == 100 if row.summary else is_done(task),
        percent=dates.percent,
        minutes=dates.minutes,
        start=dates.start,
        finish=dates.finish,
        bar=bar,
        baseline=baseline,
    )


def _bar(start: date | None, finish: date | None, percent: int, first: date, last: date) -> Bar | None:
    """A bar over whole days; a task of which only the start is known shows that one day."""
    begin, end = start or finish, finish or start
    if begin is None or end is None or begin > last or end < first:
        return None
    x0, x1 = float((begin - first).days), float((max(begin, end) - first).days + 1)
    width = float((last - first).days + 1)
    done = x0 + (x1 - x0) * min(percent, 100) / 100
    left, right = max(x0, 0.0), min(x1, width)
    return Bar(left, right, min(max(done, left), right), cut_left=x0 < 0, cut_right=x1 > width)


def _diamond(day: date | None, at_end: bool, first: date, last: date) -> Bar | None:  # noqa: FBT001 - one of four facts
    """A milestone: at the end of its day where a predecessor finishes on it, else at its beginning."""
    if day is None or not first <= day <= last:
        return None
    x = float((day - first).days + at_end)
    return Bar(x, x, x)
