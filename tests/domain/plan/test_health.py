"""The fourteen checks of a plan, each on a plan made for it."""

from datetime import date
from itertools import pairwise

import pytest

from sharedprog.domain.fields import Value
from sharedprog.domain.plan.health import Health, fault_words, health
from sharedprog.domain.plan.health_terms import KINDS, Check, preset
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers.programme import ProgrammeRow
from tests.domain.plan.plans import MONDAY, day, link, milestone, plan, task

DCMA, SHORT = preset("dcma"), preset("short")


def checked(*rows: Row, as_at: date = MONDAY, limits: str = "dcma") -> Health:
    return health(plan(*rows), as_at, preset(limits))


def failing(check: Check) -> list[str]:
    return [each.task_id for each in check.failing]


def said(check: Check, name: str) -> str:
    return next(each.sentence for each in check.failing if each.task_id == name)


def chain(*names: str, days: float = 5) -> list[Row]:
    """Tasks each of which waits for the one before."""
    tasks: list[Row] = [task(name, days) for name in names]
    return [*tasks, *(link(first, second) for first, second in pairwise(names))]


def test_the_fourteen_come_in_order_with_their_limits() -> None:
    found = checked(*chain("A", "B", "C"))

    assert [check.kind.number for check in found.checks] == list(range(1, 15))
    assert [check.threshold for check in found.checks] == [
        "at most 5\xa0%",
        "none",
        "at most 5\xa0%",
        "at least 90\xa0%",
        "at most 5\xa0%",
        "at most 5\xa0%",
        "none",
        "at most 5\xa0%",
        "none",
        "for information",
        "at most 5\xa0%",
        "all 600 days",
        "at least 0.95",
        "at least 0.95",
    ]
    assert found.line == "11 of 11 checks pass. 2 could not be measured."


def test_1_a_task_without_links_is_told_which_are_missing() -> None:
    found = checked(*chain("A", "B", "C"), task("X", 2), task("Y", 1), link("A", "Y"), task("Z", 1), link("Z", "C"))
    check = found.check("missing_links")

    assert failing(check) == ["X", "Y", "Z"]
    assert (check.count, check.of, check.state, check.found) == (3, 6, "fail", "3 of 6 tasks, 50\xa0%")
    assert said(check, "X").startswith("No link leads to it or from it")
    assert said(check, "Y").startswith("Nothing waits for it")
    assert said(check, "Z").startswith("It waits for nothing")
    assert fault_words(check) == "missing links on 3 tasks"


def test_1_links_of_a_summary_task_are_those_of_what_is_beneath_it() -> None:
    rows = [task("A", 1), task("S"), task("B", 1, parent="S"), task("C", 1, parent="S"), milestone("End")]
    check = checked(*rows, link("A", "S"), link("S", "End")).check("missing_links")

    assert (check.count, check.of) == (0, 4)


def test_1_a_loop_is_told_as_one() -> None:
    check = checked(*chain("A", "B", "C"), link("C", "B")).check("missing_links")

    assert said(check, "B") == "It waits for itself in a loop of links: take one of them away."


def test_2_and_3_a_lead_and_a_lag_are_told_with_their_size() -> None:
    rows = [task("A", 5), task("B", 5), task("C", 5), task("D", 5)]
    found = checked(
        *rows,
        link("A", "B", -2),
        link("B", "C", 1),
        link("C", "D", 3, lag_kind="elapsed"),
        link("A", "D", lag_kind="percent", lag_percent=50),
    )
    leads, lags = found.check("leads"), found.check("lags")

    assert (leads.count, leads.of, leads.passed) == (1, 4, False)
    assert said(leads, "B").startswith("Its link to 1 A has a lead of 2 days: split that task")
    assert (failing(lags), lags.passed) == (["C", "D", "D"], False)
    assert "a lag of 1 day:" in said(lags, "C")
    assert "a lag of 1 day by the clock:" in lags.failing[1].sentence
    assert "a lag of 50\xa0% of its length:" in lags.failing[2].sentence


@pytest.mark.parametrize(("plain", "passed"), [(9, True), (8, False)])
def test_4_nine_links_in_ten_are_to_be_finish_to_start(plain: int, passed: bool) -> None:  # noqa: FBT001 - a case
    rows: list[Row] = [task(f"T{number}", 1) for number in range(11)]
    kinds = ["FS"] * plain + ["SS"] * (10 - plain)
    links = [link(f"T{place}", f"T{place + 1}", kind=kind) for place, kind in enumerate(kinds)]
    check = checked(*rows, *links).check("finish_to_start")

    assert (check.count, check.of, check.passed) == (plain, 10, passed)
    assert said(check, "T10") == (
        "Its link to 10 T9 is start to start: make it finish to start, unless both truly go on together."
    )


