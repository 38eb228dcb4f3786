"""The schedule, worked by hand: begins Mon 30 Nov 2026; Fri 25, Mon 28 Dec and Fri 1 Jan are closed."""

from datetime import date, datetime
from itertools import pairwise

import pytest

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.plan.schedule import loops, schedule
from sharedprog.domain.registers.programme import ProgrammeRow
from sharedprog.domain.registers.tasks import Task
from tests.domain.plan.plans import MONDAY, TODAY, dates, day, link, milestone, plan, span, task


def test_a_task_starts_when_the_programme_does_and_takes_its_days() -> None:
    assert span(plan(task("A", 5)), "A") == (day("30 Nov"), day("4 Dec"))


def test_a_successor_starts_the_working_day_after() -> None:
    programme = plan(task("A", 5), task("B", 2), link("A", "B"))

    assert span(programme, "B") == (day("7 Dec"), day("8 Dec"))
    assert dates(programme, "B").driver == "A"
    assert dates(programme, "A").driver is None


def test_weekends_and_bank_holidays_are_left_out() -> None:
    programme = plan(task("A", 19), task("B", 4), link("A", "B"))

    assert span(programme, "A") == (day("30 Nov"), day("24 Dec"))
    assert span(programme, "B") == (day("2026-12-29"), day("2027-01-04"))


@pytest.mark.parametrize(("lag", "start"), [(2, "9 Dec"), (-1, "4 Dec"), (-20, "30 Nov"), (0.5, "7 Dec")])
def test_lags_and_leads_move_a_successor_but_not_before_the_programme(lag: float, start: str) -> None:
    assert span(plan(task("A", 5), task("B", 1), link("A", "B", lag)), "B")[0] == day(start)


def test_an_elapsed_lag_counts_weekends() -> None:
    programme = plan(task("A", 4), task("B", 1), link("A", "B", 3, lag_kind="elapsed"))

    assert span(programme, "A")[1] == day("3 Dec")
    assert span(programme, "B")[0] == day("7 Dec")


def test_a_lag_in_per_cent_is_of_the_predecessor() -> None:
    programme = plan(task("A", 5), task("B", 1), link("A", "B", lag_kind="percent", lag_percent=50))

    assert dates(programme, "B").start_at == datetime(2026, 12, 9, 13)


def test_the_latest_of_several_predecessors_drives() -> None:
    programme = plan(task("A", 2), task("B", 4), task("C", 1), link("A", "C"), link("B", "C"))

    assert span(programme, "C") == (day("4 Dec"), day("4 Dec"))
    assert dates(programme, "C").driver == "B"


def test_part_of_a_day_is_kept_to_the_minute_and_the_next_goes_on_from_there() -> None:
    programme = plan(task("A", 1.5), task("B", 1), link("A", "B"))

    assert span(programme, "A") == (day("30 Nov"), day("1 Dec"))
    assert dates(programme, "A").minutes == 720
    assert dates(programme, "A").finish_at == datetime(2026, 12, 1, 12)
    assert dates(programme, "B").start_at == datetime(2026, 12, 1, 13)
    assert dates(programme, "B").finish_at == datetime(2026, 12, 2, 12)


def test_a_milestone_stands_on_the_day_its_predecessor_finishes() -> None:
    programme = plan(task("A", 5), milestone("Sealed"), task("B", 1), link("A", "Sealed"), link("Sealed", "B"))

    assert span(programme, "Sealed") == (day("4 Dec"), day("4 Dec"))
    assert dates(programme, "Sealed").at_end
    assert span(programme, "B")[0] == day("7 Dec")


def test_a_milestone_fixed_to_a_day_stands_at_its_beginning() -> None:
    programme = plan(
        milestone("Day 1", constraint="mso", constraint_day=day("9 Dec")),
        task("After", 1),
        link("Day 1", "After"),
    )

    assert span(programme, "Day 1") == (day("9 Dec"), day("9 Dec"))
    assert not dates(programme, "Day 1").at_end
    assert span(programme, "After")[0] == day("9 Dec")


