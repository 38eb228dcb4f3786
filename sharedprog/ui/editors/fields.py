"""Qt's own fields, taught three manners.

Undo is theirs only while they have something to undo, the wheel changes no value, and heights come
from the font.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QWidget,
)

from sharedprog.ui import fonts
from sharedprog.ui.tokens import current

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


def leaves_to_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether Ctrl+Z or its opposite belongs to the window, as the field has nothing to undo."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return (event.matches(_UNDO) and not can_undo) or (event.matches(_REDO) and not can_redo)


class LineField(QLineEdit):
    """One line of text, and at its right a muted hint of how it is understood while it is typed.

    ``takes_paste`` is asked first when something is pasted: True where it took it, so that the line does not.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.takes_paste: Callable[[], bool] | None = None
        self._hint = ""
        self._leading = 0
        self._trailing = 0

    def add_mark(self, action: QAction, position: QLineEdit.ActionPosition) -> None:
        """Put an icon into the field, which the hint keeps clear of."""
        if position == QLineEdit.ActionPosition.LeadingPosition:
            self._leading += 1
        else:
            self._trailing += 1
        self.addAction(action, position)

    def show_hint(self, hint: str) -> None:
        """Show how the text is understood, where there is room."""
        if hint != self._hint:
            self._hint = hint
            self.update()

    def hint(self) -> str:
        """What is shown at the right."""
        return self._hint

    def write(self, text: str) -> None:
        """Show a text from its beginning, with nothing to undo."""
        self._hint = ""
        self.setText(text)
        self.setCursorPosition(len(text) if self.hasFocus() else 0)

    def event(self, event: QEvent) -> bool:
        """Leave Undo to the window where there is nothing to undo here."""
        if leaves_to_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of a line; what is pasted may belong elsewhere."""
        if self.takes_paste is None or not event.matches(QKeySequence.StandardKey.Paste) or not self.takes_paste():
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text may be dropped here; a file belongs to the window."""
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, then the hint."""
        super().paintEvent(event)
        if not self._hint:
            return
        gap, mark = fonts.scaled(8), fonts.scaled(22)
        text = QFontMetrics(self.font()).horizontalAdvance(self.text() or self.placeholderText())
        room = self.rect().adjusted(text + 2 * gap + self._leading * mark, 0, -gap - self._trailing * mark, 0)
        if QFontMetrics(fonts.secondary()).horizontalAdvance(self._hint) <= room.width():
            painter = QPainter(self)
            painter.setFont(fonts.secondary())
            painter.setPen(current().muted)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._hint)


class ProseField(QPlainTextEdit):
    """Text of any length, as high as what is in it; Tab moves on."""

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = least
        self._most = most
        # A layout in the midst of placing us forgets a change asked for then, so it is asked afterwards.
        self._measured = QTimer(self, singleShot=True, interval=0)
        self._measured.timeout.connect(self.updateGeometry)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(fonts.scaled(3))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._lines = 0
        self._grow()

    def write(self, text: str) -> None:
        """Show a text with nothing to undo, the cursor staying where it can."""
        position = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(self.document().toPlainText())))
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Leave Undo to the window where there is nothing to undo here; measure again in a new font."""
        document = self.document()
        if leaves_to_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return False
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text may be dropped or put here; a file belongs to the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def sizeHint(self) -> QSize:
        """As high as the lines in it, between the least and the most."""
        lines = min(self._most, max(self._least, self._lines))
        self.ensurePolished()
        margins = self.contentsMargins()
        text = lines * QFontMetrics(self.font()).lineSpacing() + 2 * self.document().documentMargin()
        return QSize(fonts.scaled(200), round(text) + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        """The same height: it may be narrow, but not cut."""
        return QSize(fonts.scaled(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self._most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()


class ComboField(QComboBox):
    """A list to choose from, by the beginning of any of its words. The wheel scrolls the page, and changes no value."""

    popup_opening = Signal()
    popup_closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._letters = ""
        self._since = QElapsedTimer()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not ours."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt finds what begins with the letters; where nothing does, a word in the middle of an entry may."""
        if self.isEditable() or not self._takes(event.text()):
            super().keyPressEvent(event)

    def _takes(self, letter: str) -> bool:
        """Choose the entry that has a word which begins with what is being typed; False where that is no use."""
        if not letter.strip() or not letter.isprintable():
            return False
        pause = QApplication.keyboardInputInterval()
        going_on = self._since.isValid() and self._since.elapsed() < pause
        self._letters = self._letters * going_on + letter.casefold()
        self._since.start()
        entries = [self.itemText(place).casefold() for place in range(self.count())]
        if any(entry.startswith(self._letters) for entry in entries):
            return False
        for place, entry in enumerate(entries):
            if any(word.startswith(self._letters) for word in entry.split()):
                self.setCurrentIndex(place)
                return True
        return False

    def showPopup(self) -> None:
        """Tell that the list is about to be seen."""
        self.popup_opening.emit()
        super().showPopup()

    def hidePopup(self) -> None:
        """Tell that the list was closed, by a choice or without one."""
        super().hidePopup()
        self.popup_closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then a chevron in the colours of the moment."""
        super().paintEvent(event)
        draw_chevron(QPainter(self), self.rect())


class NumberField(QSpinBox):
    """A whole number to type, or to change with Up and Down. The wheel scrolls the page instead."""

    def __init__(self, lowest: int, highest: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setFixedWidth(fonts.scaled(96))
        self.lineEdit().setTextMargins(fonts.scaled(6), 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not ours."""
        event.ignore()


class CheckField(QCheckBox):
    """A box whose tick is drawn in the colours of the moment."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the tick."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        corners = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.3)]
        places = [(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in corners]
        _draw_line(QPainter(self), current().on_accent if self.isEnabled() else current().muted, places)


def draw_chevron(painter: QPainter, room: QRect) -> None:
    """The mark of a list to choose from, at the right of its room, in the colours of the moment."""
    scale = fonts.text_scale()
    across, down = room.right() + 1 - 14 * scale, room.top() + room.height() / 2
    corners = [(-3.5, -1.75), (0.0, 1.75), (3.5, -1.75)]
    _draw_line(painter, current().muted, [(across + x * scale, down + y * scale) for x, y in corners])


def _draw_line(painter: QPainter, colour: str, places: Sequence[tuple[float, float]]) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour)
    pen.setWidthF(1.6 * fonts.text_scale())
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in places]))
