"""A card of the dashboard: a title, what stands beneath it, and words instead where there is nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, set_role


class Card(QFrame):
    """What it holds is shown, or else why there is nothing, with the way to the first step."""

    def __init__(self, title: str, body: QWidget, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self.title = Label(title, "card-title")
        self.title.setMinimumHeight(fonts.scaled(28))
        self.body = body
        self.stops: list[QWidget] = [body]
        """What Tab goes to, in order."""
        self._empty = Label(empty, "secondary", wrap=True)
        self._links = QHBoxLayout()
        self._links.setSpacing(fonts.scaled(4))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addLayout(self._links)
        self.column = QVBoxLayout(self)
        side = fonts.scaled(16)
        self.column.setContentsMargins(side, fonts.scaled(8), side, fonts.scaled(10))
        self.column.setSpacing(fonts.scaled(4))
        self.column.addLayout(head)
        self.column.addWidget(body)
        self.column.addWidget(self._empty)
        self.column.addStretch(1)
        self._empty.hide()

    def add_link(self, words: str, name: str, does: Callable[[], object]) -> QPushButton:
        """A way on, at the right of the title; ``name`` says the whole of it."""
        made = button(words, does, "link")
        made.setAccessibleName(name)
        self._links.addWidget(made)
        self.stops.insert(-1, made)
        return made

    def fill(self, *, filled: bool) -> None:
        """Show the body, or the words that stand for it."""
        self.body.setVisible(filled)
        self._empty.setVisible(not filled)
