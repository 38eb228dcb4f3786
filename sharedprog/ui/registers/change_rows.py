"""Asking which field of the selected rows is to hold which value, and changing them all at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from sharedprog.domain.changes import ChangeSet, Edit, Stale
from sharedprog.domain.naming import several
from sharedprog.domain.register import Register
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.editors.people import NewName
from sharedprog.ui.labels import Label, announce, set_role
from sharedprog.ui.registers.field_editors import editor_for
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices
from sharedprog.usecases.bulk_editing import bulk_fields, change_title, drafted, would_change
from sharedprog.usecases.editing import kind_of


class ChangeRows(QDialog):
    """One field, one value, all the rows; ``made`` is the change once the dialog is accepted."""

    def __init__(
        self, session: Session, register: Register[Any], ids: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.ids = tuple(ids)
        self.made: ChangeSet | None = None
        self._work: Slices[tuple[Edit, ...] | Trouble] = Slices(self._drafted, self)
        self._title = f"Change {several(register, len(ids))}"
        self.setWindowTitle(self._title)
        self.setAccessibleName(self._title)
        self.setMinimumWidth(fonts.scaled(460))
        self.field = ComboField()
        self.field.setAccessibleName("Field")
        for name, words in bulk_fields(register).items():
            self.field.addItem(words, name)
        self.editors: dict[str, Editor[Any]] = {}
        self._stack = QStackedWidget()
        self._count = Label("", "help", wrap=True)
        self._do = button(self._title, self.change, "primary")
        self._lay_out()
        self.field.currentIndexChanged.connect(lambda _: self._chosen())
        self._chosen()
        self.field.setFocus()

    @property
    def name(self) -> str:
        """The field that is chosen."""
        return str(self.field.currentData())

    @property
    def editor(self) -> Editor[Any]:
        """The editor of the chosen field, made when it is first chosen."""
        name = self.name
        if name not in self.editors:
            kind = kind_of(self.register, name)
            made = editor_for(self.session, name, kind)
            made.describe("New value", kind.help)
            made.committed.connect(lambda _: self._tell_count())
            for line in made.findChildren(QLineEdit):
                line.textEdited.connect(lambda _: self._say(""))
            self.editors[name] = made
            self._stack.addWidget(made)
        return self.editors[name]

    def change(self) -> None:
        """Change all the rows, or say which one cannot take the value and change none."""
        if not self.editor.commit():
            return
        value = self.editor.value()
        new_person = value.name if isinstance(value, NewName) else ""
        self._do.setEnabled(False)
        self._say(f"Changing {several(self.register, len(self.ids))}…")
        document = self.session.document
        work = drafted(document, self.register, self.ids, self.name, None if new_person else value, new_person)
        self._work.run(work, short=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label(self._title, "card-title"))
        for words, field in (("Field", self.field), ("New value, empty to clear it", self._stack)):
            column.addWidget(Label(words, "secondary"))
            column.addWidget(field)
        column.addWidget(self._count)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        self._keep = button("Cancel", self.reject)
        row.addWidget(self._keep)
        self._do.setDefault(True)
        row.addWidget(self._do)
        column.addLayout(row)

    def _chosen(self) -> None:
        self._stack.setCurrentWidget(self.editor)
        stops = (self.field, self.editor, self.editor.field(), self._keep, self._do)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._tell_count()

    def _tell_count(self) -> None:
        """How many rows hold something else now."""
        value = self.editor.value()
        whole = several(self.register, len(self.ids))
        number = (
            len(self.ids)
            if isinstance(value, NewName)
            else would_change(self.session.document, self.register, self.ids, self.name, value)
        )
        rest = len(self.ids) - number
        if number and value in (None, ""):
            self._say(f"Nothing is typed: “{self.field.currentText()}” will be emptied in {number:,} of {whole}.")
            return
        self._say(f"{number:,} of {whole} will change." + (f" {rest:,} hold this already." if rest else ""))

    def _say(self, sentence: str, role: str = "help") -> None:
        set_role(self._count, role)
        self._count.setText(sentence)

    def _drafted(self, found: tuple[Edit, ...] | Trouble) -> None:
        """Apply what was drafted, unless the person has left meanwhile."""
        if not self.isVisible():
            return
        self._do.setEnabled(True)
        try:
            if isinstance(found, Trouble):
                raise found
            title = change_title(self.register, self.ids, self.name)
            self.made = self.session.document.apply(title, found)
        except (Trouble, Stale) as refusal:
            self._say(str(refusal), "trouble")
            announce(self, str(refusal))
            return
        self.accept()
