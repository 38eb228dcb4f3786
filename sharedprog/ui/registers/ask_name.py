"""Asking for the name of something a person keeps: a set of columns, a filter."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.labels import Label, announce

LONGEST = 60


class AskName(QDialog):
    """One name, which may not be ``taken``; ``offers`` are ticks to set beside it, by key."""

    def __init__(
        self,
        question: str,
        explanation: str,
        verb: str,
        *,
        name: str = "",
        taken: Collection[str] = (),
        offers: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(explanation)
        self.setMinimumWidth(fonts.scaled(420))
        self._taken = {each.casefold() for each in taken if each.casefold() != name.casefold()}
        self.field = LineField()
        self.field.setMaxLength(LONGEST)
        self.field.setText(name)
        self.field.setAccessibleName("Name")
        self.field.selectAll()
        self.ticks = {key: QCheckBox(words) for key, words in (offers or {}).items()}
        self._trouble = Label("", "trouble", wrap=True)
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label(question, "card-title", wrap=True))
        if explanation:
            column.addWidget(Label(explanation, wrap=True))
        column.addWidget(Label("Name", "secondary"))
        column.addWidget(self.field)
        column.addWidget(self._trouble)
        for tick in self.ticks.values():
            column.addWidget(tick)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        doing = button(verb, self.accept, "primary")
        doing.setDefault(True)
        row.addWidget(doing)
        column.addLayout(row)
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The name as typed."""
        return " ".join(self.field.text().split())

    def accept(self) -> None:
        """Take the name, if it is one and free."""
        if not self.name:
            self._refuse("Give it a name.")
        elif self.name.casefold() in self._taken:
            self._refuse(f"“{self.name}” is there already. Choose another name.")
        else:
            super().accept()

    def _refuse(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()
        announce(self.field, sentence)
        self.field.setFocus()


def ask_name(dialog: AskName) -> str:
    """The name a person gives; empty where they changed their mind."""
    accepted = dialog.exec()
    dialog.deleteLater()
    return dialog.name if accepted else ""
