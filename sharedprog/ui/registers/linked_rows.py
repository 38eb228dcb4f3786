"""What a row is linked to: chips that lead there, and a line to link another row."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.fields import Link
from sharedprog.domain.naming import short_name
from sharedprog.domain.register import Register
from sharedprog.domain.registers.links import LINKED, LINKS, Reference
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.editors.people import NewName, PeopleEdit
from sharedprog.ui.labels import Label
from sharedprog.ui.registers.chip_button import ChipButton
from sharedprog.ui.registers.field_editors import known_rows
from sharedprog.ui.session import Session
from sharedprog.usecases.linking import link, unlink

GONE = "a row that is not there"
LINKABLE = frozenset(LINKED)
"""Registers whose rows can be linked to one another."""
TARGET = cast("Link", LINKS.fields["target"])


class LinkedRows(QWidget):
    """The links of the row the form shows, in both directions."""

    wants = Signal(str, str)

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.row_id: str | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(6))
        layout.addWidget(Label("Linked", "card-title"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(fonts.scaled(4))
        layout.addLayout(self._rows)
        self.target = PeopleEdit(known_rows(session, TARGET))
        self.target.describe("Link to", "A risk, issue, poison, action, decision or task, by label or name.")
        self.target.committed.connect(self._link)
        layout.addWidget(self.target)
        session.changed.connect(self._follow)

    def show_row(self, row_id: str | None) -> None:
        """Show the links of another row."""
        self.row_id = row_id
        self._fill()

    def _follow(self, change_set: ChangeSet) -> None:
        if LINKS.key in change_set.registers:
            self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if self.row_id is None:
            return
        self.target.set_value(None)
        for each in self.session.programme.rows(LINKS):
            if self.row_id in (each.source, each.target):
                self._rows.addWidget(self._line(each))

    def _line(self, reference: Reference) -> QWidget:
        """The row at the other end, which need not be there any more, and the way to unlink it."""
        ours = reference.source == self.row_id
        found = self.session.programme.find(reference.target if ours else reference.source, LINKED)
        if found is None:
            return self._unlinkable(Label(GONE, "secondary"), GONE, reference)
        register, row = found
        name = f"{register.singular.capitalize()} {short_name(register, row)}"
        how = {
            "became": "Became" if ours else "Came from",
            "about": "",
            "answers": "Answered by" if ours else "Answers",
        }
        words = f"{how.get(reference.kind or '', '')} {name}".strip()
        leads = ChipButton(words)
        leads.clicked.connect(lambda _checked=False: self.wants.emit(register.key, row.id))
        return self._unlinkable(leads, name, reference)

    def _unlinkable(self, end: QWidget, name: str, reference: Reference) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(fonts.scaled(4))
        line.addWidget(end)
        line.addWidget(icon_button("close", f"Unlink {name}", lambda: self._unlink(reference.id)))
        line.addStretch(1)
        return made

    def _link(self, value: object) -> None:
        if self.row_id is None or value is None:
            return
        if isinstance(value, NewName):
            self.target.refuse(None, f"There is no row called “{value.name}”. Choose one from the list.")
            return
        try:
            link(self.session.document, self.row_id, str(value))
        except Trouble as refusal:
            self.target.refuse(None, str(refusal))

    def _unlink(self, reference: str) -> None:
        unlink(self.session.document, reference)
