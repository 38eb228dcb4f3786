"""What the checks look at: the unfinished tasks of a plan, its end, and its links, each found once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from sharedprog.domain.plan.axis import NEVER, is_known
from sharedprog.domain.plan.health_terms import BY_KEY, Check, Failing, Preset, percent_words
from sharedprog.domain.plan.milestones import is_done, is_milestone
from sharedprog.domain.plan.outline import OutlineRow, rows_by_id
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, Dependency, Task
from sharedprog.domain.words import day_words


class Material:
    """A plan as the checks see it on a day; tasks are those without tasks beneath them that are in the plan."""

    def __init__(self, programme: Programme, schedule: Schedule, as_at: date, preset: Preset) -> None:
        self.programme, self.schedule, self.preset = programme, schedule, preset
        self.worked = schedule.worked
        self.status = programme.settings.status_day or as_at
        self.rows = rows_by_id(programme)
        self.day_minutes = max(1, self.worked.frame.day_minutes)
        self.tasks = [row.task for row in self.rows.values() if not row.summary and row.task.active]
        self.left = [task for task in self.tasks if not is_done(task)]

    def name(self, task_id: str | None) -> str:
        """A task as it is told: ``5.1 Merge the directories``."""
        row = self.rows.get(task_id or "")
        return f"{row.wbs} {row.task.title}" if row is not None else "a task that is not there"

    def place(self, task: Task) -> int:
        """Where a task stands in the outline."""
        return self.schedule.shape.places[task.id]

    def days(self, minutes: int) -> float:
        """Working days."""
        return minutes / self.day_minutes

    @cached_property
    def end(self) -> Task | None:
        """The task that finishes last; of several a milestone, then the last in the outline."""
        finishes = self.worked.forward.finishes
        known = [
            (finishes[place], is_milestone(task, summary=False), place, task.id)
            for task in self.tasks
            if is_known(finishes[place := self.place(task)])
        ]
        return self.rows[max(known)[3]].task if known else None

    @cached_property
    def beginning(self) -> Task | None:
        """The task that starts first; of several the first in the outline."""
        starts = self.worked.forward.starts
        known = [(starts[place], place, task.id) for task in self.tasks if starts[place := self.place(task)] > NEVER]
        return self.rows[min(known)[2]].task if known else None

    @cached_property
    def links(self) -> list[Dependency]:
        """Links between tasks in the plan by which something unfinished waits."""
        return [
            link
            for link in self.programme.rows(DEPENDENCIES)
            if link.parent in self._unfinished and link.predecessor in self.rows and link.parent != link.predecessor
        ]

    @cached_property
    def _unfinished(self) -> frozenset[str]:
        """Unfinished tasks, and the summary tasks above them."""
        return frozenset(each for task in self.left for each in self._line(self.rows[task.id]))

    def _line(self, row: OutlineRow) -> Iterator[str]:
        shape = self.schedule.shape
        place = shape.places[row.task.id]
        while place >= 0:
            yield shape.ids[place]
            place = shape.above[place]


def share(
    material: Material, key: str, failing: Iterable[Failing], of: int, *, reason: str, count: int | None = None
) -> Check:
    """A check that counts what fails against at most a share; ``reason`` is why, where there is nothing to count."""
    limit = float(getattr(material.preset, key))
    found = tuple(failing)
    number = len(found) if count is None else count
    threshold = f"at most {percent_words(limit * 100)}" if limit else "none"
    if not of:
        return made(material, key, threshold, reason=reason)
    passed = number <= limit * of + 1e-9
    return made(material, key, threshold, passed=passed, count=number, of=of, failing=found)


def made(  # noqa: PLR0913 - one for each thing that can be told of a check
    material: Material,
    key: str,
    threshold: str,
    *,
    passed: bool | None = None,
    count: int | None = None,
    of: int | None = None,
    value: float | None = None,
    failing: Iterable[Failing] = (),
    reason: str = "",
) -> Check:
    """A check, its words filled in with the limits of the preset."""
    kind, preset = BY_KEY[key], material.preset
    words = kind.measures.format(
        float_days=preset.float_days, duration_days=preset.duration_days, delay_days=preset.delay_days
    )
    return Check(kind, words, threshold, passed, count, of, value, tuple(failing), reason)


def day_or_unknown(day: date | None) -> str:
    """A day in words."""
    return "an unknown day" if day is None else day_words(day)
