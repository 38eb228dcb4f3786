"""Editors of one line, whose text is read and written by functions from below the screens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sharedprog.domain.reading import read_duration, read_elapsed
from sharedprog.domain.words import duration_words
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import LineField

V = TypeVar("V")

Read = Callable[[str], V]
"""From what was typed to a value; raises ValueError with a sentence for the person."""

Write = Callable[[V], str]
"""From a value to how it is shown."""


class ReadingEdit(Editor[V | None]):
    """A line that is read when the person leaves it; an empty line is None, never a default."""

    def __init__(self, read: Read[V], write: Write[V], parent: QWidget | None = None) -> None:
        self._line = LineField()
        self._read_text = read
        self._write_text = write
        super().__init__(self._line, None, parent)
        self._line.textEdited.connect(self._hint)

    def _write(self, value: V | None) -> None:
        self._line.write("" if value is None else self._write_text(value))

    def _read(self) -> V | None:
        text = self._line.text().strip()
        return self._read_text(text) if text else None

    def _screen(self) -> object:
        return self._line.text()

    def _hint(self) -> None:
        """While typing, show how the text will be understood; nothing while it cannot be."""
        try:
            value = self._read()
        except ValueError:
            value = None
        written = "" if value is None else self._write_text(value)
        self._line.show_hint("" if written == self._line.text().strip() else written)


class DurationEdit(ReadingEdit[int]):
    """Working minutes, written as days; or minutes on the clock, as days of 24 hours."""

    def __init__(self, day: int, parent: QWidget | None = None) -> None:
        super().__init__(*_measured(day, elapsed=False), parent)

    def measure(self, day: int, *, elapsed: bool) -> None:
        """From now on a day has so many minutes, or 24 hours."""
        self._read_text, self._write_text = _measured(day, elapsed=elapsed)


def _measured(day: int, *, elapsed: bool) -> tuple[Read[int], Write[int]]:
    def write(minutes: int) -> str:
        return duration_words(minutes, day, elapsed=elapsed)

    return (read_elapsed if elapsed else lambda text: read_duration(text, day)), write


class MoneyEdit(ReadingEdit[int]):
    """An amount, held in pence; figures stand at the right."""

    def __init__(self, read: Read[int], write: Write[int], parent: QWidget | None = None) -> None:
        super().__init__(read, write, parent)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _hint(self) -> None:
        """No hint: the figures stand where it would be."""


class ShortTextEdit(Editor[str]):
    """One line of text; spaces around it are not kept. `longest` is in characters."""

    def __init__(self, longest: int | None = None, parent: QWidget | None = None) -> None:
        self._line = LineField()
        self._longest = longest
        super().__init__(self._line, "", parent)

    def _write(self, value: str) -> None:
        self._line.write(value)

    def _read(self) -> str:
        return fitting(self._line.text().strip(), self._longest)

    def _screen(self) -> object:
        return self._line.text()


def fitting(text: str, longest: int | None) -> str:
    """The text itself; raises ValueError with a sentence where it is too long."""
    if longest is not None and len(text) > longest:
        over = len(text) - longest
        raise ValueError(f"This is {over:,} characters too long: at most {longest:,} fit. Please shorten it.")
    return text
