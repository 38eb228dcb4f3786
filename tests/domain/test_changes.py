"""A change is a value: what a run of changes comes to, and how to take it back."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.changes import Cell, ChangeSet, Edit, inverse, same, squash
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.risks import Risk

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
IMPACT = Cell("risks", "r1", "impact")
TITLE = Cell("risks", "r1", "title")


def change_set(*edits: Edit, **values: Any) -> ChangeSet:  # noqa: ANN401
    return ChangeSet("c", "Edit risk R-001", "Programme Manager", NOON, edits, **values)


def test_several_changes_of_a_cell_come_to_one_from_the_first_old_to_the_last_new() -> None:
    run = (change_set(Edit(IMPACT, 3, 4)), change_set(Edit(TITLE, "", "Late")), change_set(Edit(IMPACT, 4, 5)))

    assert squash(run) == (Edit(IMPACT, 3, 5), Edit(TITLE, "", "Late"))


def test_a_cell_that_came_back_drops_out() -> None:
    assert squash([change_set(Edit(IMPACT, 3, 4)), change_set(Edit(IMPACT, 4, 3))]) == ()


def test_what_came_with_a_merge_is_history_only() -> None:
    assert squash([change_set(Edit(IMPACT, 3, 4), via="merge")]) == ()


def test_yes_and_one_are_not_the_same() -> None:
    held = Cell("board_meetings", "b1", "held")

    assert squash([change_set(Edit(held, old=True, new=1))]) == (Edit(held, old=True, new=1),)
    assert not same(1, True)
    assert same(None, None)
    assert same(3, 3)


def test_a_change_set_names_the_registers_it_touches() -> None:
    made = change_set(Edit(IMPACT, 3, 4), Edit(Cell("actions", "a1", "status"), "open", "done"))

    assert made.registers == {"risks", "actions"}


def test_taking_back_goes_last_first() -> None:
    edits = (Edit(IMPACT, 3, 4), Edit(IMPACT, 4, 5))

    assert inverse(edits) == (Edit(IMPACT, 5, 4), Edit(IMPACT, 4, 3))


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "impact": st.none() | st.integers(1, 5),
    "title": st.text(max_size=3),
    "exists": st.booleans(),
}


@given(
    st.lists(st.tuples(st.sampled_from(["r1", "r2", "r3"]), st.sampled_from(sorted(VALUES)), st.data()), max_size=12)
)
def test_a_run_its_squash_and_its_way_back_agree(steps: list[tuple[str, str, st.DataObject]]) -> None:
    before = Programme.of_rows({"risks": [Risk(id="r1", exists=True, title="Late"), Risk(id="r2", exists=True)]})
    after, run = before, []
    for row_id, field, data in steps:
        row = after.tables["risks"].rows.get(row_id, Risk(id=row_id))
        edit = Edit(Cell("risks", row_id, field), getattr(row, field), data.draw(VALUES[field]))
        after = after.apply([edit])
        run.append(change_set(edit))

    assert held(before.apply(squash(run))) == held(after)
    assert held(after.apply(inverse(edit for each in run for edit in each.edits))) == held(before)
    assert held(after.apply(inverse(squash(run)))) == held(before)


def held(programme: Programme) -> dict[str, object]:
    return {row_id: row for row_id, row in programme.tables["risks"].rows.items() if row.exists}
