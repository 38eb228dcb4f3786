"""Linking tasks: the edits that make one wait for another, refused where the tasks would wait for one another."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble


def link_selected(programme: Programme, tasks: Sequence[str]) -> tuple[Edit, ...]:
    """Make each task wait for the one named before it, from finish to start; raises ``Trouble`` for a loop.

    Tasks that are linked already stay as they are.
    """
    draft = Draft(programme)
    waits = _Waits(programme)
    for first, second in pairwise(tasks):
        if (first, second) in waits.linked:
            continue
        ring = waits.way(second, first)
        if ring:
            raise Trouble(_refusal(programme, waits.shape, ring))
        waits.add(first, second)
        draft.add(DEPENDENCIES, None, parent=second, predecessor=first)
    return draft.edits


def unlink_selected(programme: Programme, tasks: Iterable[str]) -> tuple[Edit, ...]:
    """Take away every link between these tasks; for a single task, every link to it and from it."""
    chosen = set(tasks)
    draft = Draft(programme)
    for dependency in programme.rows(DEPENDENCIES):
        ends = {dependency.parent, dependency.predecessor}
        if ends <= chosen or (len(chosen) == 1 and ends & chosen):
            draft.set(DEPENDENCIES, dependency.id, "exists", False)
    return draft.edits


def loop_refusal(programme: Programme, predecessor: str, successor: str) -> str | None:
    """The sentence that refuses a link because it would close a loop; ``None`` where it would not."""
    waits = _Waits(programme)
    ring = waits.way(successor, predecessor)
    return _refusal(programme, waits.shape, ring) if ring else None


def _refusal(programme: Programme, shape: Shape, ring: Sequence[str]) -> str:
    """``ring`` leads from the task that would wait to the one that it would wait for."""
    names = [_name(programme, shape, task_id) for task_id in ring]
    if len(ring) == 1:
        return f"{names[0]} cannot wait for itself."
    circle = " → ".join([names[-1], *names])
    return f"{names[0]} cannot wait for {names[-1]}: they would wait for one another for ever ({circle})."


def _name(programme: Programme, shape: Shape, task_id: str) -> str:
    task = programme.row(TASKS, task_id)
    return f"{shape.numbers[shape.places[task_id]]} {task.title if task is not None else ''}".rstrip()


class _Waits:
    """Which task waits for which, by links of every kind, and by being part of a summary task.

    Nodes are places in the outline; the end of a summary task is its place plus the number of tasks.
    """

    def __init__(self, programme: Programme) -> None:
        self.shape = shape_of(programme)
        self.linked: set[tuple[str, str]] = set()
        self._after: dict[int, list[int]] = {}
        for dependency in programme.rows(DEPENDENCIES):
            if dependency.predecessor is not None and dependency.parent is not None:
                self.add(dependency.predecessor, dependency.parent)

    def add(self, first: str, second: str) -> None:
        """Take in a link; one to a task that is not there is none."""
        places = self.shape.places
        if first in places and second in places:
            self.linked.add((first, second))
            self._after.setdefault(places[first], []).append(places[second])

    def way(self, first: str, second: str) -> tuple[str, ...]:
        """Tasks that lead from the start of one to the finish of another, both named; empty where none do."""
        shape = self.shape
        if first == second:
            return (first,)
        start, target = shape.places[first], self._exit(shape.places[second])
        came = {start: start}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            for step in self._steps(node):
                if step not in came:
                    came[step] = node
                    queue.append(step)
        if target not in came:
            return ()
        way = [target]
        while way[-1] != start:
            way.append(came[way[-1]])
        ids = [shape.ids[node % len(shape.ids)] for node in reversed(way)]
        inner = [task_id for place, task_id in enumerate(ids) if not place or task_id != ids[place - 1]]
        return tuple(inner)

    def _exit(self, place: int) -> int:
        return place + len(self.shape.ids) if self.shape.is_summary(place) else place

    def _steps(self, node: int) -> Iterable[int]:
        """The nodes that wait for this one, in one step."""
        shape, count = self.shape, len(self.shape.ids)
        place = node % count
        if node < count and shape.is_summary(place):
            child = place + 1
            while child < shape.ends[place]:
                yield child
                child = shape.ends[child]
            return
        if shape.above[place] >= 0:
            yield shape.above[place] + count
        yield from self._after.get(place, ())
