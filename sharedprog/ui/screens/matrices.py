"""Scoring matrices: the common page, and copying one that has scored risks, since it stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from sharedprog.usecases.matrices import copy_matrix


class MatricesPage(TablePage):
    """Matrices with their words and bands; ``said`` carries what was done."""

    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, MATRICES, parent)
        self.add_tool("Make a copy", self.copy_present)

    def copy_present(self) -> None:
        """Copy the chosen matrix, and go to the copy."""
        self.commit()
        chosen = self.present_id()
        if chosen is None:
            self.refused.emit("No matrix is chosen. Choose one in the list.")
            return
        try:
            made = copy_matrix(self.session.document, chosen)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        self.go_to(made)
        self.said.emit("Copied. Change the copy, then choose it in the programme's settings.")
