"""Longer text, and the title at the head of a form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import ProseField
from sharedprog.ui.editors.reading import fitting
from sharedprog.ui.labels import set_role


class ProseEdit(Editor[str]):
    """Plain text that grows with what is in it, up to `most` lines; Enter is a new line, Ctrl+Enter commits.

    `longest` is in characters; line ends and spaces at the end are not kept.
    """

    def __init__(
        self, least: int = 2, most: int = 12, longest: int | None = None, parent: QWidget | None = None
    ) -> None:
        self._text = ProseField(least, most)
        self._longest = longest
        super().__init__(self._text, "", parent)

    def _write(self, value: str) -> None:
        self._text.write(value)

    def _read(self) -> str:
        return fitting(self._text.toPlainText().rstrip(), self._longest)

    def _screen(self) -> object:
        return self._text.toPlainText()

    def _commits(self, event: QKeyEvent) -> bool:
        return super()._commits(event) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class TitleEdit(ProseEdit):
    """A title: one line that may wrap; Enter commits, and line ends that are pasted become spaces."""

    def __init__(self, longest: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(least=1, most=4, longest=longest, parent=parent)
        set_role(self._text, "title")

    def _read(self) -> str:
        return fitting(" ".join(self._text.toPlainText().split()), self._longest)

    def _commits(self, event: QKeyEvent) -> bool:
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def _key(self, event: QKeyEvent) -> bool:
        handled = super()._key(event)
        return handled or (event.type() == QKeyEvent.Type.KeyPress and self._commits(event))
