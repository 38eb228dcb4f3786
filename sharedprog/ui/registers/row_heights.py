"""Rows as high as their words: those in sight at once, the others between events."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from itertools import chain

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView

from sharedprog.ui import fonts
from sharedprog.ui.registers.row_lines import RowLines
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.slices import Slices

MEASURED = 1_500
"""Rows up to which each is made as high as its words; a longer list has rows of one height."""
AIR = 12.0
"""Room above and beneath the words, before scaling."""
FEW = 8
"""Rows measured in one step."""


class RowHeights:
    """Sets the heights of a table's rows."""

    def __init__(self, table: QTableView, model: RegisterModel) -> None:
        self._table = table
        self._model = model
        self._lines = RowLines(model)
        self._work: Slices[None] = Slices(lambda _: None, table)

    @property
    def busy(self) -> bool:
        """Whether there are rows that may not have their height yet."""
        return self._work.busy

    def forget(self) -> None:
        """Words changed: what was known of the lines they take may be wrong."""
        self._lines.forget()

    def measure(self, rows: range, rooms: Mapping[int, int], tight: int) -> None:
        """Measure these rows, and what was not yet measured before.

        ``rooms`` are the widths that words have in the columns where they may take two lines; the title is ``tight``,
        by its column, where it may take more.
        """
        line = QFontMetrics(QApplication.font()).height()
        heads, count = self._table.verticalHeader(), self._model.rowCount()
        if count > MEASURED:
            heads.setDefaultSectionSize(2 * line + fonts.scaled(AIR))
            return
        heads.setDefaultSectionSize(line + fonts.scaled(AIR))
        self._lines.see(line)
        wanted = range(count) if self._work.busy else rows
        self._work.run(self._measured(wanted, line, rooms, tight), short=True)

    def _measured(self, rows: range, line: int, rooms: Mapping[int, int], tight: int) -> Generator[None, None, None]:
        ordered = tuple(self._order(rows))
        for first in range(0, len(ordered), FEW):
            seen = self._in_sight()
            for row in ordered[first : first + FEW]:
                if row < self._model.rowCount():
                    height = self._lines.of(row, rooms, tight) * line + fonts.scaled(AIR)
                    if self._table.rowHeight(row) != height:
                        self._table.setRowHeight(row, height)
            if seen and not self._in_sight():
                self._back_to_sight()
            yield

    def _in_sight(self) -> bool:
        """Whether the row that the person is on can be seen."""
        place = self._table.visualRect(self._table.currentIndex())
        return not place.isEmpty() and self._table.viewport().rect().contains(place.center())

    def _back_to_sight(self) -> None:
        """Rows above that one have grown."""
        sideways = self._table.horizontalScrollBar()
        place = sideways.value()
        self._table.updateGeometries()
        self._table.scrollTo(self._table.currentIndex())
        sideways.setValue(place)

    def _order(self, rows: range) -> Iterable[int]:
        """Rows in sight first."""
        table = self._table
        top, bottom = max(table.rowAt(0), 0), table.rowAt(table.viewport().height())
        sight = range(max(top, rows.start), min(bottom + 1 if bottom >= 0 else rows.stop, rows.stop))
        above, beneath = range(rows.start, min(sight.start, rows.stop)), range(max(sight.stop, rows.start), rows.stop)
        return chain(sight, above, beneath)
