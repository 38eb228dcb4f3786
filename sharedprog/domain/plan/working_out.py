"""Working the plan out: figures, dates and latest dates, again only for what an edit can reach."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import cast

from sharedprog.domain.plan.calendar import WorkingCalendar, calendar_of
from sharedprog.domain.plan.figures import OPEN_NODE, Figures, figures
from sharedprog.domain.plan.moments import EVER, NEVER, beginning
from sharedprog.domain.plan.network import Network, network
from sharedprog.domain.plan.passes import Bounds, Wave, backward, columns, forward, held_by, limits
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import TASKS, Task

Earlier = tuple[list[int], frozenset[int]]
"""Latest finishes that were worked out once, and the nodes that have changed since."""


class Worked:
    """The plan worked out, by place in the outline; ``starts`` and ``finishes`` are moments, below 0 not known."""

    def __init__(
        self,
        network: Network,
        calendar: WorkingCalendar,
        begins: int,
        figures: list[Figures],
        dates: tuple[Bounds, list[int], list[int]],
    ) -> None:
        self.network = network
        self.calendar = calendar
        self.begins = begins
        self.figures = figures
        self.bounds, self.starts, self.finishes = dates
        self.earlier: Earlier | None = None

    @classmethod
    def whole(cls, network: Network, calendar: WorkingCalendar, begins: int, figures: list[Figures]) -> Worked:
        """The whole plan, from nothing."""
        bounds = columns(figures, network.size)
        starts, finishes = [NEVER] * network.size, [NEVER] * network.size
        forward(network, bounds, calendar, starts, finishes)
        return cls(network, calendar, begins, figures, (bounds, starts, finishes))

    def renewed(self, changed: Mapping[int, Figures]) -> Worked:
        """The same plan with other figures for some tasks; only what those reach is worked out again."""
        net = self.network
        figures = self.figures.copy()
        for place, made in changed.items():
            figures[place] = made
        bounds = self.bounds.renewed(changed)
        starts, finishes = self.starts.copy(), self.finishes.copy()
        forward(net, bounds, self.calendar, starts, finishes, Wave(net, changed))
        renewed = Worked(net, self.calendar, self.begins, figures, (bounds, starts, finishes))
        if renewed.last == self.last:
            renewed.earlier = self._lates_before(frozenset(changed))
        return renewed

    def _lates_before(self, changed: frozenset[int]) -> Earlier | None:
        if "lates" in self.__dict__:
            return self.lates, changed
        return (self.earlier[0], self.earlier[1] | changed) if self.earlier is not None else None

    @cached_property
    def last(self) -> int:
        """The end of the day on which the plan finishes; ``NEVER`` where no finish is known."""
        last = max(self.finishes, default=NEVER)
        return last + (last & 1)

    @cached_property
    def lates(self) -> list[int]:
        """The latest finish of each node that leaves the plan's finish as it is; worked out when first asked for."""
        net = self.network
        if self.earlier is None:
            lates = [self.last] * net.size
            backward(net, self.bounds, self.calendar, self.last, lates)
            return lates
        lates, changed = self.earlier[0].copy(), self.earlier[1]
        wave = Wave(net, changed, backwards=True)
        for node in changed:
            wave.reach(net.predecessors(node))
        backward(net, self.bounds, self.calendar, self.last, lates, wave)
        return lates

    def floats(self, place: int) -> int:
        """Working days that a task can slip; below 0 where a fixed date cannot be kept."""
        return (self.lates[place] - self.finishes[place]) >> 1

    def driver(self, place: int) -> str | None:
        """The id of the predecessor that sets a task's start: a task, or a summary task that it waits for."""
        net = self.network
        node, start = place, self.starts[place]
        while self.bounds.high[node] == EVER:
            turn = self.bounds.turn[node]
            setting = next((first for first, held in self.holds(node) if held | turn == start and held > 0), None)
            if setting is None:
                return None
            if setting not in net.gates:
                return net.shape.ids[net.owners[setting]]
            node, start = setting, self.starts[setting]
        return None

    def holds(self, node: int) -> Iterator[tuple[int, int]]:
        """The predecessors of a node, each with the moment from which it lets the node start."""
        for first, lag in self.network.before[node]:
            yield first, self.finishes[first] + lag
        for link in self.network.special_before.get(node, ()):
            first = link.predecessor
            yield first, held_by(self.calendar, link, self.finishes[first], self.bounds.tail[first])

    def tightest(self, node: int) -> int | None:
        """The successor that a node would delay first; ``None`` where only a date holds it, or the plan's finish."""
        room, found = min(self.last + 1, self.bounds.cap[node]), None
        for second, late in limits(self.network, self.bounds, self.calendar, self.lates, node):
            if late < room:
                room, found = late, second
        return found


_RECENT: Recent[tuple[Table, Worked]] = Recent()


def worked_out(programme: Programme) -> Worked:
    """The plan of a picture, worked out; whatever an edit cannot have changed is taken from an earlier picture."""
    table = programme.tables[TASKS.key]
    net, calendar = network(programme), calendar_of(programme)
    start = programme.settings.start
    begins = NEVER if start is None else beginning(calendar, start)
    for made_from, worked in _RECENT:
        if worked.network is net and worked.calendar is calendar and worked.begins == begins:
            if made_from is table:
                return worked
            return _RECENT.hold((table, _renewed(worked, made_from, table)))[1]
    held = cast("Mapping[str, Task]", table.rows)
    shape = net.shape
    made = [
        OPEN_NODE if end > place else figures(held[task_id], calendar, begins)
        for place, (task_id, end) in enumerate(zip(shape.ids, shape.ends, strict=True), start=1)
    ]
    return _RECENT.hold((table, Worked.whole(net, calendar, begins, made)))[1]


def _renewed(earlier: Worked, before: Table, now: Table) -> Worked:
    """The plan after some rows changed, none of which moved in the outline."""
    renewed = now.renewed_since(before)
    tasks = now.existing if renewed is None else renewed
    places, shape = earlier.network.shape.places, earlier.network.shape
    changed: dict[int, Figures] = {}
    for task in tasks:
        place = places.get(task.id)
        if place is None or shape.is_summary(place):
            continue
        made = figures(cast(Task, task), earlier.calendar, earlier.begins)
        if made != earlier.figures[place]:
            changed[place] = made
    return earlier.renewed(changed) if changed else earlier
