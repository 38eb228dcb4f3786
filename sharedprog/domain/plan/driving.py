"""The driving path: the tasks that set a task's dates, back to where they begin, and those that it sets, as a network.

Tasks stand in layers from left to right, each to the right of all that drive it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.causes import Tie, follows_links, ties_before
from sharedprog.domain.plan.driving_layout import laid_out
from sharedprog.domain.plan.saying import lag_words
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.plan.working_out import Worked
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS

MOST = 40
"""Tasks that are shown on either side of the one that was asked for."""


@dataclass(frozen=True)
class Box:
    """A task with its place in the network; ``x`` and ``y`` are the upper left corner, its height is 1."""

    task_id: str
    wbs: str
    name: str
    start: date | None
    finish: date | None
    critical: bool
    layer: int
    row: int
    x: float
    y: float


@dataclass(frozen=True)
class Arrow:
    """A link that leaves no room, by task ids; ``words`` say its kind and lag where it is not plain.

    They stand at the point before the last.
    """

    first: str
    second: str
    kind: str
    words: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Driving:
    """The network around a task; ``more_before`` and ``more_after`` say whether tasks further off are left out."""

    task_id: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float
    more_before: bool = False
    more_after: bool = False

    def box(self, task_id: str) -> Box:
        """The box of a task."""
        return next(box for box in self.boxes if box.task_id == task_id)


def drives(worked: Worked, place: int) -> tuple[Tie, ...]:
    """The links that set when a task starts: none where a date does, or where it has begun."""
    if not follows_links(worked, place):
        return ()
    ties: dict[int, Tie] = {}
    for tie in ties_before(worked, place):
        ties.setdefault(tie.first, tie)
    return tuple(ties.values())


def driven(worked: Worked, place: int) -> tuple[Tie, ...]:
    """The links by which a task sets when others start."""
    ties = (tie for second in _waiting(worked, place) for tie in drives(worked, second) if tie.first == place)
    return tuple(ties)


def _waiting(worked: Worked, place: int) -> Iterator[int]:
    """The tasks that wait for one, past summary tasks, each once."""
    net, seen, nodes = worked.network, {place}, [place]
    while nodes:
        for second in net.successors(nodes.pop()):
            if second not in seen:
                seen.add(second)
                if second < worked.forward.count:
                    yield second
                else:
                    nodes.append(second)


def driving(programme: Programme, schedule: Schedule, task_id: str, most: int = MOST) -> Driving:
    """The network of a task, the nearest tasks first; a summary task has none but itself."""
    worked, shape = schedule.worked, schedule.shape
    place = shape.places[task_id]
    if shape.is_summary(place):
        return _laid_out(programme, schedule, task_id, {place}, (), left_out=(False, False))
    before, before_ties, more_before = _reached(worked, place, most, ahead=False)
    after, after_ties, more_after = _reached(worked, place, most, ahead=True)
    ties = {(tie.first, tie.second): tie for tie in (*before_ties, *after_ties)}
    return _laid_out(
        programme, schedule, task_id, before | after, list(ties.values()), left_out=(more_before, more_after)
    )


def _reached(worked: Worked, place: int, most: int, *, ahead: bool) -> tuple[set[int], list[Tie], bool]:
    """Places to one side of a task, nearest first, the ties among them, and whether there are more than so many."""
    seen, ties, waiting = {place}, [], deque([place])
    more = False
    while waiting:
        at = waiting.popleft()
        for tie in driven(worked, at) if ahead else drives(worked, at):
            other = tie.second if ahead else tie.first
            if other not in seen:
                if len(seen) > most:
                    more = True
                    continue
                seen.add(other)
                waiting.append(other)
            ties.append(tie)
    return seen, ties, more


def _laid_out(
    programme: Programme,
    schedule: Schedule,
    task_id: str,
    places: Iterable[int],
    ties: Sequence[Tie],
    *,
    left_out: tuple[bool, bool],
) -> Driving:
    shape = schedule.shape
    layout = laid_out(sorted(places), ties, schedule.worked.network.ranks)
    boxes: list[Box] = []
    for place, (x, y) in layout.spots.items():
        task, dates = programme.row(TASKS, shape.ids[place]), schedule.dates[shape.ids[place]]
        name = task.title if task is not None else ""
        days = dates.start, dates.finish
        where = layout.layers[place], layout.rows[place]
        boxes.append(Box(shape.ids[place], shape.numbers[place], name, *days, dates.critical, *where, x, y))
    arrows = []
    for tie, points in zip(ties, layout.ways, strict=True):
        words = " ".join(filter(None, ("" if tie.kind == "FS" else tie.kind, lag_words(schedule.worked, tie))))
        arrows.append(Arrow(shape.ids[tie.first], shape.ids[tie.second], tie.kind, words, points))
    return Driving(task_id, tuple(boxes), tuple(arrows), layout.width, layout.height, *left_out)
