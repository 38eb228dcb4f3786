"""Where the milestones of a plan on a page stand: no label over another, and how many there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sharedprog.domain.plan.milestones import Milestone
from sharedprog.domain.plan.plan_page import Lane, PlanOnAPage
from sharedprog.reports import lines
from sharedprog.reports.gantt_palette import CRITICAL
from sharedprog.reports.gantt_tiles import Tile
from sharedprog.reports.lines import Line, Part
from sharedprog.reports.plan_page_scale import scale
from sharedprog.reports.styles import BOLD_FACE, MUTED, TextStyle
from sharedprog.reports.text import Run, bold, muted
from sharedprog.reports.wording import day, rating_word

MOST = 300
"""Milestones beyond which no sheet could hold them, so that nobody waits for trying."""
MARK = 4.4
"""Points from the middle of a milestone to its tips."""
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the upper left corner of a lane."""
_LEADING = 1.22
_LABEL_WIDTH, _LINE_WIDTH = 13.5, 28.0
_MOST_LINES = 3
_BESIDE = 3.0
_APART = (6.0, 2.5)
_AROUND_LANE = 5.0


class Manner(NamedTuple):
    """How the sheet is set: ``size`` of text in points, months ``uneven``, the day ``beside`` the name or beneath."""

    size: float
    uneven: bool
    beside: bool


_MANNERS = (
    *(Manner(size, uneven=False, beside=False) for size in (11.0, 10.0, 9.0)),
    *(Manner(size, uneven=True, beside=False) for size in (11.0, 10.0, 9.0)),
    *(Manner(size, uneven=True, beside=True) for size in (10.0, 9.0, 8.5)),
)
"""The first that has room for everything is taken."""


@dataclass(frozen=True)
class Label:
    """The words of one milestone set into lines."""

    lines: list[Line]
    style: TextStyle
    width: float

    @property
    def height(self) -> float:
        """Points from the first line to the last."""
        return len(self.lines) * self.style.leading


@dataclass(frozen=True)
class Placed:
    """One milestone: ``x`` of its mark and its ``ghost``, ``left`` of its label; ``top`` points below its lane's edge.

    The label stands beside the mark, or ``under`` it.
    """

    milestone: Milestone
    x: float
    ghost: float | None
    left: float
    top: float
    under: bool
    label: Label

    @property
    def mark(self) -> float:
        """Points from the lane's edge down to the middle of the mark."""
        return self.top + self.label.style.leading / 2

    @property
    def label_top(self) -> float:
        """Points from the lane's edge down to the first line."""
        return self.top + (self.label.style.leading if self.under else 0)

    @property
    def box(self) -> Box:
        """Left, top, right and bottom of all that belongs to it."""
        ends = [self.x - MARK, self.x + MARK, self.left, self.left + self.label.width]
        if self.ghost is not None:
            ends += [self.ghost - MARK, self.ghost + MARK]
        return min(ends), self.top, max(ends), self.label_top + self.label.height


@dataclass(frozen=True)
class LaneRow:
    """One lane: its name beside its milestones, and how high it is."""

    title: str
    name: Label
    placed: tuple[Placed, ...]
    height: float


@dataclass(frozen=True)
class Layout:
    """Everything on the sheet below its head; ``left_out`` counts the milestones for which there was no room."""

    tile: Tile
    rows: tuple[LaneRow, ...]
    left_out: int

    @property
    def height(self) -> float:
        """Points of all lanes."""
        return sum(row.height for row in self.rows)


@dataclass(frozen=True)
class Room:
    """What there is to fill, in points: a column of ``names``, the ``width`` for the marks, the ``height`` of lanes."""

    names: float
    width: float
    height: float
    days: tuple[date, ...] = ()
    """Days that must be on the scale."""


def lay_out(page: PlanOnAPage, room: Room) -> Layout:
    """Everything as large as it can be, the months to one scale if that will do, else those that hold more wider.

    Where even small letters have no room, those that matter most.
    """
    every = page.in_order
    for manner in _MANNERS if len(every) <= MOST else ():
        layout = _layout(page, every, room, manner)
        if layout.height <= room.height:
            return _filling(layout, room)
    fits, too_many = 0, min(len(every), MOST) + 1
    while too_many - fits > 1:
        count = (fits + too_many) // 2
        if _layout(page, every[:count], room, _MANNERS[-1]).height <= room.height:
            fits = count
        else:
            too_many = count
    return _filling(_layout(page, every[:fits], room, _MANNERS[-1]), room)


