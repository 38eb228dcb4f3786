"""Slack: how far a task can slip, by the definitions of Microsoft Project.

*Total slack* is the lesser of start slack (early to late start) and finish slack (early to late finish), the latter
alone once work has begun, and none for what comes as late as it can. *Free slack* is how far a task can slip before
it moves any that waits for it, never below nothing; its total slack where nothing waits for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sharedprog.domain.plan.axis import EVER, NEVER, is_known
from sharedprog.domain.plan.figures import BEGUN
from sharedprog.domain.plan.links import counts_clock, lagged
from sharedprog.domain.plan.network import PlanLink
from sharedprog.domain.plan.working_out import Worked


class Slack(NamedTuple):
    """Early and late dates as moments, and total and free slack in working minutes."""

    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    total: int | None
    free: int | None

    @classmethod
    def unknown(cls) -> Slack:
        """Of a task without dates."""
        return cls(NEVER, NEVER, NEVER, NEVER, None, None)


def slack(worked: Worked, place: int) -> Slack:
    """The slack of a task that has none beneath it."""
    figures, forward, backward = worked.made[place], worked.forward, worked.backward
    early = worked.early.get(place) or (forward.starts[place], forward.finishes[place])
    late_start, late_finish = backward.starts[place], backward.finishes[place]
    if figures.kind == BEGUN:
        late_start = figures.start
    if not (is_known(early[1]) and is_known(late_finish)):
        return Slack.unknown()._replace(early_start=early[0], early_finish=early[1])
    total = 0
    if figures.open and not figures.late:
        total = figures.float_measure.between(early[1], late_finish)
        if figures.kind != BEGUN:
            total = min(total, figures.float_measure.between(early[0], late_start))
    return Slack(*early, late_start, late_finish, total, _free(worked, place, total))


def _free(worked: Worked, place: int, total: int) -> int:
    figures = worked.made[place]
    if not figures.open:
        return 0
    rooms = [room for room in _rooms(worked, place) if room is not None]
    return max(0, min(rooms)) if rooms else max(0, total)


def _rooms(worked: Worked, place: int) -> Iterator[int | None]:
    """Working minutes before each task that waits for this one would move."""
    net, forward, made = worked.network, worked.forward, worked.made
    measure = made[place].float_measure
    for second in net.after[place]:
        if second >= forward.count and second not in net.gates:
            continue  # the end of its own summary task
        if made[second].open and made[second].active:
            yield _room(measure.between, forward.finishes[place], _start_of(worked, second))
    for link in net.linked_after.get(place, ()):
        if made[link.second].open and made[link.second].active:
            yield _room(measure.between, *_ends(worked, link))


def _start_of(worked: Worked, node: int) -> int:
    """Where a task starts; for a gate, where the first task behind it does."""
    starts = worked.forward.starts
    if node not in worked.network.gates:
        return starts[node]
    return min((starts[leaf] for leaf in worked.network.after[node]), default=EVER)


def _ends(worked: Worked, link: PlanLink) -> tuple[int, int]:
    """The end of the predecessor that a link is fixed to, and that of the successor with the lag taken off."""
    forward = worked.forward
    first = (forward.finishes if link.kind[0] == "F" else forward.starts)[link.first]
    second = _start_of(worked, link.second) if link.kind[1] == "S" else forward.finishes[link.second]
    if counts_clock(link, worked.made) and is_known(second):
        second = worked.made[link.second].time.next_start(second)
    return first, lagged(link, worked.made, second, -1)


def _room(between: Callable[[int, int], int], first: int, second: int) -> int | None:
    return between(first, second) if is_known(first) and is_known(second) else None
