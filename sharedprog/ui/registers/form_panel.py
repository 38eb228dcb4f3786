"""What stands beside a list: the head of the row gone to, with its form or its history beneath."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sharedprog.domain.register import Register
from sharedprog.domain.registers import children_of
from sharedprog.ui import fonts
from sharedprog.ui.labels import set_role
from sharedprog.ui.registers.child_rows import ChildRows
from sharedprog.ui.registers.form_head import FormHead
from sharedprog.ui.registers.form_or_history import FormOrHistory
from sharedprog.ui.registers.linked_rows import LINKABLE, LinkedRows
from sharedprog.ui.session import Session


class FormPanel(QFrame):
    """Head, form and history of one row; ``told``, ``said``, ``refused`` carry sentences, ``wants`` a row to go to."""

    told = Signal(str)
    said = Signal(str)
    refused = Signal(str)
    wants = Signal(str, str)

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        set_role(self, "panel")
        self.setMinimumWidth(fonts.scaled(300))
        self.head = FormHead(session, register, self)
        self.turning = FormOrHistory(session, register, self)
        self.form = self.turning.form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.turning, 1)
        for child in children_of(register.key):
            self.form.add_part(partial(self._children, child))
        if register.key in LINKABLE:
            self.form.add_part(self._linked)
        for part in (self.head, self.turning):
            part.told.connect(self.told)
            part.refused.connect(self.refused)
        self.head.wants.connect(self.wants)
        self.turning.turned.connect(self.head.show_turned)

    def show_row(self, row_id: str | None) -> None:
        """Show another row."""
        self.turning.show_row(row_id)
        self.head.show_row(row_id)

    def go_to_child(self, register: str, child_id: str) -> None:
        """Put the cursor on a row of another register that belongs to the row of the form."""
        for part in self.form.parts:
            if isinstance(part, ChildRows) and part.register.key == register:
                part.go_to(child_id)
                self.form.show_part(part)

    def _children(self, register: Register[Any], parent: QWidget) -> ChildRows:
        part = ChildRows(self.session, register, parent)
        part.refused.connect(self.refused)
        part.told.connect(self.told)
        part.said.connect(self.said)
        return part

    def _linked(self, parent: QWidget) -> LinkedRows:
        linked = LinkedRows(self.session, self.register, parent)
        linked.wants.connect(self.wants)
        return linked
