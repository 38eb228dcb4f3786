"""Baselines of a Microsoft Project plan: each number that occurs is one, and 1 to 10 have dates of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from sharedprog.domain.fields import Value
from sharedprog.domain.plan.working_time import WorkingTime
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.baselines import BASELINE_DATES, BASELINES
from sharedprog.exchange.project_plan import PlanTask, ProjectPlan
from sharedprog.usecases.importing_moments import finish_parts, start_parts
from sharedprog.usecases.importing_rows import PlannedRow, state_of

WHERE = "Baselines"


class PlanBaselines:
    """The baselines of one plan; those of the programme that have the same number are the same."""

    def __init__(self, programme: Programme, plan: ProjectPlan, make_id: Callable[[], str]) -> None:
        self.programme = programme
        self.plan = plan
        self.make_id = make_id
        numbers = sorted({baseline.number for task in plan.tasks for baseline in task.baselines})
        known = {row.number: row.id for row in programme.rows(BASELINES) if row.number is not None}
        self.known = known.keys() & numbers
        self.ids = {number: known.get(number) or make_id() for number in numbers}

    def rows(self) -> Iterator[PlannedRow]:
        """One for each number."""
        for number, row_id in self.ids.items():
            title = f"Baseline {number}" if number else "Baseline"
            if number in self.known:
                yield PlannedRow(BASELINES.key, row_id, WHERE, None, title, "same")
            else:
                values: dict[str, Value] = {"title": title, "number": number}
                yield PlannedRow(BASELINES.key, row_id, WHERE, None, title, "new", values)

    def date_rows(self, ids: Mapping[int, str], measure: Callable[[PlanTask], WorkingTime]) -> Iterator[PlannedRow]:
        """What baselines 1 to 10 say of each task; ``ids`` are those of the tasks by UID."""
        known = {(row.parent, row.baseline): row for row in self.programme.rows(BASELINE_DATES)}
        for task in self.plan.tasks:
            for baseline in {each.number: each for each in task.baselines if each.number}.values():
                start = start_parts(baseline.start, measure(task), clock=task.elapsed)
                finish = finish_parts(baseline.finish, measure(task), baseline.start, clock=task.elapsed)
                stated: dict[str, Value] = {
                    "parent": ids[task.uid],
                    "baseline": self.ids[baseline.number],
                    "start": start[0],
                    "start_time": start[1],
                    "finish": finish[0],
                    "finish_time": finish[1],
                    "duration": baseline.duration,
                }
                before = known.get((ids[task.uid], self.ids[baseline.number]))
                row = before or BASELINE_DATES.blank(self.make_id())
                values = {name: value for name, value in stated.items() if value != getattr(row, name)}
                state = state_of(known=before is not None, values=values)
                name = f"Baseline {baseline.number} of {task.name}"
                yield PlannedRow(BASELINE_DATES.key, row.id, WHERE, task.line, name, state, values)