def test_a_milestone_marked_without_a_duration_has_no_length() -> None:
    assert span(plan(task("Sealed", milestone=True)), "Sealed") == (day("30 Nov"), day("30 Nov"))


@pytest.mark.parametrize(
    ("constraint", "on", "expected"),
    [
        ("snet", "9 Dec", ("9 Dec", "11 Dec")),
        ("snet", "1 Dec", ("3 Dec", "7 Dec")),
        ("snet", "12 Dec", ("14 Dec", "16 Dec")),
        ("fnet", "9 Dec", ("7 Dec", "9 Dec")),
        ("fnet", "12 Dec", ("10 Dec", "14 Dec")),
        ("mso", "1 Dec", ("1 Dec", "3 Dec")),
        ("mso", "9 Dec", ("9 Dec", "11 Dec")),
        ("mfo", "9 Dec", ("7 Dec", "9 Dec")),
        ("asap", "9 Dec", ("3 Dec", "7 Dec")),
        ("alap", "9 Dec", ("3 Dec", "7 Dec")),
        ("snlt", "1 Dec", ("1 Dec", "3 Dec")),
        ("snlt", "9 Dec", ("3 Dec", "7 Dec")),
        ("fnlt", "4 Dec", ("2 Dec", "4 Dec")),
        ("fnlt", "6 Dec", ("2 Dec", "4 Dec")),
        ("fnlt", "9 Dec", ("3 Dec", "7 Dec")),
    ],
)
def test_constraints(constraint: str, on: str, expected: tuple[str, str]) -> None:
    programme = plan(task("A", 3), task("B", 3, constraint=constraint, constraint_day=day(on)), link("A", "B"))

    assert span(programme, "B") == (day(expected[0]), day(expected[1]))


def test_a_constraint_without_a_day_changes_nothing() -> None:
    assert span(plan(task("A", 1, constraint="snet")), "A")[0] == day("30 Nov")


@pytest.mark.parametrize(
    ("placed", "expected"),
    [
        ({"placed_start": "2 Dec", "placed_finish": "10 Dec"}, ("2 Dec", "10 Dec")),
        ({"placed_start": "2 Dec"}, ("2 Dec", "4 Dec")),
        ({"placed_finish": "4 Dec"}, ("2 Dec", "4 Dec")),
        ({"placed_start": "5 Dec", "placed_finish": "6 Dec"}, ("5 Dec", "6 Dec")),
        ({"placed_start": "5 Dec"}, ("5 Dec", "9 Dec")),
        ({"placed_finish": "5 Dec"}, ("2 Dec", "5 Dec")),
        ({}, None),
    ],
)
def test_a_placed_task_stands_where_it_was_put(placed: dict[str, str], expected: tuple[str, str] | None) -> None:
    where = {field: day(text) for field, text in placed.items()}
    programme = plan(task("A", 9), task("B", 3, mode="placed", **where), link("A", "B"))

    assert span(programme, "B") == ((day(expected[0]), day(expected[1])) if expected else (None, None))
    assert dates(programme, "B").driver is None


def test_what_waits_for_a_placed_task_follows_it() -> None:
    programme = plan(
        task("A", 3, mode="placed", placed_start=day("5 Dec"), placed_finish=day("6 Dec")),
        task("B", 1),
        link("A", "B"),
    )

    assert span(programme, "B")[0] == day("7 Dec")


def test_finished_work_never_moves() -> None:
    programme = plan(
        task("A", 9),
        task("B", 3, actual_start=day("9 Nov"), actual_finish=day("20 Nov"), percent_complete=100),
        link("A", "B"),
    )

    assert span(programme, "B") == (day("9 Nov"), day("20 Nov"))
    assert dates(programme, "B").minutes == 10 * 480
    assert dates(programme, "B").total_float is None
    assert not dates(programme, "B").critical


