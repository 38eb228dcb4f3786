"""Putting tasks elsewhere in the outline, where someone drops them."""

from __future__ import annotations

from collections.abc import Iterable

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.moving import give_keys
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS


def placed_beside(
    programme: Programme, tasks: Iterable[str], target: str, *, after: bool, beneath: bool = True
) -> tuple[Edit, ...]:
    """Put tasks, with all beneath them, before or after another at its depth.

    After a summary task means first ``beneath`` it, unless that is not wanted. Nothing happens where the target is one
    of them, or stands beneath one.
    """
    shape = shape_of(programme)
    moved = _without_those_beneath(shape, tasks)
    place = shape.places.get(target)
    if place is None or not moved or any(at <= place < shape.ends[at] for at in moved):
        return ()
    inside = beneath and after and shape.is_summary(place)
    parent = place if inside else shape.above[place]
    family = [each for each in range(len(shape.ids)) if shape.above[each] == parent and each not in moved]
    at = 0 if inside else family.index(place) + after
    order = [*family[:at], *moved, *family[at:]]
    draft = Draft(programme)
    above = shape.ids[parent] if parent >= 0 else None
    for each in moved:
        draft.set(TASKS, shape.ids[each], "parent", above)
    give_keys(draft, TASKS, [shape.ids[each] for each in order], at, len(moved))
    return draft.edits


def _without_those_beneath(shape: Shape, tasks: Iterable[str]) -> list[int]:
    """Places of the tasks in outline order, without those that go along with one above them."""
    kept: list[int] = []
    end = -1
    for place in sorted(shape.places[task_id] for task_id in tasks if task_id in shape.places):
        if place >= end:
            kept.append(place)
            end = shape.ends[place]
    return kept
