"""Typing into the plan: what each typed value means, and what is refused."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.plan.figures import without_length
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.plan.typing_in import TYPED, typed
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS, Task
from sharedprog.domain.trouble import Trouble
from tests.domain.plan.any_plan import NEARBY, any_plan
from tests.domain.plan.plans import TODAY, dates, day, link, milestone, plan, span, task, the

LATER = day("31 Dec")
"""A day on which all of these plans could have been done."""


def type_in(programme: Programme, name: str, field: str, value: Any, on: date = TODAY) -> Programme:  # noqa: ANN401
    return programme.apply(typed(programme, on, name, field, value))


def test_a_typed_start_means_start_no_earlier_than() -> None:
    programme = plan(task("A", 2), task("B", 3), link("A", "B"))

    later = type_in(programme, "B", "start", day("9 Dec"))
    earlier = type_in(programme, "B", "start", day("1 Dec"))

    assert (the(later, "B").constraint, the(later, "B").constraint_day) == ("snet", day("9 Dec"))
    assert span(later, "B") == (day("9 Dec"), day("11 Dec"))
    assert span(earlier, "B")[0] == day("2 Dec")  # its link still holds


def test_a_start_on_a_closed_day_is_the_next_working_day() -> None:
    assert span(type_in(plan(task("A", 1)), "A", "start", day("25 Dec")), "A")[0] == day("2026-12-29")


def test_typing_what_is_shown_changes_nothing() -> None:
    programme = plan(task("A", 2, percent_complete=10, actual_start=day("20 Nov")), task("B", 1))

    for name, field, value in (
        ("B", "start", day("30 Nov")),
        ("B", "finish", day("30 Nov")),
        ("B", "duration", 480),
        ("A", "percent_complete", 10),
        ("B", "mode", "scheduled"),
        ("B", "milestone", False),
        ("B", "title", "B"),
    ):
        assert typed(programme, TODAY, name, field, value) == ()


def test_taking_the_start_away_leaves_it_to_the_links() -> None:
    programme = plan(task("A", 2, constraint="snet", constraint_day=day("9 Dec")))

    cleared = type_in(programme, "A", "start", None)

    assert (the(cleared, "A").constraint, the(cleared, "A").constraint_day) == ("asap", None)
    assert span(cleared, "A")[0] == day("30 Nov")


def test_a_task_that_must_start_on_a_day_must_start_on_the_typed_one() -> None:
    programme = plan(milestone("Day 1", constraint="mso", constraint_day=day("9 Dec")))

    moved = type_in(programme, "Day 1", "finish", day("10 Dec"))

    assert (the(moved, "Day 1").constraint, the(moved, "Day 1").constraint_day) == ("mso", day("10 Dec"))


def test_a_typed_finish_sets_the_duration() -> None:
    programme = type_in(plan(task("A", 2)), "A", "finish", day("9 Dec"))

    assert the(programme, "A").duration == 8 * 480
    assert span(programme, "A") == (day("30 Nov"), day("9 Dec"))


def test_a_finish_that_a_constraint_set_is_the_typed_one_afterwards() -> None:
    held = plan(task("A", 2, constraint="fnet", constraint_day=day("9 Dec")))
    fixed = plan(task("A", 2, constraint="mfo", constraint_day=day("9 Dec")))

    assert span(type_in(held, "A", "finish", day("8 Dec")), "A") == (day("8 Dec"), day("8 Dec"))
    assert span(type_in(fixed, "A", "finish", day("11 Dec")), "A") == (day("10 Dec"), day("11 Dec"))


def test_a_finish_before_the_start_is_refused() -> None:
    programme = plan(task("A", 5), task("Merge", 2), link("A", "Merge"))

    with pytest.raises(Trouble, match=r"“Merge” starts on Mon 7 Dec 2026, after that day\. Move its start first\."):
        typed(programme, TODAY, "Merge", "finish", day("4 Dec"))


def test_a_finish_without_a_start_is_refused() -> None:
    with pytest.raises(Trouble, match="has no start yet"):
        typed(plan(task("A", 5), start=None), TODAY, "A", "finish", day("4 Dec"))


def test_taking_the_finish_away_leaves_the_length_unknown() -> None:
    assert span(type_in(plan(task("A", 2)), "A", "finish", None), "A") == (day("30 Nov"), None)


def test_a_placed_task_moves_and_keeps_its_length() -> None:
    programme = plan(task("A", 4, mode="placed", placed_start=day("2 Dec"), placed_finish=day("7 Dec")))

    moved = type_in(programme, "A", "start", day("23 Dec"))

    assert span(moved, "A") == (day("23 Dec"), day("2026-12-30"))
    assert the(moved, "A").constraint == "asap"


def test_a_placed_task_stretches_to_a_typed_finish_and_duration() -> None:
    programme = plan(task("A", 4, mode="placed", placed_start=day("2 Dec"), placed_finish=day("7 Dec")))

    finish, duration = (
        type_in(programme, "A", "finish", day("9 Dec")),
        type_in(programme, "A", "duration", 2 * 480),
    )

    assert (span(finish, "A")[1], the(finish, "A").duration) == (day("9 Dec"), 6 * 480)
    assert span(duration, "A") == (day("2 Dec"), day("3 Dec"))


def test_a_placed_milestone_moves_whole() -> None:
    programme = plan(milestone("A", mode="placed", placed_start=day("2 Dec"), placed_finish=day("2 Dec")))

    assert span(type_in(programme, "A", "finish", day("9 Dec")), "A") == (day("9 Dec"), day("9 Dec"))


def test_the_start_of_begun_work_is_when_it_began() -> None:
    programme = plan(task("A", 4, actual_start=day("16 Nov"), percent_complete=20))

    moved = type_in(programme, "A", "start", day("17 Nov"))

    assert (the(moved, "A").actual_start, the(moved, "A").constraint) == (day("17 Nov"), "asap")
    with pytest.raises(Trouble, match=r"Mon 30 Nov 2026 is still to come, .* “A” started\. Type a day up to Sun 22"):
        typed(programme, TODAY, "A", "start", day("30 Nov"))


def test_a_duration_of_nothing_makes_a_milestone_and_back() -> None:
    sealed = type_in(plan(task("A", 2)), "A", "duration", 0)
    again = type_in(sealed, "A", "duration", 960)

    assert the(sealed, "A").milestone
    assert not the(again, "A").milestone


def test_marking_a_milestone_takes_its_length_away_and_unmarking_leaves_it_unknown() -> None:
    sealed = type_in(plan(task("A", 2)), "A", "milestone", True)
    again = type_in(sealed, "A", "milestone", False)

    assert the(sealed, "A").duration == 0
    assert the(again, "A").duration is None


def test_the_length_of_finished_work_and_a_length_below_nothing_are_refused() -> None:
    done = plan(task("A", 2, actual_start=day("16 Nov"), actual_finish=day("17 Nov")))

    with pytest.raises(Trouble, match="“A” finished on Tue 17 Nov 2026"):
        typed(done, TODAY, "A", "duration", 480)
    with pytest.raises(Trouble, match="cannot be below 0"):
        typed(plan(task("A", 2)), TODAY, "A", "duration", -480)


def test_work_that_is_done_was_done_on_its_days_but_not_in_the_future() -> None:
    on_time = type_in(plan(task("A", 2)), "A", "percent_complete", 100, LATER)
    early = type_in(plan(task("A", 5)), "A", "percent_complete", 100, day("2 Dec"))
    ahead = type_in(plan(task("A", 5)), "A", "percent_complete", 100, TODAY)

    assert span(on_time, "A") == (day("30 Nov"), day("1 Dec"))
    assert the(on_time, "A").actual_finish == day("1 Dec")
    assert span(early, "A") == (day("30 Nov"), day("2 Dec"))
    assert span(ahead, "A") == (TODAY, TODAY)


def test_work_that_is_begun_began_when_planned_or_today() -> None:
    begun = type_in(plan(task("A", 2)), "A", "percent_complete", 40, LATER)
    ahead = type_in(plan(task("A", 2)), "A", "percent_complete", 40, TODAY)

    assert (the(begun, "A").actual_start, the(begun, "A").actual_finish) == (day("30 Nov"), None)
    assert the(ahead, "A").actual_start == TODAY


def test_work_that_is_not_done_after_all_is_not_finished_and_perhaps_not_begun() -> None:
    done = type_in(plan(task("A", 2)), "A", "percent_complete", 100, LATER)

    partly = type_in(done, "A", "percent_complete", 60, LATER)
    not_at_all = type_in(done, "A", "percent_complete", 0, LATER)

    assert (the(partly, "A").actual_start, the(partly, "A").actual_finish) == (day("30 Nov"), None)
    assert (the(not_at_all, "A").actual_start, the(not_at_all, "A").actual_finish) == (None, None)


def test_a_day_of_finishing_makes_it_done_and_taking_it_away_leaves_unknown_how_far_it_is() -> None:
    programme = plan(task("A", 2))

    done = type_in(programme, "A", "actual_finish", day("2 Dec"), LATER)
    cleared = type_in(done, "A", "actual_finish", None, LATER)

    assert the(done, "A").percent_complete == 100
    assert the(done, "A").actual_start == day("30 Nov")
    assert the(cleared, "A").percent_complete is None
    with pytest.raises(Trouble, match="cannot have finished before that"):
        typed(done, LATER, "A", "actual_finish", day("16 Nov"))
    with pytest.raises(Trouble, match="cannot have started after that"):
        typed(done, LATER, "A", "start", day("9 Dec"))


def test_the_finish_of_finished_work_is_when_it_finished() -> None:
    done = type_in(plan(task("A", 2)), "A", "percent_complete", 100, LATER)

    assert span(type_in(done, "A", "finish", day("3 Dec"), LATER), "A") == (day("30 Nov"), day("3 Dec"))


def test_placing_a_task_by_hand_leaves_it_where_it_is_and_back() -> None:
    programme = plan(task("A", 2), task("B", 3), link("A", "B"))

    placed = type_in(programme, "B", "mode", "placed")
    back = type_in(type_in(placed, "A", "duration", 5 * 480), "B", "mode", "scheduled")

    assert span(placed, "B") == span(programme, "B")
    assert span(back, "B") == (day("7 Dec"), day("9 Dec"))


def test_an_imported_task_without_a_duration_keeps_its_days_when_it_is_worked_out() -> None:
    programme = plan(task("A", mode="placed", placed_start=day("2 Dec"), placed_finish=day("4 Dec")))

    assert the(type_in(programme, "A", "mode", "scheduled"), "A").duration == 3 * 480


def test_a_constraint_takes_the_day_on_which_the_task_stands() -> None:
    programme = plan(task("A", 2))

    start, finish = (
        type_in(programme, "A", "constraint", "mso"),
        type_in(programme, "A", "constraint", "fnlt"),
    )

    assert the(start, "A").constraint_day == day("30 Nov")
    assert the(finish, "A").constraint_day == day("1 Dec")
    assert the(type_in(start, "A", "constraint", "asap"), "A").constraint_day is None
    assert the(type_in(programme, "A", "constraint_day", day("5 Dec")), "A").constraint == "snet"
    assert the(type_in(programme, "A", "constraint_day", day("5 Dec")), "A").constraint_day == day("7 Dec")


@pytest.mark.parametrize("field", sorted(TYPED))
def test_a_summary_refuses_dates(field: str) -> None:
    programme = plan(task("Set up the programme"), task("A", 1, parent="Set up the programme"))

    with pytest.raises(Trouble, match="1 Set up the programme is a summary: its dates come from the tasks beneath it"):
        typed(programme, TODAY, "Set up the programme", field, None)


def test_a_summary_takes_words() -> None:
    programme = plan(task("S"), task("A", 1, parent="S"))

    assert the(type_in(programme, "S", "title", "Set up"), "S").title == "Set up"


def test_a_task_that_is_gone_and_a_value_of_another_kind_are_refused() -> None:
    with pytest.raises(Trouble, match="not there any more"):
        typed(plan(), TODAY, "A", "start", TODAY)
    with pytest.raises(TypeError):
        typed(plan(task("A", 1)), TODAY, "A", "start", 3)
    with pytest.raises(TypeError):
        typed(plan(task("A", 1)), TODAY, "A", "duration", "3d")


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "start": NEARBY,
    "finish": NEARBY,
    "duration": st.integers(0, 3000),
    "percent_complete": st.integers(0, 100),
    "milestone": st.booleans(),
    "mode": st.sampled_from(["scheduled", "placed"]),
}


@given(any_plan(), st.data())
def test_whatever_is_typed_is_shown_or_refused(programme: Programme, data: st.DataObject) -> None:
    leaves = [each for each in programme.rows(TASKS) if not is_summary(programme, each)]
    if not leaves:
        return
    chosen = data.draw(st.sampled_from(leaves))
    field = data.draw(st.sampled_from(sorted(VALUES)))
    value = data.draw(VALUES[field])
    try:
        edits = typed(programme, LATER, chosen.id, field, value)
    except Trouble as refused:
        assert str(refused).endswith(".")  # noqa: PT017 - either outcome is right
        return

    after = programme.apply(edits)

    assert {edit.cell.row for edit in edits} <= {chosen.id}
    now = dates(after, chosen.id)
    if field == "finish" and now.finish is not None:
        shown = {value, schedule(after, LATER).calendar.on_or_after(value)}
        held = without_length(chosen) and now.finish > value  # a milestone still waits for its links
        assert now.finish in shown or held
    if field == "start" and now.start is not None and the(after, chosen.id).constraint not in ("fnet", "mfo"):
        assert now.start >= value
    if field in ("percent_complete", "milestone", "mode"):
        assert getattr(the(after, chosen.id), field) == value


def is_summary(programme: Programme, chosen: Task) -> bool:
    shape = schedule(programme, TODAY).shape
    return shape.is_summary(shape.places[chosen.id])


def test_five_days_stay_five_when_they_run_day_and_night() -> None:
    programme = plan(task("A", 5, optimistic=960))
    elapsed = type_in(programme, "A", "elapsed", value=True)
    assert (the(elapsed, "A").duration, the(elapsed, "A").optimistic) == (5 * 1440, 2 * 1440)
    assert span(elapsed, "A")[1] == day("5 Dec")
    back = type_in(elapsed, "A", "elapsed", value=False)
    assert the(back, "A").duration == 5 * 480
