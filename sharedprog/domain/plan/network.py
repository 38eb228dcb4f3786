"""The network: which task waits for which, as lists of node numbers in an order that follows the links.

A node is a task's place in the outline. A summary task that has links of its own gets nodes more: a *gate* that
everything beneath it waits for, an *end* that waits for everything beneath it, and a *beginning* that stands where
the first of them starts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sharedprog.domain.plan.knots import knots, order_of
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency


class PlanLink(NamedTuple):
    """A link with a lag, or of another kind than finish to start; ``lag`` in minutes, on the clock if ``elapsed``.

    ``percent`` of the predecessor's length is added to the lag.
    """

    first: int
    second: int
    kind: str
    lag: int
    elapsed: bool
    percent: int


@dataclass(frozen=True)
class Network:
    """Links between nodes, never changed once made; those that are part of a loop are left out.

    ``before`` and ``after`` are the links from finish to start without a lag, by the node; all others are in
    ``linked_before`` and ``linked_after``. ``order`` has every node after those it waits for, ``ranks`` is its
    inverse. ``owners`` says whose gate, end or beginning a node is: the place of the summary task.
    """

    shape: Shape
    before: Sequence[Sequence[int]]
    after: Sequence[Sequence[int]]
    linked_before: Mapping[int, tuple[PlanLink, ...]]
    linked_after: Mapping[int, tuple[PlanLink, ...]]
    order: list[int]
    ranks: list[int]
    owners: list[int]
    gates: frozenset[int]
    beginnings: frozenset[int]
    loops: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.before)

    def successors(self, node: int) -> Iterator[int]:
        """The nodes that wait for this one."""
        yield from self.after[node]
        for link in self.linked_after.get(node, ()):
            yield link.second

    def predecessors(self, node: int) -> Iterator[int]:
        """The nodes that this one waits for."""
        yield from self.before[node]
        for link in self.linked_before.get(node, ()):
            yield link.first


def network(programme: Programme) -> Network:
    """The network of a picture; made anew only when a task changes its place, or a link changes."""
    shape = shape_of(programme)
    table = programme.tables[DEPENDENCIES.key]
    for made_from, made in _RECENT:
        if made_from is table and made.shape is shape:
            return made
    return _RECENT.hold((table, _linked(shape, programme.rows(DEPENDENCIES))))[1]


_RECENT: Recent[tuple[Table, Network]] = Recent()


class _Builder:
    """Nodes and links in the making; ``steps`` are the links of every kind, of which only the order is asked."""

    def __init__(self, shape: Shape) -> None:
        count = len(shape.ids)
        self.shape = shape
        self.owners = list(range(count))
        self.before: list[list[int]] = [[] for _ in range(count)]
        self.steps: list[list[int]] = [[] for _ in range(count)]
        self.linked: list[PlanLink] = []
        self.gates: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        self.beginnings: dict[int, int] = {}

    def add(self, dependency: Dependency) -> None:
        """Take a link in; one to a task that is not there, or to itself, links nothing."""
        shape = self.shape
        first, second = shape.places.get(dependency.predecessor or ""), shape.places.get(dependency.parent or "")
        if first is None or second is None or first == second:
            return
        kind = dependency.kind if dependency.kind in ("SS", "FF", "SF") else "FS"
        is_part = second < first < shape.ends[second]
        if shape.is_summary(first):
            first = self._end(first) if kind[0] == "F" else self._beginning(first)
        seconds = [second]
        if shape.is_summary(second):
            seconds = [self._gate(second)] if kind[1] == "S" or is_part else self._leaves(second)
        percent = dependency.lag_percent or 0 if dependency.lag_kind == "percent" else 0
        lag = 0 if dependency.lag_kind == "percent" else dependency.lag or 0
        for each in seconds:
            self.steps[first].append(each)
            if kind == "FS" and not lag and not percent:
                self.before[each].append(first)
            else:
                self.linked.append(PlanLink(first, each, kind, lag, dependency.lag_kind == "elapsed", percent))

    def _end(self, place: int) -> int:
        """The node that waits for all the tasks beneath a summary task."""
        return self._after_leaves(place, self.ends)

    def _beginning(self, place: int) -> int:
        """The node that stands where the first of the tasks beneath a summary task starts."""
        return self._after_leaves(place, self.beginnings)

    def _after_leaves(self, place: int, known: dict[int, int]) -> int:
        if place not in known:
            made = known[place] = self._node(place)
            for leaf in self._leaves(place):
                self.steps[leaf].append(made)
                self.before[made].append(leaf)
        return known[place]

    def _gate(self, place: int) -> int:
        """The node that all the tasks beneath a summary task wait for."""
        if place not in self.gates:
            gate = self.gates[place] = self._node(place)
            for leaf in self._leaves(place):
                self.steps[gate].append(leaf)
                self.before[leaf].append(gate)
        return self.gates[place]

    def _node(self, place: int) -> int:
        self.owners.append(place)
        self.before.append([])
        self.steps.append([])
        return len(self.owners) - 1

    def _leaves(self, place: int) -> list[int]:
        shape = self.shape
        return [leaf for leaf in range(place + 1, shape.ends[place]) if not shape.is_summary(leaf)]


def _linked(shape: Shape, dependencies: Iterable[Dependency]) -> Network:
    builder = _Builder(shape)
    for dependency in dependencies:
        builder.add(dependency)
    order, stuck = order_of(builder.steps)
    loops: tuple[tuple[str, ...], ...] = ()
    if stuck:
        found = knots(stuck, builder.steps)
        loops = tuple(_named(knot.ring, shape, builder.owners) for knot in found)
        _untie(builder, {node: number for number, knot in enumerate(found) for node in knot.nodes})
        order, _ = order_of(builder.steps)
    after: list[list[int]] = [[] for _ in order]
    for second, firsts in enumerate(builder.before):
        for first in firsts:
            after[first].append(second)
    ranks = [0] * len(order)
    for rank, node in enumerate(order):
        ranks[node] = rank
    return Network(
        shape=shape,
        before=builder.before,
        after=after,
        linked_before=_grouped((link.second, link) for link in builder.linked),
        linked_after=_grouped((link.first, link) for link in builder.linked),
        order=order,
        ranks=ranks,
        owners=builder.owners,
        gates=frozenset(builder.gates.values()),
        beginnings=frozenset(builder.beginnings.values()),
        loops=loops,
    )


def _untie(builder: _Builder, tied: Mapping[int, int]) -> None:
    """Take out the links both ends of which are in one knot."""
    for node, knot in tied.items():
        builder.steps[node] = [second for second in builder.steps[node] if tied.get(second) != knot]
        builder.before[node] = [first for first in builder.before[node] if tied.get(first) != knot]
    builder.linked = [
        link for link in builder.linked if link.first not in tied or tied[link.first] != tied.get(link.second)
    ]


def _grouped(links: Iterable[tuple[int, PlanLink]]) -> dict[int, tuple[PlanLink, ...]]:
    groups: dict[int, list[PlanLink]] = {}
    for node, link in links:
        groups.setdefault(node, []).append(link)
    return {node: tuple(some) for node, some in groups.items()}


def _named(ring: Iterable[int], shape: Shape, owners: list[int]) -> tuple[str, ...]:
    """A loop as task ids, each waiting for the one before it; gates and ends as their summary task."""
    return tuple(dict.fromkeys(shape.ids[owners[node]] for node in ring))
