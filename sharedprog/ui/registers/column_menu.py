"""Choosing which columns a table shows, in what order and how wide, and keeping such choices under names."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sharedprog.ui.confirm import confirm
from sharedprog.ui.labels import literal, set_role, tool_tip
from sharedprog.ui.registers.arrange_columns import ArrangeColumns
from sharedprog.ui.registers.ask_name import AskName, ask_name
from sharedprog.ui.registers.column_memory import ColumnMemory
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.usecases.list_settings import ColumnSet


class ColumnButton(QToolButton):
    """A button that opens the list of columns; with a ``memory`` also the sets of columns that have names."""

    def __init__(self, table: RegisterTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.memory: ColumnMemory | None = None
        self.setText("Columns")
        self.setAccessibleName("Choose columns")
        self.setToolTip(tool_tip("Choose which columns are shown, and in what order"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(self, "plain")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        model = self.table.register_model
        for name, column in model.every_column().items():
            action = QAction(literal(column.label), menu)
            action.setCheckable(True)
            action.setChecked(name in model.names)
            action.setEnabled(name != model.register.name_field)
            action.toggled.connect(lambda on, name=name: self._toggle(name, on=on))
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction("As at first", lambda: self.table.arrange(ColumnSet(self.table.first_names)))
        menu.addAction("Arrange columns…", self._arrange)
        if self.memory is not None:
            self._offer_sets(menu, self.memory)

    def _offer_sets(self, menu: QMenu, memory: ColumnMemory) -> None:
        menu.addSeparator()
        present = self.table.arrangement
        for name, columns in memory.sets.items():
            action = menu.addAction(literal(name))
            action.setCheckable(True)
            action.setChecked(columns == present)
            action.triggered.connect(lambda _checked=False, name=name: memory.use(name))
        menu.addAction("Save these columns as…", lambda: self._save(memory))
        if memory.sets:
            change = menu.addMenu("Rename or delete")
            for name in memory.sets:
                change.addAction(literal(f"Rename “{name}”…"), partial(self._rename, memory, name))
                change.addAction(literal(f"Delete “{name}”…"), partial(self._delete, memory, name))

    def _toggle(self, name: str, *, on: bool) -> None:
        """A column comes back after the one it follows in the register, not at the end."""
        shown = list(self.table.seen_names())
        if not on:
            shown.remove(name)
        else:
            order = list(self.table.register_model.every_column())
            follows = next((each for each in reversed(order[: order.index(name)]) if each in shown), None)
            shown.insert(shown.index(follows) + 1 if follows is not None else 0, name)
        self.table.choose_columns(tuple(shown))

    def _arrange(self) -> None:
        dialog = ArrangeColumns(self.table, self)
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted:
            self.table.arrange(dialog.arrangement)

    def _save(self, memory: ColumnMemory) -> None:
        words = "Which columns, their order and widths, and what the list is sorted by are kept under this name."
        name = ask_name(AskName("Save these columns", words, "Save", taken=memory.sets, parent=self))
        if name:
            memory.save_as(name)

    def _rename(self, memory: ColumnMemory, old: str) -> None:
        name = ask_name(AskName(f"Rename “{old}”", "", "Rename", name=old, taken=memory.sets, parent=self))
        if name:
            memory.rename(old, name)

    def _delete(self, memory: ColumnMemory, name: str) -> None:
        words = "The columns shown now stay as they are."
        if confirm(self, f"Delete the column set “{name}”?", words, "Delete column set", danger=True):
            memory.delete(name)
