"""The heat map as a table: a cell for each likelihood and impact, the words of the scales at its left and foot."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharedprog.domain.heatmap import HeatCell, HeatMap
from sharedprog.domain.phrases import RAG_WORDS
from sharedprog.domain.words import counted
from sharedprog.ui.labels import tool_tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HEAT_CELL = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its ``HeatCell``; the words of the scales have none."""


def spoken_cell(cell: HeatCell) -> str:
    """``likelihood 4, impact 5: 3 risks, Red 20``."""
    band = RAG_WORDS.get(cell.rag or "none", "")
    return (
        f"likelihood {cell.likelihood}, impact {cell.impact}: {counted(len(cell.risks), 'risk')}, {band} {cell.score}"
    )


class HeatModel(QAbstractTableModel):
    """Likelihood falls from row to row, impact grows from column to column; words stand at the left and at the foot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heat: HeatMap | None = None
        self._cells: dict[tuple[int, int], HeatCell] = {}
        self._likelihood: tuple[tuple[int, str], ...] = ()
        self._impact: tuple[tuple[int, str], ...] = ()

    def show_heat(self, heat: HeatMap) -> None:
        """Show another map; on the same scales the cell that the keys are on stays."""
        likelihood = tuple(sorted(heat.scale.likelihood.items(), reverse=True))
        impact = tuple(sorted(heat.scale.impact.items()))
        cells = {(cell.likelihood, cell.impact): cell for cell in heat.cells}
        if (likelihood, impact) == (self._likelihood, self._impact):
            self.heat, self._cells = heat, cells
            if cells:
                self.dataChanged.emit(self.index(0, 0), self.index(len(likelihood), len(impact)))
            return
        self.beginResetModel()
        self.heat, self._cells, self._likelihood, self._impact = heat, cells, likelihood, impact
        self.endResetModel()

    def cell(self, index: Index) -> HeatCell | None:
        """The cell of the map at a place; ``None`` where words stand."""
        row, column = index.row(), index.column() - 1
        if not index.isValid() or row >= len(self._likelihood) or column < 0:
            return None
        return self._cells[self._likelihood[row][0], self._impact[column][0]]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """The steps of likelihood, and the words of impact."""
        return 0 if parent.isValid() or not self._cells else len(self._likelihood) + 1

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """The words of likelihood, and the steps of impact."""
        return 0 if parent.isValid() or not self._cells else len(self._impact) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """One can be on a cell, not on the words."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """How many risks are in a cell and what is said of it; or the words of a step."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if cell is None:
            return self._words(index) if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(len(cell.risks)) if cell.risks else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_cell(cell)
            case Qt.ItemDataRole.ToolTipRole:
                said = spoken_cell(cell)
                return tool_tip(said[0].upper() + said[1:])
            case _ if role == HEAT_CELL:
                return cell
        return None

    def _words(self, index: Index) -> str:
        if index.row() < len(self._likelihood):
            return self._likelihood[index.row()][1]
        return self._impact[index.column() - 1][1] if index.column() else ""
