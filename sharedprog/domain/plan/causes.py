"""Causes: what sets the dates of a task, told from the plan as it was worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sharedprog.domain.plan.axis import EVER, NEVER
from sharedprog.domain.plan.figures import BEGUN, FIXED, PLAIN, figures
from sharedprog.domain.plan.links import hold
from sharedprog.domain.plan.network import PlanLink
from sharedprog.domain.plan.working_out import Worked
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task


class Tie(NamedTuple):
    """A link that leaves its successor no room; both ends are places of tasks without any beneath them.

    ``moment`` is when it lets the successor start; ``link`` is ``None`` where it is from finish to start without a lag.
    """

    first: int
    second: int
    moment: int
    link: PlanLink | None = None

    @property
    def kind(self) -> str:
        """``FS``, ``SS``, ``FF`` or ``SF``."""
        return "FS" if self.link is None else self.link.kind


class Cause(NamedTuple):
    """What sets a task's dates.

    ``kind`` is ``link``, a constraint by its code, ``late`` (as late as it can be), ``placed``, ``begun``, ``status``
    (after the day to which progress is known), ``above`` (the constraint of the summary task at ``place``), ``plan``
    (where the plan begins) or ``finish`` (where a plan worked out from its finish must begin). ``moment`` is from when
    it lets the task start.
    """

    kind: str
    moment: int
    tie: Tie | None = None
    place: int = -1


def ties_before(worked: Worked, place: int) -> Iterator[Tie]:
    """The predecessors that leave a task no room, past summary tasks, the one that holds it longest first."""
    count = worked.forward.count
    waiting: list[tuple[int, int, PlanLink | None]] = [(place, NEVER, None)]
    while waiting:
        node, outer, carried = waiting.pop()
        for first, moment, link in _tight(worked, node):
            reached = moment if node == place else outer
            if first >= count:
                waiting.append((first, reached, link or carried))
            else:
                yield Tie(first, place, reached, link or carried)


def _tight(worked: Worked, node: int) -> list[tuple[int, int, PlanLink | None]]:
    """What a node waits for without room, with the moment from which it may start, and the link."""
    net, forward = worked.network, worked.forward
    if node in net.beginnings:
        start = forward.starts[node]
        return [(leaf, start, None) for leaf in net.before[node] if forward.starts[leaf] == start]
    found: list[tuple[int, int, PlanLink | None]] = [
        (first, forward.finishes[first], None) for first in net.before[node]
    ]
    found += [
        (link.first, hold(link, worked.made, forward.starts, forward.finishes), link)
        for link in net.linked_before.get(node, ())
    ]
    found = [each for each in found if worked.holds_back(node, each[1])]
    return sorted(found, key=lambda each: (-each[1], each[0]))


def follows_links(worked: Worked, place: int) -> bool:
    """Whether links can move a task: it has not begun, was not placed by hand, and does not come late."""
    return worked.made[place].kind == PLAIN and place not in worked.early and worked.made[place].active


def cause(programme: Programme, worked: Worked, place: int) -> Cause | None:
    """What sets the dates of a task that has none beneath it; ``None`` where it has no dates, or is finished."""
    made, forward = worked.made[place], worked.forward
    task = programme.row(TASKS, worked.network.shape.ids[place])
    start = (forward.aside.get(place) or (forward.starts[place],))[0]
    if task is None or start <= NEVER or not made.open:
        return None
    if made.kind == FIXED:
        return Cause("placed", start)
    if made.kind == BEGUN:
        return _of_begun(worked, place)
    if place in worked.early:
        return Cause("late", start)
    tie = next(ties_before(worked, place), None)
    if made.high < EVER and (made.pinned or max(made.low, forward.held(place)) >= made.high):
        return Cause(str(task.constraint), made.high, tie)
    if tie is not None:
        return Cause("link", tie.moment, tie)
    return _of_bound(programme, worked, place, task)


def _of_begun(worked: Worked, place: int) -> Cause:
    """Begun work goes on where it stopped, or after the day to which progress is known."""
    made = worked.made[place]
    done = max(0, made.length - made.left)
    stopped = made.time.span(made.start, done)[1] if done else made.start
    return Cause("status", made.low) if made.low > stopped and made.left else Cause("begun", made.start)


def _of_bound(programme: Programme, worked: Worked, place: int, task: Task) -> Cause:
    """A task that no link holds starts where a date lets it."""
    frame, made, shape = worked.frame, worked.made[place], worked.network.shape
    own = figures(task, made.measure, frame.terms).low
    if made.low > own and frame.ends <= NEVER:
        above = shape.above[place]
        while above >= 0:
            summary = programme.row(TASKS, shape.ids[above])
            if summary is not None and summary.constraint == "snet" and summary.constraint_day is not None:
                return Cause("above", made.low, place=above)
            above = shape.above[above]
    if task.constraint == "snet" and task.constraint_day is not None:
        return Cause("snet", made.low)
    if task.constraint == "fnet" and made.low > frame.terms.begins:
        return Cause("fnet", made.low)
    return Cause("finish" if frame.ends > NEVER else "plan", made.low)
