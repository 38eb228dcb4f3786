"""The programme itself: one row, so only its form, or its history."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, set_role, tool_tip
from sharedprog.ui.registers.form_head import TURN
from sharedprog.ui.registers.form_or_history import FormOrHistory
from sharedprog.ui.registers.row_history import RowHistory
from sharedprog.ui.session import Session

WIDTH = 760.0


class ProgrammePage(QWidget):
    """What the programme is called, what it is for, and the rules it goes by."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        card = QFrame(self)
        self._turning = FormOrHistory(session, PROGRAMME, card)
        self.form = self._turning.form
        self._turn = button(TURN[False], self.turn_history, "link")
        self._turn.setToolTip(tool_tip("What was changed here, and putting it back (Ctrl+Shift+H)"))
        self._turning.turned.connect(lambda history: self._turn.setText(TURN[history]))
        self._turning.told.connect(self.told)
        self._turning.refused.connect(self.refused)
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._turning)
        card.setMaximumWidth(fonts.scaled(WIDTH))
        column = QVBoxLayout(self)
        side = fonts.scaled(20)
        column.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(16))
        column.setSpacing(fonts.scaled(10))
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(Label(PROGRAMME.title, "page-title"))
        head.addWidget(Label("What every page and every pack leans on.", "truth"))
        head.addWidget(self._turn)
        head.addStretch(1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.addWidget(card, 4)
        row.addStretch(1)
        column.addLayout(row, 1)
        session.changed.connect(lambda _: self._show())
        self._show()
        self.form.make_soon()

    def enter(self) -> None:
        """Put the cursor into the first field."""
        self.form.enter()

    @property
    def history(self) -> RowHistory:
        """The history of the programme's own fields."""
        return self._turning.history

    def turn_history(self) -> None:
        """Show the history of the programme's own fields in the place of the form, or the form again."""
        if self._turning.shows_history:
            self._turning.show_form()
            self.enter()
        else:
            self._turning.show_history()
            self.history.enter()

    def commit(self) -> None:
        """Commit what is being typed."""
        self.form.commit()

    def _show(self) -> None:
        rows = self.session.programme.rows(PROGRAMME)
        self._turning.show_row(rows[0].id if rows else None)
