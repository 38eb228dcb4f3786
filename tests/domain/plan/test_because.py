"""What sets the dates of a task, in words for each way in which they can be set."""

from dataclasses import replace
from datetime import date

import pytest

from sharedprog.domain.phrases import plain
from sharedprog.domain.plan.because import because
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.why import why
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.calendars import Calendar
from sharedprog.domain.registers.programme import ProgrammeRow
from tests.domain.plan.plans import MONDAY, TODAY, day, link, plan, task


def said(programme: Programme, name: str) -> str:
    return plain(because(programme, schedule(programme, TODAY), name))


def verdict(programme: Programme, name: str) -> str:
    return plain(why(programme, schedule(programme, TODAY), name))


@pytest.mark.parametrize(
    ("kind", "lag", "sentence"),
    [
        ("FS", 0, "Starts on Mon 7 Dec 2026, because 1 A must finish first."),
        ("FS", 2, "Starts on Wed 9 Dec 2026, because it starts 2 days after 1 A finishes."),
        ("FS", -1, "Starts on Fri 4 Dec 2026, because it starts 1 day before 1 A finishes."),
        ("SS", 0.5, "Starts on Mon 30 Nov 2026, because it starts 4 hours after 1 A starts."),
        ("FF", 0, "Finishes on Fri 4 Dec 2026, because it may not finish before 1 A finishes."),
        ("FF", 1, "Finishes on Mon 7 Dec 2026, because it finishes 1 day after 1 A finishes."),
        ("SF", 3, "Finishes on Wed 2 Dec 2026, because it finishes 3 days after 1 A starts."),
    ],
)
def test_each_kind_of_link_says_what_it_asks(kind: str, lag: float, sentence: str) -> None:
    assert said(plan(task("A", 5), task("B", 2), link("A", "B", lag, kind)), "B") == sentence


def test_lags_by_the_clock_and_by_per_cent_are_told_as_time() -> None:
    waits = link("A", "B", 1, lag_kind="elapsed")
    shared = link("A", "B", lag_kind="percent", lag_percent=50)

    assert "it starts 8 hours by the clock after 1 A finishes" in said(plan(task("A", 5), task("B", 2), waits), "B")
    assert "it starts 2.5 days after 1 A finishes" in said(plan(task("A", 5), task("B", 2), shared), "B")


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Starts on Mon 30 Nov 2026, where the plan begins."),
        (
            {"constraint": "snet", "constraint_day": day("9 Dec")},
            "Starts on Wed 9 Dec 2026, because it may not start before Wed 9 Dec 2026.",
        ),
        (
            {"constraint": "fnet", "constraint_day": day("9 Dec")},
            "Finishes on Wed 9 Dec 2026, because it may not finish before Wed 9 Dec 2026.",
        ),
        (
            {"constraint": "mso", "constraint_day": day("9 Dec")},
            "Starts on Wed 9 Dec 2026, because it is fixed on Wed 9 Dec 2026.",
        ),
        ({"constraint": "alap"}, "Starts on Thu 10 Dec 2026, because it comes as late as it can."),
        (
            {"mode": "placed", "placed_start": day("3 Dec")},
            "Stands on Thu 3 Dec 2026, because it was placed by hand.",
        ),
        (
            {"actual_start": day("30 Nov")},
            "Began on Mon 30 Nov 2026, and what is left of it goes on from where it stopped.",
        ),
        ({"actual_start": day("30 Nov"), "actual_finish": day("1 Dec")}, ""),
    ],
)
def test_each_date_that_can_set_a_task_says_so(values: dict[str, object], sentence: str) -> None:
    assert said(plan(replace(task("A", 2), **values), task("Longer", 10)), "A") == sentence  # type: ignore[arg-type]


def test_a_date_that_cuts_a_link_short_is_named_and_the_link_is_told_to_be_too_late() -> None:
    programme = plan(task("A", 5), task("B", 2, constraint="snlt", constraint_day=day("2 Dec")), link("A", "B"))

    assert said(programme, "B") == "Starts on Wed 2 Dec 2026, because it must start by Wed 2 Dec 2026."
    assert verdict(programme, "A") == (
        "Critical because 2 B must start by Wed 2 Dec 2026, which cannot be kept: 3 days too late."
    )


