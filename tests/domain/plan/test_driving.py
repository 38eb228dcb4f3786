"""The driving path as a network: who is in it, and where each stands."""

from itertools import combinations, pairwise

from hypothesis import given

from sharedprog.domain.plan.driving import Driving, driving
from sharedprog.domain.plan.driving_layout import WIDTH
from sharedprog.domain.plan.schedule import schedule
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import Dependency, Task
from tests.domain.plan.any_plan import networks
from tests.domain.plan.plans import TODAY, day, link, plan, task


def around(programme: Programme, name: str, most: int = 40) -> tuple[list[str], list[tuple[str, str]]]:
    found = driving(programme, schedule(programme, TODAY), name, most)
    return [box.task_id for box in found.boxes], [(arrow.first, arrow.second) for arrow in found.arrows]


def test_the_chain_leads_back_to_where_it_begins_and_on_to_the_finish() -> None:
    programme = plan(
        task("A", 2), task("Short", 1), task("B", 2), task("C", 1), link("A", "B"), link("Short", "B"), link("B", "C")
    )

    assert around(programme, "B") == (["A", "B", "C"], [("A", "B"), ("B", "C")])


def test_links_of_summaries_are_followed_to_the_tasks_beneath_them() -> None:
    programme = plan(
        task("S"),
        task("Long", 3, parent="S"),
        task("Quick", 1, parent="S"),
        task("T"),
        task("Next", 1, parent="T"),
        link("S", "T"),
    )

    assert around(programme, "Next") == (["Long", "Next"], [("Long", "Next")])


def test_the_first_to_start_beneath_a_summary_drives_what_starts_with_it() -> None:
    programme = plan(task("S"), task("First", 3, parent="S"), task("With", 1), link("S", "With", kind="SS"))

    found = driving(programme, schedule(programme, TODAY), "With")

    assert [(arrow.first, arrow.second, arrow.words) for arrow in found.arrows] == [("First", "With", "SS")]


def test_a_date_or_work_that_has_begun_ends_the_chain() -> None:
    held = task("B", 2, constraint="snet", constraint_day=day("18 Dec"))
    begun = task("B", 2, actual_start=day("30 Nov"))

    assert around(plan(task("A", 2), held, link("A", "B")), "B") == (["B"], [])
    assert around(plan(task("A", 2), begun, link("A", "B")), "B") == (["B"], [])


def test_a_long_chain_shows_the_nearest_and_says_that_there_are_more() -> None:
    names = [f"T{n}" for n in range(9)]
    programme = plan(*[task(name, 1) for name in names], *[link(a, b) for a, b in pairwise(names)])

    found = driving(programme, schedule(programme, TODAY), "T4", most=2)

    assert [box.task_id for box in found.boxes] == ["T2", "T3", "T4", "T5", "T6"]
    assert (found.more_before, found.more_after) == (True, True)


def test_a_lag_is_written_on_its_arrow() -> None:
    programme = plan(task("A", 2), task("B", 2), link("A", "B", 3))

    (arrow,) = driving(programme, schedule(programme, TODAY), "A").arrows
    assert arrow.words == "3 days"
    assert arrow.points[0] == (WIDTH, 0.5)


@given(networks())
def test_tasks_in_a_row_are_linked_and_leave_no_room(made: tuple[list[Task], list[Dependency]]) -> None:
    programme = plan(*made[0], *made[1])
    worked = schedule(programme, TODAY)
    linked = {(each.predecessor, each.parent) for each in made[1]}
    forward, places = worked.worked.forward, worked.shape.places
    for each in made[0]:
        found = driving(programme, worked, each.id)
        for arrow in found.arrows:
            first, second = places[arrow.first], places[arrow.second]
            assert (arrow.first, arrow.second) in linked
            assert found.box(arrow.first).layer < found.box(arrow.second).layer
            lets = [moment for node, moment in forward.holds(second) if node == first]
            measure = worked.worked.made[second].time
            assert any(measure.between(moment, forward.starts[second]) <= 0 for moment in lets)
        spots = [(box.x, box.y) for box in found.boxes]
        assert not any(one == other for one, other in combinations(spots, 2))


def test_an_arrow_that_skips_a_layer_goes_round_the_box_there() -> None:
    programme = plan(task("A", 2), task("B", 2), task("C", 2), link("A", "B"), link("B", "C"), link("A", "C", 2))

    found = driving(programme, schedule(programme, TODAY), "C")

    assert [box.layer for box in found.boxes] == [0, 1, 2]
    assert len(found.arrows) == 3
    assert_clear(found)


@given(networks())
def test_no_arrow_runs_behind_a_box(made: tuple[list[Task], list[Dependency]]) -> None:
    programme = plan(*made[0], *made[1])
    worked = schedule(programme, TODAY)
    for each in made[0]:
        assert_clear(driving(programme, worked, each.id))


def assert_clear(found: Driving) -> None:
    """Every arrow goes up, down and across outside the boxes, from one to the other and from left to right."""
    for arrow in found.arrows:
        ends = found.box(arrow.first), found.box(arrow.second)
        for box, (x, y) in zip(ends, (arrow.points[0], arrow.points[-1]), strict=True):
            assert y == box.y + 0.5
            assert x in (box.x, box.x + WIDTH)
        for (x0, y0), (x1, y1) in pairwise(arrow.points):
            assert x0 == x1 or y0 == y1
            for box in found.boxes:
                beside = max(x0, x1) <= box.x or min(x0, x1) >= box.x + WIDTH
                assert beside or max(y0, y1) <= box.y or min(y0, y1) >= box.y + 1