def test_5_dates_that_hold_whatever_the_links_say_are_hard() -> None:
    held: dict[str, Value] = {"constraint_day": day("14 Dec")}
    check = checked(
        *chain("A", "B"),
        task("C", 1, constraint="mso", **held),
        task("D", 1, constraint="fnlt", **held),
        task("E", 1, constraint="snet", **held),
        task("F", 1, constraint="mfo"),
        task("G", 1, constraint="mfo", mode="placed", placed_start=day("14 Dec"), **held),
    ).check("hard_dates")

    assert failing(check) == ["C", "D"]
    assert said(check, "C").startswith("Must start on Mon 14 Dec 2026 holds it whatever its links say")


@pytest.mark.parametrize(
    ("limits", "days", "high"), [("dcma", 45, 1), ("dcma", 44, 0), ("short", 21, 1), ("short", 20, 0)]
)
def test_6_and_8_float_and_length_beyond_the_limit(limits: str, days: int, high: int) -> None:
    long, short = task("Long", days + 1), task("Side", 1)
    found = checked(long, short, limits=limits)

    assert found.check("high_float").count == high
    assert failing(found.check("high_float")) == ["Side"] * high
    assert checked(task("Long", days), limits=limits).check("long_tasks").count == high


def test_7_float_below_nothing_says_by_how_much() -> None:
    check = checked(task("A", 5), milestone("Day 1", deadline=day("2 Dec")), link("A", "Day 1")).check("negative_float")

    assert failing(check) == ["A", "Day 1"]
    assert said(check, "A").startswith("It is 2 days too late for a date that must be kept")


def test_8_elapsed_days_are_told_in_working_days() -> None:
    assert checked(task("Wait", elapsed=True, duration=60 * 1440)).check("long_tasks").count == 0
    assert checked(task("Wait", elapsed=True, duration=70 * 1440)).check("long_tasks").count == 1


def test_9_work_in_the_past_that_is_not_done_and_work_done_in_the_future() -> None:
    found = checked(
        task("Late", 2),
        task("Begun", 10, actual_start=MONDAY),
        task("Should start", 10),
        task("Ahead", 1, actual_start=day("14 Dec")),
        task("Done ahead", 1, actual_start=MONDAY, actual_finish=day("14 Dec"), percent_complete=100),
        task("Done", 1, actual_start=MONDAY, actual_finish=MONDAY, percent_complete=100),
        as_at=day("7 Dec"),
    )
    check = found.check("invalid_dates")

    assert failing(check) == ["Late", "Should start", "Ahead", "Done ahead"]
    assert said(check, "Late").startswith("It was to be done by Tue 1 Dec 2026: say when it was done")
    assert said(check, "Should start").startswith("It was to start on Mon 30 Nov 2026")
    assert said(check, "Done ahead").endswith("which is still to come: correct it.")


def test_9_goes_by_the_day_to_which_progress_is_known() -> None:
    settings = ProgrammeRow(id="programme", exists=True, start=MONDAY, status_day=day("9 Dec"))
    programme = plan(task("A", 2), others={"programme": [settings]})
    found = health(programme, MONDAY, DCMA)

    assert found.as_at == day("9 Dec")
    assert found.check("invalid_dates").count == 1


def test_10_owners_are_for_information() -> None:
    found = checked(task("A", 5), task("B", 5, owner="somebody"), milestone("End"))
    check = found.check("owners")

    assert (check.count, check.of, check.passed, check.state) == (1, 2, None, "information")
    assert check not in found.measured


def test_11_and_14_what_was_due_in_the_baseline() -> None:
    done: dict[str, Value] = {"actual_start": MONDAY, "percent_complete": 100}
    found = checked(
        task("On time", 1, baseline_finish=MONDAY, actual_finish=MONDAY, **done),
        task("Late", 1, baseline_finish=MONDAY, actual_finish=day("2 Dec"), **done),
        task("Not done", 6, baseline_finish=day("3 Dec")),
        task("To come", 9, baseline_finish=day("18 Dec")),
        as_at=day("7 Dec"),
    )
    missed, index = found.check("missed"), found.check("execution_index")

    assert (failing(missed), missed.of) == (["Late", "Not done"], 3)
    assert said(missed, "Late").startswith("It was done 2 days after its baseline")
    assert said(missed, "Not done").startswith("It was due by Thu 3 Dec 2026 and is now due by Mon 7 Dec 2026")
    assert index.value == pytest.approx(2 / 3)
    assert not index.passed
    assert (failing(index), index.found) == (["Not done"], "0.67, 2 of 3 tasks")


