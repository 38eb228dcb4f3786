"""How far long work is, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.background import Task
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, announce, set_role

_STEPS = 1_000


class ProgressPanel(QFrame):
    """A panel on the page, hidden until it watches a task. `cancelled` is sent after the task was."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._begun = ""
        self._outlasts = False
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
        return self._begun if self._task is not None else ""

    def watch(self, sentence: str, task: Task, *, outlasts: bool = False) -> None:
        """Show that the work has begun; how long it takes is not known until `heard` is called.

        Work that ``outlasts`` the page goes on to its end once the page is gone.
        """
        self._task, self._begun, self._outlasts = task, sentence, outlasts
        self._sentence.setText(sentence)
        self._bar.setRange(0, 0)
        self.show()
        announce(self, sentence)

    def heard(self, part: float, sentence: str) -> None:
        """Show how far it is: give this as `progress` to the background."""
        self._bar.setRange(0, _STEPS)
        self._bar.setValue(round(part * _STEPS))
        self._sentence.setText(sentence)

    def finish(self) -> None:
        """The work is done or has failed."""
        self._task = None
        self.hide()

    def leave(self) -> None:
        """The page goes: stop work that is for it alone, and hear nothing more of any."""
        task = self._task
        self._task = None
        if task is not None:
            task.forget() if self._outlasts else task.cancel()

    def cancel(self) -> None:
        """Stop the work and put the panel away."""
        task = self._task
        self.finish()
        if task is not None:
            task.cancel()
            self.cancelled.emit()
