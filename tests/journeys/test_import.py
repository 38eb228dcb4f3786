"""A RAID sheet is dropped into the programme without the mouse, and all of it is taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.import_wizard import ImportWizard, Step
from sharedprog.ui.window import Window
from sharedprog.usecases.document import Document
from tests.exchange.workbooks import workbook
from tests.ui import keys
from tests.windows import LONG, session_of, wait_saved

RISK_LOG: list[tuple[object, ...]] = [
    ("RAID log of the partnership", None, None, None),
    ("No", "What we fear", "Probability", "Assigned to"),
    ("R-1", "Payroll is wrong", 4, "Head of HR"),
    ("R-2", "Ledger is late", 3, "Head of Finance"),
    ("R-3", "Staff cannot log in", "sometimes", "Head of ICT"),
]
ISSUE_LOG: list[tuple[object, ...]] = [("Issue", "Owner"), ("Printer is broken", "Head of ICT")]
ACTION_LOG: list[tuple[object, ...]] = [("Action", "Who", "By when"), ("Mend it", "Head of ICT", "4 Dec 2026")]


def contents(document: Document) -> list[int]:
    return [len(document.programme.tables[key].existing) for key in ("risks", "issues", "actions", "people")]


def wizard_of(qtbot: QtBot, frame: Frame, step: Step) -> ImportWizard:
    def there() -> bool:
        page = frame.pages.currentWidget()
        return isinstance(page, ImportWizard) and page.step == step

    qtbot.waitUntil(there, timeout=LONG)
    page = frame.pages.currentWidget()
    assert isinstance(page, ImportWizard)
    return page


def test_a_raid_sheet_comes_in_and_all_of_it_is_undone(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(tmp_path / "RAID.xlsx", {"Risks": RISK_LOG, "Issues": ISSUE_LOG, "Actions": ACTION_LOG})
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)
    document = session_of(window).document
    before = contents(document)
    keys.press(Qt.Key.Key_I, keys.CONTROL)
    wizard = wizard_of(qtbot, frame, Step.SHEETS)
    keys.press(Qt.Key.Key_Return, keys.CONTROL)
    wizard_of(qtbot, frame, Step.HEADINGS)
    keys.press(Qt.Key.Key_Return, keys.CONTROL)
    wizard_of(qtbot, frame, Step.COLUMNS)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=LONG)
    keys.write("risk")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return, keys.CONTROL)
    wizard_of(qtbot, frame, Step.PREVIEW)
    assert wizard.preview is not None
    (problem,) = wizard.preview.plan.problems
    assert problem.sentence().startswith("Risks, row 5, Probability: found “sometimes”; expected a step")
    keys.press(Qt.Key.Key_Return, keys.CONTROL)
    wizard_of(qtbot, frame, Step.DONE)
    assert wizard.done.detail.text() == "4 new, 1 row left out."
    assert [risk.title for risk in document.rows(RISKS)] == ["Payroll is wrong", "Ledger is late"]
    keys.press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Undo the import"
    keys.press(Qt.Key.Key_Space)
    assert contents(document) == before
    wait_saved(qtbot, window)
    again = Document.open(document.path)
    assert contents(again) == before
    again.close()
