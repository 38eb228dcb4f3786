"""The steps of an import: what is offered in each, what is said to be odd, and what is remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.import_columns import ColumnLines
from sharedprog.ui.screens.import_headings import TopRows
from sharedprog.ui.screens.import_sheets import SheetLines
from sharedprog.ui.screens.import_wizard import ImportWizard, Step
from sharedprog.ui.window import Window
from sharedprog.usecases.importing_looking import look
from sharedprog.usecases.importing_saying import SheetSaid, first_said
from tests.exchange.workbooks import workbook
from tests.ui import audit, keys
from tests.windows import LONG, buttons_of, press_button, session_of, words_on

RISK_LOG: list[tuple[object, ...]] = [
    ("Partnership risk log", None, None),
    ("Risk", "What we do", "Hat"),
    ("Payroll is wrong", "Run both", "x"),
    ("Ledger is late", "Start early", "y"),
]
ISSUE_LOG: list[tuple[object, ...]] = [("Issue", "Owner"), ("Printer is broken", "Head of ICT")]


@pytest.fixture
def raid(tmp_path: Path) -> Path:
    sheets: dict[str, list[tuple[object, ...]]] = {
        "Risks": RISK_LOG,
        "Issues": ISSUE_LOG,
        "Pivot": [("Quarter", "Total"), ("Q1", 3)],
    }
    return workbook(tmp_path / "RAID.xlsx", sheets)


def begin(window: Window, frame: Frame, qtbot: QtBot, path: Path) -> ImportWizard:
    """Take a file, and wait for its wizard."""
    window.imports.take(path)
    qtbot.waitUntil(
        lambda: isinstance(frame.pages.currentWidget(), ImportWizard) and not frame.progress.isVisible(), timeout=LONG
    )
    wizard = frame.pages.currentWidget()
    assert isinstance(wizard, ImportWizard)
    assert wizard.path == path
    return wizard


def wait_for(qtbot: QtBot, wizard: ImportWizard, step: Step) -> None:
    qtbot.waitUntil(lambda: wizard.step == step, timeout=LONG)


def said(wizard: ImportWizard) -> str:
    return " ".join(words_on(wizard))


def column(wizard: ImportWizard, line: int) -> tuple[str, ...]:
    model = wizard.columns.lines
    return tuple(str(model.index(line, place).data()) for place in range(model.columnCount()))


def test_each_sheet_comes_in_as_what_it_seems_to_be_or_as_is_said(
    window: Window, frame: Frame, qtbot: QtBot, raid: Path
) -> None:
    wizard = begin(window, frame, qtbot, raid)
    lines = wizard.sheets.lines
    assert [[lines.index(row, cell).data() for cell in range(3)] for row in range(3)] == [
        ["Risks", "4 rows, 3 columns", "Risks"],
        ["Issues", "2 rows, 2 columns", "Issues"],
        ["Pivot", "2 rows, 2 columns", "Leave it out"],
    ]
    assert "2 of 3 sheets come in." in said(wizard)
    lines.setData(lines.index(0, 2), "")
    assert "1 of 3 sheets come in." in said(wizard)
    lines.setData(lines.index(0, 2), "risks")
    wizard.forward()
    assert [wizard.sheet.itemText(place) for place in range(wizard.sheet.count())] == [
        "Risks, read as Risks",
        "Issues, read as Issues",
    ]
    wizard.forward()
    wizard.forward()
    wait_for(qtbot, wizard, Step.PREVIEW)
    assert wizard.preview is not None
    assert wizard.preview.plan.problems == ()
    press_button(wizard, "Import 3 rows")
    document = session_of(window).document
    assert [risk.title for risk in document.rows(RISKS)] == ["Payroll is wrong", "Ledger is late"]
    assert [issue.title for issue in document.rows(ISSUES)] == ["Printer is broken"]
    assert audit.rich(wizard) == []
    assert audit.nameless(wizard) == []


def test_the_row_of_the_headings_can_be_chosen_and_what_is_odd_is_said(
    window: Window, frame: Frame, qtbot: QtBot, raid: Path
) -> None:
    wizard = begin(window, frame, qtbot, raid)
    wizard.forward()
    assert wizard.step == Step.HEADINGS
    rows = wizard.headings.table
    assert rows.model().index(rows.currentIndex().row(), 1).data() == "Risk"
    rows.selectRow(2)
    assert wizard.answers[0].headings == 3
    assert "Row 2 holds words too." in said(wizard)
    wizard.headings.none.setChecked(True)
    assert wizard.answers[0].headings == 0
    assert "read without headings" in said(wizard)
    wizard.forward()
    assert column(wizard, 0)[:3] == ("A", "Column A", "Partnership risk log · Risk · Payroll is wrong")
    assert "No column goes to “Risk”" in said(wizard)
    assert not buttons_of(wizard)["Next"].isEnabled()
    wizard.back()
    wizard.headings.none.setChecked(False)
    assert wizard.answers[0].headings == 3


def test_a_column_goes_where_it_is_said_and_that_is_remembered_by_its_heading(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": RISK_LOG})
    wizard = begin(window, frame, qtbot, path)
    assert wizard.step == Step.COLUMNS, "one sheet that is known needs no questions about it"
    assert column(wizard, 2) == ("C", "Hat", "x · y", "Leave it out")
    assert "1 of 3 columns go to a field; left out: “What we do”, “Hat”." in said(wizard)
    lines = wizard.columns.lines
    lines.setData(lines.index(1, 3), "response_text")
    assert column(wizard, 1)[3] == RISKS.fields["response_text"].label
    wizard.forward()
    wait_for(qtbot, wizard, Step.PREVIEW)
    press_button(wizard, "Import 2 rows")
    assert [risk.response_text for risk in session_of(window).document.rows(RISKS)] == ["Run both", "Start early"]
    again = begin(window, frame, qtbot, workbook(tmp_path / "b.xlsx", {"Risks": RISK_LOG}))
    assert column(again, 1)[3] == RISKS.fields["response_text"].label
    assert window.desk.preferences.settings.headings == {"risks": {"what we do": "response_text"}}


def test_a_field_goes_to_one_column_and_is_taken_from_the_other(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = begin(window, frame, qtbot, workbook(tmp_path / "a.xlsx", {"Risks": RISK_LOG}))
    lines = wizard.columns.lines
    lines.setData(lines.index(2, 3), "title")
    assert (column(wizard, 0)[3], column(wizard, 2)[3]) == ("Leave it out", "Risk")


def test_reading_can_be_cancelled_and_begun_again(window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = begin(window, frame, qtbot, workbook(tmp_path / "a.xlsx", {"Risks": RISK_LOG}))
    wizard.forward()
    frame.progress.cancel()
    assert wizard.step == Step.COLUMNS
    wizard.forward()
    wait_for(qtbot, wizard, Step.PREVIEW)
    wizard.back()
    assert wizard.step == Step.COLUMNS


def test_what_was_done_is_not_offered_to_be_undone_once_something_else_was_changed(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = begin(window, frame, qtbot, workbook(tmp_path / "a.xlsx", {"Risks": RISK_LOG}))
    wizard.forward()
    wait_for(qtbot, wizard, Step.PREVIEW)
    press_button(wizard, "Import 2 rows")
    assert buttons_of(wizard)["Undo the import"].isEnabled()
    session_of(window).document.add(ISSUES, title="Something else")
    assert not buttons_of(wizard)["Undo the import"].isEnabled()
    press_button(wizard, "Show what came in")
    assert frame.pages.key == "risks"


def test_the_same_file_again_changes_nothing_and_says_so(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [("Risk", "Cause"), ("Late", "Old")]})
    first = begin(window, frame, qtbot, path)
    first.forward()
    wait_for(qtbot, first, Step.PREVIEW)
    press_button(first, "Import 1 row")
    first.leave()
    again = begin(window, frame, qtbot, path)
    again.forward()
    wait_for(qtbot, again, Step.PREVIEW)
    assert not buttons_of(again)["Import no rows"].isEnabled()


def test_a_wide_sheet_is_gone_through_at_once(window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    heads = ("Risk", *(f"Answer {number}" for number in range(199)))
    path = workbook(tmp_path / "wide.xlsx", {"Risks": [heads, *(("x",) * 200 for _ in range(80))]})
    wizard = begin(window, frame, qtbot, path)
    assert wizard.columns.lines.rowCount() == 200
    assert "1 of 200 columns go to a field; 199 are left out." in said(wizard)
    wizard.back()
    assert "There are 200 columns; only those that go to a field come in." in said(wizard)


def test_a_list_opens_with_enter_and_is_taken_with_enter(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = begin(window, frame, qtbot, workbook(tmp_path / "a.xlsx", {"Risks": RISK_LOG}))
    assert QApplication.focusWidget() is wizard.columns.table
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None, timeout=LONG)
    keys.write("cau")
    keys.press(Qt.Key.Key_Return)
    assert column(wizard, 2)[3] == "Cause"
    assert QApplication.focusWidget() is wizard.columns.table


def test_the_lines_are_sound_models(raid: Path, qtmodeltester: ModelTester) -> None:
    found = look(raid)
    risks = first_said(found[0], {})
    for model in (SheetLines([risks, SheetSaid(found[2])]), ColumnLines(risks.lines()), TopRows(found[0])):
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
        assert model.rowCount() > 1
