"""Trouble told in place: what happened, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.icons import Mark
from sharedprog.ui.labels import Label, announce, set_role

Step = tuple[str, Callable[[], object]]


class TroublePanel(QFrame):
    """A panel on the page, hidden until something goes wrong. It never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "trouble-panel")
        self._happened = Label(role="strong", wrap=True)
        self._to_do = Label(wrap=True)
        self._steps = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(fonts.scaled(4))
        words.addWidget(self._happened)
        words.addWidget(self._to_do)
        words.addLayout(self._steps)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*[fonts.scaled(12)] * 4)
        layout.setSpacing(fonts.scaled(8))
        layout.addWidget(Mark("trouble", "critical"), alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self.hide()

    def tell(self, happened: str, to_do: str = "", steps: Sequence[Step] = (), detail: str = "") -> None:
        """Show what happened, what to do, and buttons for it; `detail` can be copied, for a report."""
        self._happened.setText(happened)
        self._to_do.setText(to_do)
        self._to_do.setVisible(bool(to_do))
        self.setAccessibleName(f"{happened} {to_do}".strip())
        self._clear_steps()
        for words, clicked in steps:
            self._steps.addWidget(button(words, clicked))
        if detail:
            self._steps.addWidget(button("Copy the details", lambda: _copy(detail), "link"))
        self._steps.addWidget(button("Dismiss", self.clear, "link"))
        self._steps.addStretch(1)
        self.show()
        announce(self, self.accessibleName())

    def clear(self) -> None:
        """The trouble is over, or was read."""
        self.hide()

    def _clear_steps(self) -> None:
        while (item := self._steps.takeAt(0)) is not None:
            if (step := item.widget()) is not None:
                step.deleteLater()


def _copy(detail: str) -> None:
    QGuiApplication.clipboard().setText(detail)
