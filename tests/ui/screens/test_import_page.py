"""An import is seen before it is done, and what is wrong with it is decided by the person."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.exchange.conversion import installed
from sharedprog.ui.exchange_commands import SOURCES
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.import_moves import ImportMoves
from sharedprog.ui.screens.import_page import ImportPage
from sharedprog.ui.screens.import_rows import ImportRows
from sharedprog.ui.screens.which_register import WhichRegisterDialog
from sharedprog.ui.window import Window
from sharedprog.usecases.document import Document
from sharedprog.usecases.exporting import export
from sharedprog.usecases.importing import PLAN_ENDINGS, plan_of
from tests.exchange.gantt_files import gantt_file, gantt_task
from tests.exchange.plans import elements, plan_file, task, waits_for
from tests.ui import audit
from tests.windows import LONG, answering, press_button, session_of

REAL = Path(__file__).parents[3].parent / "shared" / "data" / "plans" / "New_Product.mpp"
HEADS = ("Risk", "Cause", "Next review")


def sheet(path: Path, *rows: tuple[str, ...], title: str = "Risks") -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in (HEADS, *rows):
        page.append(row)
    book.save(path)
    return path


GOOD = ("Payroll is wrong", "Pay rules differ", "3 Dec 2026")
BAD = ("Staff cannot log in", "Two directories", "soonish")


def planned(qtbot: QtBot, frame: Frame) -> ImportPage:
    """Wait for the page that says what would change."""
    qtbot.waitUntil(lambda: isinstance(frame.pages.currentWidget(), ImportPage), timeout=LONG)
    page = frame.pages.currentWidget()
    assert isinstance(page, ImportPage)
    return page


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the person chooses."""
    path = tmp_path / "RAID.xlsx"
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)
    return path


def test_a_good_sheet_is_shown_and_then_imported_as_one_change(
    window: Window, frame: Frame, qtbot: QtBot, chosen: Path
) -> None:
    sheet(chosen, GOOD)
    window.exchange.import_file()
    page = planned(qtbot, frame)
    assert session_of(window).document.rows(RISKS) == ()
    assert audit.rich(page) == []
    assert audit.nameless(page) == []
    press_button(page, "Import 1 row")
    (risk,) = session_of(window).document.rows(RISKS)
    assert risk.cause == "Pay rules differ"
    assert frame.pages.key == "risks"
    assert frame.toasts.present() == "Import 1 risk from RAID.xlsx: done."
    press_button(frame.toasts, "Undo")
    assert session_of(window).document.rows(RISKS) == ()


