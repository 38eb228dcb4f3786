"""The range of pages that is printed, whatever was typed in the system's dialog."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget

from sharedprog.domain.trouble import Trouble
from sharedprog.ui.printing import choose_pages, chosen_printer


@pytest.fixture
def printer(qapp: QApplication) -> QPrinter:
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setPrintRange(QPrinter.PrintRange.PageRange)
    return made


@pytest.mark.parametrize(
    ("typed", "printed"), [((2, 3), (2, 3)), ((3, 2), (2, 3)), ((2, 99), (2, 5)), ((5, 5), (5, 5)), ((0, 0), (1, 5))]
)
def test_a_range_is_kept_within_the_pages(printer: QPrinter, typed: tuple[int, int], printed: tuple[int, int]) -> None:
    printer.setFromTo(*typed)
    choose_pages(printer, 5)
    assert (printer.fromPage(), printer.toPage()) == printed


def test_all_pages_are_all_of_them(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.AllPages)
    choose_pages(printer, 5)
    assert (printer.fromPage(), printer.toPage()) == (1, 5)


def test_a_range_with_no_page_in_it_is_refused(printer: QPrinter) -> None:
    printer.setFromTo(8, 9)
    with pytest.raises(Trouble, match="There is no page 8: choose from 1 to 5"):
        choose_pages(printer, 5)


def test_the_dialog_offers_a_range_within_the_pages_and_all_of_them_at_first(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    offered: list[tuple[int, int, bool]] = []

    def accept(dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        ranges = dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        offered.append((dialog.minPage(), dialog.maxPage(), ranges))
        return QPrintDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["Office"])
    monkeypatch.setattr(QPrintDialog, "exec", accept)
    printer = chosen_printer(QWidget(), 7, (842.0, 595.0))
    assert printer is not None
    assert offered == [(1, 7, True)]
    assert (printer.fromPage(), printer.toPage()) == (1, 7)


def test_where_there_is_no_printer_it_is_said(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(Trouble, match="knows no printer"):
        chosen_printer(QWidget(), 7, (842.0, 595.0))
