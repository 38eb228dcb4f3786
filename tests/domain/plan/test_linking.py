"""Linking tasks, and refusing to close a loop."""

import pytest
from hypothesis import given

from sharedprog.domain.plan.linking import link_selected, loop_refusal, unlink_selected
from sharedprog.domain.plan.schedule import loops
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from tests.domain.plan.any_plan import any_plan
from tests.domain.plan.plans import day, link, plan, span, task


def pairs(programme: Programme) -> list[tuple[str | None, str | None]]:
    return [(each.predecessor, each.parent) for each in programme.rows(DEPENDENCIES)]


def test_each_selected_task_waits_for_the_one_before() -> None:
    programme = plan(task("A", 1), task("B", 1), task("C", 1))

    linked = programme.apply(link_selected(programme, ["C", "A", "B"]))

    assert pairs(linked) == [("C", "A"), ("A", "B")]
    assert span(linked, "B")[0] == day("2 Dec")


def test_tasks_that_are_linked_already_are_left_alone() -> None:
    programme = plan(task("A", 1), task("B", 1), link("A", "B", 3))

    assert link_selected(programme, ["A", "B"]) == ()
    assert link_selected(programme, ["A"]) == ()


def test_a_loop_is_refused_and_spelled_out() -> None:
    programme = plan(task("Merge", 1), task("Mail", 1), task("Pilot", 1), link("Merge", "Mail"), link("Mail", "Pilot"))

    with pytest.raises(Trouble) as refused:
        link_selected(programme, ["Pilot", "Merge"])

    assert str(refused.value) == (
        "1 Merge cannot wait for 3 Pilot: they would wait for one another for ever "
        "(3 Pilot → 1 Merge → 2 Mail → 3 Pilot)."
    )


def test_a_loop_within_the_selection_is_refused() -> None:
    programme = plan(task("A", 1), task("B", 1))

    with pytest.raises(Trouble, match="1 A cannot wait for 2 B"):
        link_selected(programme, ["A", "B", "A"])
    with pytest.raises(Trouble, match="1 A cannot wait for itself"):
        link_selected(programme, ["A", "A"])


def test_a_task_cannot_wait_for_what_it_is_part_of_nor_the_other_way_round() -> None:
    programme = plan(task("S"), task("A", 1, parent="S"), task("B", 1), link("S", "B"))

    assert loop_refusal(programme, "S", "A") is not None
    assert loop_refusal(programme, "A", "S") is not None
    assert loop_refusal(programme, "B", "A") is not None
    assert loop_refusal(programme, "A", "B") is None


def test_unlinking_takes_the_links_between_or_all_of_a_single_task() -> None:
    programme = plan(task("A", 1), task("B", 1), task("C", 1), link("A", "B"), link("B", "C"), link("A", "C"))

    between = programme.apply(unlink_selected(programme, ["A", "B"]))
    single = programme.apply(unlink_selected(programme, ["B"]))

    assert pairs(between) == [("B", "C"), ("A", "C")]
    assert pairs(single) == [("A", "C")]


@given(any_plan(5))
def test_a_link_is_refused_exactly_when_it_would_close_a_loop(programme: Programme) -> None:
    if loops(programme):
        return
    tasks = [each.id for each in programme.rows(TASKS)]
    for first in tasks:
        for second in tasks:
            rows = {key: list(table.rows.values()) for key, table in programme.tables.items()}
            rows["dependencies"] = [*rows["dependencies"], link(first, second)]
            closed = bool(loops(Programme.of_rows(rows))) or first == second
            assert (loop_refusal(programme, first, second) is not None) == closed
