"""One of every dialog there is, as it opens on the sample."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

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
from sharedprog.usecases.pasting import Misfit, Pasting


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
