"""Moving tasks in the outline, and putting new ones in."""

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.changes import Edit, inverse
from sharedprog.domain.drafting import Draft
from sharedprog.domain.plan.moves import indent, insert_below, move_down, move_up, outdent
from sharedprog.domain.plan.outline import outline, outline_faults
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import Task
from tests.domain.plan.plans import plan, task

Move = Callable[[Programme, Iterable[str]], tuple[Edit, ...]]


def outlined(text: str) -> Programme:
    """A plan from names, each with a dot before it for each level: ``A .B ..C .D``."""
    above: list[str] = []
    tasks = []
    for word in text.split():
        depth = len(word) - len(word.lstrip("."))
        name = word.lstrip(".")
        tasks.append(task(name, 1, parent=above[depth - 1] if depth else None))
        above = [*above[:depth], name]
    return plan(*tasks)


def shown(programme: Programme) -> str:
    return " ".join("." * row.depth + row.task.title for row in outline(programme))


def moved(text: str, move: Move, *tasks: str) -> str:
    programme = outlined(text)
    return shown(programme.apply(move(programme, tasks)))


@pytest.mark.parametrize(
    ("before", "move", "tasks", "after"),
    [
        ("A B C", indent, ["B"], "A .B C"),
        ("A B C", indent, ["B", "C"], "A .B .C"),
        ("A .B C .D", indent, ["C"], "A .B .C ..D"),
        ("A .B C .D", indent, ["C", "D"], "A .B .C ..D"),
        ("A B", indent, ["A"], "A B"),
        ("A .B .C .D E", outdent, ["C"], "A .B C .D E"),
        ("A .B .C .D E", outdent, ["B", "C", "D"], "A B C D E"),
        ("A .B ..X .C", outdent, ["B"], "A B .X .C"),
        ("A B", outdent, ["A"], "A B"),
        ("A B .X C", move_up, ["B"], "B .X A C"),
        ("A B C", move_up, ["B", "C"], "B C A"),
        ("A B C", move_up, ["A", "B"], "A B C"),
        ("A .B .C D", move_up, ["D"], "D A .B .C"),
        ("A .B .C D", move_down, ["B"], "A .C .B D"),
        ("A B C", move_down, ["A", "B"], "C A B"),
        ("A B C", move_down, ["B", "C"], "A B C"),
        ("A .B C", move_down, ["B"], "A .B C"),
        ("A B C", move_down, ["gone"], "A B C"),
    ],
)
def test_moves(before: str, move: Move, tasks: list[str], after: str) -> None:
    assert moved(before, move, *tasks) == after


def test_one_step_is_one_edit() -> None:
    programme = outlined("A B C D")

    assert [edit.cell.field for edit in move_up(programme, ["C"])] == ["order"]


@pytest.mark.parametrize(
    ("below", "after"), [("A", "A .New .B C"), ("B", "A .B .New C"), ("C", "A .B C New"), (None, "A .B C New")]
)
def test_a_new_task_stands_on_the_next_line(below: str | None, after: str) -> None:
    programme = outlined("A .B C")
    draft = Draft(programme)

    insert_below(draft, below, title="New")

    assert shown(draft.programme) == after


def test_tasks_that_came_with_the_same_order_or_a_strange_one_can_be_moved() -> None:
    same = plan(*(Task(id=name, exists=True, title=name, order="x") for name in "ABC"))
    strange = plan(*(Task(id=name, exists=True, title=name, order=f"É {name}") for name in "ABC"))

    for programme in (same, strange):
        assert shown(programme.apply(move_down(programme, ["A"]))) == "B A C"


def test_tasks_that_were_part_of_one_another_can_be_put_right() -> None:
    programme = plan(task("A", parent="B"), task("B", parent="A"))

    mended = programme.apply(indent(programme, ["B"]))

    assert shown(mended) == "A .B"
    assert outline_faults(mended) == ()


@given(
    st.lists(
        st.tuples(st.sampled_from([indent, outdent, move_up, move_down]), st.sets(st.integers(0, 7), max_size=3)),
        max_size=12,
    )
)
def test_any_moves_keep_every_task_and_can_be_taken_back(steps: list[tuple[Move, set[int]]]) -> None:
    programme = outlined("A .B ..C .D E .F .G H")
    for move, places in steps:
        rows = outline(programme)
        edits = move(programme, [rows[place].task.id for place in places])
        after = programme.apply(edits)

        assert sorted(row.task.id for row in outline(after)) == list("ABCDEFGH")
        assert outline_faults(after) == ()
        assert shown(after.apply(inverse(edits))) == shown(programme)
        if move in (indent, outdent):
            assert [row.task.id for row in outline(after)] == [row.task.id for row in rows]
        programme = after


@given(st.sets(st.integers(0, 7), max_size=3))
def test_up_then_down_is_where_it_was_unless_it_was_first(places: set[int]) -> None:
    programme = outlined("A B C D E F G H")
    tasks = [outline(programme)[place].task.id for place in places if place]
    if 0 in places or len(tasks) != 1:
        return
    up = programme.apply(move_up(programme, tasks))

    assert shown(up) != shown(programme)
    assert shown(up.apply(move_down(up, tasks))) == shown(programme)
