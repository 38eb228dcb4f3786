"""The programme itself: one row, so only its form."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.ui import fonts
from sharedprog.ui.labels import Label, set_role
from sharedprog.ui.registers.form import Form
from sharedprog.ui.session import Session

WIDTH = 760.0


class ProgrammePage(QWidget):
    """What the programme is called, what it is for, and the rules it goes by."""

    refused = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.form = Form(session, PROGRAMME)
        self.form.finish()
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.form)
        card.setMaximumWidth(fonts.scaled(WIDTH))
        column = QVBoxLayout(self)
        side = fonts.scaled(20)
        column.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(16))
        column.setSpacing(fonts.scaled(10))
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(Label(PROGRAMME.title, "page-title"))
        head.addWidget(Label("What every page and every pack leans on.", "truth"))
        head.addStretch(1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.addWidget(card, 4)
        row.addStretch(1)
        column.addLayout(row, 1)
        session.changed.connect(lambda _: self._show())
        self._show()

    def enter(self) -> None:
        """Put the cursor into the first field."""
        self.form.focus_field(next(iter(self.form.editors)))

    def commit(self) -> None:
        """Commit what is being typed."""
        self.form.commit()

    def _show(self) -> None:
        rows = self.session.programme.rows(PROGRAMME)
        self.form.show_row(rows[0].id if rows else None)
