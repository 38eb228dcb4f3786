"""Ratings worked out by the rule that the pack prints."""

from datetime import date, timedelta

import pytest

from sharedprog.domain import ratings
from sharedprog.domain.fields import Value
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS, Workstream
from sharedprog.domain.words import DAY_MINUTES
from tests.builders import NOON, Changing

TODAY = NOON.date()
DAY = timedelta(days=1)


class Rated(Changing):
    """Two workstreams of a programme that began on Mon 2 Nov 2026 and goes live on Mon 4 Jan 2027."""

    def __init__(self) -> None:
        super().__init__()
        self.add(PROGRAMME, title="One Service", start=date(2026, 11, 2), day_one=date(2027, 1, 4))
        self.ict: Workstream = self.add(WORKSTREAMS, title="ICT")
        self.brand: Workstream = self.add(WORKSTREAMS, title="Brand")

    def on(self, day: date, *, of: Workstream | None = None, **values: Value) -> None:
        """A task of one day, placed by hand, of a workstream (ICT, unless said)."""
        placed: dict[str, Value] = {"mode": "placed", "placed_start": day, "placed_finish": day}
        whose: dict[str, Value] = {"workstream": (of or self.ict).id, "duration": DAY_MINUTES}
        self.add(TASKS, title="t", **(placed | whose | values))

    def rated(self) -> tuple[str, str, str]:
        return (
            ratings.of_workstream(self.view, self.ict),
            ratings.of_workstream(self.view, self.brand),
            ratings.overall(self.view),
        )


def test_nothing_due_to_begin_is_not_started() -> None:
    rated = Rated()
    assert rated.rated() == ("none", "none", "none")
    rated.on(TODAY + 14 * DAY)
    assert rated.rated()[0] == "none"


def test_work_on_time_is_green_and_all_of_it_done_is_complete() -> None:
    rated = Rated()
    rated.on(TODAY - 7 * DAY, percent_complete=100)
    assert rated.rated() == ("blue", "none", "green"), "the rest of the programme has still to begin"
    rated.on(TODAY)
    assert rated.rated()[0] == "green"
    rated.edit(TASKS, rated.programme.rows(TASKS)[1], actual_finish=TODAY)
    rated.on(TODAY, of=rated.brand, percent_complete=100)
    assert rated.rated() == ("blue", "blue", "blue")


@pytest.mark.parametrize(("late", "rating"), [(1, "amber"), (9, "amber"), (10, "red")])
def test_a_task_past_its_finish_is_amber_and_from_ten_working_days_red(late: int, rating: str) -> None:
    rated = Rated()
    rated.on(rated.view.schedule.calendar.add(TODAY, -late))
    assert rated.rated() == (rating, "none", rating)


@pytest.mark.parametrize(("late", "rating"), [(0, "none"), (1, "amber"), (9, "amber"), (10, "red")])
def test_a_milestone_forecast_after_its_baseline(late: int, rating: str) -> None:
    rated = Rated()
    then = TODAY + 7 * DAY
    now = rated.view.schedule.calendar.add(then, late) if late else then
    rated.on(now, milestone=True, duration=0, baseline_finish=then)
    assert rated.rated()[0] == rating


def test_a_red_risk_makes_its_own_workstream_amber_at_least() -> None:
    rated = Rated()
    rated.on(TODAY)
    scored: dict[str, Value] = {"matrix": rated.matrix, "likelihood": 5, "impact": 5}
    risk = rated.add(RISKS, title="r", workstream=rated.ict.id, **scored)
    assert rated.rated() == ("amber", "none", "amber")
    rated.edit(RISKS, risk, status="closed")
    assert rated.rated() == ("green", "none", "green")


def test_a_milestone_planned_by_day_one_and_forecast_after_it_turns_the_programme_red() -> None:
    rated = Rated()
    rated.on(date(2027, 1, 5), milestone=True, duration=0, baseline_finish=date(2027, 1, 4))
    assert rated.rated() == ("amber", "none", "red")
    rated.edit(TASKS, rated.programme.rows(TASKS)[0], baseline_finish=date(2027, 1, 5))
    assert rated.rated() == ("none", "none", "none")


def test_tasks_of_no_workstream_count_as_one() -> None:
    rated = Rated()
    rated.on(TODAY - 7 * DAY, workstream=None)
    assert rated.rated() == ("none", "none", "amber")


def test_a_task_without_dates_is_neither_late_nor_begun() -> None:
    rated = Rated()
    rated.on(TODAY, placed_start=None, placed_finish=None, duration=None)
    assert rated.rated()[0] == "none"
    rated.edit(TASKS, rated.programme.rows(TASKS)[0], percent_complete=10)
    assert rated.rated()[0] == "green"


def test_summary_tasks_do_not_count() -> None:
    rated = Rated()
    rated.on(TODAY - 60 * DAY)
    [summary] = rated.programme.rows(TASKS)
    rated.on(TODAY, parent=summary.id)
    assert rated.rated()[0] == "green"
