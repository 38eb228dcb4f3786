"""The picture: immutable rows by register, another picture for every change."""

import pickle
from datetime import date

import pytest

from sharedprog.domain.changes import Cell, Edit, Stale
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers import BY_KEY, REGISTERS, children_of
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.matrices import MATRICES, Matrix
from sharedprog.domain.registers.notes import NOTES, Note
from sharedprog.domain.registers.programme import PROGRAMME, ProgrammeRow
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.domain.registers.tasks import TASKS, Task
from tests.builders import Made

PICTURE = Programme.of_rows(
    {
        "risks": [
            Risk(id="r1", exists=True, ref="R-001", title="Ledger is late", impact=3),
            Risk(id="r2", exists=True, ref="R-007"),
            Risk(id="r3", exists=False, ref="R-012"),
        ],
        "notes": [Note(id="n1", exists=True, parent="r1"), Note(id="n2", exists=True, parent="r1")],
        "tasks": [
            Task(id="t2", exists=True, order="b"),
            Task(id="t3", exists=True, order="a", parent="t2"),
            Task(id="t1", exists=True, order="b"),
        ],
        "programme": [ProgrammeRow(id="p", exists=True, title="One Service")],
    }
)


def edit(field: str, old: object, new: object, row: str = "r1", register: str = "risks") -> Edit:
    return Edit(Cell(register, row, field), old, new)  # type: ignore[arg-type]


def test_only_rows_that_exist_are_shown_in_the_people_s_order_where_there_is_one() -> None:
    assert [row.id for row in PICTURE.rows(RISKS)] == ["r1", "r2"]
    assert [row.id for row in PICTURE.rows(TASKS)] == ["t3", "t1", "t2"]  # ties broken by id
    assert [row.id for row in PICTURE.children(TASKS, "t2")] == ["t3"]
    assert [row.id for row in PICTURE.children(NOTES, "r1")] == ["n1", "n2"]
    assert PICTURE.children(NOTES, "r2") == ()
    assert set(PICTURE.all_rows(RISKS)) == {"r1", "r2", "r3"}


def test_rows_are_found_by_id_and_by_label_when_they_exist() -> None:
    assert PICTURE.row(RISKS, "r3") is None
    assert PICTURE.row(RISKS, None) is None
    found = PICTURE.labelled(RISKS, " r-007 ")
    assert found is not None
    assert found.id == "r2"
    assert PICTURE.labelled(RISKS, "R-012") is None
    assert PICTURE.find("r1", ("actions", "risks")) == (RISKS, PICTURE.row(RISKS, "r1"))
    assert PICTURE.find("r1", ("actions",)) is None
    assert PICTURE.find("r3", ("risks",)) is None


def test_a_change_gives_another_picture_and_leaves_the_first() -> None:
    after = PICTURE.apply([edit("impact", 3, 5), edit("title", "Ledger is late", "Ledger is very late")])

    assert PICTURE.all_rows(RISKS)["r1"].impact == 3
    assert (after.all_rows(RISKS)["r1"].impact, after.all_rows(RISKS)["r1"].title) == (5, "Ledger is very late")
    assert after.tables["tasks"] is PICTURE.tables["tasks"]
    assert after.all_rows(RISKS)["r2"] is PICTURE.all_rows(RISKS)["r2"]


def test_an_edit_of_what_is_no_longer_so_is_stale_and_changes_nothing() -> None:
    with pytest.raises(Stale) as refused:
        PICTURE.apply([edit("title", "Ledger is late", "x"), edit("impact", 4, 5)])

    assert refused.value.cell == Cell("risks", "r1", "impact")
    assert "your change was not made" in str(refused.value)
    assert PICTURE.all_rows(RISKS)["r1"].title == "Ledger is late"


def test_later_edits_of_a_run_see_the_earlier_ones() -> None:
    after = PICTURE.apply([edit("impact", 3, 4), edit("impact", 4, 5)])

    assert after.all_rows(RISKS)["r1"].impact == 5
    with pytest.raises(Stale):
        PICTURE.apply([edit("impact", 3, 4), edit("impact", 3, 5)])


def test_yes_is_not_one_and_a_number_is_not_yes() -> None:
    with pytest.raises(Stale):
        PICTURE.apply([edit("exists", 1, False)])


def test_a_row_begins_with_its_defaults() -> None:
    after = PICTURE.apply([edit("exists", False, True, "a1", "actions"), edit("title", "", "Call", "a1", "actions")])

    made = after.row(ACTIONS, "a1")
    assert made is not None
    assert (made.title, made.status) == ("Call", ACTIONS.defaults["status"])


