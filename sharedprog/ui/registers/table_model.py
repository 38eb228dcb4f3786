"""The table of any register: rows of the present picture as columns of words, ratings and travel."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.columns import Column, columns_of
from sharedprog.domain.computed import Shown
from sharedprog.domain.listing import Listing, Wanted
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.labels import tool_tip
from sharedprog.ui.session import Session
from sharedprog.usecases.editing import TYPED_DATES, change_as_typed

Index = QModelIndex | QPersistentModelIndex
SHOWN = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its ``Shown``."""
ROW_ID = Qt.ItemDataRole.UserRole + 1
"""The role under which a cell gives the id of its row."""
DEPTH = Qt.ItemDataRole.UserRole + 2
"""The role under which the title of a task gives its depth in the outline."""
NO_INDEX = QModelIndex()
SEEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
TYPED = SEEN | Qt.ItemFlag.ItemIsEditable
"""What can be done in a cell that is only seen, and in one that can be typed in."""


class RegisterModel(QAbstractTableModel):
    """Rows wanted of a register (of one parent, for a child register), with the columns chosen."""

    refused = Signal(str)
    """A typed value could not be read or kept: the sentence."""

    def __init__(
        self,
        session: Session,
        register: Register[Any],
        parent_row: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.parent_row = parent_row
        self.wanted = Wanted()
        self.same_columns = False
        """Whether the rows alone are others, while the model starts anew."""
        self.names: tuple[str, ...] = ()
        self._columns: tuple[Column, ...] = ()
        self._choose(register.columns)
        self._listing = Listing(register)
        self._ids = self._listed()
        self._rows = {row_id: place for place, row_id in enumerate(self._ids)}
        session.changed.connect(self._follow)

    # What others ask

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the rows shown, in order."""
        return self._ids

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns shown, in order."""
        return self._columns

    @property
    def places(self) -> Mapping[str, int]:
        """Where each row shown stands, by id."""
        return self._rows

    def every_column(self) -> Mapping[str, Column]:
        """Every column that can be shown, by name."""
        return columns_of(self.register.key)

    def row_of(self, row_id: str) -> int:
        """Where a row stands in the list; -1 when it is not shown."""
        return self._rows.get(row_id, -1)

    def read_ahead(self) -> Generator[None, None, None]:
        """Read what the rows are found by, so that the first letter of a filter is as quick as the others."""
        return self._listing.read_ahead(self.session.view, self.session.programme.rows(self.register))

    def want(self, wanted: Wanted) -> None:
        """Show other rows, or the same in another order."""
        self.wanted = wanted
        self._renew()

    def choose_columns(self, names: Sequence[str]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self._choose(names)
        self.endResetModel()

    def belong_to(self, parent_row: str | None) -> None:
        """Show the rows of another parent."""
        self.beginResetModel()
        self.parent_row = parent_row
        self._set(self._listed())
        self.endResetModel()

    # What Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Columns shown."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        row = self._row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self._shown(row, column).text
            case Qt.ItemDataRole.AccessibleTextRole:
                shown = self._shown(row, column)
                return f"{column.label}: {shown.text or 'empty'}"
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self._shown(row, column).text)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == SHOWN:
                return self._shown(row, column)
            case _ if role == ROW_ID:
                return row.id
            case _ if role == DEPTH and self.register.key == TASKS.key and column.name == "title":
                return self.session.view.outline[row.id]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Labels of the columns; their help as tool-tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.names):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
            return tool_tip(column.help)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Fields can be typed in; computed columns cannot, but for a plan's start and finish."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put what was typed in a cell; what cannot be read is refused with a sentence."""
        row = self._row(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        name = self.names[index.column()]
        try:
            change_as_typed(self.session.document, self.register, row.id, name, str(value))
        except (Unread, Trouble) as refusal:
            self.refused.emit(str(refusal))
            return False
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings back the people's own order."""
        name = self.names[column] if 0 <= column < len(self.names) else None
        descending = order == Qt.SortOrder.DescendingOrder
        self.want(Wanted(self.wanted.words, self.wanted.test, name, descending))

    # Inside

    def _choose(self, names: Sequence[str]) -> None:
        every = self.every_column()
        self.names = tuple(name for name in names if name in every)
        self._columns = tuple(every[name] for name in self.names)
        self._flags = tuple(self._flags_of(column) for column in self._columns)

    def _flags_of(self, column: Column) -> Qt.ItemFlag:
        """What can be done in a column; Qt asks it of every cell of a selection, so it is worked out once."""
        typed = column.kind is not None or (self.register.key == TASKS.key and column.name in TYPED_DATES)
        return TYPED if typed and column.name != "ref" else SEEN

    def _row(self, index: Index) -> Row | None:
        if not index.isValid() or not 0 <= index.row() < len(self._ids) or index.column() >= len(self.names):
            return None
        found: Row | None = self.session.programme.row(self.register, self._ids[index.row()])
        return found

    def _shown(self, row: Row, column: Column) -> Shown:
        return column.shown(self.session.view, row)

    def _listed(self) -> tuple[str, ...]:
        view = self.session.view
        rows: Sequence[Row]
        if self.register.key == TASKS.key:
            rows = [place.task for place in view.outline.values()]
        elif self.register.child_of:
            rows = view.programme.children(self.register, self.parent_row) if self.parent_row else ()
        else:
            rows = view.programme.rows(self.register)
        return self._listing.ids(view, rows, self.wanted)

    def _set(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._rows = {row_id: place for place, row_id in enumerate(ids)}

    def _follow(self, change_set: ChangeSet) -> None:
        """Refresh what a change touches; computed columns may follow from any register, so all that is in sight."""
        if self.register.key in change_set.registers or self.wanted.test or self.wanted.sort:
            self._renew()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.names) - 1))

    def _renew(self) -> None:
        """Bring the list up to date, so that what is selected stays selected."""
        new = self._listed()
        old = self._ids
        if new == old:
            return
        at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        grown = len(new) - len(old)
        if grown > 0 and new[at + grown :] == old[at:]:
            self.beginInsertRows(QModelIndex(), at, at + grown - 1)
            self._set(new)
            self.endInsertRows()
        elif grown < 0 and old[at - grown :] == new[at:]:
            self.beginRemoveRows(QModelIndex(), at, at - grown - 1)
            self._set(new)
            self.endRemoveRows()
        elif grown:
            self.same_columns = True
            self.beginResetModel()
            self._set(new)
            self.endResetModel()
            self.same_columns = False
        else:
            self._rearrange(new)

    def _rearrange(self, new: tuple[str, ...]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._ids[index.row()] for index in before]
        self._set(new)
        after = [
            self.index(self._rows[row_id], index.column()) if row_id in self._rows else QModelIndex()
            for row_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
