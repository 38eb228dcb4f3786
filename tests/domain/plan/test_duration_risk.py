"""When the plan may finish: drawn lengths, the dates of the runs, and what drives them."""

from collections.abc import Iterable
from datetime import date
from math import sqrt

import pytest

from sharedprog.domain.plan.duration_risk import (
    NO_SPREAD,
    Bin,
    DurationRisk,
    Forecast,
    correlated,
    duration_risk,
    histogram,
)
from sharedprog.domain.plan.histogram import laid_out
from sharedprog.domain.plan.risk_words import chance_words, day_one_words, forecast_words, runs_words, strength_words
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.programme import ProgrammeRow
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.trouble import Trouble
from tests.domain.plan.plans import MONDAY, day, link, milestone, plan, task

DAY = 480


def unsure(name: str, best: float, usual: float, worst: float, **values: object) -> Task:
    return task(name, usual, optimistic=round(best * DAY), pessimistic=round(worst * DAY), **values)  # type: ignore[arg-type]


def forecast(*rows: Row, day_one: date | None = None, runs: int = 2_000, holidays: Iterable[date] = ()) -> DurationRisk:
    return duration_risk(plan(*rows, day_one=day_one, holidays=holidays), MONDAY, runs=runs)


def working_days(programme: Programme, last: date) -> int:
    return schedule(programme, MONDAY).calendar.length(MONDAY, last)


def test_the_dates_of_one_task_are_those_of_the_triangle_its_lengths_come_from() -> None:
    found = forecast(unsure("A", 50, 100, 200), runs=10_000).finish

    def beyond(share: float) -> float:
        """The length, in days, that this share of the triangle is longer than; beyond its peak."""
        return 200 - sqrt(share * (200 - 50) * (200 - 100))

    programme = plan(task("A", 1), holidays=())
    assert working_days(programme, found.p50) == pytest.approx(beyond(0.5), abs=2)
    assert working_days(programme, found.p80) == pytest.approx(beyond(0.2), abs=2)
    assert found.by_plan == pytest.approx((100 - 50) / (200 - 50), abs=0.02)


def test_the_same_seed_gives_the_same_dates_and_another_gives_others() -> None:
    programme = plan(unsure("A", 5, 10, 40), unsure("B", 5, 10, 40), link("A", "B"))

    assert duration_risk(programme, MONDAY, runs=300, seed=3) == duration_risk(programme, MONDAY, runs=300, seed=3)
    one, other = (duration_risk(programme, MONDAY, runs=300, seed=seed).finish.bins for seed in (3, 4))
    assert one != other


def test_paths_that_meet_finish_later_than_each_alone() -> None:
    """The merge bias: a milestone that waits for several is later than any of them is likely to be."""
    alone = forecast(unsure("A", 5, 10, 15)).finish
    names = ("A", "B", "C", "D")
    met = forecast(*(unsure(name, 5, 10, 15) for name in names), milestone("E"), *(link(name, "E") for name in names))

    assert met.finish.p50 > alone.p50
    assert met.finish.by_plan < alone.by_plan / 2


def test_the_tasks_that_drive_the_finish_come_first_and_those_with_room_not_at_all() -> None:
    rows = [unsure("Wide", 5, 20, 60), unsure("Narrow", 8, 10, 12), unsure("Side", 1, 2, 3), task("Sure", 10)]
    found = forecast(*rows, link("Wide", "Narrow"), link("Narrow", "Sure"))

    names = [driver.task_id for driver in found.finish.drivers]
    assert names[0] == "Wide"
    assert set(names) <= {"Wide", "Narrow"}
    assert found.spread == 3


def test_a_fixed_day_1_comes_later_in_the_runs_when_what_it_waits_for_does() -> None:
    fixed = milestone("Day 1", constraint="mso", constraint_day=day("11 Dec"))
    found = forecast(unsure("A", 5, 9, 20), fixed, task("After", 60), link("A", "Day 1"), day_one=day("11 Dec"))

    assert found.milestone is not None
    assert found.milestone.task_id == "Day 1"
    assert found.milestone.p80 > day("11 Dec")
    share = found.milestone.by_day_one
    assert share is not None
    assert 0.2 < share < 0.6
    assert (found.finish.by_plan, found.finish.task_id) == (1.0, None)


def test_work_that_has_begun_varies_only_in_what_is_left() -> None:
    begun = unsure("A", 50, 100, 200, actual_start=MONDAY, remaining=10 * DAY)
    found = forecast(begun).finish
    programme = plan(task("A", 1), holidays=())

    assert working_days(programme, found.bins[0].first) >= 95
    assert working_days(programme, found.bins[-1].last) <= 111


def test_a_task_that_may_not_finish_before_a_day_starts_sooner_when_it_takes_longer() -> None:
    held = unsure("A", 1, 2, 5, constraint="fnet", constraint_day=day("18 Dec"))
    found = forecast(held, runs=200).finish

    assert (found.p50, found.p80) == (day("18 Dec"), day("18 Dec"))


@pytest.mark.parametrize(
    "sure",
    [
        unsure("A", 1, 5, 9, actual_start=MONDAY, actual_finish=day("1 Dec")),
        unsure("A", 1, 5, 9, mode="placed", placed_start=MONDAY),
        unsure("A", 1, 5, 9, active=False),
        unsure("A", 5, 5, 5),
        task("A", actual_start=MONDAY, remaining=5 * DAY, pessimistic=9 * DAY),
        task("A", 5),
    ],
)
def test_without_anything_to_vary_there_is_no_forecast(sure: Task) -> None:
    with pytest.raises(Trouble) as trouble:
        forecast(sure, task("B", 1))
    assert str(trouble.value) == NO_SPREAD


