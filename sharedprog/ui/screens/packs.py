"""Packs that were made: the common page, and making an earlier one again as it was."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sharedprog.domain.registers.packs import PACKS
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, set_role
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session


class PackTools(QFrame):
    """Opens the pack on the form again."""

    def __init__(self, page: PacksPage) -> None:
        super().__init__()
        self._page = page
        set_role(self, "card")
        self._state = Label("", wrap=True)
        self._again = button("Open again", page.again, "primary", "pdf")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(12)] * 4)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(self._state)
        column.addWidget(self._again)

    def show_row(self, row_id: str | None) -> None:
        """Stand for another pack."""
        pack = self._page.session.programme.row(PACKS, row_id)
        final = pack is not None and pack.results is not None
        self._again.setVisible(final)
        as_it_was = "This pack can be made again as it was: with the programme and the figures of its day."
        self._state.setText(as_it_was if final else "Only a final pack is kept with what it showed.")


class PacksPage(TablePage):
    """The packs of the boards. Packs are made, not typed: ``wants_pack`` asks for the page that makes one."""

    wants_pack = Signal(str)
    wants_again = Signal(str)
    """The id of a pack to be made again as it was."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, PACKS, parent)
        self.made_elsewhere("Make the pack", lambda: self.wants_pack.emit(""))
        self.form.only_read()
        tools = PackTools(self)
        self.form.column.insertWidget(0, tools)
        self.table.present.connect(tools.show_row)
        tools.show_row(self.present_id())

    def again(self) -> None:
        """Make the present pack again as it was."""
        pack_id = self.present_id()
        if pack_id is None:
            self.refused.emit("No pack is chosen. Choose one in the list.")
        else:
            self.wants_again.emit(pack_id)
