"""The schedule: the dates of every task, worked out from what people decided.

Time runs in working minutes, each task by its own calendar; people see days. Links of all kinds move dates, with
lags and leads in working time, on the clock, or in per cent of the predecessor. Links to a summary task hold back
everything beneath it; links from one wait for everything beneath it. The links of a loop move nothing. What each
constraint does is told in ``figures``, what float is in ``slack``.

A date that is not known is ``None``. A task without a duration has a start and no finish, and its successors may
begin when it does; a scheduled task that nothing dates, in a programme without a start, has no dates at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import cast

from sharedprog.domain.plan.calendar import WorkingCalendar, calendar_of
from sharedprog.domain.plan.dating import Dates, Dating
from sharedprog.domain.plan.network import network
from sharedprog.domain.plan.outline import Shape
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.plan.working_out import Worked, worked_out
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.tasks import TASKS, Task


class Schedule:
    """The plan of a picture on a day; ``dates`` are worked out for a task when they are first asked for."""

    def __init__(self, worked: Worked, programme: Programme, as_at: date) -> None:
        self.worked = worked
        self.as_at = as_at
        self.calendar: WorkingCalendar = calendar_of(programme)
        rows = cast("Mapping[str, Task]", programme.tables[TASKS.key].rows)
        self.dates: Mapping[str, Dates] = Dating(worked, rows)

    @property
    def shape(self) -> Shape:
        """The shape of the outline."""
        return self.worked.network.shape

    @cached_property
    def start(self) -> date | None:
        """The first day of all."""
        return min(self._days(), default=None)

    @cached_property
    def finish(self) -> date | None:
        """The last day of all."""
        return max(self._days(), default=None)

    @cached_property
    def start_at(self) -> datetime | None:
        """When the first task of all starts."""
        found = (self.dates[self.shape.ids[place]].start_at for place in self._top())
        return min((moment for moment in found if moment is not None), default=None)

    @cached_property
    def finish_at(self) -> datetime | None:
        """When the last task of all finishes."""
        found = (self.dates[self.shape.ids[place]].finish_at for place in self._top())
        return max((moment for moment in found if moment is not None), default=None)

    def _top(self) -> Iterator[int]:
        return (place for place, above in enumerate(self.shape.above) if above < 0)

    def _days(self) -> Iterator[date]:
        """The known days of the tasks at the top of the outline, which span all the others."""
        for place in self._top():
            dates = self.dates[self.shape.ids[place]]
            yield from (day for day in (dates.start, dates.finish) if day is not None)


_RECENT: Recent[tuple[Table, Schedule]] = Recent()


def schedule(programme: Programme, as_at: date) -> Schedule:
    """The schedule of a picture; after an edit only what the edit can reach is worked out again.

    ``as_at`` is the day of the view that it belongs to; dates go by the day to which progress is known instead.
    """
    table = programme.tables[TASKS.key]
    worked = worked_out(programme)
    for made_from, made in _RECENT:
        if made_from is table and made.worked is worked and made.as_at == as_at:
            return made
    return _RECENT.hold((table, Schedule(worked, programme, as_at)))[1]


def finish_of(programme: Programme) -> date | None:
    """The last day of all that is planned, whatever day it is."""
    return Schedule(worked_out(programme), programme, date.min).finish


def loops(programme: Programme) -> tuple[tuple[str, ...], ...]:
    """Tasks that wait for one another: for each knot a shortest loop of task ids, each waiting for the one before."""
    return network(programme).loops
