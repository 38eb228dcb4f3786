"""How many lines each row of a list takes, at the widths that its columns have."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from sharedprog.ui.registers.cell_painter import MOST_LINES, cell_font
from sharedprog.ui.registers.table_model import RegisterModel


class RowLines:
    """Words are measured once, until they are forgotten: to widen a window measures nothing."""

    def __init__(self, model: RegisterModel) -> None:
        self._model = model
        self._advances: dict[tuple[str, str], int] = {}
        self._wrapped: dict[tuple[str, int], int] = {}
        self._found: dict[str, int] = {}
        self._found_in: tuple[dict[int, int], int] = ({}, -1)
        self._line = 0

    def forget(self) -> None:
        """Words are others."""
        self._advances.clear()
        self._wrapped.clear()
        self._found.clear()

    def see(self, line: int) -> None:
        """Letters whose line is so high."""
        if line != self._line:
            self._line = line
            self.forget()

    def of(self, row: int, rooms: Mapping[int, int], tight_title: int) -> int:
        """One line or two; a title in very little room, the column at ``tight_title``, takes as many as there may be.

        ``rooms`` are those of the columns that may take more than one line; -1 says that no title is tight.
        """
        if self._found_in != (rooms, tight_title):
            self._found_in = dict(rooms), tight_title
            self._found.clear()
        row_id = self._model.ids[row]
        lines = self._found.get(row_id)
        if lines is None:
            needs = [
                self._title(row, column, room) if column == tight_title else 2
                for column, room in rooms.items()
                if self._advance(row, column) > room
            ]
            lines = self._found[row_id] = max(needs, default=1)
        return lines

    def _advance(self, row: int, column: int) -> int:
        """What a cell takes in one line."""
        known = self._model.ids[row], self._model.names[column]
        found = self._advances.get(known)
        if found is None:
            cell = self._model.index(row, column)
            found = QFontMetrics(cell_font(cell)).horizontalAdvance(str(cell.data()))
            self._advances[known] = found
        return found

    def _title(self, row: int, column: int, room: int) -> int:
        known = self._model.ids[row], room
        if known not in self._wrapped:
            cell = self._model.index(row, column)
            metrics = QFontMetrics(cell_font(cell))
            box = metrics.boundingRect(QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, str(cell.data()))
            self._wrapped[known] = min(MOST_LINES, max(2, round(box.height() / metrics.lineSpacing())))
        return self._wrapped[known]
