"""The outline of an imported plan: who is beneath whom, from levels that may not add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sharedprog.domain.problems import Problem
from sharedprog.exchange.project_plan import PlanTask
from sharedprog.exchange.project_values import ProblemList, named

DEEPEST_LEVEL = 100


def project_row(tasks: Sequence[PlanTask]) -> PlanTask | None:
    """The row that Project keeps for the whole plan: the only one at level 0, before all others."""
    at_top = [task for task in tasks if task.level == 0]
    if len(at_top) == 1 and at_top[0] is tasks[0] and at_top[0].id in (0, None):
        return at_top[0]
    return None


def outlined(tasks: Sequence[PlanTask], problems: ProblemList) -> tuple[PlanTask, ...]:
    """The tasks in the order of their rows, each with its parent, a level that adds up, and whether it sums up."""
    ordered = _in_row_order(tasks)
    lift = 1 if any(task.level == 0 for task in ordered) else 0
    above: list[int] = []
    numbers: list[str] = []
    counts = [0]
    places: list[tuple[int, int | None]] = []
    for task in ordered:
        level = _possible(task, task.level + lift, len(above), problems)
        del above[level - 1 :]
        del counts[level:]
        counts[-1] += 1
        counts.append(0)
        places.append((level, above[-1] if above else None))
        numbers.append(".".join(map(str, counts[:level])))
        above.append(task.uid)
    parents = {parent for _, parent in places}
    return tuple(
        replace(task, level=level, parent_uid=parent, number=task.number or number, summary=task.uid in parents)
        for task, (level, parent), number in zip(ordered, places, numbers, strict=True)
    )


def _possible(task: PlanTask, level: int, depth_above: int, problems: ProblemList) -> int:
    """The level, or the nearest one that can be: one below the row above it, and not a hundred deep."""
    lowest = min(depth_above + 1, DEEPEST_LEVEL)
    if level > lowest:
        expected = (
            f"an outline at most {DEEPEST_LEVEL} levels deep"
            if lowest == DEEPEST_LEVEL
            else f"a level of at most {lowest}, one below the task above it"
        )
        problems.add(
            Problem(
                named("Task", task.uid if task.id is None else task.id, task.name),
                task.line,
                "OutlineLevel",
                str(level),
                expected,
                counted_in="line",
            )
        )
    return min(level, lowest)


def _in_row_order(tasks: Sequence[PlanTask]) -> Sequence[PlanTask]:
    """By row number where each has its own, else as they stand."""
    numbers = [task.id for task in tasks if task.id is not None]
    if len(set(numbers)) < len(tasks):
        return tasks
    return sorted(tasks, key=lambda task: task.id or 0)
