"""How a cell is painted: words wrapped to two lines, ratings as pills, travel as an arrow and a word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sharedprog.domain.columns import Column
from sharedprog.domain.computed import Shown
from sharedprog.domain.phrases import letter
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.ui import fonts
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.pills import TRAVEL, paint_pill
from sharedprog.ui.registers.cell_editor import cell_editor
from sharedprog.ui.registers.cell_keys import CellKeys
from sharedprog.ui.registers.table_model import DEPTH, SHOWN, RegisterModel
from sharedprog.ui.tokens import current

Index = QModelIndex | QPersistentModelIndex
PAD = 7.0
"""Room at each side of a cell, before scaling."""
EDITED = 210.0
"""The least width of an editor in a cell, however narrow the column is."""
TOLD = 320.0
"""The same where it says what is wrong with what was typed."""
INDENT = 18.0
"""How far a task stands in for each step of the outline."""


class CellPainter(QStyledItemDelegate):
    """Paints cells of a register's table, and makes the editors that open in them.

    ``left`` carries an editor that a person leaves, and how many rows down and cells along for.
    """

    left = Signal(object, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._measured_for = 0.0
        self._pad = self._air = self._indent = self._pill = 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, focus ring, then the words."""
        model, shown = index.model(), index.data(SHOWN)
        if not isinstance(shown, Shown) or not isinstance(model, RegisterModel):
            super().paint(painter, option, index)
            return
        self._measure(option.font.pointSizeF())
        tokens, column = current(), model.columns[index.column()]
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QBrush(QColor(tokens.accent_tint if selected else tokens.surface)))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        room = option.rect.adjusted(self._pad, self._air, -self._pad, -self._air)
        outline = index.data(DEPTH) if column.name == "title" else None
        painter.setFont(option.font)
        if isinstance(outline, OutlineRow):
            room.setLeft(room.left() + outline.depth * self._indent)
            if outline.summary:
                painter.setFont(fonts.semibold())
        self._words(painter, column, room, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _measure(self, points: float) -> None:
        """Lengths for a size of text, worked out once for all the cells that are painted in it."""
        if points != self._measured_for:
            self._measured_for = points
            self._pad, self._air = fonts.scaled(PAD), fonts.scaled(4)
            self._indent, self._pill = fonts.scaled(INDENT), fonts.scaled(24)

    def _words(self, painter: QPainter, column: Column, room: QRect, shown: Shown) -> None:
        tokens = current()
        if shown.rag is not None:
            height = min(room.height(), self._pill)
            paint_pill(painter, QRectF(room.left(), room.top(), room.width(), height), letter(shown.rag), shown.text)
            return
        painter.setPen(QColor(tokens.muted if column.name in LABELS else tokens.ink))
        words = " ".join(TRAVEL.get(shown.travel or "", shown.text).split())
        metrics = painter.fontMetrics()
        fits = metrics.horizontalAdvance(words) <= room.width()
        if not fits and may_wrap(column):
            draw_wrapped(painter, room, words)
            return
        side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        fitted = words if fits else metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, fitted)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        """The editor of the field's kind, inside the cell."""
        model = index.model()
        made = cell_editor(model, index, parent) if isinstance(model, RegisterModel) else None
        if isinstance(made, Editor):
            CellKeys(made, lambda rows, along: self.left.emit(made, rows, along), lambda: self.closeEditor.emit(made))
        return made

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over its cell, and over the next where the column is too narrow to type in."""
        room: QRect = option.rect
        around = editor.parentWidget()
        whole = around.width() if around is not None else room.width()
        wide = max(room.width(), min(fonts.scaled(EDITED), whole))
        left = max(0, min(room.left(), whole - wide)) if wide > room.width() else room.left()
        editor.setGeometry(QRect(left, room.top(), wide, room.height()))

    def show_whole(self, editor: QWidget) -> None:
        """Make room over the cells beside and beneath for what an editor says of its text."""
        around = editor.parentWidget()
        if around is None:
            return
        room = editor.geometry()
        wide = min(max(room.width(), fonts.scaled(TOLD)), around.width())
        layout = editor.layout()
        high = layout.heightForWidth(wide) if layout is not None else room.height()
        left = max(0, min(room.left(), around.width() - wide))
        top = max(0, min(room.top(), around.height() - high))
        editor.setGeometry(QRect(left, top, wide, max(high, room.height())))
        editor.raise_()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Editors are filled when they are made."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Editors commit by themselves."""


LABELS = frozenset({"ref", "wbs"})
"""Columns that only point at the row, and so stand back."""
WRAPPING_WIDTH = 16
"""Columns of so many characters wrap; figures and dates never do."""


def may_wrap(column: Column) -> bool:
    """Whether the words of a column may take a second line."""
    return column.wraps or column.width >= WRAPPING_WIDTH


def wraps(index: Index) -> bool:
    """Whether the words of a cell may take a second line."""
    model = index.model()
    return isinstance(model, RegisterModel) and may_wrap(model.columns[index.column()])


def cell_font(index: Index) -> QFont:
    """Summary tasks stand out; everything else is body text."""
    outline = index.data(DEPTH)
    return fonts.semibold() if isinstance(outline, OutlineRow) and outline.summary else QApplication.font()


def draw_wrapped(painter: QPainter, room: QRect, words: str, lines: int = 2) -> None:
    """The words on at most so many lines; what does not fit ends in an ellipsis on the last."""
    text = " ".join(words.split())
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    metrics = QFontMetrics(painter.font())
    layout.beginLayout()
    top = room.top()
    fitting = max(1, min(lines, room.height() // metrics.height()))
    for number in range(fitting):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
        start, length = line.textStart(), line.textLength()
        words = text[start : start + length].rstrip()
        if number == fitting - 1:
            words = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), top, room.width() + 1, metrics.height()), 0, words)
        top += metrics.height()
    layout.endLayout()
