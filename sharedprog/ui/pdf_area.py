"""The scrolling pages of a PDF: only those on the screen, and their neighbours, are ever drawn."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.pdf_thread import Rendered, Wish
from sharedprog.ui.tokens import current

PIXELS_PER_POINT = 96 / 72
LEAST_ZOOM, MOST_ZOOM = 0.25, 4.0
WIDEST_FIT = 1.5

_MOST_BYTES = 96 * 1024 * 1024


class PdfArea(QAbstractScrollArea):
    """Pages under one another. `wanted` carries `Wish`es; `moved` the page at the top, from 0."""

    wanted = Signal(object)
    moved = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: list[tuple[float, float]] = []
        self._tops: list[int] = []
        self._zoom: float | None = None
        self._pictures: OrderedDict[int, Rendered] = OrderedDict()
        self._page = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Always there, or fitting the width would depend on whether it is.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Pages")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_sizes(self, sizes: Sequence[tuple[float, float]]) -> None:
        """Show pages of these sizes, in points, from the first; none empties the area."""
        self._sizes = list(sizes)
        self._pictures.clear()
        self._page = -1
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._scrolled()
        if not self._sizes:
            self._describe()
            self.moved.emit(-1)

    def take(self, rendered: Rendered) -> None:
        """Keep a picture, and let go of those longest out of sight when they grow too many."""
        page = rendered.wish.page
        self._pictures[page] = rendered
        self._pictures.move_to_end(page)
        spent = sum(each.image.sizeInBytes() for each in self._pictures.values())
        while spent > _MOST_BYTES and len(self._pictures) > len(self._visible()) + 2:
            _, oldest = self._pictures.popitem(last=False)
            spent -= oldest.image.sizeInBytes()
        if page == self._page:
            self._describe()
        self.viewport().update()

    def page(self) -> int:
        """The page at the top of the area, from 0; -1 where there is none."""
        return self._page

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if self._tops:
            page = max(0, min(page, len(self._tops) - 1))
            self.verticalScrollBar().setValue(self._tops[page] - self._gap() // 2)

    def zoom(self) -> float:
        """The zoom of the present page; 1.0 shows a point as 1/72 inch of a screen of 96 dots per inch."""
        return self._zoom_of(max(0, self._page)) if self._sizes else 1.0

    def set_zoom(self, zoom: float | None) -> None:
        """Zoom, keeping the middle of the screen where it is; None fits the width again."""
        bar = self.verticalScrollBar()
        middle = self.viewport().height() / 2
        whole = bar.maximum() + self.viewport().height()
        part = (bar.value() + middle) / max(1, whole)
        self._zoom = None if zoom is None else max(LEAST_ZOOM, min(MOST_ZOOM, zoom))
        self._lay_out()
        bar.setValue(round(part * (bar.maximum() + self.viewport().height()) - middle))
        self.viewport().update()
        self._want()
        self.zoomed.emit(self.zoom())

    def _gap(self) -> int:
        return fonts.scaled(16)

    def _zoom_of(self, page: int) -> float:
        """The zoom the person chose, or the one that makes this page as wide as there is room for."""
        if self._zoom is not None:
            return self._zoom
        room = self.viewport().width() - 2 * self._gap()
        fitting = room / (self._sizes[page][0] * PIXELS_PER_POINT)
        return max(LEAST_ZOOM, min(WIDEST_FIT, fitting))

    def _size(self, page: int) -> QSize:
        scale = self._zoom_of(page) * PIXELS_PER_POINT
        width, height = self._sizes[page]
        return QSize(round(width * scale), round(height * scale))

    def _lay_out(self) -> None:
        sizes = [self._size(page) for page in range(len(self._sizes))]
        top = self._gap()
        self._tops = []
        for size in sizes:
            self._tops.append(top)
            top += size.height() + self._gap()
        widest = max((size.width() for size in sizes), default=0) + 2 * self._gap()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, widest - self.viewport().width()))
        across.setPageStep(self.viewport().width())
        down.setRange(0, max(0, top - self.viewport().height()) if sizes else 0)
        down.setPageStep(self.viewport().height() - self._gap())
        down.setSingleStep(fonts.scaled(40))

    def _visible(self) -> range:
        if not self._tops:
            return range(0)
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first, max(last, first + 1))

    def _place(self, page: int) -> QRect:
        """Where a page is in the viewport."""
        size = self._size(page)
        left = max(self._gap(), (self.viewport().width() - size.width()) // 2)
        corner = QPoint(left - self.horizontalScrollBar().value(), self._tops[page])
        return QRect(corner - QPoint(0, self.verticalScrollBar().value()), size)

    def _scrolled(self) -> None:
        visible = self._visible()
        page = -1
        if visible:
            middle = self.verticalScrollBar().value() + self.viewport().height() // 2
            page = max(0, bisect_right(self._tops, middle) - 1)
        if page != self._page:
            self._page = page
            self._describe()
            self.moved.emit(page)
            self.zoomed.emit(self.zoom())
        self._want()

    def _want(self) -> None:
        """Ask for what is on the screen first, then for the pages after and before it."""
        visible = self._visible()
        near = [*visible, visible.stop, visible.start - 1] if visible else []
        wishes = [Wish(page, self._device_width(page)) for page in near if 0 <= page < len(self._sizes)]
        self.wanted.emit([wish for wish in wishes if not self._has(wish)])

    def _device_width(self, page: int) -> int:
        return max(1, round(self._size(page).width() * self.devicePixelRatioF()))

    def _has(self, wish: Wish) -> bool:
        held = self._pictures.get(wish.page)
        return held is not None and held.wish == wish

    def _describe(self) -> None:
        if self._page < 0:
            self.setAccessibleName("Pages")
            self.setAccessibleDescription("")
            return
        self.setAccessibleName(f"Page {self._page + 1} of {len(self._sizes)}")
        held = self._pictures.get(self._page)
        self.setAccessibleDescription(held.words if held else "")

    def picture(self, page: int) -> QImage | None:
        """The picture of a page, where it has arrived."""
        held = self._pictures.get(page)
        return held.image if held else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages on the screen; white paper until their picture arrives."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = current()
        painter.fillRect(event.rect(), QColor(tokens.canvas))
        for page in self._visible():
            place = self._place(page)
            painter.fillRect(place, QColor("white"))
            if (image := self.picture(page)) is not None:
                painter.drawImage(place, image)
            painter.setPen(QColor(tokens.strong_line))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QColor(tokens.accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width again, staying at the page."""
        page = self._page
        super().resizeEvent(event)
        self._lay_out()
        if self._zoom is None and page > 0:
            self.go_to(page)
        self._scrolled()
        self.zoomed.emit(self.zoom())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * (1.1 if event.angleDelta().y() > 0 else 1 / 1.1))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End, and page by page with the arrows left and right."""
        match event.key():
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case Qt.Key.Key_Left:
                self.go_to(self._page - 1)
            case Qt.Key.Key_Right:
                self.go_to(self._page + 1)
            case _:
                super().keyPressEvent(event)
