"""The links of a Gantt chart: lines between bars, in days across and rows down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sharedprog.domain.plan.gantt_rows import BAR, Bar, GanttRow
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency

STUB = 0.6
"""How far, in days, a line stands off a bar before it turns."""
INSET = 0.4
"""How far, in days, behind the beginning of a bar a line comes down on it."""
MIDDLE = (BAR[0] + BAR[1]) / 2

Point = tuple[float, float]


@dataclass(frozen=True)
class GanttLink:
    """A line from a predecessor's row to its successor's, with an arrow at its last point.

    ``points`` are (x, y): x in days, y in rows, where row n spans n to n + 1. ``critical`` is whether both are.
    """

    dependency_id: str
    from_row: int
    to_row: int
    kind: str
    critical: bool
    points: tuple[Point, ...]


def links_between(programme: Programme, rows: Mapping[str, GanttRow]) -> tuple[GanttLink, ...]:
    """The links whose two bars are both on the chart; ``rows`` by task id."""
    links = []
    for dependency in programme.rows(DEPENDENCIES):
        first, second = rows.get(dependency.predecessor or ""), rows.get(dependency.parent or "")
        made = link_between(dependency, first, second)
        if made is not None:
            links.append(made)
    return tuple(links)


def link_between(dependency: Dependency, first: GanttRow | None, second: GanttRow | None) -> GanttLink | None:
    """The line of one link; ``None`` where one of its bars is not on the chart."""
    if first is None or second is None or first.task_id == second.task_id or first.bar is None or second.bar is None:
        return None
    kind = dependency.kind or "FS"
    points = _route(kind, first.bar, first.index, second.bar, second.index)
    critical = first.critical and second.critical
    return GanttLink(dependency.id, first.index, second.index, kind, critical, points)


def _route(kind: str, first: Bar, row: int, second: Bar, target: int) -> tuple[Point, ...]:
    """A line along days and rows; it comes down on a bar that begins later, and goes round one that does not."""
    leaves_right, enters_right = kind[:1] == "F", kind[1:] == "F"
    begin = (first.x1 if leaves_right else first.x0, row + MIDDLE)
    end = (second.x1 if enters_right else second.x0, target + MIDDLE)
    if kind == "FS" and end[0] >= begin[0]:
        x = min(end[0] + INSET, (second.x0 + second.x1) / 2)
        return _without_repeats(begin, (x, begin[1]), (x, target + BAR[0 if target > row else 1]))
    out = begin[0] + (STUB if leaves_right else -STUB)
    into = end[0] + (STUB if enters_right else -STUB)
    if leaves_right == enters_right:
        x = max(out, into) if leaves_right else min(out, into)
        return begin, (x, begin[1]), (x, end[1]), end
    if kind == "SF" and into <= out:
        return begin, (out, begin[1]), (out, end[1]), end
    gap = float(target if target > row else target + 1)
    return begin, (out, begin[1]), (out, gap), (into, gap), (into, end[1]), end


def _without_repeats(*points: Point) -> tuple[Point, ...]:
    return tuple(point for place, point in enumerate(points) if not place or point != points[place - 1])