def test_bad_rows_are_told_and_left_out(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    sheet(chosen, GOOD, BAD)
    window.exchange.import_file()
    page = planned(qtbot, frame)
    first = page.rows.model().index(0, 3).data()
    assert "Not understood: Next review “soonish”" in first
    press_button(page, "Leave the bad rows out, import 1 row")
    assert [risk.title for risk in session_of(window).document.rows(RISKS)] == ["Payroll is wrong"]


def test_bad_cells_can_be_left_empty_instead(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    sheet(chosen, GOOD, BAD)
    window.exchange.import_file()
    press_button(planned(qtbot, frame), "Keep those rows, with those cells empty")
    risks = session_of(window).document.rows(RISKS)
    assert [risk.next_review is None for risk in risks] == [False, True]


def test_an_import_can_be_left(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    frame.go("issues")
    sheet(chosen, GOOD)
    window.exchange.import_file()
    press_button(planned(qtbot, frame), "Cancel")
    assert frame.pages.key == "issues"
    assert session_of(window).document.rows(RISKS) == ()


def test_a_file_that_is_none_is_told(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    chosen.write_bytes(b"%PDF-1.7 renamed")
    window.exchange.import_file()
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    assert "could not be read" in frame.trouble.accessibleName()
    assert not frame.progress.isVisible()


@pytest.mark.skipif(installed(), reason="the extra msproject is installed, so the file would be read")
def test_a_plan_that_needs_the_extra_is_refused_with_what_to_do(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Depot.mpp"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)
    window.exchange.import_file()
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    said = frame.trouble.accessibleName()
    assert "“Depot.mpp” could not be read: it is a plan in Microsoft Project's own format; open it in Micro" in said
    assert "choose Save As and “XML Format (*.xml)”, and import that." in said
    assert not frame.progress.isVisible()


@pytest.mark.skipif(not REAL.exists() or not installed(), reason="needs a real plan, the extra msproject and Java")
def test_a_real_plan_of_microsoft_project_is_imported_under_its_own_name(
    window: Window, frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: REAL)
    window.exchange.import_file()
    planned(qtbot, frame).decided.emit(False, False)
    assert len(session_of(window).document.rows(TASKS)) == 42
    assert frame.toasts.present() == "Import 42 tasks from New_Product.mpp: done."


def test_a_plan_from_ganttproject_is_shown_and_then_imported(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = gantt_file(tmp_path, gantt_task(1, "Prepare", "2026-10-05", 5), gantt_task(2, "Move", "2026-10-12", 2))
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)
    window.exchange.import_file()
    page = planned(qtbot, frame)
    assert page.plan.moves == ()
    page.decided.emit(False, False)
    assert [task.title for task in session_of(window).document.rows(TASKS)] == ["Prepare", "Move"]
    assert frame.toasts.present() == "Import 2 tasks from Depot.gan: done."


def test_every_kind_of_plan_can_be_chosen() -> None:
    files, plans, _ = SOURCES.split(";;")
    assert all(f"*{ending}" in files for ending in (".xlsx", ".csv", ".json", *PLAN_ENDINGS))
    assert all(f"*{ending}" in plans for ending in PLAN_ENDINGS)


def test_a_sheet_that_does_not_say_what_it_holds_is_asked_about(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "things.csv"
    path.write_text("Title,Thing\nPayroll is wrong,x\n", encoding="utf-8")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)

    def choose(dialog: WhichRegisterDialog) -> None:
        dialog.list.setCurrentIndex(dialog.list.findData("risks"))
        press_button(dialog, "Read it as this list")

    answering(WhichRegisterDialog, choose)
    window.exchange.import_file()
    page = planned(qtbot, frame)
    assert page.plan.rows[0].register == "risks"


def plan_xml(path: Path) -> Path:
    """A plan of two tasks, the second of them stated a week after it could begin."""
    first = {"Start": "2026-10-05T08:00:00", "Finish": "2026-10-09T17:00:00", "Duration": "PT40H0M0S"}
    second = {"Start": "2026-10-19T08:00:00", "Finish": "2026-10-20T17:00:00", "Duration": "PT16H0M0S"}
    project = elements(StartDate="2026-10-05T08:00:00")
    return plan_file(path, task(1, "Prepare", **first), task(2, "Move", waits_for(1), **second), project=project)


def test_the_dates_of_a_plan_are_kept_or_worked_out_as_the_person_chooses(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = plan_xml(tmp_path)
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)
    window.exchange.import_file()
    stated = planned(qtbot, frame)
    assert [move.name for move in stated.plan.moves] == ["Move"]
    assert audit.nameless(stated) == []
    press_button(stated, "Work the dates out")
    qtbot.waitUntil(lambda: planned(qtbot, frame).plan.dates == "reschedule", timeout=LONG)
    page = planned(qtbot, frame)
    assert session_of(window).document.rows(TASKS) == ()
    press_button(page, f"Import {len(page.plan.rows)} rows")
    assert [task.mode for task in session_of(window).document.rows(TASKS)] == ["scheduled", "scheduled"]


def test_the_dates_that_would_move_are_a_sound_model(tmp_path: Path, qtmodeltester: ModelTester) -> None:
    model = ImportMoves(plan_of(Programme(), plan_xml(tmp_path), moving=True))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [model.index(0, column).data() for column in range(6)] == [
        "Move",
        "Mon 19 Oct 2026 08:00",
        "Mon 12 Oct 2026 08:00",
        "Tue 20 Oct 2026 17:00",
        "Tue 13 Oct 2026 17:00",
        "It waits for “Prepare”, which finishes on Fri 9 Oct 2026 17:00.",
    ]


def test_the_rows_are_a_sound_model(tmp_path: Path, qtmodeltester: ModelTester, small: Path) -> None:
    document = Document.open(small)
    plan = plan_of(document.programme, sheet(tmp_path / "RAID.xlsx", GOOD, BAD))
    model = ImportRows(plan)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.rowCount() == 2
    document.close()


def test_everything_goes_into_a_new_programme(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    source = tmp_path / "everything.json"
    export(document, source, journal=True)
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: source)
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save", lambda *_, **__: tmp_path / "again")
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.exchange.import_file()
    again = session_of(window).document
    assert again.path == tmp_path / "again.sharedprog"
    assert [risk.title for risk in again.rows(RISKS)] == ["Payroll is wrong"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("Excel workbook of every register (*.xlsx)", "out.xlsx"),
        ("Everything, as JSON (*.json)", "out.json"),
        ("Everything with its history, as JSON (*.json)", "out.json"),
        ("CSV of risks (*.csv)", "out.csv"),
        ("Excel workbook of risks (*.xlsx)", "out.xlsx"),
        ("The plan, for Microsoft Project (*.xml)", "out.xml"),
    ],
)
def test_the_programme_goes_out_in_each_kind(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong")
    session_of(window).document.add(TASKS, title="Payroll is wrong")
    frame.go("risks")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save_as", lambda *_: (tmp_path / "out", kind))
    window.exchange.export()
    qtbot.waitUntil(lambda: frame.toasts.present() != "", timeout=LONG)
    assert frame.toasts.present().startswith(f"Wrote “{name}”.")
    content = (tmp_path / name).read_bytes()
    assert content[:2] == b"PK" if name.endswith("xlsx") else b"Payroll is wrong" in content
