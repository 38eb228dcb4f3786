"""Tables to read: rows of any kind as words under heads, put into words when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharedprog.ui.labels import tool_tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
T = TypeVar("T")


class LinesModel(QAbstractTableModel, Generic[T]):
    """A row for each thing; who derives from it says in ``words`` what stands in its cells."""

    def __init__(self, heads: Sequence[str], rows: Sequence[T] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows = rows

    def words(self, row: T) -> Sequence[str]:
        """What stands in each cell of a row; as many as there are heads."""
        raise NotImplementedError

    def tip(self, row: T, column: int) -> str:
        """What the tool-tip of a cell says: all of its words, for which there may be no room."""
        return self.words(row)[column]

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One for each thing."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """One for each head."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, and the tool-tip."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row)[index.column()]
        return tool_tip(self.tip(row, index.column())) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if 0 <= section < len(self._heads) else None
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None
