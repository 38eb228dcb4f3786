"""The outline of the plan: tasks in reading order with their depth and number, whatever state the links are in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, cast

from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import TASKS, Task

NUMBERED_LEVELS = 100
"""Outline numbers deeper than this leave out the levels between, so that no outline can fill the memory."""


class OutlineRow(NamedTuple):
    """A task where it stands; ``depth`` is 0 at the top, ``summary`` is whether tasks stand beneath it."""

    task: Task
    depth: int
    wbs: str
    summary: bool


@dataclass(frozen=True)
class Shape:
    """How the tasks stand to one another, by place in reading order; the same until a task is moved.

    ``above`` is the place of the task that each is part of (-1 at the top) and ``ends`` the place after the
    last task beneath each; ``faults`` are the tasks whose parent is missing, or that would be part of themselves.
    """

    ids: tuple[str, ...]
    depths: tuple[int, ...]
    numbers: tuple[str, ...]
    above: tuple[int, ...]
    ends: tuple[int, ...]
    faults: tuple[str, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each task by id."""
        return {task_id: place for place, task_id in enumerate(self.ids)}

    def is_summary(self, place: int) -> bool:
        """Whether tasks stand beneath this one."""
        return self.ends[place] > place + 1


def outline(programme: Programme) -> tuple[OutlineRow, ...]:
    """Every task that exists, depth first; one with a missing parent, or in a loop of parents, at the top."""
    return tuple(rows_by_id(programme).values())


def rows_by_id(programme: Programme) -> Mapping[str, OutlineRow]:
    """The same by task id, in the same order; what an edit did not touch is taken from an earlier picture."""
    table = programme.tables[TASKS.key]
    shape = shape_of(programme)
    for made_from, rows in _ROWS:
        if made_from is table:
            return rows
        renewed = table.renewed_since(made_from)
        if renewed is not None:
            tasks = {task.id: rows[task.id]._replace(task=cast(Task, task)) for task in renewed}
            return _ROWS.hold((table, {**rows, **tasks}))[1]
    held = cast("Mapping[str, Task]", table.rows)
    made = {
        task_id: OutlineRow(held[task_id], depth, number, end > place)
        for place, (task_id, depth, number, end) in enumerate(
            zip(shape.ids, shape.depths, shape.numbers, shape.ends, strict=True), start=1
        )
    }
    return _ROWS.hold((table, made))[1]


def outline_faults(programme: Programme) -> tuple[str, ...]:
    """Ids of the tasks that stand at the top because their parent is missing, or they are part of themselves."""
    return shape_of(programme).faults


def shape_of(programme: Programme) -> Shape:
    """The shape of the outline; made anew only when a task came, went, or changed its place."""
    table = programme.tables[TASKS.key]
    families = table.families
    for made_from, shape in _SHAPES:
        if made_from is families:
            return shape
    return _SHAPES.hold((families, _shaped(table, families)))[1]


_ROWS: Recent[tuple[Table, dict[str, OutlineRow]]] = Recent()
_SHAPES: Recent[tuple[Mapping[str | None, tuple[str, ...]], Shape]] = Recent()


def _shaped(table: Table, families: Mapping[str | None, Sequence[str]]) -> Shape:
    top, faults = _at_the_top(table, families)
    ids: list[str] = []
    depths: list[int] = []
    numbers: list[str] = []
    above: list[int] = []
    ends: list[int] = []
    unread = [(task_id, -1, str(count)) for count, task_id in enumerate(top, start=1)][::-1]
    misplaced = set(faults)
    while unread:
        task_id, parent, number = unread.pop()
        place = len(ids)
        ids.append(task_id)
        above.append(parent)
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
        numbers.append(number)
        ends.append(place + 1)
        beneath = families.get(task_id)
        if beneath:
            stem = number if depths[place] < NUMBERED_LEVELS else number.rpartition(".")[0]
            kept = [child for child in beneath if child not in misplaced]
            unread.extend([(child, place, f"{stem}.{n}") for n, child in enumerate(kept, start=1)][::-1])
    for place in range(len(ids) - 1, -1, -1):
        if above[place] >= 0:
            ends[above[place]] = max(ends[above[place]], ends[place])
    return Shape(tuple(ids), tuple(depths), tuple(numbers), tuple(above), tuple(ends), tuple(faults))


def _at_the_top(table: Table, families: Mapping[str | None, Sequence[str]]) -> tuple[list[str], list[str]]:
    """Ids at the top of the outline in order, and those that are there because their parent cannot be."""
    parents = {task_id: cast(Task, table.rows[task_id]).parent for task_id in table.ids}
    lost = {task_id for task_id, parent in parents.items() if parent is not None and parent not in parents}
    honest = [task_id for task_id, parent in parents.items() if parent is None or task_id in lost]
    reached = set(honest)
    waiting = list(honest)
    while waiting:
        beneath = families.get(waiting.pop(), ())
        reached.update(beneath)
        waiting.extend(beneath)
    lost |= _in_loops({task_id: parents[task_id] for task_id in table.ids if task_id not in reached})
    if not lost:
        return honest, []
    top = [task_id for task_id, parent in parents.items() if parent is None or task_id in lost]
    return top, [task_id for task_id in top if task_id in lost]


def _in_loops(parents: Mapping[str, str | None]) -> set[str]:
    """The tasks that are part of themselves, among tasks none of which hangs on the top."""
    looped: set[str] = set()
    walked: set[str] = set()
    for start in parents:
        path: list[str] = []
        task_id: str | None = start
        while task_id is not None and task_id not in walked:
            walked.add(task_id)
            path.append(task_id)
            task_id = parents.get(task_id)
        if task_id is not None and task_id in path:
            looped.update(path[path.index(task_id) :])
    return looped
