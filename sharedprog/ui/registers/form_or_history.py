"""The form of a row, or its history in the same place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sharedprog.domain.register import Register
from sharedprog.ui.registers.form import Form
from sharedprog.ui.registers.row_history import RowHistory
from sharedprog.ui.session import Session


class FormOrHistory(QStackedWidget):
    """``turned`` says whether the history is shown from now on; the history is made when it is first asked for.

    ``told`` and ``refused`` carry what putting back came to.
    """

    turned = Signal(bool)
    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(session, register, self)
        self._history: RowHistory | None = None
        self.addWidget(self.form)

    @property
    def history(self) -> RowHistory:
        """The history of the row that the form shows."""
        if self._history is None:
            self._history = RowHistory(self.form.session, self.form.register, self)
            self._history.told.connect(self.told)
            self._history.refused.connect(self.refused)
            self.addWidget(self._history)
            self._history.show_row(self.form.row_id)
        return self._history

    @property
    def shows_history(self) -> bool:
        """Whether the person sees the history."""
        return self._history is not None and self.currentWidget() is self._history and self._history.isVisible()

    def show_row(self, row_id: str | None) -> None:
        """Show another row in both."""
        self.form.show_row(row_id)
        if self._history is not None:
            self._history.show_row(row_id)

    def show_form(self) -> None:
        """Show the form."""
        self.setCurrentWidget(self.form)
        self.turned.emit(False)

    def show_history(self) -> None:
        """Show the history; what is being typed on the form is committed."""
        self.form.commit()
        self.setCurrentWidget(self.history)
        self.turned.emit(True)
