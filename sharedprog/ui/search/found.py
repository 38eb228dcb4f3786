"""What a search found, as lines under headings, and the model of the list that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from sharedprog.domain.matching import Marked
from sharedprog.ui.labels import tool_tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
"""The role under which the list gives its ``Line`` or ``Heading``."""


class Kind(Enum):
    """What choosing a line does: go to a row, give a command, go to a page, or show all that fits on a page."""

    ROW = "row"
    COMMAND = "command"
    PAGE = "page"
    ALL = "all"


@dataclass(frozen=True)
class Goal:
    """Where a line leads: the key of a register, a command or a page, and the row's id."""

    kind: Kind
    key: str
    row: str = ""


@dataclass(frozen=True)
class Heading:
    """What the lines beneath it are; ``count`` says how many there are where not all are shown."""

    title: str
    count: str = ""


@dataclass(frozen=True)
class Line:
    """One thing found; ``aside`` stands at its right, ``where`` and ``excerpt`` beneath it.

    ``field`` is the one of the row in which it was found, where that is not its title.
    """

    goal: Goal
    title: Marked
    ref: str = ""
    aside: str = ""
    field: str = ""
    where: str = ""
    excerpt: Marked | None = None

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        beneath = f"{self.where}: {self.excerpt.text}" if self.excerpt is not None else ""
        head = f"{self.ref} {self.title.text}".strip()
        return ", ".join(part for part in (head, self.aside, beneath) if part)


class FoundModel(QAbstractListModel):
    """Headings, which cannot be chosen, and lines."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Heading | Line, ...] = ()

    @property
    def choices(self) -> tuple[int, ...]:
        """The places of the lines that can be chosen."""
        return tuple(place for place, line in enumerate(self._lines) if isinstance(line, Line))

    def show_lines(self, lines: Sequence[Heading | Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, place: int) -> Line | None:
        """The line at a place; ``None`` where a heading stands, or nothing."""
        line = self._lines[place] if 0 <= place < len(self._lines) else None
        return line if isinstance(line, Line) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Headings and lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line itself, its words, and how it is spoken."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        words = line.title if isinstance(line, Heading) else line.title.text
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken if isinstance(line, Line) else f"{words} {line.count}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(line.spoken) if isinstance(line, Line) else None
            case _ if role == LINE:
                return line
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are there to be read."""
        if not index.isValid() or self.line(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
