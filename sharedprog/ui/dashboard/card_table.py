"""A table in a card: as high as its lines, each of which leads somewhere by Enter or a click."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from sharedprog.ui import fonts
from sharedprog.ui.dashboard.cells import CELL, CardModel, Cell, Head, Index, Line
from sharedprog.ui.labels import set_role
from sharedprog.ui.pills import paint_pill, pill_size
from sharedprog.ui.tokens import current

PAD, AIR = 6.0, 6.0
"""Room at each side of a cell's words, and above and below them."""
HEAD_PAD = 9.0
"""Room at each side of a heading."""
LETTER, BETWEEN = 13.0, 1.0
"""The width of a letter of a strip, and the gap to the next."""
MOST_LINES = 2
"""Lines to which words wrap in a cell."""


class CardTable(QTableView):
    """``led`` carries what the chosen line leads to.

    The ``stretched`` column takes the room that the others leave; where that is less than ``least`` it is hidden, and
    the first takes it. No other column is wider than ``most`` before its words wrap.
    """

    led = Signal(object)

    def __init__(
        self, name: str, heads: Sequence[Head], *, stretched: int, least: float = 0.0, most: float = 110.0
    ) -> None:
        super().__init__()
        self.lines = CardModel(heads, self)
        self._stretched, self._least, self._most = stretched, least, most
        self.setModel(self.lines)
        self.setItemDelegate(CardPainter(self))
        set_role(self, "card-table")
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(fonts.scaled(120))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(1)
        head.setVisible(any(each.label for each in heads))
        self.clicked.connect(self._lead)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, the keys staying where they were; nothing is done where nothing changed."""
        row = self.currentIndex().row()
        if self.lines.show_lines(lines):
            self._fit()
            if self.hasFocus():
                self._stand_on(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes where the line leads."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._lead(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The line that the keys are on shows only while they are here."""
        super().focusInEvent(event)
        self._stand_on(self.currentIndex().row())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No line is chosen elsewhere."""
        super().focusOutEvent(event)
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew when the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _stand_on(self, row: int) -> None:
        """Choose a line, or the nearest there is."""
        nearest = self.lines.index(max(min(row, self.lines.rowCount() - 1), 0), 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(nearest, flag.ClearAndSelect | flag.Rows)

    def _lead(self, index: QModelIndex) -> None:
        if index.isValid():
            self.led.emit(self.lines.lines[index.row()].lead)

    def _fit(self) -> None:
        """Columns as wide as what stands in them, rows as high, and the table as high as its rows."""
        columns = range(len(self.lines.heads))
        widths = [self._needed(column) for column in columns]
        widths[self._stretched] = 0
        left = self.viewport().width() - sum(widths)
        self.setColumnHidden(self._stretched, left < fonts.scaled(self._least))
        if left < fonts.scaled(self._least):
            widths[0] += left
        widths[self._stretched] = max(left, 1)
        for column in columns:
            self.setColumnWidth(column, widths[column])
        height = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().sizeHint().height()
        for row in range(self.lines.rowCount()):
            tall = max(self._tall(row, column) for column in columns if not self.isColumnHidden(column))
            self.setRowHeight(row, tall)
            height += tall
        self.setFixedHeight(height + 2)

    def _needed(self, column: int) -> int:
        """What a column needs on one line, up to where its words wrap."""
        head = QFontMetrics(fonts.semibold(fonts.SECONDARY)).horizontalAdvance(self.lines.heads[column].label)
        widest = max((cell_width(line.cells[column]) for line in self.lines.lines), default=0)
        words = min(widest, fonts.scaled(self._most)) + 2 * fonts.scaled(PAD)
        return max(words, head + 2 * fonts.scaled(HEAD_PAD))

    def _tall(self, row: int, column: int) -> int:
        cell = self.lines.lines[row].cells[column]
        font = font_of(cell)
        room = self.columnWidth(column) - 2 * fonts.scaled(PAD)
        lines = 1 if cell.pill or cell.strip else max(len(wrapped(cell.text, font, room)), 1)
        return lines * QFontMetrics(font).lineSpacing() + 2 * fonts.scaled(AIR)


class CardPainter(QStyledItemDelegate):
    """Paints a cell at the top of its row, above a hairline."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, the hairline, then the words, the pill or the strip."""
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            return
        tokens = current()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tokens.accent_tint))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        pad, air = fonts.scaled(PAD), fonts.scaled(AIR)
        room = QRectF(option.rect.adjusted(pad, air, -pad, -air + 1))
        if cell.strip:
            paint_strip(painter, room, cell.strip)
        elif cell.pill:
            line = QFontMetrics(fonts.body(fonts.text_scale())).lineSpacing()
            paint_pill(painter, QRectF(room.left(), room.top(), room.width(), line), cell.pill, cell.text or None)
        else:
            figures = index.model().headerData(index.column(), Qt.Orientation.Horizontal, FIGURES)
            self._paint_words(painter, room, cell, right=bool(int(figures or 0) & int(Qt.AlignmentFlag.AlignRight)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The table measures its rows itself."""
        return QSize(0, 0)

    def _paint_words(self, painter: QPainter, room: QRectF, cell: Cell, *, right: bool) -> None:
        tokens = current()
        tones = {
            "muted": tokens.muted,
            "small": tokens.muted,
            "trouble": tokens.pair("R").ink,
            "good": tokens.pair("G").ink,
        }
        font = font_of(cell)
        painter.setFont(font)
        painter.setPen(QColor(tones.get(cell.tone, tokens.ink)))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        line = QFontMetrics(font).lineSpacing()
        top = room.top()
        if cell.tone == "small":
            top += (QFontMetrics(fonts.body(fonts.text_scale())).lineSpacing() - line) / 2
        for place, words in enumerate(wrapped(cell.text, font, room.width())):
            painter.drawText(QRectF(room.left(), top + place * line, room.width(), line), int(side), words)


FIGURES = Qt.ItemDataRole.TextAlignmentRole


def wrapped(text: str, font: QFont, width: float) -> list[str]:
    """The words on as many lines as there may be, the last one ending in … where there are more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid() and len(starts) <= MOST_LINES:
        line.setLineWidth(max(width, 1.0))
        starts.append(line.textStart())
    layout.endLayout()
    shown = [text[a:b].strip() for a, b in pairwise([*starts, len(text)])]
    if len(shown) > MOST_LINES:
        rest = text[starts[MOST_LINES - 1] :]
        shown[MOST_LINES - 1 :] = [QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return shown


def font_of(cell: Cell) -> QFont:
    """The font of a cell's tone."""
    if cell.tone == "small":
        return fonts.secondary()
    if cell.tone in ("strong", "trouble"):
        return fonts.semibold()
    return fonts.body(fonts.text_scale())


def cell_width(cell: Cell) -> int:
    """What a cell would be as wide as on one line."""
    if cell.strip:
        return round(len(cell.strip) * fonts.scaled(LETTER + BETWEEN))
    if cell.pill:
        return pill_size(cell.text or cell.pill).width()
    return QFontMetrics(font_of(cell)).horizontalAdvance(cell.text) + 2


def paint_strip(painter: QPainter, room: QRectF, letters: Sequence[str]) -> None:
    """Letters side by side, each on the tint of its rating."""
    tokens, scale = current(), fonts.text_scale()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(fonts.semibold(fonts.SECONDARY))
    tall = QFontMetrics(painter.font()).height() + 2 * scale
    for place, letter in enumerate(letters):
        box = QRectF(room.left() + place * fonts.scaled(LETTER + BETWEEN), room.top(), fonts.scaled(LETTER), tall)
        pair = tokens.pair(letter)
        painter.setPen(QPen(QColor(pair.ink)) if tokens.high_contrast else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3 * scale, 3 * scale)
        painter.setPen(QColor(pair.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
