"""The driving path of a task, drawn: what sets its dates to its left, what it sets to its right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QPen, QPolygonF, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QScrollArea, QVBoxLayout, QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.plan.because import because
from sharedprog.domain.plan.driving import Arrow, Box, Driving, driving
from sharedprog.domain.plan.driving_layout import WIDTH
from sharedprog.domain.plan.why import why
from sharedprog.domain.words import day_words
from sharedprog.ui import fonts
from sharedprog.ui.gantt.palette import palette
from sharedprog.ui.labels import Label
from sharedprog.ui.phrase_label import PhraseLabel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session

UNIT = 46.0
"""Height of a box, before scaling."""
MARGIN = 24.0
HEAD = 5.0
"""Length of the head of an arrow, before scaling."""
TITLE = "Driving path"


class BoxButton(QAbstractButton):
    """A task of the network: Tab and the arrow keys go from one to another, Space or a click shows its own path."""

    def __init__(self, box: Box, *, chosen: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.box, self.chosen = box, chosen
        span = f"{_day(box)}"
        self.setText(f"{box.wbs} {box.name}")
        critical = ", critical" if box.critical else ""
        self.setAccessibleName(f"{box.wbs} {box.name}, {span}{critical}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and dates; critical ones have a double edge, the one that was asked for a ground of its own."""
        colours = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        edge = colours.critical if self.box.critical else colours.strong
        painter.setPen(QPen(colours.accent if self.hasFocus() else edge, 2.5 if self.hasFocus() else 1.2))
        painter.setBrush(colours.tint if self.chosen else colours.surface)
        painter.drawRoundedRect(area, 4, 4)
        if self.box.critical:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.critical, 1.0))
            painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 2, 2)
        inside = self.rect().adjusted(fonts.scaled(9), fonts.scaled(4), -fonts.scaled(9), -fonts.scaled(4))
        half = inside.height() // 2
        upper = QRect(inside.left(), inside.top(), inside.width(), half)
        lower = QRect(inside.left(), inside.top() + half, inside.width(), half)
        metrics = painter.fontMetrics()
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(colours.ink)
        painter.drawText(upper, left, metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width()))
        painter.setPen(colours.muted)
        painter.drawText(lower, left, metrics.elidedText(_day(self.box), Qt.TextElideMode.ElideRight, inside.width()))


class NetworkView(QWidget):
    """The boxes and the arrows between them; ``asked`` carries the id of a task that was pressed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network: Driving | None = None
        self.boxes: dict[str, BoxButton] = {}
        self.setAccessibleName(TITLE)

    def show_network(self, network: Driving) -> None:
        """Draw another network."""
        for old in self.boxes.values():
            old.hide()
            old.deleteLater()
        self.network, self.boxes = network, {}
        unit, margin = self._unit(), fonts.scaled(MARGIN)
        for box in sorted(network.boxes, key=lambda each: (each.layer, each.row)):
            made = BoxButton(box, chosen=box.task_id == network.task_id, parent=self)
            made.setGeometry(
                round(margin + box.x * unit), round(margin + box.y * unit), round(WIDTH * unit), round(unit)
            )
            made.clicked.connect(lambda _checked=False, task_id=box.task_id: self.asked.emit(task_id))
            made.show()
            self.boxes[box.task_id] = made
        self.setFixedSize(round(2 * margin + network.width * unit), round(2 * margin + network.height * unit))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The arrows, below the boxes; critical ones last, so that none is hidden by another."""
        if self.network is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        critical = {box.task_id for box in self.network.boxes if box.critical}
        arrows = [(arrow.first in critical and arrow.second in critical, arrow) for arrow in self.network.arrows]
        for is_critical, arrow in sorted(arrows, key=lambda each: each[0]):
            self._draw(painter, arrow, critical=is_critical)

    def _draw(self, painter: QPainter, arrow: Arrow, *, critical: bool) -> None:
        colours, unit, margin = palette(), self._unit(), fonts.scaled(MARGIN)
        colour = colours.critical if critical else colours.tail
        points = [QPointF(margin + x * unit, margin + y * unit) for x, y in arrow.points]
        painter.setPen(QPen(colour, 1.6 if critical else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        tip, head = points[-1], fonts.scaled(HEAD)
        way = 1 if points[-2].x() < tip.x() else -1
        painter.setBrush(colour)
        back = tip.x() - way * head
        painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - head * 0.6), QPointF(back, tip.y() + head * 0.6)]))
        if arrow.words:
            painter.setPen(colours.ink)
            room = fonts.scaled(4)
            above = tip.y() - room - painter.fontMetrics().descent() / 2
            painter.drawText(QPointF(min(points[-2].x(), tip.x()) + room, above), arrow.words)

    def _unit(self) -> float:
        return float(fonts.scaled(UNIT))


