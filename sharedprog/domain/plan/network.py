"""The network: which task waits for which, as lists of node numbers in an order that follows the links.

A node is a task's place in the outline. A summary task that has links of its own gets two more nodes: a *gate* that
everything beneath it waits for, and an *end* that waits for everything beneath it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sharedprog.domain.plan.calendar import whole_days
from sharedprog.domain.plan.knots import knots, order_of
from sharedprog.domain.plan.outline import Shape, shape_of
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency
from sharedprog.domain.words import DAY_MINUTES

Links = list[tuple[int, int]]
"""The other node of each link, and the lag in moments (two to a working day)."""


class SpecialLink(NamedTuple):
    """A link whose lag depends on the dates: calendar days, or per cent of the predecessor's length."""

    predecessor: int
    successor: int
    elapsed_days: int = 0
    percent: int = 0


@dataclass(frozen=True)
class Network:
    """Links between nodes, never changed once made: those from finish to start that are in no loop.

    ``before`` and ``after`` are the links of each node by the node; ``special`` those with a lag that depends on
    the dates, by successor and by predecessor. ``order`` has every node after those it waits for, ``ranks`` is
    its inverse. ``owners`` says whose gate or end a node is: the place of the summary task.
    """

    shape: Shape
    before: list[Links]
    after: list[Links]
    special_before: Mapping[int, tuple[SpecialLink, ...]]
    special_after: Mapping[int, tuple[SpecialLink, ...]]
    order: list[int]
    ranks: list[int]
    owners: list[int]
    gates: frozenset[int]
    loops: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> int:
        """How many nodes there are."""
        return len(self.before)

    def successors(self, node: int) -> Iterator[int]:
        """The nodes that wait for this one."""
        yield from (second for second, _ in self.after[node])
        yield from (link.successor for link in self.special_after.get(node, ()))

    def predecessors(self, node: int) -> Iterator[int]:
        """The nodes that this one waits for."""
        yield from (first for first, _ in self.before[node])
        yield from (link.predecessor for link in self.special_before.get(node, ()))


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
        self.before: list[Links] = [[] for _ in range(count)]
        self.steps: list[list[int]] = [[] for _ in range(count)]
        self.special: list[SpecialLink] = []
        self.gates: dict[int, int] = {}
        self.ends: dict[int, int] = {}

    def add(self, dependency: Dependency) -> None:
        """Take a link in; one to a task that is not there, or to itself, links nothing."""
        shape = self.shape
        first, second = shape.places.get(dependency.predecessor or ""), shape.places.get(dependency.parent or "")
        if first is None or second is None or first == second:
            return
        if shape.ends[first] > first + 1:
            first = self._end(first)
        if shape.ends[second] > second + 1:
            second = self._gate(second)
        self.steps[first].append(second)
        if dependency.kind != "FS":
            return
        if dependency.lag_kind == "elapsed":
            days = -(-(dependency.lag or 0) // DAY_MINUTES)
            self.special.append(SpecialLink(first, second, elapsed_days=days))
        elif dependency.lag_kind == "percent":
            self.special.append(SpecialLink(first, second, percent=dependency.lag_percent or 0))
        else:
            self.before[second].append((first, 2 * whole_days(dependency.lag) if dependency.lag else 0))

    def _end(self, place: int) -> int:
        """The node that waits for all the tasks beneath a summary task."""
        if place not in self.ends:
            end = self.ends[place] = self._node(place)
            for leaf in self._leaves(place):
                self.steps[leaf].append(end)
                self.before[end].append((leaf, 0))
        return self.ends[place]

    def _gate(self, place: int) -> int:
        """The node for which all the tasks beneath a summary task wait."""
        if place not in self.gates:
            gate = self.gates[place] = self._node(place)
            for leaf in self._leaves(place):
                self.steps[gate].append(leaf)
                self.before[leaf].append((gate, 0))
        return self.gates[place]

    def _node(self, place: int) -> int:
        self.owners.append(place)
        self.before.append([])
        self.steps.append([])
        return len(self.owners) - 1

    def _leaves(self, place: int) -> Iterable[int]:
        beneath = range(place + 1, self.shape.ends[place])
        return (leaf for leaf in beneath if not self.shape.is_summary(leaf))


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
    after: list[Links] = [[] for _ in order]
    for second, links in enumerate(builder.before):
        for first, lag in links:
            after[first].append((second, lag))
    ranks = [0] * len(order)
    for rank, node in enumerate(order):
        ranks[node] = rank
    return Network(
        shape=shape,
        before=builder.before,
        after=after,
        special_before=_grouped((link.successor, link) for link in builder.special),
        special_after=_grouped((link.predecessor, link) for link in builder.special),
        order=order,
        ranks=ranks,
        owners=builder.owners,
        gates=frozenset(builder.gates.values()),
        loops=loops,
    )


def _untie(builder: _Builder, tied: Mapping[int, int]) -> None:
    """Take out the links both ends of which are in one knot."""
    for node, knot in tied.items():
        builder.steps[node] = [second for second in builder.steps[node] if tied.get(second) != knot]
        builder.before[node] = [link for link in builder.before[node] if tied.get(link[0]) != knot]
    builder.special = [
        link
        for link in builder.special
        if link.predecessor not in tied or tied[link.predecessor] != tied.get(link.successor)
    ]


def _grouped(links: Iterable[tuple[int, SpecialLink]]) -> dict[int, tuple[SpecialLink, ...]]:
    groups: dict[int, list[SpecialLink]] = {}
    for node, link in links:
        groups.setdefault(node, []).append(link)
    return {node: tuple(some) for node, some in groups.items()}


def _named(ring: Iterable[int], shape: Shape, owners: list[int]) -> tuple[str, ...]:
    """A loop as task ids, each waiting for the one before it; gates and ends as their summary task."""
    return tuple(dict.fromkeys(shape.ids[owners[node]] for node in ring))
