"""The driving path: the tasks that set a task's dates, back to where they begin, and those that it sets, as a network.

Tasks stand in layers from left to right, each to the right of all that drive it. Lengths are in heights of a box.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.causes import Tie, follows_links, ties_before
from sharedprog.domain.plan.saying import lag_words
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.plan.working_out import Worked
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS

WIDTH, BETWEEN_LAYERS, BETWEEN_ROWS = 4.0, 2.3, 0.5
BEND = 0.4
"""How far after a layer its arrows turn, so that their words have room before the next."""
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
    """A link that leaves no room, by task ids; ``words`` say its kind and lag where it is not plain."""

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
    layers, rows = _placed(schedule.worked, sorted(places), ties)
    deepest = max(len(layer) for layer in layers)
    boxes: dict[int, Box] = {}
    for depth, layer in enumerate(layers):
        for place in layer:
            task_at = schedule.shape.ids[place]
            task, dates = programme.row(TASKS, task_at), schedule.dates[task_at]
            boxes[place] = Box(
                task_at,
                schedule.shape.numbers[place],
                task.title if task is not None else "",
                dates.start,
                dates.finish,
                dates.critical,
                depth,
                rows[place],
                depth * (WIDTH + BETWEEN_LAYERS),
                (rows[place] + (deepest - len(layer)) / 2) * (1 + BETWEEN_ROWS),
            )
    arrows = tuple(_arrow(schedule.worked, tie, boxes) for tie in ties)
    width = len(layers) * (WIDTH + BETWEEN_LAYERS) - BETWEEN_LAYERS
    height = deepest * (1 + BETWEEN_ROWS) - BETWEEN_ROWS
    return Driving(task_id, tuple(boxes.values()), arrows, width, height, *left_out)


def _placed(worked: Worked, places: Sequence[int], ties: Sequence[Tie]) -> tuple[list[list[int]], dict[int, int]]:
    """The places by layer, and the row of each: beside those that drive it where there is room."""
    depths: dict[int, int] = dict.fromkeys(places, 0)
    firsts: dict[int, list[int]] = {}
    for tie in ties:
        firsts.setdefault(tie.second, []).append(tie.first)
    for place in sorted(places, key=lambda each: worked.network.ranks[each]):
        depths[place] = max((depths[first] + 1 for first in firsts.get(place, ())), default=0)
    seconds: dict[int, list[int]] = {}
    for tie in ties:
        seconds.setdefault(tie.first, []).append(tie.second)
    for place in sorted(seconds, key=lambda each: -worked.network.ranks[each]):
        depths[place] = min(depths[second] for second in seconds[place]) - 1  # as near to what it drives as it can
    layers: list[list[int]] = [[] for _ in range(max(depths.values()) + 1)]
    for place in places:
        layers[depths[place]].append(place)
    rows: dict[int, int] = {}
    for layer in layers:
        beside = {
            place: sum(rows[first] for first in firsts.get(place, ())) / max(1, len(firsts.get(place, ())))
            for place in layer
        }
        layer.sort(key=lambda each: (beside[each], each))
        rows.update({place: row for row, place in enumerate(layer)})
    return layers, rows


def _arrow(worked: Worked, tie: Tie, boxes: dict[int, Box]) -> Arrow:
    """From the end of a box that the link starts at to the one that it ends at, with a step before the second.

    The words stand at the point before the last.
    """
    one, other = boxes[tie.first], boxes[tie.second]
    start = (one.x + (WIDTH if tie.kind[0] == "F" else 0.0), one.y + 0.5)
    end = (other.x + (WIDTH if tie.kind[1] == "F" else 0.0), other.y + 0.5)
    points: tuple[tuple[float, float], ...]
    if tie.kind == "FS":
        bend = other.x - BETWEEN_LAYERS + BEND
        points = (start, (bend, start[1]), (bend, end[1]), end)
    else:
        level = (min(start[1], end[1]) if start[1] == end[1] else other.y + 0.5) - 0.5 - BETWEEN_ROWS / 2
        first_side = start[0] + (0.4 if tie.kind[0] == "F" else -0.4)
        second_side = end[0] + (0.4 if tie.kind[1] == "F" else -0.4)
        points = (start, (first_side, start[1]), (first_side, level), (second_side, level), (second_side, end[1]), end)
    lag = lag_words(worked, tie)
    words = " ".join(filter(None, ("" if tie.kind == "FS" else tie.kind, lag)))
    return Arrow(one.task_id, other.task_id, tie.kind, words, points)