def test_other_plans_that_cannot_be_forecast_say_why() -> None:
    settings = ProgrammeRow(id="programme", exists=True, schedule_from="finish", finish=day("18 Dec"))
    with pytest.raises(Trouble, match="worked out from its finish"):
        duration_risk(plan(unsure("A", 1, 2, 3), others={"programme": [settings]}), MONDAY)
    with pytest.raises(Trouble, match="no finish to forecast"):
        duration_risk(plan(unsure("A", 1, 2, 3), start=None), MONDAY)
    with pytest.raises(Trouble, match="0 runs cannot be made"):
        forecast(unsure("A", 1, 2, 3), runs=0)


def test_one_end_of_the_spread_is_enough() -> None:
    worse = forecast(task("A", 10, pessimistic=20 * DAY)).finish
    better = forecast(task("A", 10, optimistic=5 * DAY)).finish

    assert worse.p50 > worse.planned >= better.p80


def test_progress_is_told_and_can_stop_the_work() -> None:
    heard: list[tuple[float, str]] = []
    duration_risk(
        plan(unsure("A", 1, 2, 3)), MONDAY, runs=500, progress=lambda part, words: heard.append((part, words))
    )
    assert (len(heard), heard[0], heard[25][0]) == (50, (0.0, "Run 0 of 500"), 0.5)

    def stop(part: float, _: str) -> None:
        if part >= 0.5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        duration_risk(plan(unsure("A", 1, 2, 3)), MONDAY, runs=500, progress=stop)


def test_correlation_of_what_never_varies_is_none_at_all() -> None:
    assert correlated([1, 2, 3], [2, 4, 6]) == pytest.approx(1)
    assert correlated([1, 2, 3], [6, 4, 2]) == pytest.approx(-1)
    assert correlated([1, 1, 1], [1, 2, 3]) == 0


def test_bins_are_of_as_many_working_days_each_and_hold_every_run() -> None:
    programme = plan(task("A", 1))
    calendar = schedule(programme, MONDAY).calendar
    assert histogram([MONDAY, MONDAY, day("4 Dec"), day("7 Dec")], calendar) == (
        Bin(MONDAY, MONDAY, 2),
        Bin(day("1 Dec"), day("1 Dec"), 0),
        Bin(day("2 Dec"), day("2 Dec"), 0),
        Bin(day("3 Dec"), day("3 Dec"), 0),
        Bin(day("4 Dec"), day("4 Dec"), 1),
        Bin(day("7 Dec"), day("7 Dec"), 1),
    )
    wide = histogram([MONDAY, day("2027-06-30")], calendar)
    assert len(wide) <= 24
    assert sum(each.runs for each in wide) == 2


def made(**values: object) -> Forecast:
    bins = (Bin(MONDAY, day("1 Dec"), 1), Bin(day("2 Dec"), day("3 Dec"), 4), Bin(day("4 Dec"), day("7 Dec"), 2))
    told = {"p50": day("2 Dec"), "p80": day("3 Dec"), "by_plan": 0.08, "by_day_one": 0.6, **values}
    return Forecast("Day 1", MONDAY, bins=bins, drivers=(), **told)  # type: ignore[arg-type]


def test_the_histogram_is_laid_out_with_its_days_marked() -> None:
    drawn = laid_out(made(), day("5 Dec"))

    assert [bar.height for bar in drawn.bars] == [0.25, 1.0, 0.5]
    assert [bar.after for bar in drawn.bars] == [False, False, True]
    assert drawn.bars[1].words == "Wed 2 Dec 2026 to Thu 3 Dec 2026: 4 runs"
    assert [mark.words for mark in drawn.marks] == ["P50 2 Dec", "P80 3 Dec", "Day 1 5 Dec"]
    assert 1 / 3 < drawn.marks[0].at < drawn.marks[1].at < 2 / 3 < drawn.marks[2].at < 1
    assert [mark.words for mark in laid_out(made(), day("18 Dec")).marks] == ["P50 2 Dec", "P80 3 Dec"]


def test_a_forecast_is_told_in_sentences() -> None:
    programme = plan(milestone("Day 1"), day_one=day("4 Dec"))
    risk = DurationRisk(2_000, 1, 12, made(), made())

    assert forecast_words(programme, made()) == (
        "1 Day 1 is as likely as not to finish by Wed 2 Dec 2026 (P50), and four times in five by Thu 3 Dec 2026 "
        "(P80). The plan says Mon 30 Nov 2026: the chance of that is 8\xa0%."
    )
    assert day_one_words(programme, risk) == "The chance of 1 Day 1 on Day 1, Fri 4 Dec 2026, or before: 60\xa0%."
    assert runs_words(risk) == "2,000 runs, in which 12 tasks took fewer days or more"
    assert [chance_words(share) for share in (0.0, 0.001, 0.5, 0.999, 1.0)] == [
        "less than 1\xa0%",
        "1\xa0%",
        "50\xa0%",
        "99\xa0%",
        "more than 99\xa0%",
    ]
    assert [strength_words(each) for each in (0.9, 0.6, 0.4, 0.1)] == ["very much", "much", "somewhat", "a little"]
