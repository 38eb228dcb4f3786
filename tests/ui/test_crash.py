"""A fault of our own is reported without a word of the person's, and the program goes on."""

import sys
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qWarning
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.background import Background
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.crash import KEPT, ROOT, CrashReports, report_of
from sharedprog.ui.failures import InTheWorker, tell_failure
from sharedprog.ui.worker import Failure, WorkStopped
from tests.ui import audit, work
from tests.windows import LONG, press_button

TYPED = "Mott & Sons owe us £5m"


@pytest.fixture
def reports(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashReports]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = CrashReports(window, tmp_path / "crash")
    yield made
    made.stop()
    if made.dialog is not None:
        made.dialog.close()


def fail(text: str) -> None:
    raise KeyError(text)


def caught(text: str) -> KeyError:
    try:
        fail(text)
    except KeyError as error:
        return error
    raise AssertionError


def test_a_fault_is_shown_kept_and_can_be_copied(
    reports: CrashReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyError, caught(TYPED), None)
    assert reports.dialog is not None
    assert reports.dialog.isVisible()
    (path,) = (tmp_path / "crash").glob("*.txt")
    kept = path.read_text(encoding="utf-8")
    assert "KeyError" in kept
    assert "test_crash.py, line" in kept.replace('"', "")
    assert TYPED not in kept
    assert TYPED not in reports.dialog.detail.toPlainText()
    press_button(reports.dialog, "Copy the detail")
    assert QApplication.clipboard().text() == kept
    assert audit.rich(reports.dialog) == []
    assert audit.nameless(reports.dialog) == []
    press_button(reports.dialog, "Go on working")
    assert not reports.dialog.isVisible()
    said = capsys.readouterr().err
    assert said.startswith(kept)
    assert TYPED not in said


class Terminal(StringIO):
    """A terminal that someone sits at."""

    def isatty(self) -> bool:
        return True


def test_the_whole_of_it_is_said_to_who_sits_at_a_terminal(
    reports: CrashReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    sys.excepthook(KeyError, caught(TYPED), None)
    assert TYPED in terminal.getvalue()


def test_a_fault_is_shown_where_there_is_nothing_to_say_it_on(
    reports: CrashReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    qWarning("Qt finds something odd")
    sys.excepthook(KeyError, caught(TYPED), None)
    assert reports.dialog is not None
    assert reports.dialog.isVisible()


def test_a_fault_that_repeats_itself_is_shown_once_and_few_reports_are_kept(
    reports: CrashReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyError, caught(TYPED), None)
    first = reports.dialog
    for _ in range(KEPT + 5):
        sys.excepthook(KeyError, caught(TYPED), None)
    assert reports.dialog is first
    assert len(list((tmp_path / "crash").glob("*.txt"))) == KEPT


def test_a_fault_in_a_thread_is_reported_too(
    reports: CrashReports, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=fail, args=(TYPED,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reports.dialog is not None)


@pytest.mark.qt_no_exception_capture
def test_what_qt_calls_critical_is_reported(
    reports: CrashReports, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    qCritical(TYPED)
    qtbot.waitUntil(lambda: reports.dialog is not None)
    assert reports.dialog is not None
    assert TYPED not in reports.dialog.detail.toPlainText()


def test_it_goes_on_where_the_report_cannot_be_written(
    reports: CrashReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "crash").write_text("in the way")
    sys.excepthook(KeyError, caught(TYPED), None)
    assert reports.dialog is not None
    assert reports.dialog.isVisible()


def twice() -> None:
    try:
        fail(TYPED)
    except KeyError as error:
        raise RuntimeError(TYPED) from error


def test_a_report_names_what_caused_what_and_where_in_the_worker() -> None:
    with pytest.raises(RuntimeError) as raised:
        twice()
    cause = raised.value.__cause__
    assert cause is not None
    place = f'  File "{ROOT}/sharedprog/reports/pack.py", line 3, in make'
    cause.__cause__ = InTheWorker(f"Traceback (most recent call last):\n{place}\nKeyError: {TYPED}")
    report = report_of(raised.value)
    assert report.index("RuntimeError") < report.index("KeyError") < report.index("In the worker process")
    assert "  sharedprog/reports/pack.py, line 3, in make" in report
    assert TYPED not in report


def test_reports_name_no_folder_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of(caught(TYPED))
    assert str(Path(__file__).parent) not in report


def planted(folder: Path) -> BaseException:
    """A fault in code that lies in a folder of the person's, on a row of theirs, told with a path of theirs."""
    row = RISKS.row(id="1" * 32, ref="R-1", title=TYPED, cause=f'{TYPED}\n  File "{TYPED}.py", line 1, in {TYPED}')
    code = compile("def broken(row):\n    raise ValueError(row.cause, row)\n", str(folder / f"{TYPED}.py"), "exec")
    found: dict[str, Callable[[object], None]] = {}
    exec(code, found)  # noqa: S102 - how else could code have a file of that name?
    try:
        try:
            (folder / f"{TYPED}.sharedprog").read_bytes()
        except FileNotFoundError as gone:
            gone.add_note(TYPED)
            found["broken"](row)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_holds_nothing_of_a_message_a_row_or_a_path(
    reports: CrashReports, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / TYPED / "Documents"
    error = planted(folder)
    sys.excepthook(type(error), error, error.__traceback__)
    assert reports.dialog is not None
    press_button(reports.dialog, "Copy the detail")
    for told in (reports.dialog.detail.toPlainText(), QApplication.clipboard().text()):
        assert "FileNotFoundError" in told
        assert "elsewhere, line 2, in broken" in told
        for private in ("Mott", "Sons", "£5m", str(tmp_path), str(Path.home()), "Documents", "R-1"):
            assert private not in told
    assert "Mott" not in capsys.readouterr().err


def test_a_fault_in_the_worker_is_reported_without_what_it_worked_on(
    qtbot: QtBot, bridge: Bridge, background: Background
) -> None:
    failed: list[Failure] = []
    background.run(work.fail, f'{TYPED}\n  File "{TYPED}", line 1, in Mott', done=print, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed), timeout=LONG)
    with pytest.raises(ValueError, match="Mott") as raised:
        tell_failure(failed[0], print)
    report = report_of(raised.value)
    assert "tests/ui/work.py, line" in report
    assert "Mott" not in report


def test_known_trouble_of_the_worker_is_told_and_a_fault_is_raised() -> None:
    told: list[str] = []
    tell_failure(Failure(WorkStopped("It stopped."), ""), told.append)
    assert told == ["It stopped."]
    with pytest.raises(KeyError) as raised:
        tell_failure(Failure(KeyError("x"), "where it was"), told.append)
    assert str(raised.value.__cause__) == "where it was"
