"""The outline as a table: summary tasks fold, and what is beneath them leaves the list."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.listing import Wanted
from sharedprog.domain.plan.predecessors import WAITS_FOR
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.ui.registers.outline_model import OutlineModel
from sharedprog.ui.session import Session


@pytest.fixture
def model(session: Session, qtmodeltester: ModelTester) -> OutlineModel:
    """1 Agree (1.1 Legal (1.1.1 Draft, 1.1.2 Sign), 1.2 Seal), 2 Move; watched by Qt's own tester."""
    add = session.document.add
    agree = add(TASKS, title="Agree")
    legal = add(TASKS, title="Legal", parent=agree)
    for title in ("Draft", "Sign"):
        add(TASKS, title=title, parent=legal)
    add(TASKS, title="Seal", parent=agree)
    add(TASKS, title="Move")
    made = OutlineModel(session, TASKS)
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]
    return made


def titles(model: OutlineModel) -> list[str]:
    column = model.names.index("title")
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def id_of(model: OutlineModel, title: str) -> str:
    return next(row.id for row in model.session.programme.rows(TASKS) if row.title == title)


def test_a_folded_summary_hides_all_beneath_it(model: OutlineModel) -> None:
    kept = QPersistentModelIndex(model.index(5, 0))
    assert model.fold(id_of(model, "Legal"), folded=True)
    assert titles(model) == ["Agree", "Legal", "Seal", "Move"]
    assert kept.row() == 3
    assert model.fold(id_of(model, "Agree"), folded=True)
    assert titles(model) == ["Agree", "Move"]
    assert model.fold(id_of(model, "Agree"), folded=False)
    assert titles(model) == ["Agree", "Legal", "Seal", "Move"], "what was folded inside stays folded"


def test_only_summaries_fold_and_only_once(model: OutlineModel) -> None:
    assert not model.fold(id_of(model, "Draft"), folded=True)
    assert not model.fold(id_of(model, "Agree"), folded=False)
    assert not model.fold("nowhere", folded=True)


def test_everything_folds_and_a_task_is_revealed(model: OutlineModel) -> None:
    model.fold_all(folded=True)
    assert titles(model) == ["Agree", "Move"]
    model.reveal(id_of(model, "Draft"))
    assert titles(model) == ["Agree", "Legal", "Draft", "Sign", "Seal", "Move"]
    model.fold_all(folded=True)
    model.fold_all(folded=False)
    assert len(titles(model)) == 6


def test_a_filter_and_an_order_look_into_what_is_folded(model: OutlineModel) -> None:
    model.fold_all(folded=True)
    model.want(Wanted(words="sign"))
    assert titles(model) == ["Sign"]
    assert not model.is_folded(id_of(model, "Agree"))
    model.want(Wanted())
    assert titles(model) == ["Agree", "Move"]


def test_changes_show_where_rows_are_folded(model: OutlineModel) -> None:
    document = model.session.document
    model.fold(id_of(model, "Legal"), folded=True)
    document.delete(TASKS, id_of(model, "Seal"))
    assert titles(model) == ["Agree", "Legal", "Move"]
    document.delete(TASKS, id_of(model, "Legal"))
    assert titles(model) == ["Agree", "Move"]
    document.undo()
    assert titles(model) == ["Agree", "Legal", "Move"]


def test_links_are_typed_in_a_cell(model: OutlineModel, qtbot: QtBot) -> None:
    model.choose_columns(("title", WAITS_FOR))
    cell = model.index(5, 1)
    assert cell.flags() & Qt.ItemFlag.ItemIsEditable
    assert model.setData(cell, "1.1.1, 1.2SS+1d")
    assert cell.data() == "1.1.1, 1.2SS+1d"
    assert model.session.document.undo_title == "Edit task T-006"
    model.session.document.undo()
    assert model.session.programme.rows(DEPENDENCIES) == ()
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(cell, "soon")
    assert "“soon” was not understood" in refused.args[0]
    model.sort(1)
    assert titles(model)[0] == "Agree"


def test_a_screen_reader_hears_where_a_task_stands(model: OutlineModel) -> None:
    def said(row: int) -> str:
        return str(model.index(row, model.names.index("title")).data(Qt.ItemDataRole.AccessibleTextRole))

    assert [said(0), said(2)] == ["Task: Agree, level 1, open", "Task: Draft, level 3"]
    model.fold(id_of(model, "Agree"), folded=True)
    assert said(0) == "Task: Agree, level 1, folded"
