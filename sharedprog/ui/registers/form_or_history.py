"""The form of a row, or its history in the same place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sharedprog.ui.registers.form import Form
from sharedprog.ui.registers.row_history import RowHistory


class FormOrHistory(QStackedWidget):
    """``turned`` says whether the history is shown from now on."""

    turned = Signal(bool)

    def __init__(self, form: Form, history: RowHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form, self._history = form, history
        self.addWidget(form)
        self.addWidget(history)

    @property
    def shows_history(self) -> bool:
        """Whether the person sees the history."""
        return self.currentWidget() is self._history and self._history.isVisible()

    def show_row(self, row_id: str | None) -> None:
        """Show another row in both."""
        self._form.show_row(row_id)
        self._history.show_row(row_id)

    def show_form(self) -> None:
        """Show the form."""
        self.setCurrentWidget(self._form)
        self.turned.emit(False)

    def show_history(self) -> None:
        """Show the history; what is being typed on the form is committed."""
        self._form.commit()
        self.setCurrentWidget(self._history)
        self.turned.emit(True)
