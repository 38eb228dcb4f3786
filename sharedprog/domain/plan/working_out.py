"""Working the plan out: figures, dates and latest dates, again only for what an edit can reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from sharedprog.domain.plan.axis import EVER, LAST, NEVER
from sharedprog.domain.plan.calendars import Calendars, calendars_of
from sharedprog.domain.plan.figures import PLAIN, Figures, Terms, figures, finish_of, start_of
from sharedprog.domain.plan.network import Network, network
from sharedprog.domain.plan.passes import Backward, Forward, Wave
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.words import DAY_MINUTES


@dataclass(frozen=True)
class Frame:
    """What a plan is worked out in: links, calendars and terms; ``ends`` where it is worked out from its finish.

    Tasks with a float of ``critical_float`` working minutes or less are critical; ``day_minutes`` of them are a day.
    """

    network: Network
    calendars: Calendars
    terms: Terms
    ends: int
    critical_float: int
    day_minutes: int


def frame_of(programme: Programme) -> Frame:
    """The frame of a picture; its network and calendars are the same objects until they change."""
    calendars, settings = calendars_of(programme), programme.settings
    usual = calendars.usual
    begins = NEVER if settings.start is None else start_of(usual, settings.start, settings.start_time)
    if settings.start is not None and settings.start_time is None:
        begins = usual.next_start(begins)
    status = NEVER if settings.status_day is None else finish_of(usual, settings.status_day, None)
    backwards = settings.schedule_from == "finish" and settings.finish is not None
    ends = finish_of(usual, settings.finish, settings.finish_time) if backwards and settings.finish else NEVER
    return Frame(
        network(programme),
        calendars,
        Terms(begins, status),
        ends,
        settings.critical_float or 0,
        settings.day_minutes or DAY_MINUTES,
    )


class Worked:
    """The plan worked out, by place in the outline.

    ``early`` holds the earliest dates of the tasks that come as late as they can; ``earlier`` what was known of the
    latest dates before an edit, and the nodes that have changed since.
    """

    def __init__(self, frame: Frame, made: list[Figures], forward: Forward) -> None:
        self.frame = frame
        self.made = made
        self.forward = forward
        self.early: dict[int, tuple[int, int]] = {}
        self.earlier: tuple[Backward, frozenset[int]] | None = None

    @classmethod
    def whole(cls, frame: Frame, made: list[Figures]) -> Worked:
        """The whole plan, from nothing."""
        forward = Forward(frame.network, made)
        forward.run()
        worked = cls(frame, made, forward)
        late = [node for node, each in enumerate(made) if each.late and each.kind == PLAIN and each.active]
        if frame.ends > NEVER:
            return worked.from_finish(late)
        if late:
            worked._hold_late(late, worked.backward)
        return worked

    def from_finish(self, late: Sequence[int]) -> Worked:
        """The plan worked out from its finish: it begins where its first task must at the latest."""
        backward = Backward(self.forward, self.frame.ends)
        backward.run()
        count = self.forward.count
        leaves = [node for node in range(count) if self.made[node].kind == PLAIN and self.is_leaf(node)]
        begins = min((backward.starts[node] for node in leaves if self.made[node].active), default=NEVER)
        made = [
            each._replace(low=begins) if each.kind == PLAIN and each.low == self.frame.terms.begins else each
            for each in self.made
        ]
        made[count:] = self.made[count:]
        forward = Forward(self.network, made)
        forward.run()
        worked = Worked(self.frame, made, forward)
        worked.__dict__["backward"] = backward
        worked._hold_late(late, backward)
        return worked

    def _hold_late(self, late: Sequence[int], backward: Backward) -> None:
        """Let tasks come as late as they can, and others follow them."""
        self.__dict__["backward"] = backward
        held = {node: (backward.starts[node], backward.finishes[node]) for node in late}
        self.early = {node: (self.forward.starts[node], self.forward.finishes[node]) for node in late}
        forward = Forward(self.network, self.made)
        forward.run(held)
        self.forward = forward

    @property
    def network(self) -> Network:
        """The links."""
        return self.frame.network

    @property
    def can_be_renewed(self) -> bool:
        """Whether an edit can be followed; a plan with tasks that come late is worked out anew."""
        return not self.early and self.frame.ends <= NEVER

    def renewed(self, changed: Mapping[int, Figures]) -> Worked:
        """The same plan with other figures for some tasks; only what those reach is worked out again."""
        made = self.made.copy()
        for place, each in changed.items():
            made[place] = each
        if not self.can_be_renewed or any(each.late for each in changed.values()):
            return Worked.whole(self.frame, made)
        forward = self.forward.copied(made)
        wave = Wave(self.network, changed)
        for node in changed:
            wave.reach(self.network.successors(node))
        forward.follow(wave)
        renewed = Worked(self.frame, made, forward)
        if renewed.last == self.last and not self.network.beginnings:
            renewed.earlier = self._latest_before(frozenset(changed))
        return renewed

    def _latest_before(self, changed: frozenset[int]) -> tuple[Backward, frozenset[int]] | None:
        if "backward" in self.__dict__:
            return self.backward, changed
        return (self.earlier[0], self.earlier[1] | changed) if self.earlier is not None else None

    def is_leaf(self, place: int) -> bool:
        """Whether a task has none beneath it."""
        return not self.network.shape.is_summary(place)

    @cached_property
    def last(self) -> int:
        """The last finish of all that is known; ``NEVER`` where none is."""
        finishes = self.forward.finishes[: self.forward.count]
        last = max(finishes, default=NEVER)
        return last if last <= LAST else max((each for each in finishes if each <= LAST), default=NEVER)

    @cached_property
    def backward(self) -> Backward:
        """The latest dates that leave the plan's finish as it is; worked out when first asked for."""
        if self.earlier is None:
            backward = Backward(self.forward, self.last)
            backward.run()
            return backward
        known, changed = self.earlier
        backward = known.copied(self.forward)
        wave = Wave(self.network, changed, backwards=True)
        for node in changed:
            wave.reach(self.network.predecessors(node))
        backward.follow(wave)
        return backward

    def driver(self, place: int) -> str | None:
        """The id of the predecessor that sets a task's start: a task, or a summary task that it waits for."""
        net, node = self.network, place
        while True:
            setting = self.setting(node)
            if setting is None:
                return None
            if setting not in net.gates:
                return net.shape.ids[net.owners[setting]]
            node = setting

    def setting(self, node: int) -> int | None:
        """The node that sets when another starts; ``None`` where a date does."""
        figures, start = self.made[node], self.forward.starts[node]
        if figures.kind != PLAIN or figures.high < EVER or node in self.early or start <= NEVER:
            return None
        return next((first for first, held in self.forward.holds(node) if self.holds_back(node, held)), None)

    def holds_back(self, node: int, moment: int) -> bool:
        """Whether a node that may start from a moment has no room before it; a fixed one may start too soon."""
        start = self.forward.starts[node]
        if moment <= NEVER:
            return False
        if node >= self.forward.count:
            return moment == start
        return self.made[node].time.between(moment, start) <= 0

    def tightest(self, node: int) -> int | None:
        """The successor that a node would delay first; ``None`` where only a date holds it, or the plan's finish."""
        room, found = min(self.last + 1, self.made[node].cap), None
        for second, late in self.backward.limits(node):
            if late < room:
                room, found = late, second
        return found

    def leaves(self) -> Iterator[int]:
        """The places of the tasks that have none beneath them."""
        return (place for place in range(self.forward.count) if self.is_leaf(place))