class DrivingPanel(QWidget):
    """The network of a task, with what sets its dates in words above it."""

    def __init__(self, session: Session, task_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.task_id = session, task_id
        self.title, self.words = Label("", "card-title", wrap=True), PhraseLabel()
        self.more = Label("", "secondary", wrap=True)
        self.view = NetworkView()
        self.area = QScrollArea()
        self.area.setWidget(self.view)
        self.area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(8))
        for widget in (self.title, self.words, self.more):
            column.addWidget(widget)
        column.addWidget(self.area, 1)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._bring_into_sight)
        self.view.asked.connect(self.show_task)
        session.changed.connect(self._follow)
        self.show_task(task_id)

    def show_task(self, task_id: str) -> None:
        """Show the path of another task."""
        view = self.session.view
        row = view.outline.get(task_id)
        if row is None:
            return
        self.task_id = task_id
        programme, schedule = view.programme, view.schedule
        found = driving(programme, schedule, task_id)
        self.title.setText(f"{row.wbs} {row.task.title}")
        self.words.say(why(programme, schedule, task_id), because(programme, schedule, task_id))
        self.more.setText(_more(found))
        self.more.setVisible(bool(self.more.text()))
        self.view.show_network(found)
        self.view.boxes[task_id].setFocus()
        self._settle.start()

    def _follow(self, _change_set: ChangeSet) -> None:
        self.show_task(self.task_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Once its size is known, the task that was asked for is brought into sight."""
        super().showEvent(event)
        self._settle.start()

    def _bring_into_sight(self) -> None:
        """The task stands in the middle where there is room on both sides of it."""
        chosen = self.view.boxes.get(self.task_id)
        if chosen is not None:
            spare = (self.area.viewport().width() - chosen.width()) // 2
            self.area.ensureWidgetVisible(chosen, max(0, spare), fonts.scaled(MARGIN))


class DrivingDialog(QDialog):
    """The driving path in a window of its own."""

    def __init__(self, session: Session, task_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.resize(fonts.scaled(1040), fonts.scaled(520))
        self.panel = DrivingPanel(session, task_id, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)


def driving_action(page: TablePage) -> QAction:
    """Shows the driving path of the selected task of a page."""
    action = QAction(TITLE, page)
    action.setShortcut(QKeySequence("Ctrl+Shift+D"))
    action.setShortcutVisibleInContextMenu(True)

    def show() -> None:
        page.commit()
        task_id = page.table.present_id()
        if task_id is None:
            page.refused.emit("No task is selected. Select one, then try again.")
            return
        dialog = DrivingDialog(page.session, task_id, page)
        dialog.exec()
        dialog.deleteLater()

    action.triggered.connect(lambda _checked=False: show())
    return action


def _day(box: Box) -> str:
    if box.start is None or box.finish is None:
        return "no dates"
    return day_words(box.start) if box.start == box.finish else f"{day_words(box.start)} – {day_words(box.finish)}"


def _more(found: Driving) -> str:
    """What the picture leaves out, or that nothing is linked without room."""
    if found.more_before and found.more_after:
        return "Tasks further off, before and after, are not shown."
    if found.more_before or found.more_after:
        return f"Tasks further {'before' if found.more_before else 'after'} are not shown."
    return "" if found.arrows else "No link sets its dates, and it sets those of no other task."
