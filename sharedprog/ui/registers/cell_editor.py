"""Editing inside a cell: the same editor as on the form, which commits through the same door."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QWidget

from sharedprog.domain.changes import Stale
from sharedprog.domain.field_help import what_is_this
from sharedprog.domain.fields import File, Moment, Prose, Text
from sharedprog.domain.plan.predecessors import WAITS_FOR, waits_in_words
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Row
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.editors.people import NewName
from sharedprog.ui.editors.reading import ShortTextEdit
from sharedprog.ui.registers.field_editors import computed_day, editor_for, offer_again
from sharedprog.ui.registers.table_model import ROW_ID, RegisterModel
from sharedprog.usecases.editing import TYPED_DATES, change, change_as_typed, kind_of

Index = QModelIndex | QPersistentModelIndex


def cell_editor(model: RegisterModel, index: Index, parent: QWidget) -> QWidget | None:
    """An editor filled with the cell's value; ``None`` where the cell is edited on the form."""
    name = model.names[index.column()]
    kind = kind_of(model.register, name)
    row: Row | None = model.session.programme.row(model.register, str(index.data(ROW_ID)))
    if row is None or isinstance(kind, File | Moment):
        return None
    editor: Editor[Any]
    if isinstance(kind, Text | Prose):
        editor = ShortTextEdit(kind.longest, parent)
    else:
        editor = editor_for(model.session, name, kind)
        editor.setParent(parent)
        offer_again(model.session, editor, kind, row)
    editor.describe(kind.label, what_is_this(kind))
    editor.setAutoFillBackground(True)
    editor.set_value(_value(model, row, name))
    editor.committed.connect(lambda value: _keep(model, row.id, name, value))
    field = editor.field()
    editor.setFocusProxy(field)
    QTimer.singleShot(0, editor, lambda: field.setFocus(Qt.FocusReason.OtherFocusReason))
    return editor


def _value(model: RegisterModel, row: Row, name: str) -> Any:  # noqa: ANN401 - any value of a cell
    if model.register.key == TASKS.key and name == WAITS_FOR:
        return waits_in_words(model.session.programme, row.id)
    if model.register.key == TASKS.key and name in TYPED_DATES:
        return computed_day(model.session, row.id, name)
    return getattr(row, name)


def _keep(model: RegisterModel, row_id: str, name: str, value: Any) -> None:  # noqa: ANN401 - any value of a cell
    document = model.session.document
    try:
        if name == WAITS_FOR:
            change(document, model.register, row_id, name, str(value))
        elif isinstance(value, NewName):
            change_as_typed(document, model.register, row_id, name, value.name)
        else:
            change(document, model.register, row_id, name, value)
    except (Unread, Trouble, Stale) as refusal:
        model.refused.emit(str(refusal))
