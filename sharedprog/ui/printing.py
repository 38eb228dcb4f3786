"""Pages of a PDF sent to a printer: which, the system's own dialog says; a thread of their own paints them."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from functools import partial
from threading import Event, Thread

from PySide6.QtCore import QPoint, QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from sharedprog.domain.trouble import Trouble
from sharedprog.ui.background import Task
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.pdf_thread import pictures
from sharedprog.ui.worker import Done, Failure, Progress

FINEST = 300
"""Dots per inch at which pages are made; more takes long and shows nothing more."""
NO_PRINTER = "This computer knows no printer. Save the pages as a PDF, and print that where there is one."
STOPPED = "The printer did not take the pages. See whether it is on, then try again or save the pages as a PDF."
POINTS = 72


def chosen_printer(parent: QWidget, pages: int, size: tuple[float, float]) -> QPrinter | None:
    """The printer that the person chooses, set to paper of this size in points, with a range of pages in it.

    ``None`` where they leave it; raises ``Trouble`` where there is no printer.
    """
    if not QPrinterInfo.availablePrinterNames():
        raise Trouble(NO_PRINTER)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    fit_paper(printer, size)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    choose_pages(printer, pages)
    return printer


def choose_pages(printer: QPrinter, pages: int) -> None:
    """Keep the range that was chosen within so many pages, whichever end came first; none chosen means all.

    Raises ``Trouble`` where none of them is in it; not every system's dialog looks what is typed in it.
    """
    chosen = printer.fromPage(), printer.toPage()
    if printer.printRange() == QPrinter.PrintRange.AllPages or not all(chosen):
        chosen = 1, pages
    first, last = sorted(chosen)
    if first > pages:
        raise Trouble(f"There is no page {first}: choose from 1 to {pages}. Nothing was printed.")
    printer.setFromTo(first, min(last, pages))


def fit_paper(printer: QPrinter, size: tuple[float, float]) -> None:
    """Paper of a size in points, lying as the page does; the page brings its own margins."""
    across = size[0] > size[1]
    printer.setPageSize(QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)


class Printing:
    """Prints in a thread; ``task`` hears how far it is, and that it is done with the number of pages, or has failed."""

    def __init__(self, pdf: bytes, printer: QPrinter, bridge: Bridge) -> None:
        self._pdf, self._printer, self._bridge = pdf, printer, bridge
        self._halted = Event()

    def begin(self, task: Task) -> None:
        """Start, once."""
        Thread(target=self._work, args=(task,), name="printing", daemon=True).start()

    def stop(self, _task: Task) -> None:
        """Print no further page."""
        self._halted.set()

    def _work(self, task: Task) -> None:
        try:
            outcome: Done | Failure = Done(self._print(task))
        except Exception as error:  # noqa: BLE001 - handed on to the window's thread, which tells or raises it
            outcome = Failure(error, traceback.format_exc())
        self._bridge.post(partial(task.deliver, outcome))

    def _print(self, task: Task) -> int:
        """Page by page; raises ``Trouble`` where the printer takes none."""
        first, last = max(self._printer.fromPage(), 1), self._printer.toPage()
        pages: Sequence[int] = range(first - 1, last)
        resolution = min(self._printer.resolution(), FINEST)
        painter = QPainter()
        if not painter.begin(self._printer):
            raise Trouble(STOPPED)
        try:
            for number, image in enumerate(pictures(self._pdf, pages, resolution / POINTS)):
                if self._halted.is_set():
                    self._printer.abort()
                    break
                if number and not self._printer.newPage():
                    raise Trouble(STOPPED)
                painter.drawImage(_place(image, painter.viewport()), image)
                said = Progress((number + 1) / len(pages), f"Page {first + number} of {last}")
                self._bridge.post(partial(task.deliver, said))
        finally:
            painter.end()
        return len(pages)


def _place(image: QImage, paper: QRect) -> QRect:
    """As large as fits on the paper, in its middle."""
    size = image.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    corner = QPoint((paper.width() - size.width()) // 2, (paper.height() - size.height()) // 2)
    return QRect(corner, size)
