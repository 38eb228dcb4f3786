"""What stands in the tables of the dashboard: cells with a tone, a pill or a strip of letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharedprog.ui.labels import tool_tip
from sharedprog.ui.pills import WORDS, spoken

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its ``Cell``."""


@dataclass(frozen=True)
class Cell:
    """Words in a tone (plain, muted, strong, trouble or good), a pill, or a strip of letters, the newest last."""

    text: str = ""
    tone: str = ""
    pill: str = ""
    strip: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """What a screen reader says."""
        if self.strip:
            return ", ".join(WORDS.get(letter, letter) for letter in self.strip)
        return spoken(self.pill, self.text) if self.pill else self.text


@dataclass(frozen=True)
class Line:
    """A row of cells; ``lead`` is whatever the row leads to, ``said`` what the row says as a whole."""

    cells: tuple[Cell, ...]
    lead: object = None
    said: str = ""


@dataclass(frozen=True)
class Head:
    """A column: its label, and whether figures stand at its right."""

    label: str
    figures: bool = False


class CardModel(QAbstractTableModel):
    """Lines under heads."""

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heads = tuple(heads)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> bool:
        """Show these; False where they are the ones shown already."""
        if tuple(lines) == self.lines:
            return False
        if len(lines) == len(self.lines):
            self.lines = tuple(lines)
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(self.heads) - 1))
            return True
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One for each line."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """One for each head."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, how they are shown, and how they are said: the first cell says the whole line."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        cell = line.cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text or " ".join(cell.strip)
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.said if index.column() == 0 and line.said else cell.said
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(cell.said)
            case _ if role == CELL:
                return cell
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The labels, over figures at the right."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section].label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.heads[section].figures else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignBottom)
        return None
