"""What must be true of every dialog: named, plain text, whole on a small screen, and worked by keys alone."""

import importlib
import pkgutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

import sharedprog.ui
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui.confirm import Answer, Question
from sharedprog.ui.crash import CrashDialog
from sharedprog.ui.desk import Desk
from sharedprog.ui.registers.arrange_columns import ArrangeColumns
from sharedprog.ui.registers.ask_name import AskName
from sharedprog.ui.registers.change_rows import ChangeRows
from sharedprog.ui.registers.paste_preview import PastePreview
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.screens.bank_holidays import FillBankHolidays
from sharedprog.ui.screens.driving import DrivingDialog
from sharedprog.ui.screens.hold_board import HoldBoard
from sharedprog.ui.screens.keep_baseline import KeepBaseline
from sharedprog.ui.screens.new_programme import NewProgramme
from sharedprog.ui.screens.quick_add import QuickAdd
from sharedprog.ui.screens.recent_list import RecentDialog
from sharedprog.ui.screens.what_if import WhatIfDialog
from sharedprog.ui.session import Session
from sharedprog.ui.theme import Scheme
from sharedprog.ui.window import Window
from sharedprog.usecases.pasting import Misfit, Pasting
from tests.ui import audit, keys
from tests.windows import session_of, show_file


def _task(session: Session) -> str:
    """A task in the midst of the plan, with tasks before and after it."""
    rows = session.document.rows(TASKS)
    return rows[len(rows) // 2].id


def _question(_: Session, __: Desk) -> QDialog:
    return Question(None, "Delete risk R-012?", "It can be undone.", [Answer("yes", "Delete risk R-012", danger=True)])


MISFIT = Misfit("2", "Target by", "soonish", "“soonish” was not understood. Expected a day.")
MAKERS: dict[type[QDialog], Callable[[Session, Desk], QDialog]] = {
    Question: _question,
    CrashDialog: lambda _, __: CrashDialog("sharedprog\n  File x", Path("report.txt")),
    FillBankHolidays: lambda session, _: FillBankHolidays(session),
    DrivingDialog: lambda session, _: DrivingDialog(session, _task(session)),
    HoldBoard: lambda session, _: HoldBoard(session, session.document.rows(BOARD_MEETINGS)[-1]),
    KeepBaseline: lambda session, _: KeepBaseline(session),
    NewProgramme: lambda _, __: NewProgramme(date(2026, 11, 30)),
    AskName: lambda _, __: AskName("Save this filter", "Everybody who opens it sees it.", "Save filter"),
    ArrangeColumns: lambda session, _: ArrangeColumns(RegisterTable(RegisterModel(session, RISKS, None))),
    ChangeRows: lambda session, _: ChangeRows(session, RISKS, [row.id for row in session.document.rows(RISKS)[:3]]),
    PastePreview: lambda _, __: PastePreview(Pasting((), "Paste", 0, 0, (MISFIT,)), RISKS),
    QuickAdd: lambda session, _: QuickAdd(session, "actions"),
    RecentDialog: lambda _, desk: RecentDialog(desk),
    WhatIfDialog: lambda session, desk: WhatIfDialog(session, desk, _task(session)),
}


@pytest.fixture
def dialog(request: pytest.FixtureRequest, window: Window, sample: Path, qtbot: QtBot) -> QDialog:
    show_file(qtbot, window, sample)
    made = MAKERS[request.param](session_of(window), window.desk)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


every = pytest.mark.parametrize("dialog", MAKERS, indirect=True, ids=lambda kind: kind.__name__)


def test_every_dialog_there_is_is_looked_at() -> None:
    for module in pkgutil.walk_packages(sharedprog.ui.__path__, "sharedprog.ui."):
        importlib.import_module(module.name)
    ours = {kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("sharedprog.")}
    assert ours == set(MAKERS)


@every
def test_it_is_named_plain_and_whole(dialog: QDialog, qtbot: QtBot) -> None:
    assert dialog.accessibleName() or dialog.windowTitle()
    assert audit.rich(dialog) == []
    assert audit.nameless(dialog) == []
    assert audit.unnamed_parts(dialog) == []
    qtbot.waitUntil(lambda: not audit.cut(dialog) and not audit.clipped(dialog))


def test_what_is_changed_after_it_was_left_finds_nothing_of_it(window: Window, sample: Path, qtbot: QtBot) -> None:
    show_file(qtbot, window, sample)
    session = session_of(window)
    for make in MAKERS.values():
        left = make(session, window.desk)
        left.show()
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for register in (RISKS, TASKS, BOARD_MEETINGS):
        session.document.add(register)
    window.desk.preferences.see_tour()
    window.desk.preferences.choose_scheme(Scheme.LIGHT)


@every
def test_it_is_worked_by_keys_alone(dialog: QDialog) -> None:
    assert audit.unreachable(dialog) == []
    start = QApplication.focusWidget()
    assert start is not None, "the cursor is in it from the beginning"
    assert dialog.isAncestorOf(start)
    seen = []
    for _ in range(60):
        keys.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is start:
            break
    assert start in seen, "Tab comes round again"
    buttons = {each for each in dialog.findChildren(QPushButton) if each.isVisible() and each.isEnabled()}
    assert buttons <= set(seen), "every button is come to"
    keys.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
