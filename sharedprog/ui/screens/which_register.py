"""Asking which list a file holds, where it does not say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.registers import BY_KEY
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.labels import Label


class WhichRegisterDialog(QDialog):
    """Names the file, and offers the registers it may hold."""

    def __init__(self, path: Path, choices: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Which list is it?")
        self.setAccessibleName("Which list is it?")
        self.setMinimumWidth(fonts.scaled(440))
        self.list = ComboField()
        self.list.setAccessibleName("List")
        for key in choices:
            self.list.addItem(BY_KEY[key].title, key)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(Label("Which list is it?", "card-title"))
        column.addWidget(Label(f"“{path.name}” does not say what its rows are.", wrap=True))
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        done = button("Read it as this list", self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        column.addSpacing(fonts.scaled(8))
        column.addLayout(row)


def which_register(parent: QWidget | None, path: Path, choices: Sequence[str]) -> str | None:
    """The key of the register that the person chooses; None where they leave it."""
    dialog = WhichRegisterDialog(path, choices, parent)
    accepted = dialog.exec()
    key = str(dialog.list.currentData())
    dialog.deleteLater()
    return key if accepted else None