def test_finished_work_of_which_the_start_was_not_told_shows_what_its_length_says_or_nothing() -> None:
    programme = plan(task("A", 2, actual_finish=day("20 Nov")), task("B", actual_finish=day("20 Nov")))

    assert span(programme, "A") == (day("19 Nov"), day("20 Nov"))
    assert span(programme, "B") == (None, day("20 Nov"))


def test_begun_work_keeps_its_start_and_takes_its_days() -> None:
    programme = plan(task("A", 9), task("B", 3, actual_start=day("19 Nov")), link("A", "B"))

    assert span(programme, "B") == (day("19 Nov"), day("23 Nov"))


def test_a_milestone_that_is_marked_done_moves_nothing_after_it() -> None:
    rows = task("A", 5), milestone("Sealed"), task("B", 1), link("A", "Sealed"), link("Sealed", "B")
    programme = plan(*rows)
    before = span(programme, "B")

    done = programme.apply([Edit(Cell("tasks", "Sealed", "actual_finish"), None, day("4 Dec"))])

    assert span(done, "B") == before


def test_a_task_without_a_duration_starts_and_its_finish_is_not_known() -> None:
    programme = plan(task("A", 2), task("B"), task("C", 1), link("A", "B"), link("B", "C"))

    assert span(programme, "B") == (day("2 Dec"), None)
    assert dates(programme, "B").total_float is None
    assert span(programme, "C") == (day("2 Dec"), day("2 Dec"))


def test_without_a_start_of_the_programme_only_what_is_dated_has_dates() -> None:
    programme = plan(
        task("A", 2),
        task("B", 2, constraint="snet", constraint_day=day("2 Dec")),
        task("C", 1),
        link("A", "C"),
        link("B", "C"),
        start=None,
    )

    assert span(programme, "A") == (None, None)
    assert span(programme, "C") == (day("4 Dec"), day("4 Dec"))


def test_an_empty_plan_has_no_dates() -> None:
    empty = schedule(plan(), TODAY)

    assert (empty.start, empty.finish, len(empty.dates)) == (None, None, 0)


def test_a_summary_spans_what_is_beneath_it() -> None:
    programme = plan(
        task("S"),
        task("A", 2, parent="S", percent_complete=100),
        task("T", parent="S"),
        task("B", 6, parent="T", percent_complete=50),
        link("A", "B"),
    )
    whole = dates(programme, "S")

    assert (whole.start, whole.finish) == (day("30 Nov"), day("9 Dec"))
    assert whole.minutes == 8 * 480
    assert whole.percent == 62  # (2 × 100 + 6 × 50) / 8 = 62.5; never rounded up
    assert schedule(programme, TODAY).finish == day("9 Dec")


def test_a_summary_is_not_complete_until_all_of_it_is() -> None:
    nearly = plan(
        task("S"),
        task("A", 200, parent="S", percent_complete=100),
        milestone("B", parent="S", percent_complete=0),
    )

    assert dates(nearly, "S").percent == 99


def test_a_summary_of_milestones_counts_them() -> None:
    programme = plan(task("S"), milestone("A", parent="S", percent_complete=100), milestone("B", parent="S"))

    assert dates(programme, "S").percent == 50


def test_a_summary_of_nothing_known_knows_nothing() -> None:
    programme = plan(task("S"), task("A", 1, parent="S", percent_complete=None), start=None)

    assert dates(programme, "S").start is None
    assert dates(programme, "S").finish is None
    assert dates(programme, "S").minutes is None
    assert dates(programme, "S").percent is None


