"""What an empty page says instead of nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, literal
from sharedprog.ui.scrolled import Scrolled


class EmptyPanel(QWidget):
    """What belongs here, in a sentence, and a button for the first step (`first_step`)."""

    first_step = Signal()

    def __init__(self, title: str, sentence: str, step: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(role="card-title", wrap=True)
        self._sentence = Label(role="truth", wrap=True)
        self._step = button("", self.first_step.emit, "primary")
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setSpacing(fonts.scaled(8))
        layout.addStretch(2)
        for label in (self._title, self._sentence):
            label.setAlignment(centre)
            layout.addWidget(label)
        layout.addSpacing(fonts.scaled(8))
        layout.addWidget(self._step, alignment=centre)
        layout.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside))
        self.say(title, sentence, step)

    def say(self, title: str, sentence: str, step: str = "") -> None:
        """Change the words; without a step there is no button (as where a filter finds nothing)."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._step.setText(literal(step) or self._step.text())
        self._step.setAccessibleName(step or title)
        self._step.setVisible(bool(step))
