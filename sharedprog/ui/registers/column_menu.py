"""Choosing which columns a table shows, and in what order they stand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sharedprog.ui.labels import literal, set_role, tool_tip
from sharedprog.ui.registers.table_view import RegisterTable


class ColumnButton(QToolButton):
    """A button that opens the list of columns; ``chosen`` carries the names now shown."""

    chosen = Signal(tuple)

    def __init__(self, table: RegisterTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setText("Columns")
        self.setAccessibleName("Choose columns")
        self.setToolTip(tool_tip("Choose which columns are shown"))
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
        usual = QAction("As at first", menu)
        usual.triggered.connect(lambda: self._choose(tuple(model.register.columns)))
        menu.addAction(usual)

    def _toggle(self, name: str, *, on: bool) -> None:
        """Columns come back where they stand in the register, not at the end."""
        model = self.table.register_model
        order = list(model.every_column())
        shown = {*model.names, name} if on else set(model.names) - {name}
        self._choose(tuple(each for each in order if each in shown))

    def _choose(self, names: tuple[str, ...]) -> None:
        self.table.register_model.choose_columns(names)
        self.chosen.emit(names)
