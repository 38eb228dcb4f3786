"""How a cell is painted: words wrapped to two lines, ratings as pills, travel as an arrow and a word."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sharedprog.domain.computed import Shown
from sharedprog.domain.phrases import letter
from sharedprog.domain.plan.outline import OutlineRow
from sharedprog.ui import fonts
from sharedprog.ui.pills import TRAVEL, paint_pill
from sharedprog.ui.registers.cell_editor import cell_editor
from sharedprog.ui.registers.table_model import DEPTH, SHOWN, RegisterModel
from sharedprog.ui.tokens import current

Index = QModelIndex | QPersistentModelIndex
PAD = 7.0
"""Room at each side of a cell, before scaling."""
INDENT = 18.0
"""How far a task stands in for each step of the outline."""


class CellPainter(QStyledItemDelegate):
    """Paints cells of a register's table, and makes the editors that open in them."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, focus ring, then the words."""
        shown = index.data(SHOWN)
        if not isinstance(shown, Shown):
            super().paint(painter, option, index)
            return
        tokens = current()
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QBrush(QColor(tokens.accent_tint if selected else tokens.surface)))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        pad = fonts.scaled(PAD)
        room = option.rect.adjusted(pad, fonts.scaled(4), -pad, -fonts.scaled(4))
        outline = index.data(DEPTH)
        if isinstance(outline, OutlineRow):
            room.setLeft(room.left() + outline.depth * fonts.scaled(INDENT))
        self._words(painter, option, index, room, shown)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, room: QRect, shown: Shown) -> None:
        tokens = current()
        if shown.rag is not None:
            height = min(room.height(), fonts.scaled(24))
            paint_pill(painter, QRectF(room.left(), room.top(), room.width(), height), letter(shown.rag), shown.text)
            return
        painter.setFont(cell_font(index))
        painter.setPen(QColor(tokens.muted if _is_label(index) else tokens.ink))
        words = TRAVEL.get(shown.travel or "", shown.text)
        if wraps(index):
            draw_wrapped(painter, room, words)
            return
        sides = index.data(Qt.ItemDataRole.TextAlignmentRole)
        figures = bool(Qt.AlignmentFlag(sides) & Qt.AlignmentFlag.AlignRight)
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(painter.font())
        line = QRect(room.left(), room.top(), room.width(), metrics.height())
        fitted = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, fitted)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget | None:  # type: ignore[override]
        """The editor of the field's kind, inside the cell."""
        model = index.model()
        return cell_editor(model, index, parent) if isinstance(model, RegisterModel) else None

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Editors are filled when they are made."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Editors commit by themselves."""


def _is_label(index: Index) -> bool:
    model = index.model()
    return isinstance(model, RegisterModel) and model.names[index.column()] in ("ref", "wbs")


def wraps(index: Index) -> bool:
    """Whether the words of a cell may take a second line."""
    model = index.model()
    return isinstance(model, RegisterModel) and (
        model.columns[index.column()].wraps or model.columns[index.column()].width >= WRAPPING_WIDTH
    )


WRAPPING_WIDTH = 16
"""Columns of so many characters wrap; figures and dates never do."""


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
