"""Tables in which one column is chosen from a list, for the steps of an import."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.editors.fields import ComboField, draw_chevron
from sharedprog.ui.lines_model import NO_INDEX, Index, LinesModel
from sharedprog.ui.read_columns import ReadColumns
from sharedprog.ui.screens.health_models import Cells

T = TypeVar("T")
LIST = 28.0
"""The room of the chevron at the end of a cell with a list, before scaling."""


class ChoiceLines(LinesModel[T]):
    """Lines of which the last cell is chosen from a list. ``chosen`` carries the line's place and what was chosen."""

    chosen = Signal(int, str)

    def choices(self, row: T) -> Sequence[tuple[str, str]]:
        """What may be chosen in a line: values with the words for them."""
        raise NotImplementedError

    def present(self, row: T) -> str:
        """The value that a line has now."""
        raise NotImplementedError

    def line(self, place: int) -> T:
        """What a line is about."""
        return self._rows[place]

    def renew(self, rows: Sequence[T]) -> None:
        """Show these instead; where they are as many, the cursor stays."""
        if len(rows) != len(self._rows):
            self.show_rows(rows)
            return
        self._rows = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The last cell can be edited."""
        usual = super().flags(index)
        last = index.isValid() and index.column() == self.columnCount() - 1
        return usual | Qt.ItemFlag.ItemIsEditable if last else usual

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words; for an editor the value."""
        if role == Qt.ItemDataRole.EditRole and index.isValid() and index.column() == self.columnCount() - 1:
            return self.present(self._rows[index.row()])
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was chosen; whoever hears it shows the lines anew."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        if value != self.present(self._rows[index.row()]):
            self.chosen.emit(index.row(), str(value))
        return True


class ChoiceDelegate(Cells):
    """A list that opens at once, and is taken with the choice."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The words, and where there is a list, the chevron of one."""
        super().paint(painter, option, index)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            draw_chevron(painter, option.rect)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The list of what may be chosen there."""
        model = index.model()
        made = ComboField(parent)
        made.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        if isinstance(model, ChoiceLines):
            for value, words in model.choices(model.line(index.row())):
                made.addItem(words, value)
        made.activated.connect(lambda _: self._take(made))
        QTimer.singleShot(0, made, made.showPopup)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin at what is chosen now."""
        if isinstance(editor, ComboField):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over the value."""
        if isinstance(editor, ComboField):
            model.setData(index, editor.currentData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list that has opened takes the focus, and the editor stays for it."""
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, ComboField) and watched.view().isVisible():
            return False
        return super().eventFilter(watched, event)

    def _take(self, editor: ComboField) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)


class ChoiceTable(QTableView):
    """Enter, F2 or a letter opens the list of the present line, wherever in it the cursor is."""

    def __init__(self, model: QAbstractItemModel, name: str, taker: int) -> None:
        super().__init__()
        look_like_a_list(self, model, name, taker, {model.columnCount(NO_INDEX) - 1: LIST})
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.SelectedClicked)
        self.setItemDelegate(ChoiceDelegate(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, or move."""
        opens = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
        if opens and event.modifiers() == Qt.KeyboardModifier.NoModifier and self.currentIndex().isValid():
            self.open_list()
            return
        super().keyPressEvent(event)

    def open_list(self) -> None:
        """Open the list of the present line."""
        last = self.model().index(self.currentIndex().row(), self.model().columnCount(NO_INDEX) - 1)
        self.setCurrentIndex(last)
        self.edit(last)


def look_like_a_list(
    table: QTableView, model: QAbstractItemModel, name: str, taker: int, extra: Mapping[int, float] | None = None
) -> ReadColumns:
    """Whole rows, no grid; the column at ``taker`` has the room that is left, ``extra`` is as in ``ReadColumns``."""
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setItemDelegate(Cells(table))
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(fonts.scaled(30))
    return ReadColumns(table, taker, extra)
