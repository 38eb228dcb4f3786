"""Child rows on a form: a small table of what belongs to the row, and a line to add one more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.fields import Link
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.completing import NameCompletion
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.labels import Label, tool_tip
from sharedprog.ui.registers.field_editors import linkable
from sharedprog.ui.registers.row_commands import RowCommands
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.usecases.adding import add_child_as_typed
from sharedprog.usecases.removing import delete_rows

MOST = 8
"""Rows shown before the little table scrolls."""


class ChildRows(QWidget):
    """The rows of a child register that belong to the row the form shows."""

    refused = Signal(str)
    told = Signal(str)
    said = Signal(str)

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.model = RegisterModel(session, register, None, self)
        self.model.refused.connect(self.refused)
        self.table = RegisterTable(self.model)
        self.rows = RowCommands(session, self.table, lambda: self.model.parent_row is not None)
        self.rows.refused.connect(self.refused)
        self.rows.told.connect(self.told)
        self.rows.said.connect(self.said)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.line = LineField()
        self.line.setPlaceholderText(f"Add: {_asked(register)}")
        self.line.setAccessibleName(f"Add {register.singular}")
        self.line.takes_paste = self.rows.paste_new
        self.line.returnPressed.connect(self.add)
        points = pointing(register)
        if points is not None:
            NameCompletion(self.line, lambda: [name for _, name in linkable(session, points)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(6))
        head = QHBoxLayout()
        head.addWidget(Label(register.title, "card-title"))
        head.addStretch(1)
        self._delete = button("Delete", self.delete_chosen, "link")
        self._delete.setAccessibleName(f"Delete {register.singular}")
        head.addWidget(self._delete)
        layout.addLayout(head)
        layout.addWidget(self.table)
        layout.addWidget(self.line)
        delete = QAction(f"Delete {register.singular}", self.table)
        delete.setShortcut(QKeySequence("Delete"))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.delete_chosen)
        self.table.addAction(delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._fit)
        self._fit()

    def show_row(self, row_id: str | None) -> None:
        """Show the rows of another parent."""
        self.line.write("")
        self.model.belong_to(row_id)

    def go_to(self, child_id: str) -> None:
        """Select one of the rows, with the cursor on it."""
        self.table.go_to(child_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add what was typed in the line; what cannot be read stays there with its reason."""
        text = self.line.text().strip()
        if not text or self.model.parent_row is None:
            return
        try:
            add_child_as_typed(self.session.document, self.register, text, self.model.parent_row)
        except (Unread, Trouble) as refusal:
            self.line.setToolTip(tool_tip(str(refusal)))
            self.refused.emit(str(refusal))
            return
        self.line.write("")
        # The list of names that fit hears of Enter after the line, and would write the chosen name once more.
        QTimer.singleShot(0, self.line, lambda: self.line.write(""))

    def delete_chosen(self) -> None:
        """Delete the chosen rows, as one change."""
        chosen = self.table.chosen_ids()
        if not chosen:
            return
        try:
            delete_rows(self.session.document, self.register, chosen)
        except Trouble as refusal:
            self.refused.emit(str(refusal))

    def _fit(self) -> None:
        """As high as its rows, up to a limit; hidden while there are none."""
        rows = self.model.rowCount()
        self.table.setVisible(rows > 0)
        self._delete.setVisible(rows > 0)
        heights = sum(self.table.rowHeight(row) for row in range(min(rows, MOST)))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(heights + head + fonts.scaled(16))


def _asked(register: Register[Any]) -> str:
    """What the line asks for: the name field's label, in lower case."""
    return (pointing(register) or register.fields[register.name_field]).label.lower()


def pointing(register: Register[Any]) -> Link | None:
    """The link that a row of a child register is about, where it is about another row."""
    return next((kind for kind in register.fields.values() if isinstance(kind, Link) and kind.required), None)
