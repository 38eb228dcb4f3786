"""What all editors share: when a value is committed, and how trouble with it is told."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.ui.labels import Label, announce, set_mark, set_role, tool_tip

V = TypeVar("V")

_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(QWidget, Generic[V]):
    """A field with room beneath it for a sentence.

    `committed` carries the new value when the person leaves the field or presses Enter, and only if
    they changed it. Escape puts back what was there. What cannot be read stays on the screen, with
    the reason beneath it. Subclasses say how a value is written to the field and read from it.
    """

    committed = Signal(object)

    def __init__(self, field: QWidget, held: V, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._held = held
        self._attempt = held
        self._help = ""
        self._gap = ""
        self._trouble = ""
        self._sentence = Label(role="help", wrap=True)
        self._sentence.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(field)
        layout.addWidget(self._sentence)
        self.setFocusProxy(field)
        field.installEventFilter(self)
        self._write(held)
        self._shown = self._screen()

    # What a subclass says.

    def _write(self, value: V) -> None:
        """Put a value on the screen."""
        raise NotImplementedError

    def _read(self) -> V:
        """The value on the screen; raises ValueError with a sentence for the person."""
        raise NotImplementedError

    def _screen(self) -> object:
        """What is on the screen, read or not, to be compared with what was put there."""
        raise NotImplementedError

    # What others call.

    def field(self) -> QWidget:
        """The widget that has the focus."""
        return self._field

    def value(self) -> V:
        """The value on the screen, or the one held where that cannot be read."""
        if not self.has_uncommitted():
            return self._held
        try:
            return self._read()
        except ValueError:
            return self._held

    def set_value(self, value: V) -> None:
        """Show a value, of another row perhaps; whatever was typed and not committed is dropped."""
        self._attempt = value
        self.set_trouble("")
        self._show(value)

    def refresh(self, value: V) -> None:
        """The same row holds another value now; what the person is typing stays on the screen."""
        if self.has_uncommitted():
            self._held = value
        else:
            self._show(value)

    def refuse(self, held: V, sentence: str) -> None:
        """What was committed last could not be kept: it stays on the screen, with the reason."""
        self._show(held)
        self._write(self._attempt)
        self.set_trouble(sentence)

    def has_uncommitted(self) -> bool:
        """Whether the person changed what was put on the screen."""
        return self._screen() != self._shown

    def commit(self, *, quietly: bool = False) -> bool:
        """Send the value if it was changed; False where it cannot be read, which is told unless `quietly`."""
        if not self.has_uncommitted():
            return True
        try:
            value = self._read()
        except ValueError as error:
            if not quietly:
                self.set_trouble(str(error))
            return False
        self.set_trouble("")
        changed = value != self._held
        self._attempt = value
        self._show(value)
        if changed:
            self.committed.emit(value)
        return True

    def revert(self) -> None:
        """Put back what was there."""
        self.set_trouble("")
        self._show(self._held)

    def describe(self, name: str, help_line: str = "") -> None:
        """The field's label for a screen reader, and its help line."""
        self._help = help_line
        self._field.setAccessibleName(name)
        self._field.setWhatsThis(tool_tip(help_line))
        self._tell()

    def set_trouble(self, sentence: str) -> None:
        """Say beneath the field what is wrong with what is on the screen; empty when it is not."""
        if sentence != self._trouble:
            self._trouble = sentence
            self._tell()
            if sentence:
                announce(self._field, sentence)

    def trouble(self) -> str:
        """The sentence beneath the field, or an empty text."""
        return self._trouble

    def set_gap(self, sentence: str) -> None:
        """A soft mark: what this field still lacks, shown while there is no trouble."""
        self._gap = sentence
        self._tell()

    def set_read_only(self, read_only: bool) -> None:
        """Show the value without letting it be changed."""
        self._field.setEnabled(not read_only)

    # How it works.

    def _show(self, value: V) -> None:
        self._held = value
        self._write(value)
        self._shown = self._screen()

    def _tell(self) -> None:
        sentence = self._trouble or self._gap
        set_mark(self._field, "trouble", "true" if self._trouble else "false")
        set_role(self._sentence, "trouble" if self._trouble else "help")
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        said = [part for part in (sentence, self._help) if part]
        self._field.setAccessibleDescription(" ".join(said))
        self._field.setToolTip(tool_tip("\n".join(said)))

    def _wants(self, event: QKeyEvent) -> bool:
        """Escape is ours while there is something to put back, before any shortcut of the window."""
        return event.key() == Qt.Key.Key_Escape and self.has_uncommitted()

    def _commits(self, event: QKeyEvent) -> bool:
        """Whether a key means that the person is done with the field."""
        return event.key() in _ENTER

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit on leaving and on Enter; put back on Escape."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() not in _STILL_HERE:
                self.commit(quietly=event.reason() == Qt.FocusReason.ActiveWindowFocusReason)
        elif isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._wants(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if self._wants(event):
                self.revert()
                return True
            if self._commits(event) and self.has_uncommitted():
                return not self.commit()
        return False
