"""How far long work is, and the way to stop it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.background import Task
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, announce, set_role

_STEPS = 1_000


@dataclass(frozen=True)
class _Watched:
    sentence: str
    task: Task
    outlasts: bool


class ProgressPanel(QFrame):
    """A panel on the page, hidden until it watches a task. `cancelled` is sent after the task was.

    Several tasks are shown one after another, as the worker does them.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watched: deque[_Watched] = deque()
        set_role(self, "card")
        self._sentence = Label(wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        words = QVBoxLayout()
        words.setSpacing(fonts.scaled(8))
        words.addWidget(self._sentence)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[fonts.scaled(12)] * 4)
        row.setSpacing(fonts.scaled(16))
        row.addLayout(words, 1)
        row.addWidget(button("Cancel", self.cancel))
        self.hide()

    @property
    def under_way(self) -> str:
        """What is being done, as it was said first; empty where nothing is."""
        return self._watched[0].sentence if self._watched else ""

    def watch(self, sentence: str, task: Task, *, outlasts: bool = False) -> None:
        """Show that the work has begun; how long it takes is not known until `heard` is called.

        Work that ``outlasts`` the page goes on to its end once the page is gone.
        """
        self._watched.append(_Watched(sentence, task, outlasts))
        if len(self._watched) == 1:
            self._show_first()

    def heard(self, part: float, sentence: str) -> None:
        """Show how far it is: give this as `progress` to the background."""
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(part * _STEPS))
        self._sentence.setText(sentence)

    def finish(self) -> None:
        """Work is done or has failed: the one that says so itself, else the one that is shown."""
        left = deque(each for each in self._watched if not each.task.finished)
        if len(left) == len(self._watched) and left:
            left.popleft()
        self._watched = left
        self._show_first()

    def leave(self) -> None:
        """The page goes: stop work that is for it alone, and hear nothing more of any."""
        while self._watched:
            each = self._watched.popleft()
            each.task.forget() if each.outlasts else each.task.cancel()

    def cancel(self) -> None:
        """Stop the work that is shown; with nothing more to show the panel is put away."""
        if not self._watched:
            return
        task = self._watched.popleft().task
        self._show_first()
        task.cancel()
        self.cancelled.emit()

    def _show_first(self) -> None:
        if not self._watched:
            self.hide()
            return
        self._sentence.setText(self.under_way)
        self._bar.setRange(0, 0)
        self.show()
        announce(self, self.under_way)