def test_11_and_14_without_a_baseline_or_before_it_begins_are_not_measured() -> None:
    found = checked(task("A", 1))
    assert found.check("missed").reason.startswith("The plan has no baseline")
    assert found.check("execution_index").state == "unmeasured"

    found = checked(task("A", 1, baseline_finish=day("4 Dec")))
    assert found.check("missed").reason == "By Mon 30 Nov 2026 the baseline has no task finished."


def test_12_a_delay_that_reaches_the_finish_passes() -> None:
    check = checked(*chain("A", "B", "C"), milestone("End"), link("C", "End")).check("critical_path")

    assert (check.passed, check.count, check.of, check.failing) == (True, 600, 600, ())


def test_12_a_date_that_stops_the_delay_is_named() -> None:
    rows = [task("A", 5), milestone("Day 1", constraint="mso", constraint_day=day("4 Dec")), task("B", 5)]
    check = checked(*rows, link("A", "Day 1"), link("Day 1", "B")).check("critical_path")

    assert (check.passed, check.count, failing(check)) == (False, 0, ["A", "Day 1"])
    assert said(check, "A") == "Made 600 days longer, it moves 3 B by 0 days: see what holds it."
    assert said(check, "Day 1") == "Must start on Fri 4 Dec 2026 stops the delay there: make the date a deadline."


def test_12_a_task_placed_by_hand_stops_the_delay_too() -> None:
    placed = task("B", 1, mode="placed", placed_start=day("7 Dec"))
    check = checked(task("A", 5), placed, task("C", 1), link("A", "B"), link("B", "C")).check("critical_path")

    assert failing(check) == ["A", "B"]


def test_12_an_end_that_waits_for_nothing_does_not_move() -> None:
    rows = [task("A", 5, deadline=day("4 Dec")), task("Alone", 9)]
    check = checked(*rows).check("critical_path")

    assert said(check, "A").endswith("link it, through the tasks between, to the end of the plan.")


def test_12_and_13_say_why_they_cannot_be_measured() -> None:
    assert checked(task("A", 5)).check("critical_path").reason == "No unfinished task but the last is critical."
    undated = health(plan(task("A"), start=None), MONDAY, DCMA)
    assert undated.check("path_index").reason == "No unfinished task has a float."
    past = checked(task("A", 5), as_at=day("2027-01-04"))
    assert past.check("path_index").reason.startswith("The plan was to be finished by Fri 4 Dec 2026")
    settings = ProgrammeRow(id="programme", exists=True, schedule_from="finish", finish=day("18 Dec"))
    backwards = plan(*chain("A", "B"), others={"programme": [settings]})
    assert health(backwards, MONDAY).check("critical_path").reason.startswith("The plan is worked out from its finish")


def test_13_days_left_with_the_least_float_over_days_left() -> None:
    rows = [task("A", 10), milestone("Day 1", deadline=day("10 Dec")), link("A", "Day 1")]
    check = checked(*rows).check("path_index")

    assert check.value == pytest.approx(0.9)
    assert (check.passed, check.found) == (False, "0.90")
    assert said(check, "A").startswith("It is 1 day too late for a date that must be kept, with 10 days left")
    assert checked(*chain("A", "B")).check("path_index").value == 1.0


def test_an_empty_plan_measures_nothing_and_passes_nothing() -> None:
    found = checked()

    assert {check.state for check in found.checks} == {"unmeasured"}
    assert all(check.reason for check in found.checks)
    assert found.line == "Nothing could be measured."


def test_tasks_that_are_not_in_the_plan_are_not_looked_at() -> None:
    found = checked(*chain("A", "B"), task("Out", 90, active=False))

    assert all("Out" not in failing(check) for check in found.checks)


def test_the_preset_suits_the_length_of_the_plan_unless_one_is_chosen() -> None:
    def usual(days: int) -> str:
        return health(plan(task("A", days)), MONDAY).preset.key

    assert (usual(130), usual(131)) == ("short", "dcma")
    assert health(Programme(), MONDAY).preset is DCMA
    assert (SHORT.float_days, SHORT.duration_days, DCMA.float_days) == (20, 20, 44)
    assert "20 working days" in checked(limits="short").check("long_tasks").measures


def test_a_line_names_three_faults_and_counts_the_rest() -> None:
    found = checked(task("A", 90), task("B", 1), task("C", 1), task("D", 1, constraint="mso", constraint_day=MONDAY))

    assert found.line == (
        "3 of 8 checks pass; missing links on 3 tasks, hard dates on 1 task, high float on 2 tasks and 2 more. "
        "5 could not be measured."
    )
    assert all(fault_words(check) for check in found.checks if check.state == "fail")
    assert len(KINDS) == 14
