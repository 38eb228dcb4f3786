"""The form of any register: its groups in reading order, one editor a field, child rows beneath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from sharedprog.domain.changes import ChangeSet, Stale
from sharedprog.domain.columns import columns_of
from sharedprog.domain.field_help import what_is_this
from sharedprog.domain.fields import Choice, Clock, Day, Duration, Flag, Kind, Level, Money, Percent, Whole
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui import fonts
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.people import NewName
from sharedprog.ui.labels import Label, set_role, tool_tip
from sharedprog.ui.registers.field_editors import computed_day, editor_for, offer_again
from sharedprog.ui.registers.gaps import gap_of
from sharedprog.ui.registers.picture_editor import PictureEdit
from sharedprog.ui.session import Session
from sharedprog.usecases.editing import FIXED, TYPED_DATES, change, change_as_typed, kind_of

NARROW = (Choice, Clock, Day, Duration, Flag, Level, Money, Percent, Whole)
"""Kinds that stand two beside one another."""


class FieldGroup(QWidget):
    """A named group of a form: labels above fields, short fields two beside one another."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(8))
        layout.addWidget(Label(title, "card-title"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(fonts.scaled(12))
        self._grid.setVerticalSpacing(fonts.scaled(8))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        layout.addLayout(self._grid)
        self._row = 0
        self._half = False

    def add(self, label: str, field: QWidget, told: str, *, narrow: bool) -> None:
        """Put a field beneath the others, or beside the last one where both are short; its label tells what it is."""
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        if label:
            above = Label(label, "secondary")
            above.setToolTip(tool_tip(told))
            above.setWhatsThis(tool_tip(told))
            inside.addWidget(above)
        inside.addWidget(field)
        inside.addStretch(1)
        if narrow and self._half:
            self._grid.addWidget(cell, self._row, 1)
            self._row, self._half = self._row + 1, False
            return
        self._row += self._half
        self._grid.addWidget(cell, self._row, 0, 1, 1 if narrow else 2)
        self._half = narrow
        self._row += not narrow


class Form(QScrollArea):
    """Edits one row; each field commits by itself on leaving, and follows what others change."""

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.row_id: str | None = None
        self.editors: dict[str, Editor[Any]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self, "form")
        self._inside = QWidget()
        self._inside.setMinimumWidth(1)
        set_role(self._inside, "form")
        self.column = QVBoxLayout(self._inside)
        margin = fonts.scaled(16)
        self.column.setContentsMargins(margin, fonts.scaled(12), margin, margin)
        self.column.setSpacing(fonts.scaled(16))
        self.setWidget(self._inside)
        self._computed: dict[str, Label] = {}
        self._after: list[Callable[[str | None], None]] = []
        for group in register.groups:
            self.column.addWidget(self._group(group.title, group.fields))
        session.changed.connect(self._follow)
        session.not_saved.connect(self._keep_words)

    def add_part(self, part: QWidget, show_row: Callable[[str | None], None]) -> None:
        """Put something beneath the groups that is told which row the form shows."""
        self.column.addWidget(part)
        self._after.append(show_row)

    def finish(self) -> None:
        """Let the rest of the height stay empty, once every part is there."""
        self.column.addStretch(1)
        self._show_rest(None)

    def show_row(self, row_id: str | None) -> None:
        """Show another row; what was typed and can be read is committed to the row it was typed in."""
        if row_id == self.row_id:
            return
        self.commit()
        self.row_id = row_id
        row = self._row()
        for name, editor in self.editors.items():
            if row is not None:
                offer_again(self.session, editor, self._kind(name), row)
                editor.set_value(self._value(row, name))
        self._show_rest(row)
        for part in self._after:
            part(row_id)
        self.verticalScrollBar().setValue(0)

    def commit(self) -> None:
        """Commit what is being typed."""
        for editor in self.editors.values():
            editor.commit(quietly=True)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        if name in self.editors:
            self.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.editors[name])

    def _group(self, title: str, names: tuple[str, ...]) -> FieldGroup:
        group = FieldGroup(title)
        for name in names:
            if name in self.register.fields or name in TYPED_DATES:
                kind = self._kind(name)
                editor = editor_for(self.session, name, kind)
                column = columns_of(self.register.key).get(name)
                words = column.label if column else kind.label
                told = what_is_this(kind, column.help if column else "")
                editor.describe(words, told)
                if name in FIXED:
                    editor.set_read_only(True)
                editor.committed.connect(lambda value, name=name: self._commit(name, value))
                self.editors[name] = editor
                group.add("" if isinstance(kind, Flag) else words, editor, told, narrow=isinstance(kind, NARROW))
            else:
                label, computed = Label("", wrap=True), columns_of(self.register.key)[name]
                self._computed[name] = label
                group.add(computed.label, label, computed.help, narrow=False)
        return group

    def _kind(self, name: str) -> Kind:
        kind: Kind = kind_of(self.register, name)
        return kind

    def _row(self) -> Row | None:
        found: Row | None = self.session.programme.row(self.register, self.row_id)
        return found

    def _value(self, row: Row, name: str) -> Any:  # noqa: ANN401 - any value of a cell
        if self.register.key == TASKS.key and name in TYPED_DATES:
            return computed_day(self.session, row.id, name)
        return getattr(row, name)

    def _commit(self, name: str, value: object) -> None:
        row = self._row()
        if row is None or self.row_id is None:
            return
        editor = self.editors[name]
        document = self.session.document
        try:
            if isinstance(value, NewName):
                change_as_typed(document, self.register, row.id, name, value.name)
            elif isinstance(editor, PictureEdit):
                draft = document.draft()
                draft.set(self.register, row.id, name, editor.value())
                document.apply(f"Change picture of {self.register.singular}", draft.edits, editor.pictures)
            else:
                change(document, self.register, row.id, name, value)  # type: ignore[arg-type]
        except (Unread, Trouble, Stale) as refusal:
            editor.refuse(self._value(row, name), str(refusal))

    def _follow(self, change_set: ChangeSet) -> None:
        row = self._row()
        if row is None:
            return
        for name, editor in self.editors.items():
            if {"people", "partners", "workstreams"} & change_set.registers:
                offer_again(self.session, editor, self._kind(name), row)
            editor.refresh(self._value(row, name))
        self._show_rest(row)

    def _keep_words(self, change_set: ChangeSet, trouble: Exception) -> None:
        """A change of this row could not be written: what was typed comes back to the screen, with the reason."""
        row = self._row()
        if row is None:
            return
        for edit in change_set.edits:
            cell = edit.cell
            if (cell.register, cell.row) == (self.register.key, self.row_id) and cell.field in self.editors:
                self.editors[cell.field].refuse(self._value(row, cell.field), str(trouble))

    def _show_rest(self, row: Row | None) -> None:
        """Computed lines, and the soft marks of what is missing."""
        self._inside.setVisible(row is not None)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if row is None else policy.ScrollBarAsNeeded)
        if row is None:
            return
        for name, label in self._computed.items():
            shown = columns_of(self.register.key)[name].shown(self.session.view, row)
            label.setText(shown.text or "–")
        for name, editor in self.editors.items():
            editor.set_gap(gap_of(self.session.view, self.register.key, row, name))
