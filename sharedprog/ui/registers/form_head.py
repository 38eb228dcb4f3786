"""The head of a form: which row it is, its rating, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from sharedprog.domain.columns import columns_of
from sharedprog.domain.naming import label
from sharedprog.domain.phrases import letter
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button, icon_button
from sharedprog.ui.labels import ElidedLabel, Label, set_role, tool_tip
from sharedprog.ui.pills import TRAVEL, Pill
from sharedprog.ui.session import Session
from sharedprog.usecases.converting import poison_becomes_risk, risk_becomes_issue
from sharedprog.usecases.document import Document

BECOMES: dict[str, tuple[str, str, Callable[[Document, str], str]]] = {
    RISKS.key: ("Becomes an issue", "issues", risk_becomes_issue),
    POISONS.key: ("Becomes a risk", "risks", poison_becomes_risk),
}
"""What a row can become: the words, the register it goes to, and the use case."""


TURN = {False: "History", True: "Form"}
"""What the button leads to, by whether the history is shown."""


class FormHead(QWidget):
    """Label, score and travel of the row, and the button that turns it into another."""

    told = Signal(str)
    refused = Signal(str)
    wants = Signal(str, str)
    turned = Signal()
    """The person asks for the history of the row, or for its form again."""
    left = Signal()
    """The person goes back from the form to the list, where only one of them has room."""

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.row_id: str | None = None
        set_role(self, "form")
        self._ref = Label("", "strong")
        self._ref.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._pill = Pill("–")
        self._was = ElidedLabel("", "secondary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(fonts.scaled(16), fonts.scaled(12), fonts.scaled(16), 0)
        layout.setSpacing(fonts.scaled(8))
        self._back = icon_button("left", "Back to the list (Esc)", self.left.emit)
        self._back.hide()
        for part in (self._back, self._ref, self._pill, self._was):
            layout.addWidget(part)
        layout.addStretch(1)
        self._history = button(TURN[False], self.turned.emit, "link")
        self._history.setToolTip(tool_tip("What was changed in this row, and putting it back (Ctrl+Shift+H)"))
        self._becomes: QPushButton | None = None
        if register.key in BECOMES:
            self._becomes = button(BECOMES[register.key][0], self.become, "link")
            layout.addWidget(self._becomes)
        layout.addWidget(self._history)
        session.changed.connect(lambda _: self.show_row(self.row_id))
        self.show_row(None)

    def show_row(self, row_id: str | None) -> None:
        """Show another row, or the same after a change."""
        self.row_id = row_id
        row: Row | None = self.session.programme.row(self.register, row_id)
        if self._becomes is not None:
            self._becomes.setVisible(row is not None)
        self._history.setVisible(row is not None)
        if row is None:
            self._ref.setText("Choose a row to see it here.")
            self._pill.hide()
            self._was.setText("")
            return
        self._ref.setText(row.ref or label(self.register, row))
        self._rate(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the score was gives way where there is little room."""
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        shown = [part for part in (self._back, self._ref, self._pill, self._becomes, self._history) if part is not None]
        taken = sum(part.sizeHint().width() + fonts.scaled(8) for part in shown if not part.isHidden())
        room = self.width() - 2 * fonts.scaled(16) - 2 * fonts.scaled(8) - taken
        self._was.setVisible(self._was.sizeHint().width() <= room)

    def show_turned(self, history: bool) -> None:
        """Offer the form while the history is shown, and the history while the form is."""
        self._history.setText(TURN[history])

    def show_way_back(self, shown: bool) -> None:
        """Offer the way back to the list, or not."""
        self._back.setVisible(shown)

    def become(self) -> None:
        """Turn the row into one of another register, and go there."""
        if self.row_id is None or self.register.key not in BECOMES:
            return
        words, key, does = BECOMES[self.register.key]
        try:
            made = does(self.session.document, self.row_id)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        self.told.emit(f"{words}: done.")
        self.wants.emit(key, made)

    def _rate(self, row: Row) -> None:
        """The rating and the travel, where the register has them."""
        columns = columns_of(self.register.key)
        name = next((each for each in ("score", "rag") if each in columns), None)
        shown = columns[name].shown(self.session.view, row) if name else None
        rated = shown is not None and shown.rag is not None
        self._pill.setVisible(rated)
        if shown is not None and shown.rag is not None:
            self._pill.show_rag(letter(shown.rag), shown.text)
        travel = columns["travel"].shown(self.session.view, row).travel if "travel" in columns else None
        self._was.setText(self._before(row) if travel in ("worse", "better") else TRAVEL.get(travel or "", ""))
        self._give_way()

    def _before(self, row: Row) -> str:
        last = self.session.view.last
        then = last.results.risks.get(row.id) if last is not None else None
        if last is None or then is None or then.score is None:
            return ""
        return f"was {then.score} at board {last.number}"
