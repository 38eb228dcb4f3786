"""The lines of the history as a table, put into words when they are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from sharedprog.domain.history import Line
from sharedprog.domain.history_words import HistoryWords
from sharedprog.domain.words import moment_words
from sharedprog.ui.lines_model import NO_INDEX, LinesModel

HEADS = ("When", "Who", "Where", "What", "Action")
NOBODY = "–"
REMEMBERED = 2_000
"""Lines of which the words are kept."""


class HistoryModel(LinesModel[Line]):
    """Newest first; lines come at the end while the history is read, and at the top while people work."""

    def __init__(self, words: HistoryWords, parent: QObject | None = None) -> None:
        super().__init__(HEADS, [], parent)
        self._lines: list[Line] = []
        self._rows = self._lines
        self._said: dict[int, tuple[str, ...]] = {}
        self.history_words = words

    @property
    def lines(self) -> Sequence[Line]:
        """The lines that are shown."""
        return self._lines

    def words(self, row: Line) -> tuple[str, ...]:
        """When and who, which row, what was done to it, and by which action."""
        said = self._said.get(id(row))
        if said is None:
            if len(self._said) > REMEMBERED:
                self._said.clear()
            said = self._said[id(row)] = self._words(row)
        return said

    def use(self, words: HistoryWords) -> None:
        """Name rows and values by these from now on."""
        self.history_words = words
        self._said.clear()
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(HEADS) - 1))

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._said.clear()
        self._lines.clear()
        self.endResetModel()

    def add(self, lines: Sequence[Line], place: int | None = None) -> None:
        """Show more lines: at the end, or at a place."""
        if lines:
            begin = len(self._lines) if place is None else place
            self.beginInsertRows(NO_INDEX, begin, begin + len(lines) - 1)
            self._lines[begin:begin] = lines
            self.endInsertRows()

    def _words(self, line: Line) -> tuple[str, ...]:
        words, action = self.history_words, line.action
        row = words.row(line.register, line.row)
        return moment_words(action.at), action.who or NOBODY, row, words.sentence(line), action.title
