"""The outline: reading order, numbers and depth; broken links between tasks never lose one."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.changes import Cell, Edit
from sharedprog.domain.plan.outline import outline, outline_faults, shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import Task
from tests.domain.plan.plans import plan, task


def shown(programme: Programme) -> list[str]:
    return [f"{row.wbs} {row.task.title}{'*' if row.summary else ''}" for row in outline(programme)]


def test_tasks_are_numbered_in_reading_order_and_those_with_parts_are_summaries() -> None:
    programme = plan(
        task("Set up"),
        task("Sign", parent="Set up"),
        task("Joint working"),
        task("Seal", parent="Set up"),
        task("Merge", parent="Joint working"),
        task("Pilot", parent="Merge"),
    )

    assert shown(programme) == [
        "1 Set up*",
        "1.1 Sign",
        "1.2 Seal",
        "2 Joint working*",
        "2.1 Merge*",
        "2.1.1 Pilot",
    ]
    assert [row.depth for row in outline(programme)] == [0, 1, 1, 0, 1, 2]


def test_tasks_that_are_part_of_one_another_stand_at_the_top_and_are_told() -> None:
    programme = plan(task("A", parent="B"), task("B", parent="A"), task("C", parent="A"), task("D"))

    assert shown(programme) == ["1 A*", "1.1 C", "2 B", "3 D"]
    assert outline_faults(programme) == ("A", "B")


def test_a_task_that_is_part_of_itself_or_of_nothing_stands_at_the_top() -> None:
    programme = plan(task("A", parent="A"), task("B", parent="gone"), task("C", parent="B"))

    assert shown(programme) == ["1 A", "2 B*", "2.1 C"]
    assert outline_faults(programme) == ("A", "B")


def test_the_parts_of_a_deleted_task_stand_at_the_top() -> None:
    programme = plan(task("A"), task("B", parent="A"))
    programme = programme.apply([Edit(Cell("tasks", "A", "exists"), old=True, new=False)])

    assert shown(programme) == ["1 B"]
    assert outline_faults(programme) == ("B",)


def test_a_very_deep_outline_loads() -> None:
    deep = plan(task("0"), *(task(str(n), parent=str(n - 1)) for n in range(1, 20_000)))

    rows = outline(deep)

    assert rows[-1].depth == 19_999
    assert rows[50].wbs == ".".join(["1"] * 51)
    assert len(rows[-1].wbs) < 400


def test_an_edit_of_a_title_keeps_the_shape_and_shows_the_title() -> None:
    programme = plan(task("A"), task("B", parent="A"))
    before = outline(programme), shape_of(programme)

    edited = programme.apply([Edit(Cell("tasks", "B", "title"), "B", "Seal")])

    assert shown(edited) == ["1 A*", "1.1 Seal"]
    assert outline(edited)[0] is before[0][0]
    assert shape_of(edited) is before[1]
    assert shown(programme) == ["1 A*", "1.1 B"]


@given(st.lists(st.integers(-1, 15), min_size=1, max_size=16), st.randoms(use_true_random=False))
def test_every_task_is_shown_once_below_its_parent_whatever_the_links(
    parents: list[int], chance: random.Random
) -> None:
    rows = [
        Task(id=str(n), exists=True, order=str(chance.randrange(4)), parent=None if parent < 0 else str(parent))
        for n, parent in enumerate(parents)
    ]
    programme = Programme.of_rows({"tasks": rows})
    shape = shape_of(programme)

    assert Counter(shape.ids) == Counter(row.id for row in rows)
    assert len(set(shape.numbers)) == len(rows)
    for place, row in enumerate(outline(programme)):
        above = shape.above[place]
        assert row.depth == (shape.depths[above] + 1 if above >= 0 else 0)
        assert above < 0 or shape.ids[above] == row.task.parent
        assert above >= 0 or row.task.parent is None or row.task.id in shape.faults
        assert row.summary == (place in shape.above)
