"""The two passes over the network: forward for the dates, backward for the latest dates that keep the finish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.plan.figures import OPEN_NODE, Figures
from sharedprog.domain.plan.moments import elapsed, elapsed_back
from sharedprog.domain.plan.network import Network, SpecialLink


class Bounds(NamedTuple):
    """The figures of every node in columns, which the passes read quickly; see ``Figures`` for what each is."""

    low: list[int]
    high: list[int]
    turn: list[int]
    tail: list[int]
    cap: list[int]
    free: list[bool]

    def renewed(self, changed: Mapping[int, Figures]) -> Bounds:
        """The same columns with the figures of some nodes replaced."""
        low, high, turn = self.low.copy(), self.high.copy(), self.turn.copy()
        tail, cap, free = self.tail.copy(), self.cap.copy(), self.free.copy()
        for node, made in changed.items():
            low[node], high[node], turn[node] = made.low, made.high, made.turn
            tail[node], cap[node], free[node] = made.tail, made.cap, made.free
        return Bounds(low, high, turn, tail, cap, free)


def columns(figures: Sequence[Figures], size: int) -> Bounds:
    """The columns of the tasks' figures, with open ones for the gates and ends of summary tasks."""
    everything = [*figures, *[OPEN_NODE] * (size - len(figures))]
    return Bounds(
        low=[each.low for each in everything],
        high=[each.high for each in everything],
        turn=[each.turn for each in everything],
        tail=[each.tail for each in everything],
        cap=[each.cap for each in everything],
        free=[each.free for each in everything],
    )


def held_by(calendar: WorkingCalendar, link: SpecialLink, finish: int, tail: int) -> int:
    """The moment from which a successor may start, by a link whose lag depends on the dates.

    Per cent are of the predecessor's length, part of a day counted as a day; of a summary task they count nothing.
    """
    if link.percent:
        days = (tail + 1) >> 1
        return finish - 2 * (-days * link.percent // 100)
    return elapsed(calendar, finish, link.elapsed_days)


class Wave:
    """The nodes that a change reaches, each after those it hangs on; it grows while it is being walked."""

    def __init__(self, network: Network, changed: Iterable[int], *, backwards: bool = False) -> None:
        self._ranks, self._order = network.ranks, network.order
        self._sign = -1 if backwards else 1
        self._waiting: list[int] = []
        self._known: set[int] = set()
        self.reach(changed)

    def __iter__(self) -> Iterator[int]:
        while self._waiting:
            yield self._order[self._sign * heappop(self._waiting)]

    def reach(self, nodes: Iterable[int]) -> None:
        """Take in these nodes, each once."""
        for node in nodes:
            if node not in self._known:
                self._known.add(node)
                heappush(self._waiting, self._sign * self._ranks[node])


def forward(
    network: Network,
    bounds: Bounds,
    calendar: WorkingCalendar,
    starts: list[int],
    finishes: list[int],
    wave: Wave | None = None,
) -> None:
    """Work out the start and finish of every node (of those a wave reaches) as moments; below 0 is not known."""
    low, high, turn, tail = bounds.low, bounds.high, bounds.turn, bounds.tail
    before, special, special_after = network.before, network.special_before, network.special_after
    for node in network.order if wave is None else wave:
        start = low[node]
        for first, lag in before[node]:
            held = finishes[first] + lag
            if held > start:  # noqa: PLR1730 - in the innermost loop a call costs more than the whole comparison
                start = held
        if node in special:
            for link in special[node]:
                start = max(start, held_by(calendar, link, finishes[link.predecessor], tail[link.predecessor]))
        start = min(start, high[node]) | turn[node]
        starts[node] = start
        if wave is not None and (finishes[node] != start + tail[node] or node in special_after):
            wave.reach(network.successors(node))
        finishes[node] = start + tail[node]


def backward(
    network: Network,
    bounds: Bounds,
    calendar: WorkingCalendar,
    last: int,
    lates: list[int],
    wave: Wave | None = None,
) -> None:
    """Work out the latest finish of every node that leaves ``last``, and every fixed date, as they are.

    The *late finish* of the critical path method (Kelley and Walker, 1959), as Microsoft Project defines it.
    Successors that have begun, or finished, no longer hold their predecessors to anything.
    """
    turn, tail, cap, free = bounds.turn, bounds.tail, bounds.cap, bounds.free
    after, special, special_before = network.after, network.special_after, network.special_before
    for node in reversed(network.order) if wave is None else wave:
        late = min(last, cap[node])
        for second, lag in after[node]:
            held = lates[second] - tail[second] - lag
            if held < late and free[second]:
                late = held
        if node in special:
            late = min([late, *(held for _, held in limits(network, bounds, calendar, lates, node))])
        if turn[node]:
            late = late & ~1 if tail[node] & 1 else (late - 1) | 1
        if wave is not None and (lates[node] != late or node in special_before):
            wave.reach(network.predecessors(node))
        lates[node] = late


def limits(
    network: Network, bounds: Bounds, calendar: WorkingCalendar, lates: Sequence[int], node: int
) -> Iterator[tuple[int, int]]:
    """The successors of a node that have not begun, each with the latest finish that it leaves the node."""
    for second, lag in network.after[node]:
        if bounds.free[second]:
            yield second, lates[second] - bounds.tail[second] - lag
    for link in network.special_after.get(node, ()):
        second = link.successor
        if bounds.free[second]:
            late_start = lates[second] - bounds.tail[second]
            if link.percent:
                yield second, late_start - held_by(calendar, link, 0, bounds.tail[node])
            else:
                yield second, elapsed_back(calendar, late_start, link.elapsed_days)
