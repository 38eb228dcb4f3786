"""Knots: an order that follows the links, and where the links go in circles, those circles spelled out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

Steps = Sequence[Sequence[int]]
"""For each node, those that wait for it."""


class Knot(NamedTuple):
    """Nodes of which each waits, in the end, for itself; ``ring`` is a shortest way round, first to last."""

    nodes: frozenset[int]
    ring: tuple[int, ...]


def order_of(steps: Steps) -> tuple[list[int], list[int]]:
    """All nodes in an order that follows the links, and those that loops hold up for ever.

    Kahn (1962), "Topological sorting of large networks".
    """
    waits = [0] * len(steps)
    for coming in steps:
        for second in coming:
            waits[second] += 1
    order = [node for node, count in enumerate(waits) if not count]
    for node in order:
        for second in steps[node]:
            waits[second] -= 1
            if not waits[second]:
                order.append(second)
    return order, [node for node, count in enumerate(waits) if count]


def knots(stuck: Iterable[int], steps: Steps) -> list[Knot]:
    """The knots among the nodes that could not be put in order, by their lowest node.

    Strongly connected components without recursion: Gabow (2000), "Path-based depth-first search".
    """
    held = set(stuck)
    after = {node: [second for second in steps[node] if second in held] for node in sorted(held)}
    found = [group for group in _components(after) if len(group) > 1 or group[0] in after[group[0]]]
    return [Knot(frozenset(group), _ring(min(group), set(group), after)) for group in sorted(found, key=min)]


def _components(after: dict[int, list[int]]) -> list[list[int]]:
    number: dict[int, int] = {}
    done: set[int] = set()
    path: list[int] = []
    depths: dict[int, int] = {}
    bounds: list[int] = []
    components: list[list[int]] = []
    walk: list[tuple[int, Iterator[int]]] = []

    def enter(node: int) -> None:
        number[node] = len(number)
        depths[node] = len(path)
        path.append(node)
        bounds.append(node)
        walk.append((node, iter(after[node])))

    for start in list(after):
        if start not in number:
            enter(start)
        while walk:
            node, coming = walk[-1]
            step = next(coming, None)
            if step is None:
                walk.pop()
                if bounds[-1] == node:
                    bounds.pop()
                    components.append(path[depths[node] :])
                    done.update(components[-1])
                    del path[depths[node] :]
            elif step not in number:
                enter(step)
            elif step not in done:
                while number[bounds[-1]] > number[step]:
                    bounds.pop()
    return components


def _ring(start: int, within: set[int], after: dict[int, list[int]]) -> tuple[int, ...]:
    """A shortest way from a node back to itself."""
    came: dict[int, int] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for step in after[node]:
            if step == start:
                ring = [node]
                while ring[-1] != start:
                    ring.append(came[ring[-1]])
                return tuple(reversed(ring))
            if step in within and step not in came:
                came[step] = node
                queue.append(step)
    return (start,)