def test_links_to_and_from_a_summary_hold_for_everything_beneath_it() -> None:
    programme = plan(
        task("First", 2),
        task("S"),
        task("A", 3, parent="S"),
        task("B", 5, parent="S"),
        task("Last", 1),
        link("First", "S"),
        link("S", "Last"),
    )

    assert span(programme, "A")[0] == day("2 Dec")
    assert span(programme, "Last")[0] == day("9 Dec")
    assert dates(programme, "A").driver == "First"
    assert dates(programme, "Last").driver == "S"
    assert dates(programme, "A").total_float == 2


@pytest.mark.parametrize(
    ("kind", "lag", "expected"),
    [
        ("SS", 0, ("30 Nov", "1 Dec")),
        ("SS", 2, ("2 Dec", "3 Dec")),
        ("FF", 0, ("3 Dec", "4 Dec")),
        ("FF", -1, ("2 Dec", "3 Dec")),
        ("SF", 5, ("3 Dec", "4 Dec")),
        ("SF", 0, ("30 Nov", "1 Dec")),
    ],
)
def test_links_of_each_kind_hold_the_end_they_name(kind: str, lag: float, expected: tuple[str, str]) -> None:
    programme = plan(task("A", 5), task("B", 2), link("A", "B", lag, kind=kind))

    assert span(programme, "B") == (day(expected[0]), day(expected[1]))


def test_links_to_nothing_move_nothing() -> None:
    programme = plan(task("A", 5), task("B", 1), link("gone", "B"), link("A", "gone"), link("B", "B"))

    assert span(programme, "B") == (day("30 Nov"), day("30 Nov"))
    assert loops(programme) == ()


def test_a_start_to_start_link_from_a_summary_goes_by_its_first_task() -> None:
    programme = plan(
        task("S"),
        task("A", 3, parent="S", constraint="snet", constraint_day=day("2 Dec")),
        task("B", 5, parent="S", constraint="snet", constraint_day=day("9 Dec")),
        task("C", 1),
        link("S", "C", 1, kind="SS"),
    )

    assert span(programme, "C")[0] == day("3 Dec")
    assert dates(programme, "C").driver == "S"


def test_what_finishes_with_a_task_holds_everything_beneath_a_summary() -> None:
    programme = plan(
        task("A", 9), task("S"), task("B", 2, parent="S"), task("C", 3, parent="S"), link("A", "S", kind="FF")
    )

    assert span(programme, "B") == (day("9 Dec"), day("10 Dec"))
    assert span(programme, "C") == (day("8 Dec"), day("10 Dec"))


def test_a_summary_s_own_start_no_earlier_than_holds_all_beneath_it() -> None:
    programme = plan(
        task("S", constraint="snet", constraint_day=day("9 Dec")), task("T", parent="S"), task("A", 1, parent="T")
    )
    sooner = programme.apply([Edit(Cell("tasks", "S", "constraint_day"), day("9 Dec"), day("2 Dec"))])

    assert span(programme, "A")[0] == day("9 Dec")
    assert span(sooner, "A")[0] == day("2 Dec")


def test_what_comes_as_late_as_possible_leaves_its_successor_where_it_is() -> None:
    programme = plan(
        task("A", 10), task("B", 2, constraint="alap"), milestone("End"), link("A", "End"), link("B", "End")
    )
    late = dates(programme, "B")

    assert span(programme, "B") == (day("10 Dec"), day("11 Dec"))
    assert late.early_start == datetime(2026, 11, 30, 8)
    assert late.total_float == 0
    assert span(programme, "End") == (day("11 Dec"), day("11 Dec"))


def test_a_plan_worked_out_from_its_finish_begins_as_late_as_it_can() -> None:
    programme = plan(
        task("A", 5, constraint="alap"),
        task("B", 2, constraint="alap"),
        link("A", "B"),
        others={
            "programme": [
                ProgrammeRow(id="programme", exists=True, start=MONDAY, schedule_from="finish", finish=day("18 Dec"))
            ]
        },
    )

    assert span(programme, "B") == (day("17 Dec"), day("18 Dec"))
    assert span(programme, "A") == (day("10 Dec"), day("16 Dec"))


