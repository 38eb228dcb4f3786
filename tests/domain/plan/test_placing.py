"""Tasks dropped elsewhere in the outline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.plan.outline import outline
from sharedprog.domain.plan.placing import placed_beside
from sharedprog.domain.programme import Programme
from tests.domain.plan.plans import plan, task

PLAN = plan(
    task("A", order="i001"),
    task("A1", parent="A", order="i001"),
    task("A2", parent="A", order="i002"),
    task("B", order="i002"),
    task("C", order="i003"),
)


def dropped(programme: Programme, tasks: list[str], target: str, *, after: bool, beneath: bool = True) -> str:
    """The outline after a drop: ``A(A1 A2) B C``."""
    moved = programme.apply(placed_beside(programme, tasks, target, after=after, beneath=beneath))
    return " ".join(f"{row.wbs}:{row.task.id}" for row in outline(moved))


@pytest.mark.parametrize(
    ("tasks", "target", "after", "expected"),
    [
        (["C"], "A", False, "1:C 2:A 2.1:A1 2.2:A2 3:B"),
        (["C"], "A", True, "1:A 1.1:C 1.2:A1 1.3:A2 2:B"),
        (["C"], "A1", True, "1:A 1.1:A1 1.2:C 1.3:A2 2:B"),
        (["A1"], "C", True, "1:A 1.1:A2 2:B 3:C 4:A1"),
        (["A"], "C", True, "1:B 2:C 3:A 3.1:A1 3.2:A2"),
        (["B", "C"], "A1", False, "1:A 1.1:B 1.2:C 1.3:A1 1.4:A2"),
        (["A", "A1"], "B", True, "1:B 2:A 2.1:A1 2.2:A2 3:C"),
    ],
)
def test_tasks_go_where_they_are_dropped(tasks: list[str], target: str, after: object, expected: str) -> None:
    assert dropped(PLAN, tasks, target, after=bool(after)) == expected


def test_after_a_folded_summary_is_not_beneath_it() -> None:
    assert dropped(PLAN, ["C"], "A", after=True, beneath=False) == "1:A 1.1:A1 1.2:A2 2:C 3:B"


@pytest.mark.parametrize("target", ["A", "A1", "nowhere"])
def test_a_task_cannot_be_dropped_in_itself(target: str) -> None:
    assert placed_beside(PLAN, ["A"], target, after=True) == ()


def test_keys_that_are_alike_are_given_anew() -> None:
    alike = plan(task("A", order="i001"), task("B", order="i001"), task("C", order="i001"))
    assert dropped(alike, ["C"], "B", after=False) == "1:A 2:C 3:B"


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.booleans()), max_size=12))
def test_no_task_is_ever_lost(moves: list[tuple[int, int, bool]]) -> None:
    programme, names = PLAN, ["A", "A1", "A2", "B", "C"]
    for moved, target, after in moves:
        programme = programme.apply(placed_beside(programme, [names[moved]], names[target], after=after))
        assert sorted(row.task.id for row in outline(programme)) == names
