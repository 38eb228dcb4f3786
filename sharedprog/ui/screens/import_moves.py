"""The dates of an imported plan that would move if they were worked out, as a table."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharedprog.domain.words import clock_words, day_words
from sharedprog.ui.labels import tool_tip
from sharedprog.usecases.importing_rows import ImportPlan, Move

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEADS = ("Task", "Start as stated", "Worked out", "Finish as stated", "Worked out", "Why")


class ImportMoves(QAbstractTableModel):
    """A row for each task that would not stand where the file states it, in the order of the file."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moves = plan.moves

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Tasks that would move."""
        return 0 if parent.isValid() else len(self._moves)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Six."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; the whole of them as tool-tip, with what the dates mean for the plan."""
        if not index.isValid():
            return None
        move = self._moves[index.row()]
        words = _words(move)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{words} {move.why}" if index.column() == len(HEADS) - 1 else words)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section] if 0 <= section < len(HEADS) else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _words(move: Move) -> tuple[str, ...]:
    return (
        move.name,
        _moment(move.stated_start),
        _moment(move.start),
        _moment(move.stated_finish),
        _moment(move.finish),
        move.reason,
    )


def _moment(moment: datetime | None) -> str:
    return "–" if moment is None else f"{day_words(moment.date())} {clock_words(moment.time())}"
