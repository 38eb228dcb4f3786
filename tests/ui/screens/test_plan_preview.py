"""The plan is drawn on sheets in the background, on the paper that is chosen, then printed or saved."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.tasks import TASKS
from sharedprog.ui import printing
from sharedprog.ui.frame import Frame
from sharedprog.ui.screens.plan import PlanPage
from sharedprog.ui.screens.plan_preview import PlanPreview
from sharedprog.usecases import board_pack
from tests.ui import keys, pages_of_paper
from tests.windows import LONG, buttons_of, press_button, words_on


@pytest.fixture
def preview(frame: Frame, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PlanPreview:
    """The sheets of a plan, asked for from its page."""
    monkeypatch.setattr(board_pack, "print_plan", pages_of_paper.planned)
    frame.session.document.add(TASKS, title="Draft", duration=480)
    plan = frame.go("tasks")
    assert isinstance(plan, PlanPage)
    keys.press(Qt.Key.Key_P, keys.CONTROL | keys.ALT)
    made = frame.pages.currentWidget()
    assert isinstance(made, PlanPreview)
    qtbot.waitUntil(lambda: made.pages.content is not None, timeout=LONG)
    return made


def words_of(pdf: bytes) -> list[str]:
    return [page.extract_text().strip() for page in PdfReader(io.BytesIO(pdf)).pages]


def onto(path: Path, first: int, last: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer that writes a PDF, chosen with a range of pages."""

    def chosen(_parent: QWidget, pages: int, size: tuple[float, float]) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printing.fit_paper(printer, size)
        assert pages == 3
        printer.setFromTo(first, last)
        return printer

    monkeypatch.setattr(printing, "chosen_printer", chosen)


def test_another_paper_is_drawn_anew(preview: PlanPreview, qtbot: QtBot) -> None:
    assert preview.pages.content is not None
    assert words_of(preview.pages.content.pdf)[0] == "plan on A3, page 1"
    with qtbot.waitSignal(preview.pages.made, timeout=LONG):
        preview.paper.setCurrentIndex(preview.paper.findData("A4"))
    assert words_of(preview.pages.content.pdf)[0] == "plan on A4, page 1"
    assert "3 pages" in words_on(preview)
    assert preview.paper.accessibleName() == "Paper"
    press_button(preview, "Back")
    assert isinstance(preview.parent(), QWidget)


def test_a_range_of_pages_is_printed(
    preview: PlanPreview, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onto(tmp_path / "printed.pdf", 2, 3, monkeypatch)
    with qtbot.waitSignal(preview.said, timeout=LONG) as said:
        press_button(preview, "Print…")
    assert said.args == ["Sent 2 pages to the printer."]
    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 2
    assert preview.pages.progress.isHidden()


def test_printing_can_be_stopped(
    preview: PlanPreview, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onto(tmp_path / "printed.pdf", 1, 3, monkeypatch)
    press_button(preview, "Print…")
    with qtbot.waitSignal(preview.pages.ended, timeout=LONG):
        press_button(preview.pages.progress, "Cancel")
    assert preview.pages.progress.isHidden()
    assert buttons_of(preview)["Print…"].isEnabled()


def test_without_a_printer_it_says_what_to_do(
    preview: PlanPreview, frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    press_button(preview, "Print…")
    assert frame.trouble.accessibleName().startswith("This computer knows no printer.")


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(
    preview: PlanPreview, frame: Frame, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    onto(tmp_path / "no such folder" / "printed.pdf", 1, 3, monkeypatch)
    press_button(preview, "Print…")
    qtbot.waitUntil(lambda: frame.trouble.accessibleName().startswith("The printer did not take"), timeout=LONG)
