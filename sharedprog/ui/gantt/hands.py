"""The pointer on the chart: bars are moved, stretched, filled and linked; each drag is one change, Escape none."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sharedprog.domain.changes import Stale
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import day_words
from sharedprog.ui import fonts
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.gantt.dragging import BODY, DONE, END, LINK, MOVE, PROGRESS, STRETCH, Drag, part_at
from sharedprog.ui.gantt.palette import palette
from sharedprog.usecases import planning, replanning

CURSORS = {
    BODY: Qt.CursorShape.OpenHandCursor,
    END: Qt.CursorShape.SizeHorCursor,
    DONE: Qt.CursorShape.SplitHCursor,
}
NEAR_EDGE = 24.0
"""Pixels from an edge in which a drag scrolls the chart."""


class Hands(QObject):
    """Listens to the chart's pointer. ``refused`` carries a sentence about trouble, ``said`` what came of it."""

    refused = Signal(str)
    said = Signal(str)
    pressed = Signal(str)
    opened = Signal(str)
    """The bar, or the row, of a task was pressed; or pressed twice."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.chart = chart
        self.drag: Drag | None = None
        self._overlay = _Overlay(self)
        chart.pressed_at.connect(self._press)
        chart.moved_to.connect(self._move)
        chart.released_at.connect(self._release)
        chart.opened_at.connect(self._open)
        chart.escaped.connect(self.leave_off)
        chart.resized.connect(lambda: self._overlay.setGeometry(chart.viewport().rect()))

    def _move(self, place: QPointF) -> None:
        if self.drag is None:
            self._point(place)
        else:
            self._follow(place)

    def _release(self, place: QPointF) -> None:
        if self.drag is not None:
            self._follow(place)
            self._drop()

    def _point(self, place: QPointF) -> None:
        """Show what can be taken here."""
        row = self.chart.row_at(place.y())
        part = None if row is None else part_at(self.chart.plot(), row, place)
        self.chart.viewport().setCursor(CURSORS[part] if part is not None else Qt.CursorShape.ArrowCursor)

    def _open(self, place: QPointF) -> None:
        row = self.chart.row_at(place.y())
        if row is not None:
            self.leave_off()
            self.opened.emit(row.task_id)

    def _press(self, place: QPointF) -> None:
        row = self.chart.row_at(place.y())
        if row is None:
            return
        self.pressed.emit(row.task_id)
        part = part_at(self.chart.plot(), row, place)
        if part is None:
            return
        self.drag = Drag(row, part, place, self.chart.sight.calendar(row.index), place)
        self.chart.grabKeyboard()

    def _follow(self, place: QPointF) -> None:
        drag = self.drag
        if drag is None:
            return
        self._scroll_at_edges(drag, place)
        plot, row = self.chart.plot(), self.chart.row_at(place.y())
        drag.follow(plot, place, row if row is not None and part_at(plot, row, place) is not None else None)
        if drag.kind:
            self._overlay.show()
            self._overlay.raise_()
            self._overlay.update()

    def _scroll_at_edges(self, drag: Drag, place: QPointF) -> None:
        """A drag that has gone to an edge goes on beyond it; what it began from moves along."""
        size = self.chart.viewport().size()
        bars = (self.chart.horizontalScrollBar(), self.chart.verticalScrollBar())
        before = [bar.value() for bar in bars]
        way = place - drag.begin
        edges = ((place.x(), size.width(), way.x()), (place.y(), size.height(), way.y()))
        for bar, (at, end, gone) in zip(bars, edges, strict=True):
            if drag.kind and at < NEAR_EDGE and gone < -NEAR_EDGE:
                bar.setValue(bar.value() - bar.singleStep())
            elif drag.kind and at > end - NEAR_EDGE and gone > NEAR_EDGE:
                bar.setValue(bar.value() + bar.singleStep())
        across, down = (bar.value() - was for bar, was in zip(bars, before, strict=True))
        drag.begin -= QPointF(across, down)

    def leave_off(self) -> None:
        """Change nothing after all."""
        if self.drag is None:
            return
        self.drag = None
        self.chart.releaseKeyboard()
        self._overlay.hide()
        self.chart.viewport().update()

    def _drop(self) -> None:
        drag = self.drag
        self.leave_off()
        if drag is None or not drag.kind:
            return
        try:
            self._change(drag)
        except (Trouble, Stale) as refusal:
            self.refused.emit(str(refusal))

    def _change(self, drag: Drag) -> None:
        document, task_id = self.chart.session.document, drag.row.task_id
        if drag.kind == MOVE and drag.day is not None:
            replanning.start_on(document, task_id, drag.day)
            start = self.chart.session.view.schedule.dates[task_id].start
            if start is not None and start > drag.day:
                self.said.emit(f"{drag.row.title} waits for other tasks, so it starts on {day_words(start)}.")
        elif drag.kind == STRETCH and drag.day is not None:
            replanning.finish_on(document, task_id, drag.day)
        elif drag.kind == PROGRESS:
            replanning.done_to(document, task_id, drag.percent)
        elif drag.kind == LINK and drag.target is not None:
            planning.link(document, (task_id, drag.target.task_id))


class _Overlay(QWidget):
    """What a drag would do, above the chart."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands.chart.viewport())
        self._hands = hands
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar where it would be, or the line of a link; and the words."""
        drag = self._hands.drag
        if drag is None:
            return
        painter, colours = QPainter(self), palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.accent, 2.0))
        plot = self._hands.chart.plot()
        box = drag.preview(plot)
        if box is not None:
            painter.setBrush(colours.selected)
            painter.drawRoundedRect(box, 2, 2)
        elif drag.kind == LINK:
            painter.drawLine(drag.begin, drag.place)
            if drag.target is not None:
                painter.drawRect(QRectF(1, plot.y(drag.target.index), plot.width - 2, plot.row_height - 1))
        self._say(painter, drag.words, drag.place)

    def _say(self, painter: QPainter, words: str, place: QPointF) -> None:
        """A small label by the pointer, inside the chart."""
        colours, font, pad = palette(), fonts.secondary(), fonts.scaled(6)
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(words) + 2 * pad, metrics.height() + pad
        left = min(max(place.x() + pad, 0.0), max(self.width() - width, 0.0))
        above = place.y() - height - 2 * pad
        box = QRectF(left, above if above > 0 else place.y() + 3 * pad, width, height)
        painter.setPen(QPen(colours.strong, 1.0))
        painter.setBrush(colours.surface)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(colours.ink)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
