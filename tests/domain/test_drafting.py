"""A draft: a change set in the making."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest

from sharedprog.domain.changes import Cell, Edit, inverse
from sharedprog.domain.drafting import Draft, new_id
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.links import LINKS, Reference
from sharedprog.domain.registers.notes import NOTES, Note
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS, ResponseAction, Risk
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Dependency, Task

PICTURE = Programme.of_rows(
    {
        "risks": [Risk(id="r1", exists=True, ref="R-001", title="Late"), Risk(id="r9", exists=False, ref="R-009")],
        "response_actions": [ResponseAction(id="a1", exists=True, parent="r1")],
        "notes": [Note(id="n1", exists=True, parent="r1"), Note(id="n2", exists=True, parent="t1")],
        "links": [
            Reference(id="l1", exists=True, source="r1", target="t1"),
            Reference(id="l2", exists=True, source="r2", target="t3"),
        ],
        "tasks": [
            Task(id="t1", exists=True, order="i001"),
            Task(id="t2", exists=True, order="i001", parent="t1"),
            Task(id="t3", exists=True, order="i002"),
            Task(id="t4", exists=True, order="i001", parent="t2"),
        ],
        "dependencies": [
            Dependency(id="d1", exists=True, parent="t3", predecessor="t4"),
            Dependency(id="d2", exists=True, parent="t2", predecessor="t3"),
        ],
    }
)


def numbered() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"new{next(numbers)}"


def draft() -> Draft:
    return Draft(PICTURE, numbered())


def ids(programme: Programme, register: Register[Any]) -> list[str]:
    return [row.id for row in programme.rows(register)]


def test_a_draft_sees_its_own_edits_and_makes_one_for_each_cell() -> None:
    made = draft()
    made.set(RISKS, "r1", "impact", 4)
    made.set(RISKS, "r1", "impact", 5)

    assert made.value(RISKS, "r1", "impact") == 5
    assert made.value(RISKS, "r1", "title") == "Late"
    assert made.edits == (Edit(Cell("risks", "r1", "impact"), None, 5),)


def test_what_is_set_to_what_it_was_is_no_edit() -> None:
    made = draft()
    made.set(RISKS, "r1", "impact", 4)
    made.set(RISKS, "r1", "impact", None)
    made.set(RISKS, "r1", "title", "Late")

    assert made.edits == ()


def test_a_field_that_there_is_not_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError, match="risks has no field 'colour'"):
        draft().set(RISKS, "r1", "colour", "red")


def test_a_new_row_gets_the_next_label_and_never_one_that_was_given() -> None:
    made = draft()
    first, second = made.add(RISKS, None, title="One"), made.add(RISKS, None, title="Two")
    named = made.add(RISKS, "mine", ref="R-100")

    after = made.programme
    assert [(first, second, named)] == [("new1", "new2", "mine")]
    assert [row.ref for row in after.rows(RISKS)] == ["R-001", "R-010", "R-011", "R-100"]


def test_a_new_row_goes_to_the_end_of_its_family() -> None:
    made = draft()
    top, beneath, next_one = made.add(TASKS), made.add(TASKS, parent="t1"), made.add(TASKS, parent="t1")

    after = made.programme
    assert [row.id for row in after.children(TASKS, None)][-1] == top
    assert [row.id for row in after.children(TASKS, "t1")] == ["t2", beneath, next_one]


def test_deleting_a_row_takes_its_children_and_links() -> None:
    made = draft()
    made.delete(RISKS, "r1")

    after = made.programme
    assert ids(after, RISKS) == []
    assert ids(after, RESPONSE_ACTIONS) == []
    assert ids(after, NOTES) == ["n2"]
    assert ids(after, LINKS) == ["l2"]
    assert ids(after, TASKS) == ids(PICTURE, TASKS)


def test_deleting_a_task_takes_what_is_beneath_it_and_what_waited_for_any_of_it() -> None:
    made = draft()
    made.delete(TASKS, "t1")

    after = made.programme
    assert ids(after, TASKS) == ["t3"]
    assert ids(after, DEPENDENCIES) == []
    assert ids(after, NOTES) == ["n1"]
    assert ids(after, LINKS) == ["l2"]


def test_a_deletion_taken_back_brings_everything_back() -> None:
    made = draft()
    made.delete(TASKS, "t1")

    back = made.programme.apply(inverse(made.edits))

    assert back.rows(TASKS) == PICTURE.rows(TASKS)
    assert ids(back, DEPENDENCIES) == ids(PICTURE, DEPENDENCIES)


def test_a_deep_or_looped_outline_can_be_deleted() -> None:
    deep = [Task(id=str(n), exists=True, parent=str(n - 1) if n else None) for n in range(5000)]
    looped = [Task(id="a", exists=True, parent="b"), Task(id="b", exists=True, parent="a")]
    made = Draft(Programme.of_rows({"tasks": [*deep, *looped]}))

    made.delete(TASKS, "0")
    made.delete(TASKS, "a")

    assert made.programme.rows(TASKS) == ()


def test_ids_are_never_given_twice() -> None:
    assert len({new_id() for _ in range(100)}) == 100
    assert len(new_id()) == 32