def test_a_task_that_is_not_in_the_plan_moves_no_other_and_keeps_its_dates() -> None:
    programme = plan(task("A", 5, active=False), task("B", 2), link("A", "B"))

    assert span(programme, "A") == (day("30 Nov"), day("4 Dec"))
    assert dates(programme, "A").total_float is None
    assert span(programme, "B") == (day("30 Nov"), day("1 Dec"))
    assert schedule(programme, TODAY).finish == day("4 Dec")


def test_elapsed_days_go_on_through_the_weekend() -> None:
    programme = plan(
        task("A", 4), Task(id="B", exists=True, title="B", elapsed=True, duration=3 * 1440), link("A", "B")
    )

    assert dates(programme, "B").start_at == datetime(2026, 12, 3, 17)
    assert dates(programme, "B").finish_at == datetime(2026, 12, 6, 17)


def test_a_deadline_moves_nothing_and_takes_float() -> None:
    programme = plan(task("A", 3, deadline=day("4 Dec")), task("B", 20))

    assert span(programme, "A") == (day("30 Nov"), day("2 Dec"))
    assert dates(programme, "A").total_float == 2


def test_free_float_is_the_room_before_the_next_task_moves() -> None:
    programme = plan(task("A", 2), task("B", 4), task("C", 1), task("D", 9), link("A", "C", 1), link("B", "C"))

    assert dates(programme, "A").free_float_minutes == 480
    assert dates(programme, "B").free_float_minutes == 0
    assert dates(programme, "C").free_float_minutes == dates(programme, "C").total_float_minutes == 4 * 480


def test_what_is_left_of_begun_work_goes_on_after_the_day_to_which_progress_is_known() -> None:
    begun = task("B", 4, actual_start=day("30 Nov"), percent_complete=50)
    settings = ProgrammeRow(id="programme", exists=True, start=MONDAY, status_day=day("4 Dec"))
    programme = plan(task("A", 10), begun, link("A", "B"))
    known = plan(begun, others={"programme": [settings]})
    out_of_turn = plan(task("A", 10), begun, link("A", "B"), others={"programme": [settings]})

    assert span(programme, "B") == (day("30 Nov"), day("3 Dec"))
    assert span(known, "B") == (day("30 Nov"), day("8 Dec"))
    assert span(out_of_turn, "B") == (day("30 Nov"), day("15 Dec"))


def test_total_float_is_the_room_before_the_plan_s_finish() -> None:
    programme = plan(
        task("A", 2), task("B", 5), task("C", 3), link("A", "C"), link("B", "C"), milestone("End"), link("C", "End")
    )

    assert {name: dates(programme, name).total_float for name in ("A", "B", "C", "End")} == {
        "A": 3,
        "B": 0,
        "C": 0,
        "End": 0,
    }
    assert [name for name in ("A", "B", "C", "End") if dates(programme, name).critical] == ["B", "C", "End"]
    assert dates(programme, "A").late_finish == day("4 Dec")
    assert dates(programme, "A").late_start == day("3 Dec")


def test_a_fixed_date_that_cannot_be_kept_makes_float_negative() -> None:
    programme = plan(
        task("A", 10), milestone("Day 1", constraint="mso", constraint_day=day("9 Dec")), link("A", "Day 1")
    )

    assert span(programme, "Day 1")[0] == day("9 Dec")
    assert dates(programme, "A").total_float == -3  # finishes Fri 11 Dec, and Wed 9 Dec begins at 8:00


def test_the_room_before_a_fixed_date_is_float_though_the_plan_goes_on() -> None:
    fixed = milestone("Day 1", constraint="mso", constraint_day=day("9 Dec"))
    programme = plan(task("A", 2), fixed, task("Reviews", 60), link("A", "Day 1"))

    assert dates(programme, "A").total_float == 5  # may finish on Tue 8 Dec, before the fixed day begins
    assert dates(programme, "Day 1").critical