_RECENT: Recent[tuple[Table, Worked]] = Recent()
MOVING = ("constraint", "constraint_day", "constraint_time", "calendar", "partner")
"""Fields of a summary task that can move what is beneath it."""


def worked_out(programme: Programme) -> Worked:
    """The plan of a picture, worked out; whatever an edit cannot have changed is taken from an earlier picture."""
    table, frame = programme.tables[TASKS.key], frame_of(programme)
    for made_from, worked in _RECENT:
        if _same(worked.frame, frame):
            if made_from is table:
                return worked
            renewed = _renewed(worked, made_from, table)
            if renewed is not None:
                return _RECENT.hold((table, renewed))[1]
    return _RECENT.hold((table, Worked.whole(frame, _figures(table, frame))))[1]


def _same(one: Frame, other: Frame) -> bool:
    return (
        one.network is other.network
        and one.calendars is other.calendars
        and (one.terms, one.ends, one.critical_float, one.day_minutes)
        == (other.terms, other.ends, other.critical_float, other.day_minutes)
    )


def _figures(table: Table, frame: Frame) -> list[Figures]:
    """The figures of every node; summary tasks have none, and hold what is beneath them by their own constraint."""
    shape, usual = frame.network.shape, frame.calendars.usual
    open_node = Figures(usual, usual)
    made = [open_node] * frame.network.size
    floors = [NEVER] * len(shape.ids)
    rows = cast("Mapping[str, Task]", table.rows)
    for place, task_id in enumerate(shape.ids):
        above = shape.above[place]
        floor = floors[above] if above >= 0 else NEVER
        task = rows[task_id]
        if shape.ends[place] > place + 1:
            floors[place] = max(floor, _floor(task, frame))
        else:
            made[place] = _figures_of(task, frame, floor)
    return made


def _figures_of(task: Task, frame: Frame, floor: int) -> Figures:
    made = figures(task, frame.calendars.of(task), frame.terms, floor)
    if task.calendar is None:
        return made
    float_in = frame.calendars.float_in(task)
    return made if float_in is None else made._replace(float_in=float_in)


def _floor(summary: Task, frame: Frame) -> int:
    """The moment before which nothing beneath a summary task starts, by its own *start no earlier than*."""
    if summary.constraint != "snet" or summary.constraint_day is None:
        return NEVER
    return start_of(frame.calendars.of(summary), summary.constraint_day, summary.constraint_time)


def _renewed(earlier: Worked, before: Table, now: Table) -> Worked | None:
    """The plan after some rows changed, none of which moved in the outline; ``None`` where it must be made anew."""
    frame = earlier.frame
    shape = frame.network.shape
    renewed = now.renewed_since(before)
    changed: dict[int, Figures] = {}
    for task in cast("Sequence[Task]", now.existing if renewed is None else renewed):
        place = shape.places.get(task.id)
        if place is None:
            continue
        if shape.is_summary(place):
            old = before.rows.get(task.id)
            if old is None or any(getattr(old, name) != getattr(task, name) for name in MOVING):
                return None
            continue
        floor = _floor_above(now, frame, place)
        made = _figures_of(task, frame, floor)
        if made != earlier.made[place]:
            changed[place] = made
    return earlier.renewed(changed) if changed else earlier


def _floor_above(table: Table, frame: Frame, place: int) -> int:
    shape, floor = frame.network.shape, NEVER
    rows = cast("Mapping[str, Task]", table.rows)
    while shape.above[place] >= 0:
        place = shape.above[place]
        floor = max(floor, _floor(rows[shape.ids[place]], frame))
    return floor
