"""Why a task stands where it does, in a sentence."""

import pytest

from sharedprog.domain.phrases import plain
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.why import critical_path, why
from sharedprog.domain.programme import Programme
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task


def said(programme: Programme, name: str) -> str:
    return plain(why(programme, schedule(programme, TODAY), name))


FIXED = plan(
    task("Set up", 2),
    task("Joint working"),
    task("Merge", 10, parent="Joint working"),
    task("Mail", 5, parent="Joint working"),
    task("Staff move", 2),
    milestone("Day 1", constraint="mso", constraint_day=day("23 Dec")),
    link("Set up", "Joint working"),
    link("Merge", "Mail"),
    link("Mail", "Day 1"),
    link("Set up", "Staff move"),
    link("Staff move", "Day 1"),
)


def test_a_critical_task_names_what_must_finish_first_and_the_day_that_is_fixed() -> None:
    assert said(FIXED, "Mail") == (
        "Critical because 2.1 Merge must finish first and 4 Day 1 is fixed on Wed 23 Dec 2026."
    )
    strong = [part.text for part in why(FIXED, schedule(FIXED, TODAY), "Mail") if part.strong]
    assert strong == ["2.1 Merge", "4 Day 1"]


def test_the_links_of_a_summary_are_followed() -> None:
    assert said(FIXED, "Merge") == (
        "Critical because 1 Set up must finish first and 4 Day 1 is fixed on Wed 23 Dec 2026."
    )
    assert said(FIXED, "Set up") == "Critical because 4 Day 1 is fixed on Wed 23 Dec 2026."


def test_a_task_with_room_says_how_much_and_what_it_would_delay() -> None:
    assert said(FIXED, "Staff move") == "Can slip 13 days before it delays 4 Day 1."


def test_a_fixed_day_says_so_itself() -> None:
    assert said(FIXED, "Day 1") == "Critical because 2.2 Mail must finish first and it is fixed on Wed 23 Dec 2026."


def test_a_day_that_cannot_be_kept_is_told() -> None:
    programme = plan(
        task("Merge", 10), milestone("Day 1", constraint="mso", constraint_day=day("9 Dec")), link("Merge", "Day 1")
    )

    assert said(programme, "Merge") == (
        "Critical because 2 Day 1 is fixed on Wed 9 Dec 2026, which cannot be kept: 3 days too late."
    )


def test_without_a_fixed_day_any_delay_moves_what_comes_last() -> None:
    programme = plan(task("A", 5), task("B", 2), task("C", 1), link("A", "B"))

    assert said(programme, "A") == "Critical because any delay moves 2 B from Tue 8 Dec 2026."
    assert said(programme, "B") == (
        "Critical because 1 A must finish first and any delay moves the plan's finish from Tue 8 Dec 2026."
    )
    assert said(programme, "C") == "Can slip 6 days before it delays the plan's finish."


def test_the_next_critical_milestone_counts_more_than_the_end_of_the_plan() -> None:
    programme = plan(
        task("Ledger", 5),
        task("Training", 2),
        milestone("Early look"),
        milestone("Go live"),
        task("Reviews", 60),
        link("Ledger", "Go live"),
        link("Training", "Early look"),
        link("Early look", "Go live"),
        link("Go live", "Reviews"),
    )

    assert said(programme, "Ledger") == "Critical because any delay moves 4 Go live from Fri 4 Dec 2026."
    assert said(programme, "Training") == "Can slip 3 days before it delays 4 Go live."


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Done", "Finished on Fri 20 Nov 2026."),
        ("Group", "Finishes when 2.1 Part does."),
        ("Open", "Its finish is not known, because it has no duration. Type the days it takes."),
        ("Nowhere", "It was placed by hand, on no day. Type its start."),
        ("Empty", "Its dates come from the tasks beneath it."),
        (
            "One",
            "Waits for itself, so its links move nothing: 5 One → 6 Two → 5 One. Take one of the links away.",
        ),
        ("gone", ""),
    ],
)
def test_the_other_ways_a_task_can_stand(name: str, sentence: str) -> None:
    programme = plan(
        task("Done", 1, actual_finish=day("20 Nov")),
        task("Group"),
        task("Part", 1, parent="Group"),
        task("Open"),
        task("Nowhere", mode="placed"),
        task("One", 1),
        task("Two", 1),
        link("One", "Two"),
        link("Two", "One"),
        task("Empty"),
        task("Unplaced", mode="placed", parent="Empty"),
    )

    assert said(programme, name) == sentence


def test_a_task_that_nothing_dates_says_what_to_do() -> None:
    assert said(plan(task("A", 1), start=None), "A").startswith("It has no dates, because nothing says when")


def test_the_critical_path_leads_to_the_last_finish_or_to_a_named_task() -> None:
    made = schedule(FIXED, TODAY)

    assert critical_path(made) == ("Set up", "Merge", "Mail", "Day 1")
    assert critical_path(made, to="Staff move") == ("Set up", "Staff move")
    assert critical_path(schedule(plan(), TODAY)) == ()
