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
from sharedprog.ui.frame import Frame
from sharedprog.ui.import_commands import SOURCES
from sharedprog.ui.screens.import_moves import ImportMoves
from sharedprog.ui.screens.import_page import ImportPage
from sharedprog.ui.screens.import_rows import ImportRows
from sharedprog.ui.screens.import_wizard import ImportWizard, Step
from sharedprog.ui.window import Window
from sharedprog.usecases.document import Document
from sharedprog.usecases.exporting import export
from sharedprog.usecases.importing import PLAN_ENDINGS, plan_of
from tests.exchange.gantt_files import gantt_file, gantt_task
from tests.exchange.plans import elements, plan_file, task, waits_for
from tests.exchange.workbooks import workbook
from tests.ui import audit
from tests.ui.work import hold_on
from tests.windows import LONG, buttons_of, press_button, session_of, words_on

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


def begun(qtbot: QtBot, frame: Frame) -> ImportWizard:
    """Wait for the wizard."""
    qtbot.waitUntil(lambda: isinstance(frame.pages.currentWidget(), ImportWizard), timeout=LONG)
    wizard = frame.pages.currentWidget()
    assert isinstance(wizard, ImportWizard)
    return wizard


def planned(qtbot: QtBot, frame: Frame) -> ImportWizard:
    """Go on to the step that says what would change."""
    wizard = begun(qtbot, frame)
    while wizard.step < Step.COLUMNS:
        wizard.forward()
    if wizard.step == Step.COLUMNS:
        wizard.forward()
    qtbot.waitUntil(lambda: wizard.step == Step.PREVIEW and not frame.progress.isVisible(), timeout=LONG)
    return wizard


def preview_of(wizard: ImportWizard) -> ImportPage:
    assert wizard.preview is not None
    return wizard.preview


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
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    assert session_of(window).document.rows(RISKS) == ()
    assert audit.rich(wizard) == []
    assert audit.nameless(wizard) == []
    press_button(wizard, "Import 1 row")
    (risk,) = session_of(window).document.rows(RISKS)
    assert risk.cause == "Pay rules differ"
    assert wizard.step == Step.DONE
    assert wizard.done.summary.text() == "Import 1 risk from RAID.xlsx: done."
    assert audit.nameless(wizard) == []
    press_button(wizard, "Undo the import")
    assert session_of(window).document.rows(RISKS) == ()
    assert frame.toasts.present() == "Undone: Import 1 risk from RAID.xlsx."


def test_bad_rows_are_told_with_the_reason_and_left_out(
    window: Window, frame: Frame, qtbot: QtBot, chosen: Path
) -> None:
    sheet(chosen, GOOD, BAD)
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    first = preview_of(wizard).rows.model().index(0, 3).data()
    assert first.startswith("Left out. Next review: found “soonish”; expected a day")
    press_button(wizard, "Import 1 row")
    assert [risk.title for risk in session_of(window).document.rows(RISKS)] == ["Payroll is wrong"]
    assert wizard.done.detail.text() == "1 new, 1 row left out."
    assert wizard.done.left.said()[0].startswith(
        "Risks, row 3, Staff cannot log in: Left out. Next review: found “soonish”; expected a day"
    )


