from sharedprog.domain.plan.standing import Standing, longest_path, standing
from sharedprog.domain.programme import Programme
from sharedprog.domain.view import View
from tests.domain.plan.plans import TODAY, day, link, milestone, plan, task


def way(programme: Programme) -> tuple[str, ...]:
    return longest_path(View(programme, TODAY))


def test_tasks_are_counted_by_how_far_they_are() -> None:
    programme = plan(
        task("Group"),
        task("done", 2, parent="Group", percent_complete=100),
        task("begun", 2, parent="Group", percent_complete=10),
        task("late", 2, parent="Group", mode="placed", placed_start=day("2 Nov"), placed_finish=day("3 Nov")),
        task("without a length", parent="Group"),
    )
    assert standing(View(programme, TODAY)) == Standing(
        tasks=4, done=1, under_way=1, to_begin=2, past_finish=1, undated=1
    )


def test_the_longest_way_follows_what_sets_each_start() -> None:
    programme = plan(
        task("short", 1), task("long", 5), task("after", 2), milestone("end"),
        link("short", "after"), link("long", "after"), link("after", "end"),
    )  # fmt: skip
    assert way(programme) == ("long", "after", "end")


def test_what_is_done_is_not_on_the_way_any_more() -> None:
    programme = plan(
        task("done", 5, percent_complete=100, actual_start=day("9 Nov"), actual_finish=day("13 Nov")),
        task("next", 2),
        link("done", "next"),
    )
    assert way(programme) == ("next",)


def test_it_leads_to_the_last_milestone_planned_by_day_one_even_when_that_is_late() -> None:
    programme = plan(
        task("work", 30),
        milestone("Day 1", baseline_finish=day("18 Dec")),
        task("afterwards", 90),
        link("work", "Day 1"),
        day_one=day("18 Dec"),
    )
    assert way(programme) == ("work", "Day 1")


def test_a_milestone_on_a_date_of_its_own_waits_for_the_last_of_what_it_waits_for() -> None:
    programme = plan(
        task("early", 2), task("late", 9), milestone("fixed", constraint="mso", constraint_day=day("31 Dec")),
        link("early", "fixed"), link("late", "fixed"),
    )  # fmt: skip
    assert way(programme) == ("late", "fixed")


def test_a_group_stands_on_the_way_by_the_task_beneath_it_that_finishes_last() -> None:
    programme = plan(
        task("Group"), task("first", 2, parent="Group"), task("second", 6, parent="Group"), task("end", 1),
        link("Group", "end"),
    )  # fmt: skip
    assert way(programme) == ("second", "end")


def test_loops_and_empty_plans_have_an_end() -> None:
    assert way(plan()) == ()
    looped = plan(task("a", 1), task("b", 1), link("a", "b"), link("b", "a"))
    assert len(way(looped)) <= 2
