"""Pages made in the worker and shown in the window: progress while they are made, and saving them as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from sharedprog.domain.packing import MadePack
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted
from sharedprog.ui import choosing, fonts
from sharedprog.ui.background import Task
from sharedprog.ui.desk import Desk
from sharedprog.ui.empty import EmptyPanel
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.pdf_thread import page_size
from sharedprog.ui.pdf_view import PdfView
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.worker import Failure
from sharedprog.usecases.exporting import save_bytes


class PagesPanel(QWidget):
    """``made`` carries the ``MadePack`` that is shown now; ``ended`` is sent when the work is over, done or not."""

    made = Signal(object)
    ended = Signal()
    refused = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, title: str, sentence: str, step: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.content: MadePack | None = None
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self.ended)
        self.empty = EmptyPanel(title, sentence, step)
        self.view = PdfView(desk.bridge)
        self.view.area.setFrameShape(QFrame.Shape.NoFrame)
        self.view.failed.connect(lambda: self.refused.emit("The pages could not be shown. Save them as a PDF instead."))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)

    def make(
        self,
        sentence: str,
        work: Callable[..., MadePack],
        order: object,
        *,
        keep_page: bool = False,
        tells: bool = True,
    ) -> None:
        """Have pages made by a module-level function of an order, which takes ``progress`` too where it tells."""
        task = self._desk.background.run(
            work,
            order,
            done=lambda made: self._arrived(made, keep_page=keep_page),
            failed=self._failed,
            progress=self.progress.heard if tells else None,
        )
        self.progress.watch(sentence, task)

    def save(self, title: str, proposed: Path) -> None:
        """Ask where, and have what is shown written there, however slow the place is."""
        if self.content is None:
            return
        pdf, path = self.content.pdf, choosing.file_to_save(self, title, choosing.PDFS, proposed)
        if path is not None:
            self._desk.aside.run(lambda: save_bytes(path, pdf), lambda _: self._saved(path), self._not_saved)

    def _saved(self, path: Path) -> None:
        if isValid(self):
            self.said.emit(f"Saved “{path.name}”.")

    def _not_saved(self, sentence: str) -> None:
        if isValid(self):
            self.refused.emit(sentence)

    def print_pages(self) -> None:
        """Send what is shown to a printer, or as many of its pages as the person says."""
        if self.content is None:
            return
        from sharedprog.ui import printing

        pdf = self.content.pdf
        try:
            printer = printing.chosen_printer(self, self.content.pages, page_size(pdf))
        except Trouble as trouble:
            self.refused.emit(str(trouble))
            return
        if printer is None:
            return
        work = printing.Printing(pdf, printer, self._desk.bridge)
        task = Task(self._printed, self._failed, self.progress.heard, work.stop)
        work.begin(task)
        self.progress.watch("Printing…", task, outlasts=True)

    def _printed(self, pages: int) -> None:
        self.progress.finish()
        self.said.emit(f"Sent {counted(pages, 'page')} to the printer.")
        self.ended.emit()

    def _arrived(self, made: MadePack, *, keep_page: bool) -> None:
        self.progress.finish()
        self.content = made
        self._stack.setCurrentWidget(self.view)
        self.view.show_pdf(made.pdf, keep_page=keep_page)
        self.made.emit(made)
        self.ended.emit()

    def _failed(self, failure: Failure) -> None:
        self.progress.finish()
        self.ended.emit()
        tell_failure(failure, self.refused.emit)
