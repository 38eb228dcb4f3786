"""The form of any register: its groups in reading order, one editor a field, child rows beneath."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, Protocol, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

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
from sharedprog.ui.slices import Slices
from sharedprog.ui.when_seen import WhenSeen
from sharedprog.usecases.editing import FIXED, TYPED_DATES, change, change_as_typed, kind_of

OFFERED = frozenset({"people", "partners", "workstreams"})
"""Registers whose rows editors offer."""
NARROW = (Choice, Clock, Day, Duration, Flag, Level, Money, Percent, Whole)
"""Kinds that stand two beside one another."""


class FieldGroup(QWidget):
    """A named group of a form: labels above fields, short fields two beside one another."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(8))
        layout.addWidget(Label(title, "card-title", parent=self))
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
        cell = QWidget(self)
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        if label:
            above = Label(label, "secondary", parent=cell)
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


class Part(Protocol):
    """What stands beneath the groups of a form, and is told which row the form shows."""

    def show_row(self, row_id: str | None) -> None:
        """Show what belongs to another row."""


class Form(QScrollArea):
    """Edits one row; each field commits by itself on leaving, and follows what others change.

    A form of many fields takes longer to make than a person should wait for the list beside it. So it is made field by
    field between events, from when ``make_soon`` is called; whoever needs all of it before then has it made at once.
    """

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.row_id: str | None = None
        self._editors: dict[str, Editor[Any]] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
        self._parts: list[Part] = []
        self._makers: list[Callable[[QWidget], Part]] = []
        self._read_only = False
        self._enter_from: QWidget | None = None
        self._making: Generator[None, None, None] | None = self._make()
        self._slices: Slices[None] = Slices(lambda _: None, self)
        self._show_rest(None)
        self._touched: frozenset[str] = frozenset()
        self._following = WhenSeen(self, self._follow)
        session.changed.connect(self._changed)
        session.not_saved.connect(self._keep_words)

    @property
    def is_whole(self) -> bool:
        """Whether all of it is made."""
        return self._making is None

    @property
    def editors(self) -> dict[str, Editor[Any]]:
        """The editor of each field."""
        self.complete()
        return self._editors

    @property
    def parts(self) -> list[Part]:
        """What stands beneath the groups."""
        self.complete()
        return self._parts

    def add_part(self, make: Callable[[QWidget], Part]) -> None:
        """Have something beneath the groups: a widget, made for the parent it is given, after all fields."""
        self._makers.append(make)

    def only_read(self) -> None:
        """No field can be changed here; the keys scroll instead."""
        self._read_only = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def make_soon(self) -> None:
        """Make what is not there yet, between events; the row is shown when all is there."""
        self._slices.soon(self._rest())

    def complete(self) -> None:
        """Make at once what is not there yet."""
        for _ in self._rest():
            pass

    def show_row(self, row_id: str | None) -> None:
        """Show another row; what was typed and can be read is committed to the row it was typed in."""
        if row_id == self.row_id:
            return
        self.commit()
        self.row_id = row_id
        if self._making is None:
            self._show_values()

    def commit(self) -> None:
        """Commit what is being typed."""
        for editor in self._editors.values():
            editor.commit(quietly=True)

    def focus_field(self, name: str) -> None:
        """Put the cursor into a field."""
        self.complete()
        if name in self.editors:
            self.editors[name].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(self.editors[name])

    def _rest(self) -> Generator[None, None, None]:
        """Make what is not there yet, step by step; two may do so by turns."""
        while self._making is not None:
            try:
                next(self._making)
            except StopIteration:
                self._making = None
                self._show_values()
                if self._enter_from is not None and self._enter_from is QApplication.focusWidget():
                    self.enter()
                self._enter_from = None
            yield

    def _make(self) -> Generator[None, None, None]:
        """Make the fields, then the parts, one a step."""
        for described in self.register.groups:
            group = FieldGroup(described.title, self._inside)
            self.column.addWidget(group)
            for name in described.fields:
                self._add_field(group, name)
                yield
        for make in self._makers:
            part = make(self._inside)
            self.column.addWidget(cast("QWidget", part))
            self._parts.append(part)
            yield
        self.column.addStretch(1)

    def _add_field(self, group: FieldGroup, name: str) -> None:
        if name not in self.register.fields and name not in TYPED_DATES:
            label, computed = Label("", wrap=True), columns_of(self.register.key)[name]
            self._computed[name] = label
            group.add(computed.label, label, computed.help, narrow=False)
            return
        kind = self._kind(name)
        editor = editor_for(self.session, name, kind)
        column = columns_of(self.register.key).get(name)
        words = column.label if column else kind.label
        told = what_is_this(kind, column.help if column else "")
        editor.describe(words, told)
        if name in FIXED or self._read_only:
            editor.set_read_only(True)
        editor.committed.connect(lambda value, name=name: self._commit(name, value))
        self._editors[name] = editor
        group.add("" if isinstance(kind, Flag) else words, editor, told, narrow=isinstance(kind, NARROW))

    def _show_values(self) -> None:
        """Show the row in every field and part."""
        row = self._row()
        for name, editor in self._editors.items():
            if row is not None:
                offer_again(self.session, editor, self._kind(name), row)
                editor.set_value(self._value(row, name))
        self._show_rest(row)
        for part in self._parts:
            part.show_row(self.row_id)
        self.verticalScrollBar().setValue(0)

    def enter(self) -> None:
        """Put the cursor into the first field; once it is there, if the person has not gone elsewhere meanwhile."""
        if self._making is None:
            self.focus_field(next(iter(self._editors), ""))
        else:
            self._enter_from = QApplication.focusWidget()

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part, once it has its place."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part))

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

    def _changed(self, change_set: ChangeSet) -> None:
        self._touched |= change_set.registers
        self._following.want()

    def _follow(self) -> None:
        """The same row after a change, of whatever it shows or offers."""
        row = self._row()
        if row is None or self._making is not None:
            return
        others, self._touched = self._touched & OFFERED, frozenset()
        for name, editor in self._editors.items():
            if others:
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
            if (cell.register, cell.row) == (self.register.key, self.row_id) and cell.field in self._editors:
                self._editors[cell.field].refuse(self._value(row, cell.field), str(trouble))

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
        for name, editor in self._editors.items():
            editor.set_gap(gap_of(self.session.view, self.register.key, row, name))
