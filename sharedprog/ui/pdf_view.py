"""A PDF in the window: its pages, which of them is shown, and how large."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from sharedprog.ui import fonts
from sharedprog.ui.bridge import Bridge
from sharedprog.ui.buttons import button, icon_button
from sharedprog.ui.labels import Label
from sharedprog.ui.pdf_area import PdfArea
from sharedprog.ui.pdf_thread import PdfThread, Rendered, Wish

ZOOM_STEP = 1.25


class PdfView(QFrame):
    """Shows the bytes of a PDF. `ready` carries how many pages there are, or `failed` is sent.

    Call `close_pdf` before the application ends; it waits for the thread that makes the pictures.
    """

    ready = Signal(int)
    failed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._threads: list[PdfThread] = []
        self._shown = object()
        self._is_open = False
        self._first = 0
        self._count = 0
        self.area = PdfArea()
        self.area.wanted.connect(self._want)
        self.area.moved.connect(self._moved)
        self.area.zoomed.connect(self._zoomed)
        self._where = Label(role="secondary")
        self._how_large = Label(role="secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.area, 1)
        layout.addLayout(self._tools())
        self.setFocusProxy(self.area)
        for keys, act in (
            ("Ctrl++", self.zoom_in),
            ("Ctrl+=", self.zoom_in),
            ("Ctrl+-", self.zoom_out),
            ("Ctrl+0", self.fit_width),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.destroyed.connect(partial(_stop, self._threads))
        self._moved(-1)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        side, air = fonts.scaled(16), fonts.scaled(4)
        row.setContentsMargins(side, air, side, air)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(icon_button("zoom-out", "Smaller (Ctrl+-)", self.zoom_out))
        row.addWidget(self._how_large)
        row.addWidget(icon_button("zoom-in", "Larger (Ctrl++)", self.zoom_in))
        row.addWidget(button("Fit width", self.fit_width, "link"))
        return row

    def show_pdf(self, data: bytes, *, keep_page: bool = False) -> None:
        """Show another PDF from its first page, or from the page that is shown now.

        The one before stays on the screen until this one is open.
        """
        self._stop_threads()
        self._shown = object()
        self._is_open = False
        self._first = self.area.page() if keep_page else 0
        thread = PdfThread(
            data,
            self._bridge,
            self._news_for(self._shown, self._opened),
            self._news_for(self._shown, self._rendered),
            self._news_for(self._shown, self._not_readable),
        )
        self._threads.append(thread)

    def close_pdf(self) -> None:
        """Show nothing, and leave no thread behind."""
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        self._shown = object()
        self._empty()

    def where(self) -> str:
        """`Page 3 of 28`, as it is shown."""
        return self._where.text()

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, into view."""
        self.area.go_to(page - 1)

    def zoom_in(self) -> None:
        """A step larger."""
        self.area.set_zoom(self.area.zoom() * ZOOM_STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self.area.set_zoom(self.area.zoom() / ZOOM_STEP)

    def fit_width(self) -> None:
        """As wide as there is room for."""
        self.area.set_zoom(None)

    def _news_for(self, shown: object, hear: Callable[..., object]) -> Callable[..., None]:
        """News of one PDF: none of it is heard once another is shown or the view is gone."""

        def heard(*news: object) -> None:
            if isValid(self) and self._shown is shown:
                hear(*news)

        return heard

    def _stop_threads(self) -> None:
        _stop(self._threads)
        self._threads.clear()

    def _opened(self, sizes: Sequence[tuple[float, float]]) -> None:
        self._count = len(sizes)
        self._is_open = True
        self.area.set_sizes(sizes)
        self.area.go_to(self._first)
        self.ready.emit(self._count)

    def _rendered(self, rendered: Rendered) -> None:
        self.area.take(rendered)

    def _not_readable(self) -> None:
        self._empty()
        self.failed.emit()

    def _empty(self) -> None:
        self._count = 0
        self._is_open = False
        self.area.set_sizes([])

    def _want(self, wishes: Sequence[Wish]) -> None:
        if self._is_open:
            for thread in self._threads:
                thread.want(wishes)

    def _moved(self, page: int) -> None:
        self._where.setText(f"Page {page + 1} of {self._count}" if page >= 0 else "No pages")

    def _zoomed(self, zoom: float) -> None:
        self._how_large.setText(f"{zoom:.0%}")


def _stop(threads: Sequence[PdfThread], *_: object) -> None:
    for thread in threads:
        thread.stop()
