"""Where the boxes of a network stand, in layers from left to right, and the way of its arrows round them.

An arrow that skips layers has a lane of its own in each, between the boxes. Lengths are in heights of a box.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sharedprog.domain.plan.causes import Tie

WIDTH, BETWEEN_LAYERS, BETWEEN_ROWS = 5.6, 2.3, 0.5
BEND = 0.4
"""How far after a layer its arrows turn, so that their words have room before the next; also how far from a side."""
LANE, IN_LANE = 0.6, 0.15
"""The height that a lane takes, and where in it the arrow goes."""

Point = tuple[float, float]
Item = tuple[int, int]
"""A box: its place in the plan and -1; or a lane: the number of its arrow among the ties, and its layer."""


@dataclass(frozen=True)
class Layout:
    """``rows`` is the number of each box in its layer, ``spots`` its upper left corner; by place in the plan."""

    layers: Mapping[int, int]
    rows: Mapping[int, int]
    spots: Mapping[int, Point]
    ways: tuple[tuple[Point, ...], ...]
    width: float
    height: float


def laid_out(places: Sequence[int], ties: Sequence[Tie], ranks: Sequence[int]) -> Layout:
    """The places and, for each tie, the way of its arrow; ``ranks`` order places so that what drives comes first."""
    depths = _depths(places, ties, ranks)
    layers = _ordered(places, ties, depths)
    heights = [sum(_height(item) for item in layer) for layer in layers]
    tallest = max(heights)
    tops: dict[Item, float] = {}
    for layer, height in zip(layers, heights, strict=True):
        top = (tallest - height) / 2
        for item in layer:
            tops[item] = top
            top += _height(item)
    spots = {place: (_left(depths[place]), tops[place, -1]) for place in places}
    rows = {item[0]: row for layer in layers for row, item in enumerate(layer) if item[1] < 0}
    ways = tuple(_way(tie, number, depths, spots, tops) for number, tie in enumerate(ties))
    width = _left(len(layers)) - BETWEEN_LAYERS
    return Layout(depths, rows, spots, ways, width, tallest - BETWEEN_ROWS)


def _left(layer: int) -> float:
    return layer * (WIDTH + BETWEEN_LAYERS)


def _bend(layer: int) -> float:
    """Where arrows turn before a layer."""
    return _left(layer) - BETWEEN_LAYERS + BEND


def _height(item: Item) -> float:
    return 1 + BETWEEN_ROWS if item[1] < 0 else LANE


def _depths(places: Sequence[int], ties: Sequence[Tie], ranks: Sequence[int]) -> dict[int, int]:
    """The layer of each: to the right of all that drive it, and as near to what it drives as it can."""
    depths: dict[int, int] = dict.fromkeys(places, 0)
    firsts: dict[int, list[int]] = {}
    seconds: dict[int, list[int]] = {}
    for tie in ties:
        firsts.setdefault(tie.second, []).append(tie.first)
        seconds.setdefault(tie.first, []).append(tie.second)
    for place in sorted(places, key=lambda each: ranks[each]):
        depths[place] = max((depths[first] + 1 for first in firsts.get(place, ())), default=0)
    for place in sorted(seconds, key=lambda each: -ranks[each]):
        depths[place] = min(depths[second] for second in seconds[place]) - 1
    return depths


def _ordered(places: Sequence[int], ties: Sequence[Tie], depths: Mapping[int, int]) -> list[list[Item]]:
    """The boxes and lanes of each layer from the top: beside what they come from where there is room."""
    layers: list[list[Item]] = [[] for _ in range(max(depths.values()) + 1)]
    for place in places:
        layers[depths[place]].append((place, -1))
    before: dict[Item, list[Item]] = {}
    for number, tie in enumerate(ties):
        lanes = [(number, depth) for depth in range(depths[tie.first] + 1, depths[tie.second])]
        for lane in lanes:
            layers[lane[1]].append(lane)
        for one, other in pairwise([(tie.first, -1), *lanes, (tie.second, -1)]):
            before.setdefault(other, []).append(one)
    rows: dict[Item, float] = {}
    for layer in layers:
        beside = {item: [rows[one] for one in before.get(item, ())] or [0.0] for item in layer}
        means = {item: sum(found) / len(found) for item, found in beside.items()}
        layer.sort(key=lambda each: (means[each], each))
        rows.update({item: row for row, item in enumerate(layer)})
    return layers


def _way(
    tie: Tie, number: int, depths: Mapping[int, int], spots: Mapping[int, Point], tops: Mapping[Item, float]
) -> tuple[Point, ...]:
    """From the side of a box that the link starts at, from lane to lane, to the side of the other that it ends at."""
    (left, top), (other_left, other_top) = spots[tie.first], spots[tie.second]
    first, second = depths[tie.first], depths[tie.second]
    points: list[Point] = []
    level = top + 0.5
    if tie.kind[0] == "F":
        points.append((left + WIDTH, level))
    else:
        above = top - BETWEEN_ROWS / 2
        points += [(left, level), (left - BEND, level), (left - BEND, above)]
        level = above
    ends_right = tie.kind[1] == "F"
    levels = [tops[number, layer] + IN_LANE for layer in range(first + 1, second)]
    levels.append(other_top - BETWEEN_ROWS / 2 if ends_right else other_top + 0.5)
    for layer, following in enumerate(levels, start=first + 1):
        points += [(_bend(layer), level), (_bend(layer), following)]
        level = following
    if ends_right:
        beyond = other_left + WIDTH + BEND
        points += [(beyond, level), (beyond, other_top + 0.5), (other_left + WIDTH, other_top + 0.5)]
    else:
        points.append((other_left, other_top + 0.5))
    return tuple(point for place, point in enumerate(points) if not place or point != points[place - 1])
