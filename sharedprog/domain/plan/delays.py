"""Delays: what a task would delay first if it slipped beyond its float."""

from __future__ import annotations

from sharedprog.domain.plan.axis import EVER
from sharedprog.domain.plan.figures import finish_of, without_length
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task


class Delays:
    """What each task of a plan would delay, worked out along the links once for all that are asked for."""

    def __init__(self, programme: Programme, schedule: Schedule) -> None:
        self.programme, self.schedule = programme, schedule
        self._felt: dict[int, int] = {}

    def felt(self, place: int) -> int:
        """The place of what a task would delay first: a critical milestone, else where the plan, or a date, ends it.

        It is the task's own place where only a date holds it, or the plan's finish.
        """
        owners, worked = self.schedule.worked.network.owners, self.schedule.worked
        line: list[int] = []
        node: int | None = place
        found = place
        while node is not None:
            known = self._felt.get(node)
            if known is not None:
                found = known
                break
            line.append(node)
            found = owners[node]
            node = worked.tightest(node)
            if node is not None and self._matters(owners[node]):
                found = owners[node]
                break
        for each in line:
            self._felt[each] = found
        return found

    def _matters(self, place: int) -> bool:
        task = self.task(place)
        return task is not None and without_length(task) and self.schedule.dates[task.id].critical

    def task(self, place: int) -> Task | None:
        """The task at a place."""
        return self.programme.row(TASKS, self.schedule.shape.ids[place])

    def bound(self, place: int) -> str:
        """Which date a task may not miss: a constraint by its code, ``deadline``, or nothing."""
        worked, task = self.schedule.worked, self.task(place)
        if task is None or place >= len(worked.made):
            return ""
        made = worked.made[place]
        if made.cap >= EVER or made.cap > worked.backward.last:
            return ""
        if task.deadline is not None and made.cap == finish_of(made.measure, task.deadline, task.deadline_time):
            return "deadline"
        return str(task.constraint) if made.high < EVER else ""


_RECENT: Recent[Delays] = Recent()


def delays(programme: Programme, schedule: Schedule) -> Delays:
    """The delays of a picture; the same for as long as it is looked at."""
    for made in _RECENT:
        if made.programme is programme and made.schedule is schedule:
            return made
    return _RECENT.hold(Delays(programme, schedule))
