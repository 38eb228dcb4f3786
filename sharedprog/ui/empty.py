"""What an empty page says instead of nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, literal
from sharedprog.ui.scrolled import Scrolled


class EmptyPanel(QWidget):
    """What belongs here, in a sentence, and buttons for the first step (`first_step`) and perhaps another way."""

    first_step = Signal()
    other_step = Signal()

    def __init__(self, title: str, sentence: str, step: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label(role="card-title", wrap=True)
        self._sentence = Label(role="truth", wrap=True)
        self._step = button("", self.first_step.emit, "primary")
        self._other = button("", self.other_step.emit)
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setSpacing(fonts.scaled(8))
        layout.addStretch(2)
        for label in (self._title, self._sentence):
            label.setAlignment(centre)
            layout.addWidget(label)
        layout.addSpacing(fonts.scaled(8))
        layout.addWidget(self._step, alignment=centre)
        layout.addWidget(self._other, alignment=centre)
        layout.addStretch(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inside))
        self.say(title, sentence, step)

    def say(self, title: str, sentence: str, step: str = "", other: str = "") -> None:
        """Change the words; without a step there is no button for it."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        for made, words in ((self._step, step), (self._other, other)):
            made.setText(literal(words) or made.text())
            made.setAccessibleName(words or title)
            made.setVisible(bool(words))
