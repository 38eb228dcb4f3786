"""Baselines as Microsoft Project holds them: numbers 0 to 10 of each task, 0 being the one in force."""

from __future__ import annotations

from sharedprog.domain.plan.axis import datetime_of
from sharedprog.domain.plan.figures import finish_of, start_of
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES, BaselineDates
from sharedprog.domain.registers.tasks import Task
from sharedprog.exchange.project_plan import PlanBaseline

HIGHEST = 10


class WrittenBaselines:
    """The numbers of the baselines; ``left_out`` counts those for which there is none left."""

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        in_force = programme.settings.baseline
        others = [row for row in programme.rows(BASELINES) if row.id != in_force or row.number]
        self.numbers = {row.number: row.id for row in reversed(others) if row.number}
        taken = set(self.numbers.values())
        free = [number for number in range(1, HIGHEST + 1) if number not in self.numbers]
        nameless = [row.id for row in others if row.id not in taken]
        self.numbers.update(zip(free, nameless, strict=False))
        self.left_out = max(0, len(nameless) - len(free))

    def of(self, task: Task, measure: WorkingTime) -> tuple[PlanBaseline, ...]:
        """What the baselines say of a task, by number."""
        in_force = BaselineDates(
            start=task.baseline_start,
            start_time=task.baseline_start_time,
            finish=task.baseline_finish,
            finish_time=task.baseline_finish_time,
            duration=task.baseline_duration,
        )
        kept = {row.baseline: row for row in self.programme.children(BASELINE_DATES, task.id)}
        stated = [(number, kept[row_id]) for number, row_id in sorted(self.numbers.items()) if row_id in kept]
        made = [_baseline(number, row, measure) for number, row in [(0, in_force), *stated]]
        return tuple(each for each in made if each is not None)


def _baseline(number: int, row: BaselineDates, measure: WorkingTime) -> PlanBaseline | None:
    """One baseline of one task; ``None`` where it says nothing."""
    start = None if row.start is None else datetime_of(start_of(measure, row.start, row.start_time))
    finish = None if row.finish is None else datetime_of(finish_of(measure, row.finish, row.finish_time))
    if start is None and finish is None and row.duration is None:
        return None
    return PlanBaseline(number=number, start=start, finish=finish, duration=row.duration)
