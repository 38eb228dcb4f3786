"""Completing what is typed in a line from names that are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from sharedprog.ui.labels import set_role


class NameCompletion(QObject):
    """Offers names that hold what was typed anywhere in them; they are asked for when the line gets the cursor."""

    def __init__(self, line: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(line)
        self._line, self._names = line, names
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = QListView()
        offered.setAccessibleName("Names that fit")
        set_role(offered, "completions")
        completer.setPopup(offered)
        line.setCompleter(completer)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Names come and go while the cursor is elsewhere."""
        if watched is self._line and event.type() == QEvent.Type.FocusIn:
            self._model.setStringList(list(self._names()))
        return False
