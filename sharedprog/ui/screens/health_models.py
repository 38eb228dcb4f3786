"""The tables of the page of schedule health: the checks, the tasks of one of them, and what drives a forecast."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from sharedprog.domain.plan.health_terms import STATES, Check
from sharedprog.ui import fonts
from sharedprog.ui.labels import tool_tip
from sharedprog.ui.lines_model import LEFT, Index, LinesModel
from sharedprog.ui.pills import paint_pill, pill_size, spoken
from sharedprog.ui.read_columns import ReadColumns

RAG = Qt.ItemDataRole.UserRole
LETTERS = {"pass": "G", "fail": "R"}
RESULT = 1
"""The column of the pill."""
CHECK_HEADS = ("Check", "Result", "Found", "Limit")
ROOM = 5.0
"""Before the words of a cell, which then stand beneath those of the head."""
FIGURE_SPACE = "\u2007"
MEASURED = 300
"""Rows up to which each is made as high as its words."""


class Lines(LinesModel[tuple[str, ...]]):
    """Rows of words; ``ids`` says which task each row is about, empty for none."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(heads, (), parent)
        self.ids: tuple[str, ...] = ()

    def words(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """The row itself."""
        return row

    def show_heads(self, heads: Sequence[str]) -> None:
        """Have other columns, before other rows are shown."""
        self.beginResetModel()
        self._heads, self._rows, self.ids = tuple(heads), (), ()
        self.endResetModel()

    def show_lines(self, rows: Sequence[tuple[str, ...]], ids: Sequence[str]) -> None:
        """Show these instead."""
        self.ids = tuple(ids)
        self.show_rows(tuple(rows))


class Checks(Lines):
    """The fourteen checks, each with a pill."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(CHECK_HEADS, parent)
        self.checks: tuple[Check, ...] = ()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show these; while there are as many as before, the row that was chosen stays."""
        rows = [_words(check) for check in checks]
        if len(rows) != len(self._rows):
            self.checks = tuple(checks)
            self.show_lines(rows, [""] * len(rows))
            return
        self.checks, self._rows = tuple(checks), tuple(rows)
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(CHECK_HEADS) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The letter of the pill, what it measures, and what a screen reader says of it."""
        if not index.isValid():
            return None
        check = self.checks[index.row()]
        letter = LETTERS.get(check.state, "–")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(check.reason or check.measures)
        if index.column() == RESULT and role == RAG:
            return letter
        if index.column() == RESULT and role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(letter, STATES[check.state]) if letter in LETTERS.values() else STATES[check.state]
        return super().data(index, role)


def _words(check: Check) -> tuple[str, ...]:
    limit = "" if check.state == "information" else check.threshold
    number = str(check.kind.number).rjust(2, FIGURE_SPACE)
    return f"{number}  {check.kind.title}", STATES[check.state], check.found or "–", limit


class Cells(QStyledItemDelegate):
    """Words with room at their left, on a ground that is the same all along the row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground, then the words."""
        shown = QStyleOptionViewItem(option)
        shown.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        if shown.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(shown.rect, shown.palette.highlight())
        shown.rect = shown.rect.adjusted(fonts.scaled(ROOM), 0, 0, 0)
        self._paint_inside(painter, shown, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The words as they wrap, with some room."""
        shown = QStyleOptionViewItem(option)
        shown.rect = shown.rect.adjusted(fonts.scaled(ROOM), 0, 0, 0)
        return super().sizeHint(shown, index) + QSize(fonts.scaled(ROOM), fonts.scaled(10))

    def _paint_inside(self, painter: QPainter, shown: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, shown, index)


class Pills(Cells):
    """A pill with the letter of the result, and its word."""

    def _paint_inside(self, painter: QPainter, shown: QStyleOptionViewItem, index: Index) -> None:
        letter = str(index.data(RAG) or "–")
        room = QRectF(shown.rect).adjusted(fonts.scaled(3), 0, 0, 0)
        paint_pill(painter, room, letter)
        room.setLeft(room.left() + pill_size("G").width() + fonts.scaled(8))
        painter.save()
        painter.setFont(shown.font)
        painter.setPen(shown.palette.text().color())
        painter.drawText(room, LEFT, str(index.data() or ""))
        painter.restore()


class ReadTable(QTableView):
    """A table to read; the column at ``taker`` has the room that the others leave.

    ``extra`` is room for what stands in the cells of a column besides its words, before scaling.
    """

    measured = Signal()
    """Rows may have other heights."""

    def __init__(self, model: LinesModel[Any], name: str, taker: int, extra: Mapping[int, float] | None = None) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + fonts.scaled(10))
        self._measure_soon = QTimer(self, singleShot=True, interval=0)
        self._measure_soon.timeout.connect(self._measure)
        self.columns = ReadColumns(self, taker, extra)

    def wrap(self) -> None:
        """Let words go on in further lines, where there are not too many rows to measure."""
        self.setWordWrap(True)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._measure_soon.start())
        for changed in (self.model().modelReset, self.model().dataChanged):
            changed.connect(self._measure_soon.start)
        self.columns.renew()

    def _measure(self) -> None:
        if self.model().rowCount() <= MEASURED:
            self.resizeRowsToContents()
        self.measured.emit()

    def whole_height(self, rows: int) -> int:
        """The height at which so many rows are in sight; those to come are taken to have one line."""
        heads, there = self.verticalHeader(), self.model().rowCount()
        lines = heads.length() + max(0, rows - there) * heads.defaultSectionSize()
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        return self.horizontalHeader().sizeHint().height() + lines + below + 2 * self.frameWidth() + 2
