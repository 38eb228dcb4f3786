"""Putting back a field, a row or an action, as one change that can be undone; or a sentence that says why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharedprog.domain.changes import ChangeSet, Edit
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, BOARD_MEETINGS
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.matrices import MATRIX_LEVELS
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import boards, putting_back
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from sharedprog.usecases.linking import link
from sharedprog.usecases.putting_back import PuttingBack
from tests.builders import contents

Plan = Callable[[], PuttingBack]


def last(document: Document, back: int = 1) -> ChangeSet:
    return document.journal()[-back]


def edit_of(action: ChangeSet, field: str) -> Edit:
    return next(edit for edit in action.edits if edit.cell.field == field)


def carried(document: Document, back: PuttingBack) -> ChangeSet:
    made = putting_back.carry_out(document, back)
    assert made is not None
    return made


def test_a_field_is_put_back_as_one_change_that_can_be_undone(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=3)
    action = document.edit(RISKS, risk, "impact", 5)
    assert action is not None
    document.edit(RISKS, risk, "title", "Payroll is wrong")
    before = contents(document.programme)

    back = putting_back.of_field(document, edit_of(action, "impact"))
    made = carried(document, back)

    row = document.programme.row(RISKS, risk)
    assert row is not None
    assert (row.impact, row.title) == (3, "Payroll is wrong")
    assert (back.title, back.lost) == ("Put back “Current impact” of risk R-001", ())
    assert last(document) == made
    document.undo()
    assert contents(document.programme) == before


def test_what_follows_from_a_field_follows_from_putting_it_back(document: Document) -> None:
    action = document.add(ACTIONS, title="Write to the neighbour")
    done = change(document, ACTIONS, action, "status", "done")
    assert done is not None
    carried(document, putting_back.of_field(document, edit_of(done, "status")))
    row = document.programme.row(ACTIONS, action)
    assert row is not None
    assert (row.status, row.closed_day) == ("open", None)


def test_a_later_change_that_would_be_lost_is_told(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=3)
    action = document.edit(RISKS, risk, "impact", 5)
    document.edit(RISKS, risk, "impact", 4)
    assert action is not None
    back = putting_back.of_field(document, edit_of(action, "impact"))
    assert [(edit.old, edit.new) for edit in back.lost] == [(4, 3)]
    assert putting_back.overwritten(document, back) == ("Risk R-001 Payroll, Current impact: 4 Major → 3 Moderate",)
    document.edit(RISKS, risk, "impact", 5)
    assert putting_back.of_field(document, edit_of(action, "impact")).lost == ()


def test_there_is_nothing_to_put_back_where_it_is_so_already(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=3)
    action = document.edit(RISKS, risk, "impact", 5)
    document.undo()
    assert action is not None
    with pytest.raises(Trouble, match="like that already"):
        putting_back.of_field(document, edit_of(action, "impact"))


def test_a_deleted_row_comes_back_with_what_went_with_it(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    other = document.add(RISKS, title="Mail")
    document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")
    link(document, risk, other)
    before = contents(document.programme)
    draft = document.draft()
    for row in (risk, other):
        draft.delete(RISKS, row)
    deleted = document.apply("Delete 2 risks", draft.edits)
    assert deleted is not None

    back = putting_back.of_row(document, deleted, "risks", risk)
    carried(document, back)

    assert back.title == "Bring back risk R-001"
    assert [each.title for each in document.rows(RISKS)] == ["Payroll"]
    assert [each.title for each in document.programme.children(RESPONSE_ACTIONS, risk)] == ["Run both payrolls"]
    assert document.rows(LINKS) == (), "its other end is still gone"
    document.undo()
    carried(document, putting_back.of_action(document, deleted))
    assert contents(document.programme) == before


def test_adding_a_row_is_put_back_with_what_was_added_to_it_since(document: Document) -> None:
    empty = contents(document.programme)
    risk = document.add(RISKS, title="Payroll")
    added = last(document)
    document.edit(RISKS, risk, "impact", 4)
    document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")

    back = putting_back.of_action(document, added)

    assert back.title == "Put back: Add risk R-001"
    assert putting_back.overwritten(document, back) == (
        "Risk R-001 Payroll, Current impact: 4 Major → (empty)",
        "Response action “Run both payrolls” of risk R-001 would be deleted",
    )
    carried(document, back)
    assert contents(document.programme) == empty


def test_one_row_of_an_action_is_put_back_and_the_others_stay(document: Document) -> None:
    ids = [document.add(RISKS, title=title, impact=2) for title in ("Payroll", "Mail")]
    draft = document.draft()
    for row in ids:
        draft.set(RISKS, row, "impact", 5)
        draft.set(RISKS, row, "likelihood", 5)
    action = document.apply("Edit 2 risks", draft.edits)
    assert action is not None
    carried(document, putting_back.of_row(document, action, "risks", ids[0]))
    assert [(risk.impact, risk.likelihood) for risk in document.rows(RISKS)] == [(2, None), (5, 5)]
    assert last(document).title == "Put back risk R-001"


def test_a_row_as_it_was_before_whatever_was_changed_since(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=2)
    before = contents(document.programme)
    first = document.edit(RISKS, risk, "impact", 5)
    document.edit(RISKS, risk, "title", "Payroll is wrong")
    document.edit(RISKS, risk, "impact", 4)
    document.edit(RISKS, risk, "likelihood", 4)
    document.undo()
    document.add(RISKS, title="Mail")
    document.undo()
    assert first is not None
    now = contents(document.programme)

    back = putting_back.of_row_before(document, document.journal(), first.id, "risks", risk)

    assert back.title == "Put back risk R-001 as it was"
    assert putting_back.overwritten(document, back) == (
        "Risk R-001 Payroll is wrong, Current impact: 4 Major → 2 Low",
        "Risk R-001 Payroll is wrong, Risk: Payroll is wrong → Payroll",
    )
    carried(document, back)
    assert contents(document.programme) == before
    document.undo()
    assert contents(document.programme) == now


def test_a_deleted_row_comes_back_as_it_was_before(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=2)
    action = document.edit(RISKS, risk, "impact", 5)
    document.delete(RISKS, risk)
    assert action is not None
    carried(document, putting_back.of_row_before(document, document.journal(), action.id, "risks", risk))
    assert [each.impact for each in document.rows(RISKS)] == [2]


def test_before_it_was_made_a_row_was_not_there(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    with pytest.raises(Trouble, match="Before this the row was not there"):
        putting_back.of_row_before(document, document.journal(), last(document).id, "risks", risk)


def test_a_field_of_a_row_that_is_gone_waits_for_the_row(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll", impact=3)
    action = document.edit(RISKS, risk, "impact", 5)
    document.delete(RISKS, risk)
    assert action is not None
    plans: tuple[Plan, ...] = (
        lambda: putting_back.of_field(document, edit_of(action, "impact")),
        lambda: putting_back.of_action(document, action),
    )
    for plan in plans:
        with pytest.raises(Trouble, match="Risk R-001 Payroll was deleted after this"):
            plan()


def test_a_part_waits_for_what_it_belongs_to(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    part = document.add(RESPONSE_ACTIONS, parent=risk, title="Run both payrolls")
    deleted = document.delete(RESPONSE_ACTIONS, part)
    document.delete(RISKS, risk)
    assert deleted is not None
    with pytest.raises(Trouble, match="Risk R-001 Payroll was deleted, so what belongs to it cannot come back alone"):
        putting_back.of_action(document, deleted)


def test_a_value_that_names_a_deleted_row_is_refused(document: Document) -> None:
    person = document.add(PEOPLE, title="Head of HR")
    risk = document.add(RISKS, title="Payroll", owner=person)
    action = document.edit(RISKS, risk, "owner", None)
    document.delete(PEOPLE, person)
    assert action is not None
    with pytest.raises(Trouble, match="“Owner” was Head of HR, which has been deleted since"):
        putting_back.of_field(document, edit_of(action, "owner"))


def test_a_label_that_was_given_again_stays_with_the_other_row(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    deleted = document.delete(RISKS, risk)
    other = document.add(RISKS, title="Mail")
    document.edit(RISKS, other, "ref", "R-001")
    assert deleted is not None
    with pytest.raises(Trouble, match="The label R-001 was given to another risk since"):
        putting_back.of_action(document, deleted)


def held_board(document: Document) -> ChangeSet:
    (board,) = boards.propose(document)
    boards.hold(document, board)
    return last(document)


def final_pack(document: Document) -> ChangeSet:
    document.add(PACKS, version="1.0", state="final")
    return last(document)


def used_level(document: Document) -> ChangeSet:
    step = document.rows(MATRIX_LEVELS)[0]
    action = document.edit(MATRIX_LEVELS, step.id, "title", "Hardly ever")
    document.add(RISKS, title="Payroll", matrix=step.parent, impact=3)
    assert action is not None
    return action


def loop(document: Document) -> ChangeSet:
    first, second = (document.add(TASKS, title=title, duration=480) for title in ("Merge", "Mail"))
    wait = document.add(DEPENDENCIES, parent=second, predecessor=first)
    deleted = document.delete(DEPENDENCIES, wait)
    document.add(DEPENDENCIES, parent=first, predecessor=second)
    assert deleted is not None
    return deleted


def outline_loop(document: Document) -> ChangeSet:
    first, second = (document.add(TASKS, title=title) for title in ("Merge", "Mail"))
    document.edit(TASKS, second, "parent", first)
    action = document.edit(TASKS, second, "parent", None)
    document.edit(TASKS, first, "parent", second)
    assert action is not None
    return action


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (held_board, "What a board saw is fixed"),
        (final_pack, "A final pack has gone out"),
        (used_level, "Risks have been scored with this matrix"),
        (loop, "they would wait for one another for ever"),
        (outline_loop, "A task would be part of itself"),
    ],
)
def test_what_is_fixed_and_what_would_go_in_circles_is_refused(
    document: Document, make: Callable[[Document], ChangeSet], sentence: str
) -> None:
    action = make(document)
    before = contents(document.programme)
    with pytest.raises(Trouble, match=sentence):
        putting_back.of_action(document, action)
    assert contents(document.programme) == before


def test_what_belongs_to_a_board_that_was_held_can_still_be_put_back(document: Document) -> None:
    (board,) = boards.propose(document)
    item = document.programme.children(AGENDA_ITEMS, board)[0]
    boards.hold(document, board)
    action = document.edit(BOARD_MEETINGS, board, "notes", "Agreed.")
    assert action is not None
    carried(document, putting_back.of_action(document, action))
    row = document.programme.row(BOARD_MEETINGS, board)
    assert row is not None
    assert (row.notes, row.held) == ("", True)
    assert document.programme.row(AGENDA_ITEMS, item.id) == item


def test_a_name_kept_in_confidence_is_never_put_back(document: Document) -> None:
    partner = document.rows(PARTNERS)[0].id
    poison = document.add(POISONS, title="They will take our savings", named_by=partner)
    action = change(document, POISONS, poison, "anonymous", value=True)
    assert action is not None
    plans: tuple[Plan, ...] = (
        lambda: putting_back.of_action(document, action),
        lambda: putting_back.of_field(document, edit_of(action, "named_by")),
        lambda: putting_back.of_row(document, action, "poisons", poison),
    )
    for anonymous in (True, False):
        document.edit(POISONS, poison, "anonymous", anonymous)
        for plan in plans:
            with pytest.raises(Trouble, match="was named in confidence"):
                plan()
    row = document.programme.row(POISONS, poison)
    assert row is not None
    assert row.named_by is None


STEPS = st.lists(st.tuples(st.sampled_from(["add", "part", "edit", "title", "delete"]), st.integers(0, 5)), max_size=12)


def act(document: Document, what: str, number: int) -> None:
    """One thing that a person may do."""
    risks = document.rows(RISKS)
    risk = risks[number % len(risks)].id if risks else ""
    if what == "add" or not risk:
        document.add(RISKS, title=f"Risk {number}", impact=number % 5 + 1)
    elif what == "part":
        document.add(RESPONSE_ACTIONS, parent=risk, title=f"Do {number}")
    elif what == "edit":
        document.edit(RISKS, risk, "impact", number % 5 + 1)
    elif what == "title":
        document.edit(RISKS, risk, "title", f"Renamed {number}")
    else:
        document.delete(RISKS, risk)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, chosen=st.integers(0, 30))
def test_whatever_is_put_back_undo_is_as_before(document: Document, steps: list[tuple[str, int]], chosen: int) -> None:
    for what, number in steps:
        act(document, what, number)
    journal = document.journal()
    before = contents(document.programme)
    try:
        back = putting_back.of_action(document, journal[-1 - chosen % min(len(journal), len(steps) + 1)])
    except Trouble:
        assert contents(document.programme) == before
        return
    carried(document, back)
    assert contents(document.programme) != before
    document.undo()
    assert contents(document.programme) == before


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS.filter(bool))
def test_putting_back_the_last_action_is_what_undo_does(document: Document, steps: list[tuple[str, int]]) -> None:
    for what, number in steps:
        act(document, what, number)
    if document.undo_title is None:
        return
    action = last(document)
    document.undo()
    undone = contents(document.programme)
    document.redo()

    back = putting_back.of_action(document, action)
    assert back.lost == ()
    carried(document, back)
    assert contents(document.programme) == undone


def test_a_put_back_is_in_the_file(document: Document, tmp_path: Path) -> None:
    risk = document.add(RISKS, title="Payroll")
    deleted = document.delete(RISKS, risk)
    assert deleted is not None
    carried(document, putting_back.of_action(document, deleted))
    document.save_copy(tmp_path / "copy.sharedprog")
    copy = Document.open(tmp_path / "copy.sharedprog")
    assert [each.title for each in copy.rows(RISKS)] == ["Payroll"]
    assert last(copy).title == "Put back: Delete risk R-001"
    copy.close()
