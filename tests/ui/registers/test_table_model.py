"""The table of a register follows every change and reads what people type."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.listing import Wanted
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.registers.table_model import ROW_ID, SHOWN, RegisterModel
from sharedprog.ui.session import Session


@pytest.fixture
def model(session: Session, qtmodeltester: ModelTester) -> RegisterModel:
    """A table of three risks, watched by Qt's own tester while a test plays with it."""
    for title, impact in (("Payroll is wrong", 4), ("Cabinets disagree", 5), ("Managers leave", 2)):
        session.document.add(RISKS, title=title, likelihood=3, impact=impact)
    made = RegisterModel(session, RISKS)
    qtmodeltester.check(made)  # type: ignore[no-untyped-call]
    return made


def texts(model: RegisterModel, name: str) -> list[str]:
    column = model.names.index(name)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_a_row_shows_its_words_its_score_and_its_rating(model: RegisterModel) -> None:
    assert texts(model, "title") == ["Payroll is wrong", "Cabinets disagree", "Managers leave"]
    assert texts(model, "score") == ["12", "15", "6"]
    shown = model.index(0, model.names.index("score")).data(SHOWN)
    assert (shown.text, shown.rag) == ("12", "amber")


def test_rows_come_and_go_with_changes_and_undo(model: RegisterModel) -> None:
    document = model.session.document
    kept = QPersistentModelIndex(model.index(2, 0))
    document.delete(RISKS, model.ids[1])
    assert texts(model, "title") == ["Payroll is wrong", "Managers leave"]
    assert kept.row() == 1
    document.undo()
    assert texts(model, "title") == ["Payroll is wrong", "Cabinets disagree", "Managers leave"]
    assert kept.row() == 2


def test_sorting_follows_scores_and_keeps_the_selected_row(model: RegisterModel) -> None:
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sort(model.names.index("score"), Qt.SortOrder.DescendingOrder)
    assert texts(model, "score") == ["15", "12", "6"]
    assert kept.data(ROW_ID) == model.ids[0]
    model.sort(-1)
    assert texts(model, "score") == ["12", "15", "6"]


def test_words_and_a_named_filter_choose_the_rows(model: RegisterModel) -> None:
    model.want(Wanted(words="cabinets DISAGREE"))
    assert texts(model, "title") == ["Cabinets disagree"]
    model.want(Wanted(test=lambda view, risk: risk.impact < 5))
    assert texts(model, "title") == ["Payroll is wrong", "Managers leave"]


def test_what_is_typed_in_a_cell_is_read(model: RegisterModel) -> None:
    model.choose_columns(("ref", "title", "impact", "next_review", "owner"))
    assert model.setData(model.index(0, 2), "5 Severe")
    assert model.setData(model.index(0, 3), "3 dec")
    assert model.setData(model.index(0, 4), "Head of HR")
    risk = model.session.programme.rows(RISKS)[0]
    assert risk.impact == 5
    assert model.index(0, 3).data() == "Thu 3 Dec 2026"
    assert model.index(0, 4).data() == "Head of HR"
    assert [person.title for person in model.session.programme.rows(PEOPLE)] == ["Head of HR"]


def test_what_cannot_be_read_is_refused_and_nothing_changes(model: RegisterModel, qtbot: QtBot) -> None:
    model.choose_columns(("ref", "title", "next_review"))
    with qtbot.waitSignal(model.refused) as refused:
        assert not model.setData(model.index(0, 2), "32 dec")
    assert "32 dec" in refused.args[0]
    assert model.session.programme.rows(RISKS)[0].next_review is None


def test_labels_and_computed_columns_cannot_be_typed_over(model: RegisterModel) -> None:
    editable = {
        name: bool(model.flags(model.index(0, n)) & Qt.ItemFlag.ItemIsEditable) for n, name in enumerate(model.names)
    }
    assert editable["title"]
    assert not editable["ref"]
    assert not editable["score"]


def test_a_child_table_shows_the_rows_of_its_parent(model: RegisterModel, qtmodeltester: ModelTester) -> None:
    document = model.session.document
    one, other = model.ids[:2]
    child = RegisterModel(model.session, RESPONSE_ACTIONS, one)
    qtmodeltester.check(child)  # type: ignore[no-untyped-call]
    document.add(RESPONSE_ACTIONS, parent=one, title="Parallel run")
    document.add(RESPONSE_ACTIONS, parent=other, title="Joint briefing")
    assert texts(child, "title") == ["Parallel run"]
    child.belong_to(other)
    assert texts(child, "title") == ["Joint briefing"]


def test_a_typed_start_in_the_plan_moves_the_task(session: Session) -> None:
    task = session.document.add(TASKS, title="Directory merge", duration=480 * 5)
    model = RegisterModel(session, TASKS)
    start = model.index(0, model.names.index("start"))
    assert model.flags(start) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(start, "2 nov 2026")
    row = session.programme.row(TASKS, task)
    assert row is not None
    assert row.constraint == "snet"
    assert start.data() == "Mon 2 Nov 2026"
