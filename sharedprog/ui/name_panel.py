"""Asking the person's name once, in a panel that holds nobody up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.labels import Label, set_role
from sharedprog.ui.preferences import Preferences


class NamePanel(QFrame):
    """Offers the name of the computer's account; hidden once the person has said who they are.

    ``signed`` carries the name that changes are signed with from now on.
    """

    signed = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        set_role(self, "card")
        self.name = LineField()
        self.name.setAccessibleName("Your name")
        self.name.setMinimumWidth(fonts.scaled(120))
        self.name.setMaximumWidth(fonts.scaled(260))
        self.name.returnPressed.connect(self._keep)
        row = QHBoxLayout(self)
        side, air = fonts.scaled(16), fonts.scaled(8)
        row.setContentsMargins(side, air, side, air)
        row.setSpacing(fonts.scaled(12))
        row.addWidget(Label("The history says who changed what. Your changes are signed:"))
        row.addWidget(self.name, 100)
        row.addWidget(button("Sign with this name", self._keep))
        row.addStretch(1)
        preferences.changed.connect(self._show)
        self._show()

    def ask(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _show(self) -> None:
        held = self._preferences.settings
        self.name.write(held.name)
        self.setVisible(not held.asked)

    def _keep(self) -> None:
        self._preferences.give_name(self.name.text())
        self.signed.emit(self._preferences.settings.name)
