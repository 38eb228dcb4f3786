"""Linking tasks: the edits that make one wait for another, refused where the tasks would wait for one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sharedprog.domain.changes import Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.plan.network import network
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble


def link_selected(programme: Programme, tasks: Sequence[str]) -> tuple[Edit, ...]:
    """Make each task wait for the one named before it, from finish to start; raises ``Trouble`` for a loop.

    Tasks that are linked already stay as they are.
    """
    draft = Draft(programme)
    linked = {(link.predecessor, link.parent) for link in programme.rows(DEPENDENCIES)}
    for first, second in pairwise(tasks):
        if (first, second) in linked:
            continue
        if first == second:
            raise Trouble(f"{_name(programme, shape_of(programme), first)} cannot wait for itself.")
        linked.add((first, second))
        draft.add(DEPENDENCIES, None, parent=second, predecessor=first)
    refusal = refusal_between(programme, draft.programme, tuple(pairwise(tasks)))
    if refusal is not None:
        raise Trouble(refusal)
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


def loop_refusal(programme: Programme, predecessor: str, successor: str, kind: str = "FS") -> str | None:
    """The sentence that refuses a link because it would close a loop; ``None`` where it would not."""
    if predecessor == successor:
        return f"{_name(programme, shape_of(programme), successor)} cannot wait for itself."
    draft = Draft(programme)
    draft.add(DEPENDENCIES, None, parent=successor, predecessor=predecessor, kind=kind)
    return refusal_between(programme, draft.programme, ((predecessor, successor),))


def refusal_between(before: Programme, after: Programme, wanted: Sequence[tuple[str, str]]) -> str | None:
    """What is said of the first loop that was not there before, told from the link that would close it."""
    known = set(network(before).loops)
    ring = next((each for each in network(after).loops if each not in known), None)
    if ring is None:
        return None
    shape = shape_of(after)
    waiting = {second: first for first, second in wanted}
    second = next((task for task in ring if task in waiting), ring[0])
    first = waiting.get(second, ring[-1])
    turn = ring.index(second)
    names = [_name(after, shape, task) for task in (*ring[turn:], *ring[:turn])]
    circle = " → ".join([names[-1], *names])
    waiter, waited_for = _name(after, shape, second), _name(after, shape, first)
    return f"{waiter} cannot wait for {waited_for}: they would wait for one another for ever ({circle})."


def _name(programme: Programme, shape: Shape, task_id: str) -> str:
    task = programme.row(TASKS, task_id)
    return f"{shape.numbers[shape.places[task_id]]} {task.title if task is not None else ''}".rstrip()
