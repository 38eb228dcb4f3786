"""Choosing one of a few things, or none of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import ComboField

V = TypeVar("V")

NONE = "–"


class ChoiceEdit(Editor[V | None]):
    """A list with a blank entry “–” for unknown. Closing the list on another entry commits it."""

    def __init__(self, options: Sequence[tuple[V, str]], parent: QWidget | None = None) -> None:
        self._combo = ComboField()
        self._codes: list[V | None] = []
        super().__init__(self._combo, None, parent)
        self.set_options(options)
        self._combo.popup_closed.connect(self.commit, Qt.ConnectionType.QueuedConnection)

    def set_options(self, options: Sequence[tuple[V, str]]) -> None:
        """Offer other codes and labels; the value stays, even where it is none of them."""
        held = self._held
        self._codes = [None, *(code for code, _ in options)]
        self._combo.clear()
        self._combo.addItems([NONE, *(label for _, label in options)])
        self._show(held)

    def _write(self, value: V | None) -> None:
        if value is not None and value not in self._codes:
            self._codes.append(value)
            self._combo.addItem(f"{value} (no longer offered)")
        self._combo.setCurrentIndex(self._codes.index(value) if value in self._codes else -1)

    def _read(self) -> V | None:
        index = self._combo.currentIndex()
        return self._codes[index] if index >= 0 else None

    def _screen(self) -> object:
        return self._combo.currentIndex()


class LevelEdit(ChoiceEdit[int]):
    """A step of a scale, shown with its number: `4 Likely`. Typing the number or the word picks it."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(_numbered(words), parent)

    def set_words(self, words: Sequence[str]) -> None:
        """Another scale: the words from 1 upwards."""
        self.set_options(_numbered(words))


def _numbered(words: Sequence[str]) -> list[tuple[int, str]]:
    return [(level, f"{level} {word}") for level, word in enumerate(words, start=1)]
