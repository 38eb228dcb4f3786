"""Choosing a person the programme knows, or naming one it does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QWidget

from sharedprog.ui.editors.completing import TypingAhead
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import ComboField, LineField
from sharedprog.ui.labels import set_role


@dataclass(frozen=True)
class NewName:
    """A name that is no row yet; committing it makes one."""

    name: str


@dataclass(frozen=True)
class Known:
    """What can be chosen: ids with names, the very same sequence while none changes, and the name of one id or None."""

    everyone: Callable[[], Sequence[tuple[str, str]]]
    name: Callable[[str], str | None]


def these(people: Sequence[tuple[str, str]]) -> Known:
    """Ids and names that are all at hand."""
    return Known(lambda: people, dict(people).get)


class PeopleEdit(Editor["str | NewName | None"]):
    """A name, completed from those known. The value is the id of a row, a `NewName`, or None.

    Serves every link whose target may be named on the spot. Names as shown should differ from one another;
    ``makes_new`` says whether an unknown name makes a row. There may be thousands of names: the list is filled when
    the person comes to the field.
    """

    def __init__(self, known: Known, parent: QWidget | None = None, *, makes_new: bool = True) -> None:
        self._makes_new = makes_new
        self._combo = ComboField()
        self._line = LineField()
        self._ids: list[str] = []
        self._listed: Sequence[tuple[str, str]] = ()
        self._known = known
        self._combo.setEditable(True)
        self._combo.setLineEdit(self._line)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self._combo.model(), self._combo)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completions = QListView()
        completions.setAccessibleName("Names that fit")
        set_role(completions, "completions")
        completer.setPopup(completions)
        self._combo.setCompleter(completer)
        super().__init__(self._combo, None, parent)
        TypingAhead(self._line, self._names)
        self._line.textEdited.connect(self._hint)
        self._combo.popup_opening.connect(self._fill)
        self._combo.popup_closed.connect(self.commit, Qt.ConnectionType.QueuedConnection)

    def offer(self, known: Known) -> None:
        """Offer other people; what is being typed stays."""
        self._known = known
        if self._combo.hasFocus():
            self._fill()
        if not self.has_uncommitted():
            self._show(self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list is needed from when the person comes to the field."""
        if event.type() == QEvent.Type.FocusIn:
            self._fill()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        """Have the names of now in the list; what is on the screen stays."""
        people = self._known.everyone()
        if people is self._listed:
            return
        self._listed = people
        text, selected = self._line.text(), self._line.hasSelectedText()
        self._ids = [identity for identity, _ in people]
        self._combo.clear()
        self._combo.addItems([name for _, name in people])
        self._combo.setCurrentIndex(self._place(self._held))
        self._line.setText(text)
        if selected:
            self._line.selectAll()

    def _place(self, value: str | NewName | None) -> int:
        """Where a value stands in the list; -1 for nowhere."""
        return self._ids.index(value) if isinstance(value, str) and value in self._ids else -1

    def _write(self, value: str | NewName | None) -> None:
        self._combo.setCurrentIndex(self._place(value))
        match value:
            case None:
                self._line.write("")
            case NewName(name):
                self._line.write(name)
            case str():
                self._line.write(self._known.name(value) or "(not in this programme)")

    def _read(self) -> str | NewName | None:
        text = " ".join(self._line.text().split())
        if not text:
            return None
        self._fill()
        index = self._combo.currentIndex()
        if index >= 0 and self._combo.itemText(index) == text:
            return self._ids[index]
        found = self._combo.findText(text, Qt.MatchFlag.MatchFixedString)
        if found < 0 and not self._makes_new:
            found = self._only_one_with(text)
        return self._ids[found] if found >= 0 else NewName(text)

    def _names(self) -> list[str]:
        return [name for _, name in self._listed]

    def _only_one_with(self, text: str) -> int:
        """The place of the only name that holds a text, or -1."""
        found = [place for place, name in enumerate(self._names()) if text.casefold() in name.casefold()]
        return found[0] if len(found) == 1 else -1

    def _screen(self) -> object:
        return self._line.text()

    def _hint(self) -> None:
        """Say that leaving the field now would add a person, or that the programme has no such row."""
        text = " ".join(self._line.text().split()).casefold()
        names = [name.casefold() for name in self._names()]
        if self._makes_new:
            self._line.show_hint("new" if text and text not in names else "")
        else:
            self._line.show_hint("" if any(text in name for name in names) else "not known")