def test_the_date_of_a_summary_holds_what_is_beneath_it() -> None:
    programme = plan(task("S", constraint="snet", constraint_day=day("7 Dec")), task("A", 2, parent="S"))

    assert said(programme, "A") == "Starts on Mon 7 Dec 2026, because 1 S may not start before Mon 7 Dec 2026."
    assert said(programme, "S") == "Starts when 1.1 A does."


def test_work_that_is_left_goes_on_after_the_day_to_which_progress_is_known() -> None:
    settings = ProgrammeRow(id="programme", exists=True, start=MONDAY, status_day=day("4 Dec"))
    programme = plan(task("A", 4, actual_start=MONDAY, percent_complete=50), others={"programme": [settings]})

    assert said(programme, "A") == (
        "What is left of it goes on from Mon 7 Dec 2026, because progress is known to Fri 4 Dec 2026."
    )


def test_days_on_which_nobody_works_are_named() -> None:
    programme = plan(task("A", 19), task("B", 1), link("A", "B"))

    assert said(programme, "B") == (
        "Starts on Tue 29 Dec 2026, because 1 A must finish first; "
        "nobody works on 2 days from Fri 25 Dec 2026 to Mon 28 Dec 2026."
    )


def test_working_times_of_its_own_are_named() -> None:
    night = Calendar(id="n", exists=True, title="Weekends", saturday="08:00-16:00", sunday="08:00-16:00")
    programme = plan(task("A", 2), task("B", 1, calendar="n"), link("A", "B"), others={"calendars": [night]})

    assert said(programme, "B") == (
        "Starts on Sat 5 Dec 2026, because 1 A must finish first; “Weekends” is closed until then."
    )


# The verdict


def test_a_deadline_is_what_a_task_must_not_miss() -> None:
    programme = plan(task("A", 2), task("B", 2, deadline=day("8 Dec")), task("Long", 20), link("A", "B"))

    assert verdict(programme, "A") == "Can slip 3 days before it delays 2 B past its deadline, Tue 8 Dec 2026."
    assert verdict(programme, "B") == "Can slip 3 days before it misses its deadline, Tue 8 Dec 2026."
    late = plan(task("A", 5), task("B", 2, deadline=day("7 Dec")), task("Long", 20), link("A", "B"))
    assert verdict(late, "B") == (
        "Critical because 1 A must finish first and it has a deadline on Mon 7 Dec 2026, "
        "which cannot be kept: 1 day too late."
    )


def test_room_of_less_than_a_day_is_told_in_hours() -> None:
    programme = plan(task("A", 1.75), task("B", 2))

    assert verdict(programme, "A") == "Can slip 2 hours before it delays the plan's finish."


def test_a_chain_with_room_delays_the_plan_and_not_its_own_end() -> None:
    programme = plan(task("A", 1), task("B", 1), task("Long", 9), link("A", "B"))

    assert verdict(programme, "A") == "Can slip 7 days before it delays the plan's finish."


def test_critical_by_a_limit_of_the_programme_says_how_little_room_there_is() -> None:
    settings = ProgrammeRow(id="programme", exists=True, start=MONDAY, critical_float=960)
    programme = plan(task("A", 5), task("B", 7), others={"programme": [settings]})

    assert verdict(programme, "A") == "Critical because it can slip only 2 days before it delays the plan's finish."


def test_a_task_placed_by_hand_or_come_late_is_critical_by_that() -> None:
    programme = plan(task("A", 5, mode="placed", placed_start=day("7 Dec")), task("B", 2))

    assert verdict(programme, "A") == (
        "Critical because it was placed by hand and any delay moves the plan's finish from Fri 11 Dec 2026."
    )


def test_a_task_that_is_not_in_the_plan_says_so() -> None:
    assert verdict(plan(task("A", 5, active=False), task("B", 2)), "A").startswith("It is not in the plan")


def test_what_is_not_there_has_no_reason() -> None:
    assert because(plan(), schedule(plan(start=date(2026, 1, 5)), TODAY), "gone") == ()