def test_tasks_that_wait_for_one_another_load_and_the_loop_is_spelled_out() -> None:
    programme = plan(
        task("A", 5),
        task("B", 2),
        task("C", 3),
        task("D", 1),
        link("A", "B"),
        link("B", "C"),
        link("C", "B"),
        link("C", "D"),
    )

    assert loops(programme) == (("B", "C"),)
    assert span(programme, "B") == (day("7 Dec"), day("8 Dec"))
    assert span(programme, "C") == (day("30 Nov"), day("2 Dec"))
    assert span(programme, "D")[0] == day("3 Dec")


def test_a_part_that_waits_for_its_own_summary_is_a_loop() -> None:
    programme = plan(task("S"), task("A", 5, parent="S"), link("S", "A"))

    assert loops(programme) == (("A", "S"),)
    assert span(programme, "S") == (day("30 Nov"), day("4 Dec"))


def test_each_knot_is_told_by_a_shortest_loop() -> None:
    programme = plan(
        *(task(name, 1) for name in "ABCDEF"),
        *(link(one, other) for one, other in ("AB", "BC", "CA", "BA", "DE", "EF", "FD")),
    )

    assert loops(programme) == (("A", "B"), ("D", "E", "F"))


def test_a_long_chain_and_a_long_loop_need_no_recursion() -> None:
    names = [str(n) for n in range(5000)]
    chain = [link(one, other) for one, other in pairwise(names)]
    tasks = [task(name, 0.001) for name in names]

    assert dates(plan(*tasks, *chain, start=date(2000, 1, 3)), names[-1]).total_float == 0
    assert len(loops(plan(*tasks, *chain, link(names[-1], names[0])))[0]) == 5000


def test_a_duration_beyond_the_end_of_time_has_a_finish_that_is_not_known() -> None:
    programme = plan(task("A", 9_999_999), task("B", 1), link("A", "B", 5, lag_kind="elapsed"))

    assert span(programme, "A") == (day("30 Nov"), None)
    assert span(programme, "B") == (None, None)


def test_an_edit_of_a_title_works_nothing_out_again_and_shows_the_new_baseline() -> None:
    programme = plan(task("A", 5), task("B", 2), link("A", "B"))
    before = schedule(programme, TODAY)

    edited = programme.apply(
        [Edit(Cell("tasks", "B", "title"), "B", "Seal"), Edit(Cell("tasks", "B", "percent_complete"), 0, 40)]
    )

    assert schedule(edited, TODAY).worked is before.worked
    assert dates(edited, "B").percent == 40
    assert schedule(edited, TODAY) is schedule(edited, TODAY)
    assert dates(programme, "B").percent == 0


def test_an_edit_reaches_what_waits_for_it_and_what_it_waits_for() -> None:
    programme = plan(task("A", 5), task("B", 2), task("C", 9), link("A", "B"))
    assert dates(programme, "A").total_float == 2

    edited = programme.apply([Edit(Cell("tasks", "B", "duration"), 960, 3 * 480)])

    assert span(edited, "B") == (day("7 Dec"), day("9 Dec"))
    assert dates(edited, "A").total_float == 1


def test_a_new_bank_holiday_or_start_moves_the_plan() -> None:
    programme = plan(task("A", 5))

    closed = programme.apply([Edit(Cell("bank_holidays", "h0", "day"), day("25 Dec"), day("1 Dec"))])
    later = programme.apply([Edit(Cell("programme", "programme", "start"), day("30 Nov"), day("7 Dec"))])

    assert span(closed, "A")[1] == day("7 Dec")
    assert span(later, "A")[0] == day("7 Dec")


def test_an_imported_milestone_with_a_length_keeps_it() -> None:
    assert span(plan(Task(id="A", exists=True, milestone=True, duration=960)), "A") == (
        day("30 Nov"),
        day("1 Dec"),
    )