def test_a_row_that_comes_goes_or_moves_changes_the_order_and_others_do_not() -> None:
    ids = PICTURE.tables["tasks"].ids

    titled = PICTURE.apply([edit("title", "", "Merge", "t1", "tasks")])
    moved = PICTURE.apply([edit("order", "b", "A", "t2", "tasks")])
    gone = PICTURE.apply([edit("exists", True, False, "t3", "tasks")])

    assert titled.tables["tasks"].ids is ids
    assert moved.tables["tasks"].ids == ("t2", "t3", "t1")
    assert gone.tables["tasks"].ids == ("t1", "t2")
    assert gone.children(TASKS, "t2") == ()
    assert [row.title for row in titled.rows(TASKS)] == ["", "Merge", ""]


def test_labels_of_deleted_rows_still_count() -> None:
    assert PICTURE.tables["risks"].highest == 12
    assert Programme.of_rows({"risks": [Risk(id="r", exists=True, ref="R-x")]}).tables["risks"].highest == 0
    assert PICTURE.tables["tasks"].highest == 0


def test_settings_are_one_row_or_its_defaults() -> None:
    assert PICTURE.settings.title == "One Service"
    assert Programme().settings == ProgrammeRow()


def test_the_matrix_in_use_is_the_named_one_else_the_first() -> None:
    rows = [Matrix(id="m1", exists=True), Matrix(id="m2", exists=True)]
    first = Programme.of_rows({MATRICES.key: rows})
    named = Programme.of_rows({MATRICES.key: rows, PROGRAMME.key: [ProgrammeRow(id="p", exists=True, matrix="m2")]})
    lost = Programme.of_rows({MATRICES.key: rows, PROGRAMME.key: [ProgrammeRow(id="p", exists=True, matrix="m9")]})

    assert (first.matrix_id, named.matrix_id, lost.matrix_id) == ("m1", "m2", "m1")
    assert Programme().matrix_id is None


def test_a_picture_goes_to_another_process_and_is_the_same_there() -> None:
    there = pickle.loads(pickle.dumps(PICTURE))  # noqa: S301 - our own

    assert there.rows(RISKS) == PICTURE.rows(RISKS)
    assert there.tables["risks"].register is RISKS


def test_every_register_is_named_once_and_children_name_their_parents() -> None:
    assert len({register.key for register in REGISTERS}) == len(REGISTERS)
    prefixes = [register.prefix for register in REGISTERS if register.prefix]
    assert len(set(prefixes)) == len(prefixes)
    for register in REGISTERS:
        assert set(register.child_of) <= set(BY_KEY)
        assert bool(register.child_of) == ("parent" in register.fields)
        assert register.ordered == ("order" in register.fields)
        grouped = [field for group in register.groups for field in group.fields]
        assert len(set(grouped)) == len(grouped)
    assert NOTES in children_of("risks")
    assert TASKS not in children_of("tasks")


def test_defaults_are_those_of_a_blank_row() -> None:
    for register in REGISTERS:
        blank = register.blank("x")
        assert all(getattr(blank, name) == value for name, value in register.defaults.items())
        assert not blank.exists
        assert set(register.fields) | {"exists"} == set(register.defaults)


def test_a_day_in_a_row_is_a_day() -> None:
    after = PICTURE.apply([edit("raised", None, date(2026, 12, 3))])

    assert after.all_rows(RISKS)["r1"].raised == date(2026, 12, 3)


def test_a_picture_knows_which_rows_another_shares_with_it() -> None:
    made = Made()
    one, other = made.add(RISKS, title="one"), made.add(RISKS, title="other")
    before = made.programme.tables[RISKS.key]
    assert before.existing == (one, other)
    edited = made.programme.apply([Edit(Cell("risks", other.id, "title"), "other", "another")])
    after = edited.tables[RISKS.key]
    assert after.renewed_since(before) == (edited.row(RISKS, other.id),)
    assert after.existing == (one, edited.row(RISKS, other.id))
    assert before.renewed_since(before) == ()
    deleted = edited.apply([Edit(Cell("risks", one.id, "exists"), old=True, new=False)])
    assert deleted.tables[RISKS.key].renewed_since(after) is None
    assert deleted.rows(RISKS) == (edited.row(RISKS, other.id),)
    gone = deleted.apply([Edit(Cell("risks", one.id, "title"), "one", "gone")])
    assert gone.tables[RISKS.key].renewed_since(deleted.tables[RISKS.key]) == ()
