"""The tasks that a change would move, as a table with the largest move first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharedprog.domain.plan.what_if import Moved
from sharedprog.domain.words import clock_words, counted, day_words
from sharedprog.ui.labels import tool_tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEADS = ("Task", "Finishes now", "Would finish", "Moves by")


class Moves(QAbstractTableModel):
    """A row for each task that would move."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves: tuple[Moved, ...] = ()

    def show_moves(self, moves: Sequence[Moved]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._moves = tuple(moves)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Tasks that would move."""
        return 0 if parent.isValid() else len(self._moves)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Four."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; in the tool-tip when the task would start, and when it starts now."""
        if not index.isValid():
            return None
        move = self._moves[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(move)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(
                f"Starts {_to_the_minute(move.start_before)} now, would start {_to_the_minute(move.start)}."
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section] if 0 <= section < len(HEADS) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _words(move: Moved) -> tuple[str, ...]:
    way = "later" if move.days > 0 else "sooner"
    by = f"{counted(abs(move.days), 'working day')} {way}" if move.days else "less than a day"
    return f"{move.wbs} {move.name}", _day(move.finish_before), _day(move.finish), by


def _day(moment: datetime | None) -> str:
    return "–" if moment is None else day_words(moment.date())


def _to_the_minute(moment: datetime | None) -> str:
    return "–" if moment is None else f"{day_words(moment.date())} {clock_words(moment.time())}"