def _layout(page: PlanOnAPage, chosen: Sequence[str], room: Room, manner: Manner) -> Layout:
    lanes = page.only(chosen)
    shown = [each for lane in lanes for each in lane.milestones]
    days = [each for one in shown for each in (one.now, one.baseline) if each is not None]
    busy = [each.now for each in shown if each.now is not None] if manner.uneven else ()
    tile = scale([*days, *room.days], busy, room.width)
    rows = tuple(_row(lane, tile, room, manner) for lane in lanes)
    return Layout(tile, rows, len(page.in_order) - len(chosen))


def _filling(layout: Layout, room: Room) -> Layout:
    """The lanes as high as fills the sheet, their milestones in the middle of the room that was added."""
    if not layout.rows:
        return layout
    spare = (room.height - layout.height) / len(layout.rows)
    rows = (
        replace(
            row,
            height=row.height + spare,
            placed=tuple(replace(each, top=each.top + spare / 2) for each in row.placed),
        )
        for row in layout.rows
    )
    return replace(layout, rows=tuple(rows))


def _row(lane: Lane, tile: Tile, room: Room, manner: Manner) -> LaneRow:
    size = manner.size
    style = TextStyle(size=size, leading=size * _LEADING)
    parts: list[Part] = [bold(lane.title)]
    if lane.rating is not None:
        parts += ["\n", rating_word(lane.rating)]
    name_style = TextStyle(size=size, leading=size * 1.4)
    name = Label(lines.set_lines(lines.read(parts, name_style), room.names - 8, size), name_style, room.names - 8)
    placed: list[Placed] = []
    boxes: list[Box] = []
    for each in lane.milestones:
        placed.append(_place(each, _label(each, style, beside=manner.beside), tile, boxes))
        boxes.append(placed[-1].box)
    bottom = max((box[3] for box in boxes), default=0.0)
    spare = max(name.height - bottom, 0) / 2
    placed = [replace(each, top=each.top + spare + _AROUND_LANE) for each in placed]
    return LaneRow(lane.title, name, tuple(placed), max(name.height, bottom) + 2 * _AROUND_LANE)


def _place(each: Milestone, label: Label, tile: Tile, others: Sequence[Box]) -> Placed:
    """As high up as there is room for it: its label right of the mark, left of it, or under it."""
    x = _x(each.now or tile.first, tile)
    ghost = _x(each.baseline, tile) if each.baseline is not None and each.baseline != each.now else None
    low, high = min(x, ghost or x) - MARK - _BESIDE, max(x, ghost or x) + MARK + _BESIDE
    sides: list[tuple[float, bool]] = []
    if high + label.width <= tile.width:
        sides.append((high, False))
    if low - label.width >= 0:
        sides.append((low - label.width, False))
    if not sides:
        sides.append((min(max(x - label.width / 2, 0), tile.width - label.width), True))
    tries = [_settled(Placed(each, x, ghost, left, 0.0, under, label), others) for left, under in sides]
    return min(tries, key=lambda tried: tried.top)


def _settled(tried: Placed, others: Sequence[Box]) -> Placed:
    """At the edge of the lane, or in the first gap below that is high enough."""
    across, down = _APART
    left, _, right, height = tried.box
    beside = sorted((box[1], box[3]) for box in others if left < box[2] + across and box[0] < right + across)
    top = 0.0
    for begin, end in beside:
        if begin - down >= top + height:
            break
        top = max(top, end + down)
    return replace(tried, top=top)


def _x(when: date, tile: Tile) -> float:
    """The middle of a day."""
    return tile.x((when - tile.first).days + 0.5)


def _label(each: Milestone, style: TextStyle, *, beside: bool) -> Label:
    """Its name, whole where it is not very long; the day, the slip and how it stands."""
    room = style.size * (_LINE_WIDTH if beside else _LABEL_WIDTH)
    title = lines.set_lines(lines.read([bold(each.title)], style), room, style.size)
    kept = each.title
    while len(title) > _MOST_LINES:
        kept = kept[: int(len(kept) * 0.9)].rstrip()
        title = lines.set_lines(lines.read([bold(f"{kept}…")], style), room, style.size)
    words = kept if kept == each.title else f"{kept}…"
    parts = [bold(words), "  " if beside else "\n", *_standing(each)]
    found = lines.set_lines(lines.read(parts, style), room, style.size)
    return Label(found, style, max(line.width for line in found))


def _standing(each: Milestone) -> list[Part]:
    """``Thu 3 Dec 2026 +5 d critical``, broken only between its parts."""
    parts: list[Part] = [muted(day(each.now))]
    if each.slip:
        parts += [" ", Run(f"{'+' if each.slip > 0 else '−'}{abs(each.slip)}\xa0d", BOLD_FACE, MUTED)]
    if each.done:
        parts += [" ", muted("reached")]
    elif each.overdue:
        parts += [" ", Run("overdue", BOLD_FACE, CRITICAL)]
    elif each.critical:
        parts += [" ", Run("critical", BOLD_FACE, CRITICAL)]
    return parts