def test_bad_cells_can_be_left_empty_instead(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    sheet(chosen, GOOD, BAD)
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    choose_way(wizard, 1)
    assert preview_of(wizard).rows.model().index(0, 3).data().startswith("New, with that left empty. Next review")
    press_button(wizard, "Import 2 rows")
    risks = session_of(window).document.rows(RISKS)
    assert [risk.next_review is None for risk in risks] == [False, True]


def test_the_file_can_be_mended_and_read_again(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    sheet(chosen, GOOD, BAD)
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    choose_way(wizard, 2)
    assert preview_of(wizard).rows.model().index(0, 3).data().startswith("Nothing yet. Next review")
    sheet(chosen, GOOD, (*BAD[:2], "4 Dec 2026"))
    press_button(wizard, "Read the file again")
    qtbot.waitUntil(lambda: preview_of(wizard).plan.problems == (), timeout=LONG)
    press_button(wizard, "Import 2 rows")
    assert len(session_of(window).document.rows(RISKS)) == 2


def test_what_was_changed_while_it_was_looked_at_is_looked_at_again(
    window: Window, frame: Frame, qtbot: QtBot, chosen: Path
) -> None:
    workbook(chosen, {"Risks": [("Ref", "Risk"), ("R-001", "Payroll is late"), ("R-002", "Leases end")]})
    document = session_of(window).document
    first, _ = (document.add(RISKS, title=title) for title in ("Payroll is wrong", "Leases"))
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    before = preview_of(wizard)
    assert before.truth() == "2 changed"
    document.edit(RISKS, first, "title", "Payroll is late")
    press_button(wizard, "Import 2 rows")
    assert document.rows(RISKS)[1].title == "Leases"
    assert "is read again" in frame.toasts.present()
    qtbot.waitUntil(lambda: preview_of(wizard) is not before and not frame.progress.isVisible(), timeout=LONG)
    assert preview_of(wizard).truth() == "1 changed · 1 the same"
    press_button(wizard, "Import 1 row")
    assert [row.title for row in document.rows(RISKS)] == ["Payroll is late", "Leases end"]


def choose_way(wizard: ImportWizard, place: int) -> None:
    """Say what is to happen to rows with problems."""
    preview_of(wizard).ways.setCurrentIndex(place)


def test_the_rows_can_be_filtered_by_kind_and_by_words(
    window: Window, frame: Frame, qtbot: QtBot, chosen: Path
) -> None:
    session_of(window).document.add(RISKS, title="Payroll is wrong", ref="R-001")
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Risks"
    for row in (("Ref", *HEADS), ("R-001", *GOOD), (None, *BAD), (None, "Ledger is late", "Old", "")):
        page.append(row)
    book.save(chosen)
    window.imports.import_file()
    preview = preview_of(planned(qtbot, frame))
    kinds = [preview.shown.itemText(place) for place in range(preview.shown.count())]
    assert kinds == ["All rows (3)", "With problems (1)", "New (2)", "Changed (1)"]
    preview.shown.setCurrentIndex(3)
    assert [preview.model.index(row, 3).data() for row in range(preview.model.rowCount())] == [
        "Changed: Cause, Next review"
    ]
    preview.shown.setCurrentIndex(0)
    preview.filter.setText("ledger late")
    assert [preview.model.index(row, 2).data() for row in range(preview.model.rowCount())] == ["Ledger is late"]
    assert preview.problems.said() == []


def test_an_import_can_be_left(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    frame.go("issues")
    sheet(chosen, GOOD)
    window.imports.import_file()
    press_button(begun(qtbot, frame), "Cancel")
    assert frame.pages.key == "issues"
    assert session_of(window).document.rows(RISKS) == ()


def test_a_file_that_is_none_is_told(window: Window, frame: Frame, qtbot: QtBot, chosen: Path) -> None:
    chosen.write_bytes(b"%PDF-1.7 renamed")
    window.imports.import_file()
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
    window.imports.import_file()
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
    window.imports.import_file()
    press_button(planned(qtbot, frame), f"Import {len(preview_of(begun(qtbot, frame)).plan.rows)} rows")
    assert len(session_of(window).document.rows(TASKS)) == 42
    assert begun(qtbot, frame).done.summary.text() == "Import 42 tasks from New_Product.mpp: done."


def test_a_plan_from_ganttproject_is_shown_and_then_imported(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = gantt_file(tmp_path, gantt_task(1, "Prepare", "2026-10-05", 5), gantt_task(2, "Move", "2026-10-12", 2))
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: path)
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    assert preview_of(wizard).plan.moves == ()
    wizard.forward()
    assert [task.title for task in session_of(window).document.rows(TASKS)] == ["Prepare", "Move"]
    assert wizard.done.summary.text() == "Import 2 tasks from Depot.gan: done."


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

    window.imports.import_file()
    wizard = begun(qtbot, frame)
    assert wizard.step == Step.SHEETS
    assert "“things.csv” does not say what its rows are." in " ".join(words_on(wizard))
    assert not buttons_of(wizard)["Next"].isEnabled()
    wizard.sheets.chosen.emit(0, "risks")
    planned(qtbot, frame)
    assert preview_of(wizard).plan.rows[0].register == "risks"
    assert preview_of(wizard).plan.problems == ()


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
    window.imports.import_file()
    wizard = planned(qtbot, frame)
    assert [move.name for move in preview_of(wizard).plan.moves] == ["Move"]
    assert audit.nameless(wizard) == []
    press_button(wizard, "Work the dates out")
    qtbot.waitUntil(lambda: preview_of(wizard).plan.dates == "reschedule", timeout=LONG)
    assert session_of(window).document.rows(TASKS) == ()
    press_button(wizard, f"Import {len(preview_of(wizard).plan.rows)} rows")
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
        window.imports.import_file()
    again = session_of(window).document
    assert again.path == tmp_path / "again.sharedprog"
    assert [risk.title for risk in again.rows(RISKS)] == ["Payroll is wrong"]


def test_what_is_wrong_with_everything_is_told_before_anyone_says_where_it_goes(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = session_of(window).document
    document.add(RISKS, title="Payroll is wrong")
    source = tmp_path / "everything.json"
    export(document, source)
    held = source.read_text(encoding="utf-8").replace('"impact": null', '"impact": "large"')
    source.write_text(held.replace('"likelihood": null', '"likelihood": "often"'), encoding="utf-8")
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_open", lambda *_: source)
    monkeypatch.delattr("sharedprog.ui.choosing.file_to_save")
    window.imports.import_file()
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    told = frame.trouble.accessibleName()
    assert told.startswith("“everything.json” was not imported: risks, entry 1, ")
    assert told.endswith("It has 1 other problem.")


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
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save_as", lambda *_: (tmp_path / name, kind))
    window.exchange.export()
    qtbot.waitUntil(lambda: frame.toasts.present() != "", timeout=LONG)
    assert frame.toasts.present().startswith(f"Wrote “{name}”.")
    content = (tmp_path / name).read_bytes()
    assert content[:2] == b"PK" if name.endswith("xlsx") else b"Payroll is wrong" in content


def test_an_export_that_is_cancelled_leaves_no_file(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    kind = "Everything, as JSON (*.json)"
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save_as", lambda *_: (folder / "all.json", kind))
    with monkeypatch.context() as patched:
        patched.setattr("sharedprog.usecases.exporting.exported", hold_on)
        window.exchange.export()
        qtbot.waitUntil(frame.progress.isVisible, timeout=LONG)
        press_button(frame.progress, "Cancel")
    assert not frame.progress.isVisible()
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save_as", lambda *_: (folder / "again.json", kind))
    window.exchange.export()
    qtbot.waitUntil(lambda: frame.toasts.present() == "Wrote “again.json”.", timeout=LONG)
    assert [path.name for path in folder.iterdir()] == ["again.json"]


def test_an_export_that_cannot_be_written_is_told(
    window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kind = "Everything, as JSON (*.json)"
    monkeypatch.setattr("sharedprog.ui.choosing.file_to_save_as", lambda *_: (tmp_path / "no" / "all.json", kind))
    window.exchange.export()
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    assert "its folder does not exist" in frame.trouble.accessibleName()
    assert not frame.progress.isVisible()


def test_where_no_row_is_wholly_understood_the_rows_are_kept_without_those_cells(qtbot: QtBot, tmp_path: Path) -> None:
    path = sheet(tmp_path / "RAID.xlsx", BAD, ("Payroll is wrong", "Pay rules differ", "tbc"))
    page = ImportPage(plan_of(Programme(), path))
    qtbot.addWidget(page)
    assert page.ways.currentData() == "blank"
    assert (page.decision().words, page.decision().able, page.decision().blank) == ("Import 2 rows", True, True)
    assert page.truth() == "2 new · 2 problems"
    page.ways.setCurrentIndex(page.ways.findData("leave"))
    assert page.truth() == "2 left out · 2 problems"


def test_a_sheet_with_headings_alone_has_nothing_to_import(qtbot: QtBot, tmp_path: Path) -> None:
    page = ImportPage(plan_of(Programme(), sheet(tmp_path / "RAID.xlsx")))
    qtbot.addWidget(page)
    assert page.sentence().startswith("There is nothing to import")
