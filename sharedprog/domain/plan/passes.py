"""The two passes over the network: forward for the dates, backward for the latest dates that keep the finish.

The critical path method of Kelley and Walker (1959), with the dates, constraints and links of Microsoft Project.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

from sharedprog.domain.plan.axis import EVER, NEVER
from sharedprog.domain.plan.figures import BEGUN, FIXED, PLAIN, Figures
from sharedprog.domain.plan.links import hold, release
from sharedprog.domain.plan.network import Network


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


class Forward:
    """The dates of every node as moments; ``starts`` and ``finishes`` are what others wait for.

    ``aside`` holds the dates of tasks that are not in the plan, and nobody waits for; ``held_late`` gives the nodes
    that come as late as they can their dates.
    """

    def __init__(self, network: Network, made: list[Figures]) -> None:
        self.network, self.made = network, made
        self.count = len(network.shape.ids)
        self.starts = [NEVER] * network.size
        self.finishes = [NEVER] * network.size
        self.aside: dict[int, tuple[int, int]] = {}

    def copied(self, made: list[Figures]) -> Forward:
        """The same dates to be worked on, with other figures."""
        other = Forward.__new__(Forward)
        other.network, other.made, other.count = self.network, made, self.count
        other.starts, other.finishes = self.starts.copy(), self.finishes.copy()
        other.aside = dict(self.aside)
        return other

    def run(self, held_late: dict[int, tuple[int, int]] | None = None) -> None:
        """Work out every node from nothing."""
        starts, finishes, made = self.starts, self.finishes, self.made
        before, linked, count = self.network.before, self.network.linked_before, self.count
        for node in self.network.order:
            figures = made[node]
            if figures.kind or node >= count or not figures.active or (held_late and node in held_late):
                starts[node], finishes[node] = self._special(node, held_late or {})
                continue
            start = figures.low
            for first in before[node]:
                start = max(start, finishes[first])
            if node in linked:
                for link in linked[node]:
                    start = max(start, hold(link, made, starts, finishes))
            start = min(start, figures.high)
            if start <= NEVER:
                starts[node] = finishes[node] = NEVER
            elif figures.length:
                starts[node], finishes[node] = figures.time.span(start, figures.length)
            else:
                starts[node] = finishes[node] = figures.stand(start)

    def follow(self, wave: Wave) -> None:
        """Work out again the nodes that a change reaches."""
        network = self.network
        for node in wave:
            before = self.starts[node], self.finishes[node]
            now = self._one(node)
            self.starts[node], self.finishes[node] = now
            if now != before:
                wave.reach(network.successors(node))

    def _one(self, node: int) -> tuple[int, int]:
        figures = self.made[node]
        if figures.kind or node >= self.count or not figures.active:
            return self._special(node, {})
        return self._plain(figures, min(max(figures.low, self.held(node)), figures.high))

    def held(self, node: int) -> int:
        """The moment from which everything a node waits for lets it start; ``NEVER`` where nothing holds it."""
        return max((moment for _, moment in self.holds(node)), default=NEVER)

    def holds(self, node: int) -> Iterator[tuple[int, int]]:
        """The predecessors of a node, each with the moment from which it lets the node start."""
        for first in self.network.before[node]:
            yield first, self.finishes[first]
        for link in self.network.linked_before.get(node, ()):
            yield link.first, hold(link, self.made, self.starts, self.finishes)

    @staticmethod
    def _plain(figures: Figures, start: int) -> tuple[int, int]:
        if start <= NEVER:
            return NEVER, NEVER
        if figures.length:
            return figures.time.span(start, figures.length)
        start = figures.stand(start)
        return start, start

    def _special(self, node: int, held_late: dict[int, tuple[int, int]]) -> tuple[int, int]:
        """The dates of a node that is no plain task."""
        figures = self.made[node]
        if node in held_late:
            return held_late[node]
        if node in self.network.beginnings:
            moment = min((self.starts[leaf] for leaf in self.network.before[node]), default=NEVER)
            return moment, moment
        if node >= self.count:
            moment = self.held(node)
            return moment, moment
        if figures.kind == FIXED:
            dates = figures.start, figures.finish
        elif figures.kind == BEGUN:
            dates = figures.start, self._rest(node, figures)
        else:
            dates = self._plain(figures, min(max(figures.low, self.held(node)), figures.high))
        if figures.active:
            self.aside.pop(node, None)
            return dates
        self.aside[node] = dates
        return NEVER, NEVER

    def _rest(self, node: int, figures: Figures) -> int:
        """Where begun work finishes: where progress is known to, the rest waits for that day and for its links."""
        done = max(0, figures.length - figures.left)
        stopped = figures.time.span(figures.start, done)[1] if done else figures.start
        if figures.low > stopped:
            stopped = max(figures.low, self.held(node))
        finish = figures.time.span(stopped, figures.left)[1] if figures.left else stopped
        return max(finish, figures.floor)


class Backward:
    """The latest start and finish of every node that leave the last moment, and every fixed date, as they are."""

    def __init__(self, forward: Forward, last: int) -> None:
        self.forward, self.last = forward, last
        size = forward.network.size
        self.starts = [last] * size
        self.finishes = [last] * size

    def copied(self, forward: Forward) -> Backward:
        """The same latest dates to be worked on, with other figures."""
        other = Backward.__new__(Backward)
        other.forward, other.last = forward, self.last
        other.starts, other.finishes = self.starts.copy(), self.finishes.copy()
        return other

    def run(self) -> None:
        """Work out every node from nothing."""
        network, made, count = self.forward.network, self.forward.made, self.forward.count
        starts, finishes, last = self.starts, self.finishes, self.last
        after, linked, beginnings = network.after, network.linked_after, network.beginnings
        for node in reversed(network.order):
            figures = made[node]
            if node >= count or figures.kind != PLAIN or node in linked or beginnings:
                starts[node], finishes[node] = self._one(node)
                continue
            late = min(last, figures.cap)
            if not figures.pinned:
                for second in after[node]:
                    if starts[second] < late and made[second].open and made[second].active:
                        late = starts[second]
            if figures.length:
                starts[node], finishes[node] = figures.time.span_back(late, figures.length)
            else:
                starts[node] = finishes[node] = figures.time.last_finish(late)

    def follow(self, wave: Wave) -> None:
        """Work out again the nodes that a change reaches."""
        for node in wave:
            before = self.starts[node], self.finishes[node]
            now = self._one(node)
            self.starts[node], self.finishes[node] = now
            if now != before:
                wave.reach(self.forward.network.predecessors(node))

    def limits(self, node: int) -> Iterator[tuple[int, int]]:
        """The successors of a node that are not finished, each with the latest finish that it leaves the node."""
        network, made = self.forward.network, self.forward.made
        for second in network.after[node]:
            if second in network.beginnings:
                if self.forward.starts[node] == self.forward.starts[second]:
                    yield second, self._ending_with(node, self.starts[second])
            elif made[second].open and made[second].active:
                yield second, self.starts[second]
        for link in network.linked_after.get(node, ()):
            if made[link.second].open and made[link.second].active:
                yield link.second, release(link, made, self.starts, self.finishes, self.last)

    def _ending_with(self, node: int, start: int) -> int:
        """The finish of a task that starts as late as may be."""
        figures = self.forward.made[node]
        return figures.time.span(start, figures.length)[1] if figures.length and abs(start) < EVER else start

    def _one(self, node: int) -> tuple[int, int]:
        figures = self.forward.made[node]
        if not figures.open:
            return figures.start, figures.finish
        late = min(self.last, figures.cap)
        if not figures.pinned:
            late = min((limit for _, limit in self.limits(node) if limit < late), default=late)
        if node >= self.forward.count or not NEVER < late < EVER:
            return late, late
        if figures.left:
            return figures.time.span_back(late, figures.left)
        late = figures.time.last_finish(late)
        return late, late
