"""How a line of what was found is painted: its label, its words with what was looked for, and what stands beneath."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sharedprog.domain.matching import Marked
from sharedprog.ui import fonts
from sharedprog.ui.search.found import LINE, Heading, Line
from sharedprog.ui.tokens import current

Index = QModelIndex | QPersistentModelIndex
SIDE, AIR, GAP = 14.0, 5.0, 10.0
"""Room at each side, above and below, and between words and what stands at their right; before scaling."""


class FoundPainter(QStyledItemDelegate):
    """Paints headings and lines; nothing of what people wrote is read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label_width = 0

    def give_labels(self, width: int) -> None:
        """How wide the column of labels is, so that titles begin at one place."""
        self._label_width = width

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, or two where something stands beneath."""
        line = index.data(LINE)
        body = QFontMetrics(fonts.sized(fonts.BODY)).height()
        small = QFontMetrics(fonts.secondary()).height()
        air = fonts.scaled(AIR)
        if isinstance(line, Line):
            return QSize(0, body + 2 * air + (small if line.excerpt is not None else 0))
        return QSize(0, small + 3 * air)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One heading or line."""
        line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._heading(painter, option.rect, line)
        elif isinstance(line, Line):
            self._ground(painter, option)
            self._line(painter, option.rect, line)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        room = rect.adjusted(fonts.scaled(SIDE), 0, -fonts.scaled(SIDE), -fonts.scaled(3))
        painter.setPen(QColor(current().muted))
        font = fonts.semibold(11.5)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6 * fonts.text_scale())
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        painter.setFont(font)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, heading.title)
        painter.setFont(fonts.secondary())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, heading.count)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens = current()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(option.rect.adjusted(fonts.scaled(6), 1, -fonts.scaled(6), -1))
        radius = 5 * fonts.text_scale()
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_tint if selected else tokens.canvas))
            painter.drawRoundedRect(box, radius, radius)
        if selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)

    def _line(self, painter: QPainter, rect: QRect, line: Line) -> None:
        tokens = current()
        room = rect.adjusted(fonts.scaled(SIDE), fonts.scaled(AIR), -fonts.scaled(SIDE), -fonts.scaled(AIR))
        body, small = fonts.sized(fonts.BODY), fonts.secondary()
        height = QFontMetrics(body).height()
        first = QRect(room.left(), room.top(), room.width(), height)
        painter.setPen(QColor(tokens.muted))
        painter.setFont(small)
        if line.aside:
            painter.drawText(first, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.aside)
            first.setRight(first.right() - QFontMetrics(small).horizontalAdvance(line.aside) - fonts.scaled(GAP))
        if self._label_width:
            painter.drawText(first, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.ref)
            first.setLeft(first.left() + self._label_width + fonts.scaled(GAP))
        draw_marked(painter, first, line.title, body, tokens.ink)
        if line.excerpt is not None:
            top = room.top() + height
            second = QRect(first.left(), top, room.right() - first.left(), QFontMetrics(small).height())
            where = f"{line.where}: "
            shifted = tuple((begin + len(where), end + len(where)) for begin, end in line.excerpt.marks)
            draw_marked(painter, second, Marked(where + line.excerpt.text, shifted), small, tokens.muted)


def draw_marked(painter: QPainter, room: QRect, words: Marked, font: QFont, ink: str) -> None:
    """One line of words, cut where there is no room, with what was looked for standing out."""
    tokens = current()
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    strong.setForeground(QColor(ink if tokens.high_contrast else tokens.accent))
    strong.setFontUnderline(True)
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    extra = sum(
        QFontMetrics(heavier).horizontalAdvance(words.text[begin:end])
        - QFontMetrics(font).horizontalAdvance(words.text[begin:end])
        for begin, end in words.marks
    )
    text = QFontMetrics(font).elidedText(words.text, Qt.TextElideMode.ElideRight, room.width() - extra)
    layout = QTextLayout(text, font)
    ranges = []
    for begin, end in words.marks:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = begin, max(0, min(end, len(text)) - begin), strong
        if made.length:
            ranges.append(made)
    layout.setFormats(ranges)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2 * room.width())
    layout.endLayout()
    painter.setPen(QColor(ink))
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - line.height()) / 2))
