"""Yes or no."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import CheckField
from sharedprog.ui.labels import literal


class FlagBox(Editor[bool]):
    """A box with its words beside it; ticking it commits."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        self._box = CheckField(literal(words))
        super().__init__(self._box, False, parent)
        self._box.clicked.connect(lambda _checked=False: self.commit())

    def _write(self, value: bool) -> None:
        self._box.setChecked(value)

    def _read(self) -> bool:
        return self._box.isChecked()

    def _screen(self) -> object:
        return self._box.isChecked()
