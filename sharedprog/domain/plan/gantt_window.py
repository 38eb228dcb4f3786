"""A Gantt chart of which only a window is looked at: rows and links are worked out when they come into sight.

``x`` counts calendar days from the first day of year 1, so that no row changes its place when the plan grows; ``y``
is the number of a row among those listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from sharedprog.domain.plan.gantt_links import GanttLink, link_between
from sharedprog.domain.plan.gantt_rows import Days, GanttRow, gantt_row
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency
from sharedprog.domain.view import View

Baseline = Mapping[str, Days]
"""The start and finish of tasks by id, as a baseline holds them."""
Ends = tuple[Dependency, int, int]
"""A link with the rows at which it begins and ends."""
AROUND = 60
"""Rows above and below a window in which links that cross it are looked for."""


def day_x(day: date) -> float:
    """Where a day begins."""
    return float(day.toordinal() - 1)


def x_day(x: float) -> date:
    """The day at a place, the nearest there is beyond the ends of the calendar."""
    return date.fromordinal(min(max(int(x // 1) + 1, 1), date.max.toordinal()))


class GanttWindow:
    """The rows of a list of tasks; ``places`` says where each stands, ``baseline`` what its ghosts show.

    Without a baseline the ghosts show the one in force.
    """

    def __init__(
        self, view: View, ids: Sequence[str], places: Mapping[str, int], baseline: Baseline | None = None
    ) -> None:
        self.view = view
        self.ids = ids
        self._places = places
        self._baseline = baseline
        self._rows: dict[int, GanttRow] = {}
        self._links: dict[int, tuple[tuple[Ends, ...], tuple[Ends, ...]]] = {}
        self._lines: dict[str, GanttLink | None] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, index: int) -> GanttRow:
        """The row in a place of the list."""
        known = self._rows.get(index)
        if known is None:
            task_id = self.ids[index]
            compared = None if self._baseline is None else self._baseline.get(task_id, (None, None))
            dates = self.view.schedule.dates[task_id]
            known = gantt_row(index, self.view.outline[task_id], dates, date.min, date.max, compared)
            self._rows[index] = known
        return known

    def row_of(self, task_id: str | None) -> GanttRow | None:
        """The row of a task; ``None`` where it is not listed."""
        index = self._places.get(task_id or "")
        return None if index is None else self.row(index)

    def tail(self, index: int) -> tuple[float, float] | None:
        """From the finish of a task to its latest finish, where it has room to slip."""
        row = self.row(index)
        dates = self.view.schedule.dates[row.task_id]
        late = dates.late_finish
        if row.bar is None or row.summary or row.done or late is None or not dates.total_float or dates.total_float < 0:
            return None
        end = day_x(late) + (dates.at_end if row.milestone else 1)
        return (row.bar.x1, end) if end > row.bar.x1 else None

    def deadline(self, index: int) -> tuple[float, bool] | None:
        """The end of the day by which a task should be done, and whether it finishes after it."""
        row = self.row(index)
        day = self.view.outline[row.task_id].task.deadline
        return None if day is None else (day_x(day) + 1, row.finish is not None and row.finish > day)

    def links(self, first: int, last: int) -> Iterator[GanttLink]:
        """The links that show in the rows from ``first`` to ``last``."""
        low, high = max(0, first - AROUND), min(len(self.ids) - 1, last + AROUND)
        for index in range(low, high + 1):
            waiting, leaving = self._linked(index)
            for link, begins, ends in waiting:
                if (begins <= last or ends <= last) and (begins >= first or ends >= first):
                    yield from self._made(link)
            for link, begins, ends in leaving:  # of those that end near, the rows they end at have told already
                if not low <= ends <= high and (begins <= last or ends <= last) and (begins >= first or ends >= first):
                    yield from self._made(link)

    def _linked(self, index: int) -> tuple[tuple[Ends, ...], tuple[Ends, ...]]:
        """The links that end at a row, and those that begin there, whose two ends are listed."""
        known = self._links.get(index)
        if known is None:
            programme, task_id = self.view.programme, self.ids[index]
            leaving = _after(programme).get(task_id, ())
            known = tuple(self._ends(programme.children(DEPENDENCIES, task_id))), tuple(self._ends(leaving))
            self._links[index] = known
        return known

    def _ends(self, links: Iterable[Dependency]) -> Iterator[Ends]:
        for link in links:
            begins, ends = self._places.get(link.predecessor or ""), self._places.get(link.parent or "")
            if begins is not None and ends is not None:
                yield link, begins, ends

    def _made(self, link: Dependency) -> Iterator[GanttLink]:
        """The line of a link, where both of its bars are on the chart."""
        if link.id not in self._lines:
            self._lines[link.id] = link_between(link, self.row_of(link.predecessor), self.row_of(link.parent))
        line = self._lines[link.id]
        if line is not None:
            yield line


_RECENT: Recent[tuple[Table, dict[str, list[Dependency]]]] = Recent()


def _after(programme: Programme) -> Mapping[str, Sequence[Dependency]]:
    """The links that leave each task."""
    table = programme.tables[DEPENDENCIES.key]
    for made_from, made in _RECENT:
        if made_from is table:
            return made
    after: dict[str, list[Dependency]] = {}
    for row in table.existing:
        link = cast(Dependency, row)
        if link.predecessor is not None:
            after.setdefault(link.predecessor, []).append(link)
    return _RECENT.hold((table, after))[1]
