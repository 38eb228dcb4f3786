"""Moving tasks in the outline: indent, outdent, up, down, and a new task below another, as edits.

As in Microsoft Project, rows keep their order on the page: whoever follows an outdented task at its old depth
becomes part of it. Where a task cannot go further, it stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.ordering import DIGITS, after_last, between
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS


def indent(programme: Programme, tasks: Iterable[str]) -> tuple[Edit, ...]:
    """Make each task, with all beneath it, the last part of the task above it at its own depth."""
    arranging = _Arranging(programme)
    for task_id in arranging.chosen(tasks):
        place = arranging.place_of(task_id)
        if place:
            arranging.put(task_id, arranging.beside(task_id)[place - 1])
    return arranging.draft.edits


def outdent(programme: Programme, tasks: Iterable[str]) -> tuple[Edit, ...]:
    """Put each task, with all beneath it, right after the task that it was part of."""
    arranging = _Arranging(programme)
    for task_id in arranging.chosen(tasks):
        parent = arranging.parents[task_id]
        if parent is None:
            continue
        followers = arranging.beside(task_id)[arranging.place_of(task_id) + 1 :]
        arranging.put(task_id, arranging.parents[parent], arranging.place_of(parent) + 1)
        for follower in followers:
            arranging.put(follower, task_id)
    return arranging.draft.edits


def move_up(programme: Programme, tasks: Iterable[str]) -> tuple[Edit, ...]:
    """Move each task, with all beneath it, above the one before it at its depth."""
    arranging = _Arranging(programme)
    chosen = arranging.chosen(tasks)
    for task_id in chosen:
        place, beside = arranging.place_of(task_id), arranging.beside(task_id)
        if place and beside[place - 1] not in chosen:
            arranging.put(task_id, arranging.parents[task_id], place - 1)
    return arranging.draft.edits


def move_down(programme: Programme, tasks: Iterable[str]) -> tuple[Edit, ...]:
    """Move each task, with all beneath it, below the one after it at its depth."""
    arranging = _Arranging(programme)
    chosen = arranging.chosen(tasks)
    for task_id in reversed(chosen):
        place, beside = arranging.place_of(task_id), arranging.beside(task_id)
        if place + 1 < len(beside) and beside[place + 1] not in chosen:
            arranging.put(task_id, arranging.parents[task_id], place + 1)
    return arranging.draft.edits


def insert_below(draft: Draft, task_id: str | None, **values: Value) -> str:
    """Add a task to a draft on the line below another: first beneath a summary task, else next to it; its id.

    Without a task to stand below, it goes to the end of the outline.
    """
    shape = shape_of(draft.before)
    place = shape.places.get(task_id or "")
    if task_id is None or place is None:
        return draft.add(TASKS, None, **values)
    arranging = _Arranging(draft.before, draft)
    made = draft.add(TASKS, None, **values)
    if shape.is_summary(place):
        arranging.put(made, task_id, 0)
    else:
        arranging.put(made, arranging.parents[task_id], arranging.place_of(task_id) + 1)
    return made


class _Arranging:
    """The outline while tasks are being moved; every move goes into the draft at once."""

    def __init__(self, programme: Programme, draft: Draft | None = None) -> None:
        self.draft = draft or Draft(programme)
        self.shape: Shape = shape_of(programme)
        self.parents: dict[str, str | None] = {}
        self._families: dict[str | None, list[str]] = {}
        ids = self.shape.ids
        for place, above in enumerate(self.shape.above):
            parent = ids[above] if above >= 0 else None
            self.parents[ids[place]] = parent
            self._families.setdefault(parent, []).append(ids[place])

    def chosen(self, tasks: Iterable[str]) -> list[str]:
        """Those of the tasks that exist, in outline order, without those that go along with one above them."""
        places = sorted({self.shape.places[task_id] for task_id in tasks if task_id in self.shape.places})
        chosen: list[str] = []
        end = -1
        for place in places:
            if place >= end:
                chosen.append(self.shape.ids[place])
                end = self.shape.ends[place]
        return chosen

    def beside(self, task_id: str) -> list[str]:
        """The tasks that are part of the same one, this one among them, in order."""
        return self._families[self.parents[task_id]]

    def place_of(self, task_id: str) -> int:
        """The place of a task among those beside it, from 0."""
        return self.beside(task_id).index(task_id)

    def put(self, task_id: str, parent: str | None, place: int | None = None) -> None:
        """Make a task part of another (or of none) at a place among the others there; the last by default."""
        if task_id in self.parents:
            self.beside(task_id).remove(task_id)
        family = self._families.setdefault(parent, [])
        place = len(family) if place is None else place
        family.insert(place, task_id)
        self.parents[task_id] = parent
        self.draft.set(TASKS, task_id, "parent", parent)
        if parent in self.shape.faults and self.parents[parent] is None:
            self.draft.set(TASKS, parent, "parent", None)
        before = self._key(family[place - 1]) if place else ""
        after = self._key(family[place + 1]) if place + 1 < len(family) else ""
        key = _key_between(before, after)
        if key is not None:
            self.draft.set(TASKS, task_id, "order", key)
        else:
            self._number_anew(family)

    def _key(self, task_id: str) -> str:
        return str(self.draft.value(TASKS, task_id, "order"))

    def _number_anew(self, family: Iterable[str]) -> None:
        """Fresh keys for all, where two neighbours had the same or an import brought others than ours."""
        key = ""
        for task_id in family:
            key = after_last(key)
            self.draft.set(TASKS, task_id, "order", key)


def _key_between(before: str, after: str) -> str | None:
    """A key between two neighbours, or ``None`` where there is no room for one."""
    if not set(before + after) <= set(DIGITS) or (after and before >= after):
        return None
    key = between(before, after) if after else after_last(before)
    return key if before < key and (not after or key < after) else None
