"""The columns of one list, remembered between starts, and the sets of columns a person gave names to."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.usecases.list_settings import ColumnSet, column_sets, present_columns, with_present, with_sets


class ColumnMemory(QObject):
    """Puts a table as it was left, and keeps how it is left."""

    def __init__(self, table: RegisterTable, preferences: Preferences) -> None:
        super().__init__(table)
        self._table = table
        self._preferences = preferences
        self._key = table.register_model.register.key
        held = present_columns(preferences.settings, self._key)
        if held is not None:
            table.arrange(held)
        table.arranged.connect(self._keep)

    @property
    def sets(self) -> dict[str, ColumnSet]:
        """The named sets, by name."""
        return column_sets(self._preferences.settings, self._key)

    def save_as(self, name: str) -> None:
        """Keep the columns as they are now under a name."""
        self._put({**self.sets, name: self._table.arrangement})

    def use(self, name: str) -> None:
        """Put the columns as a set has them."""
        self._table.arrange(self.sets[name])

    def rename(self, old: str, new: str) -> None:
        """Give a set another name, where it stands."""
        self._put({new if name == old else name: each for name, each in self.sets.items()})

    def delete(self, name: str) -> None:
        """Forget a set."""
        self._put({each: columns for each, columns in self.sets.items() if each != name})

    def _put(self, sets: dict[str, ColumnSet]) -> None:
        self._preferences.keep_lists(with_sets(self._preferences.settings, self._key, sets))

    def _keep(self) -> None:
        self._preferences.keep_lists(with_present(self._preferences.settings, self._key, self._table.arrangement))
