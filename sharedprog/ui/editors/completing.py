"""Completing what is typed in a line from names that are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from sharedprog.ui.labels import set_role


class TypingAhead(QObject):
    """Writes the rest of the only name that begins with what was typed, selected, as a spreadsheet does.

    Typing on replaces the rest, Backspace takes it away, and leaving the line keeps it.
    """

    def __init__(self, line: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(line)
        self._line, self._names = line, names
        self._typed = ""
        self._writing = False
        line.textEdited.connect(self._write_the_rest)
        line.textChanged.connect(self._forget)

    def _forget(self, text: str) -> None:
        """Text that nobody typed is no beginning of what is typed next."""
        if not self._line.isModified():
            self._typed = text

    def _write_the_rest(self, text: str) -> None:
        if self._writing:
            return
        longer = len(text) > len(self._typed)
        self._typed = text
        if not longer or not text.strip() or self._line.cursorPosition() != len(text):
            return
        begun = text.casefold()
        fitting = {name for name in self._names() if name.casefold().startswith(begun)}
        if len(fitting) != 1:
            return
        rest = fitting.pop()[len(text) :]
        if rest:
            self._writing = True
            self._line.insert(rest)
            self._writing = False
            self._line.setSelection(len(text) + len(rest), -len(rest))
            # Qt opens the list of names after this; closed again, it leaves Enter to the field.
            QTimer.singleShot(0, self, self._close_list)

    def _close_list(self) -> None:
        offered = self._line.completer().popup()
        if offered is not None:
            offered.hide()


class NameCompletion(QObject):
    """Offers names that hold what was typed anywhere in them; they are asked for when the line gets the cursor."""

    def __init__(self, line: QLineEdit, names: Callable[[], Sequence[str]]) -> None:
        super().__init__(line)
        self._line, self._names = line, names
        self._model = QStringListModel(self)
        TypingAhead(line, self._model.stringList)
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
