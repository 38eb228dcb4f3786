"""Columns arranged by keyboard: which are shown, in what order, how wide."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.fields import NumberField
from sharedprog.ui.labels import Label
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.ticks import Ticks
from sharedprog.usecases.list_settings import ColumnSet

NAME = Qt.ItemDataRole.UserRole
NARROWEST, WIDEST = 40, 1_000
WIDTH_BOX = 190.0
"""The width of the field for the width, before scaling."""


class ArrangeColumns(QDialog):
    """Space ticks a column, Alt with the arrows moves it; the width is that of the one chosen."""

    def __init__(self, table: RegisterTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        present = table.arrangement
        self._sort = (present.sort, present.descending)
        self._widths = dict(present.widths)
        self.setWindowTitle("Arrange columns")
        self.setAccessibleName("Arrange columns")
        self.list = QListWidget()
        self.list.setAccessibleName("Columns, from the left")
        self.list.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.list.setItemDelegate(Ticks(self.list))
        self.list.setSpacing(fonts.scaled(2))
        self._fill(present.names)
        self.width_box = NumberField(NARROWEST - 10, WIDEST, NARROWEST - 10)
        self.width_box.setFixedWidth(fonts.scaled(WIDTH_BOX))
        self.width_box.setAccessibleName("Width of this column")
        self.width_box.setSingleStep(10)
        self.width_box.setSpecialValueText("As wide as its words")
        self.width_box.valueChanged.connect(self._widen)
        self.list.currentItemChanged.connect(lambda *_: self._show_width())
        for words, keys, step in (("Move left", "Alt+Up", -1), ("Move right", "Alt+Down", 1)):
            action = QAction(words, self.list)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _checked=False, step=step: self.move_column(step))
            self.list.addAction(action)
        self._lay_out()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def arrangement(self) -> ColumnSet:
        """The columns as they are wanted now."""
        items = [self.list.item(row) for row in range(self.list.count())]
        names = tuple(str(item.data(NAME)) for item in items if item.checkState() == Qt.CheckState.Checked)
        return ColumnSet(names, self._widths, *self._sort)

    def move_column(self, step: int) -> None:
        """Put the chosen column one place further to the left or right."""
        row = self.list.currentRow()
        if 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)

    def _fill(self, shown: tuple[str, ...]) -> None:
        """Columns that are shown first, as they stand, then the others."""
        model = self._table.register_model
        every = model.every_column()
        for name in (*shown, *(name for name in every if name not in shown)):
            item = QListWidgetItem(every[name].label)
            item.setData(NAME, name)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            fixed = name == model.register.name_field
            item.setFlags(flags if fixed else flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label("Arrange columns", "card-title"))
        words = "Tick the columns to show. Drag them, or press Alt+Up and Alt+Down, to put them in order."
        column.addWidget(Label(words, wrap=True))
        column.addWidget(self.list, 1)
        width = QHBoxLayout()
        width.addWidget(Label("Width of this column"))
        width.addWidget(self.width_box)
        width.addStretch(1)
        column.addLayout(width)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        done = button("Arrange", self.accept, "primary")
        done.setDefault(True)
        row.addWidget(done)
        column.addLayout(row)
        self.resize(fonts.scaled(420), fonts.scaled(520))

    def _name(self) -> str:
        row = self.list.currentRow()
        return str(self.list.item(row).data(NAME)) if row >= 0 else ""

    def _show_width(self) -> None:
        self.width_box.blockSignals(True)
        self.width_box.setValue(self._widths.get(self._name(), self.width_box.minimum()))
        self.width_box.blockSignals(False)

    def _widen(self, width: int) -> None:
        if width >= NARROWEST:
            self._widths[self._name()] = width
        else:
            self._widths.pop(self._name(), None)
