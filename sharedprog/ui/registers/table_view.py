"""The table on a page: rows as high as their words, the title takes the room, keys as in any list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sharedprog.domain.fields import Flag
from sharedprog.domain.listing import Wanted
from sharedprog.ui import fonts
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.head_hands import HeadHands
from sharedprog.ui.heads import Heads
from sharedprog.ui.registers.cell_painter import PAD, CellPainter, may_wrap
from sharedprog.ui.registers.column_needs import LEAST_TITLE, LOOKED_AT, need_of
from sharedprog.ui.registers.row_heights import RowHeights
from sharedprog.ui.registers.table_model import ROW_ID, RegisterModel
from sharedprog.ui.sharing import Need, fixed, share
from sharedprog.ui.when_seen import WhenSeen
from sharedprog.usecases.list_settings import ColumnSet

SOON = 40
"""Milliseconds after an edit until row heights follow: painting what changed comes first."""


class RegisterTable(QTableView):
    """Shows a ``RegisterModel``. ``present`` carries the id of the row gone to, ``opened`` of one to work on.

    ``wants_change``: several rows are selected and are to be changed together.
    """

    present = Signal(object)
    opened = Signal(str)
    wants_change = Signal()
    arranged = Signal()
    """A person chose, moved or widened columns, or sorted by one."""
    needs_room = Signal()
    """The ``least_width`` may be another."""

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.model_: RegisterModel = model
        self.first_names = model.names
        self._widths: dict[str, int] = {}
        self._needs: list[Need] = []
        self._laid_out_for = 0
        self._heights = RowHeights(self, model)
        cells = CellPainter(self)
        cells.left.connect(self._leave_cell)
        self.setItemDelegate(cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked | trigger.AnyKeyPressed)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(model.register.title)
        self.verticalHeader().hide()
        self._heads = heads = Heads(self)
        self.setHorizontalHeader(heads)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        self._head_hands = HeadHands(heads)
        self._head_hands.widened.connect(self._widened)
        self._head_hands.moved.connect(self._take_order)
        heads.setMinimumSectionSize(fonts.scaled(40))
        heads.sectionClicked.connect(self._sort_by)
        heads.setSortIndicatorClearable(True)
        self.selectionModel().selectionChanged.connect(self._tell_present)
        model.rowsInserted.connect(self._rows_came)
        model.layoutChanged.connect(self._measure_again)
        self._changed: range = range(0)
        self._measure_soon = QTimer(self, singleShot=True, interval=SOON)
        self._measure_soon.timeout.connect(self._fit_what_changed)
        self._fitting = WhenSeen(self, self._measure_soon.start)
        model.dataChanged.connect(self._words_changed)
        self._renewing = WhenSeen(self, self._start_anew)
        model.modelReset.connect(self._renewing.want)
        self.lay_out_columns()

    @property
    def register_model(self) -> RegisterModel:
        """The model, as what it is."""
        return self.model_

    def present_id(self) -> str | None:
        """The id of the row the person is on."""
        index = self.currentIndex()
        return str(index.data(ROW_ID)) if index.isValid() else None

    def chosen_ids(self) -> tuple[str, ...]:
        """Ids of the selected rows, in order."""
        return tuple(self.model_.ids[row] for row in self._chosen_rows())

    def _chosen_rows(self) -> list[int]:
        """Rows of the ranges selected: Qt's own way asks the model of every cell in them."""
        ranges = self.selectionModel().selection()
        each = [ranges.at(number) for number in range(ranges.size())]
        return sorted({row for one in each for row in range(one.top(), one.bottom() + 1)})

    def name_at(self, section: int) -> str:
        """The name of the column in a section of the head."""
        return self.model_.names[section]

    def seen_names(self) -> tuple[str, ...]:
        """The columns as they stand on the screen, from the left."""
        heads = self.horizontalHeader()
        return tuple(self.model_.names[heads.logicalIndex(place)] for place in range(len(self.model_.names)))

    def go_to(self, row_id: str, column: str | None = None) -> bool:
        """Select a row and bring it into sight; False where the list does not show it.

        Only for the sake of a ``column`` the list is moved sideways.
        """
        row = self.model_.row_of(row_id)
        if row < 0:
            return False
        place = self.model_.names.index(column) if column in self.model_.names else self._title()
        index = self.model_.index(row, max(place, 0))
        # The view's own way would look at the keys that are held, and Ctrl+Z would toggle what it goes to.
        flag, sideways = QItemSelectionModel.SelectionFlag, self.horizontalScrollBar().value()
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        if self._heights.busy:
            self.updateGeometries()  # the list is longer than its scroll bar knows
        self.scrollTo(index)
        if column is None:
            self.horizontalScrollBar().setValue(sideways)
        return True

    # Columns as a person likes them

    @property
    def arrangement(self) -> ColumnSet:
        """The columns as they stand, the widths set by hand, and what the rows are sorted by."""
        names, wanted = self.seen_names(), self.model_.wanted
        widths = {name: width for name, width in self._widths.items() if name in names}
        return ColumnSet(names, widths, wanted.sort, wanted.descending)

    def arrange(self, columns: ColumnSet) -> None:
        """Put the columns as they stood elsewhere or before; ones that are not known are left out."""
        model = self.model_
        known = tuple(name for name in dict.fromkeys(columns.names) if name in model.every_column())
        self._widths = {name: width for name, width in columns.widths.items() if name in known}
        self._choose(known or self.first_names)
        sort = columns.sort if columns.sort in model.every_column() else None
        wanted = model.wanted
        model.want(Wanted(wanted.words, wanted.test, sort, columns.descending and sort is not None))
        self._show_sort()
        self.arranged.emit()

    def choose_columns(self, names: Sequence[str]) -> None:
        """Show these columns, from the left."""
        self._choose(names)
        self._show_sort()
        self.arranged.emit()

    def _choose(self, names: Sequence[str]) -> None:
        """The model starts anew; the rows that were selected stay so."""
        chosen, present = self.chosen_ids(), self.present_id()
        current = self.currentIndex()
        at = self.model_.names[current.column()] if current.isValid() else None
        heads = self.horizontalHeader()
        for place in range(heads.count()):
            heads.moveSection(heads.visualIndex(place), place)
        self._head_hands.forget()
        self.model_.choose_columns(names)
        self.lay_out_columns()
        if present is not None:
            self.go_to(present, at)
        flag = QItemSelectionModel.SelectionFlag
        for row_id in chosen if len(chosen) > 1 else ():
            index = self.model_.index(self.model_.row_of(row_id), 0)
            self.selectionModel().select(index, flag.Select | flag.Rows)

    def _widened(self, section: int) -> None:
        width = self.columnWidth(section)
        self._widths[self.model_.names[section]] = round(width / fonts.text_scale())
        self._needs[section] = fixed(width)
        self.arranged.emit()

    def _take_order(self) -> None:
        """Columns that were dragged elsewhere stand there in the model too."""
        names = self.seen_names()
        if names != self.model_.names:
            self.choose_columns(names)

    def _start_anew(self) -> None:
        """Other rows in columns laid out for as many keep their widths: a filter is typed letter by letter."""
        if self.model_.same_columns and self._laid_out_for >= min(self.model_.rowCount(), LOOKED_AT):
            self._measure_again()
        else:
            self.lay_out_columns()

    def lay_out_columns(self) -> None:
        """Columns as wide as what stands in the first rows; the title takes what is left, and never too little."""
        heads = self.horizontalHeader()
        self._laid_out_for = min(self.model_.rowCount(), LOOKED_AT)
        title = self._title()
        self._needs = []
        for place, name in enumerate(self.model_.names):
            heads.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            held = self._widths.get(name)
            need = need_of(self.model_, place, range(self.model_.rowCount()), title=place == title)
            self._needs.append(fixed(fonts.scaled(held)) if held else need)
        self._give_room()
        self._measure_again()
        self.needs_room.emit()

    def least_width(self) -> int:
        """The width at which all columns are in sight and none is tight, with the scroll bar."""
        return sum(need.least for need in self._needs) + self.verticalScrollBar().sizeHint().width() + 4

    def tight_width(self) -> int:
        """The width at which all columns can just be in sight, with the scroll bar."""
        return sum(need.tight for need in self._needs) + self.verticalScrollBar().sizeHint().width() + 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew when the width changes."""
        super().resizeEvent(event)
        self._give_room()
        self._measure_again()

    def widen_columns(self, rows: range) -> None:
        """Make room for what came or changed in some rows; what was there needs no less than before."""
        title = self._title()
        for place, name in enumerate(self.model_.names):
            if name not in self._widths and place < len(self._needs):
                more = need_of(self.model_, place, rows, title=place == title)
                self._needs[place] = self._needs[place].with_room_for(more)
        self._give_room()

    def _rows_came(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Many that come to many are those that a filter hid, for which there is room."""
        if last - first < LOOKED_AT or self._laid_out_for < LOOKED_AT:
            self._laid_out_for = min(self.model_.rowCount(), LOOKED_AT)
            self.widen_columns(range(first, last + 1))
        self._measure_again()

    def _fit_what_changed(self) -> None:
        self.widen_columns(self._changed)
        self._changed = range(0)
        self._measure_again()

    def _give_room(self) -> None:
        """Share the width among the columns; one that was given a width by hand keeps it."""
        title = self._title()
        if title < 0 or len(self._needs) != len(self.model_.names):
            return
        held = self._widths.get(self.model_.names[title])
        widths = share(self.viewport().width(), self._needs, title)
        if held:
            widths[title] = fonts.scaled(held)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        self._heads.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; F2 and letters edit the cell; Space turns a yes or no; F2 asks of several rows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != self.State.EditingState:
            row_id = self.present_id()
            if row_id is not None:
                self.opened.emit(row_id)
                return
        if event.key() == Qt.Key.Key_F2 and len(self._chosen_rows()) > 1:
            self.wants_change.emit()
            return
        if event.key() == Qt.Key.Key_Space and self.state() != self.State.EditingState:
            self._turn(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        """A yes becomes no and a no yes; Space begins no other cell, which it would empty."""
        if index.isValid() and isinstance(self.model_.columns[index.column()].kind, Flag):
            self.model_.setData(index, "No" if index.data() == "Yes" else "Yes")

    def _leave_cell(self, editor: Editor[Any], rows: int, along: int) -> None:
        """Keep what was typed, and go on from its cell; what cannot be read stays open."""
        cells = cast("CellPainter", self.itemDelegate())
        index = self.currentIndex()
        row = min(index.row() + rows, self.model_.rowCount() - 1)
        to, column = self.model_.ids[row], self._typed_beside(index, along)
        if not editor.commit():
            cells.show_whole(editor)
            return
        cells.closeEditor.emit(editor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(to, column)

    def _typed_beside(self, index: QModelIndex, along: int) -> str:
        """The next column along in which something can be typed, or the same where there is none."""
        here, seen = self.model_.names[index.column()], self.seen_names()
        place = seen.index(here) + along
        while along and 0 <= place < len(seen):
            beside = self.model_.index(index.row(), self.model_.names.index(seen[place]))
            if beside.flags() & Qt.ItemFlag.ItemIsEditable:
                return seen[place]
            place += along
        return here

    def _title(self) -> int:
        """The place of the column that takes the room: the row's name, else the first that wraps."""
        model = self.model_
        if model.register.name_field in model.names:
            return model.names.index(model.register.name_field)
        wide = [place for place, column in enumerate(model.columns) if column.wraps]
        return wide[0] if wide else (0 if model.names else -1)

    def _measure_again(self, *changed: object) -> None:
        """Give each row the lines that its words take."""
        rows = range(self.model_.rowCount())
        if len(changed) >= 2 and isinstance(changed[0], QModelIndex) and isinstance(changed[1], QModelIndex):
            rows = range(changed[0].row(), changed[1].row() + 1)
        title, pad = self._title(), 2 * fonts.scaled(PAD)
        widths = [self.columnWidth(column) for column in range(len(self.model_.names))]
        rooms = {column: width - pad for column, width in enumerate(widths) if self._may_take_two(column, width)}
        tight = title if title >= 0 and widths[title] < fonts.scaled(LEAST_TITLE) else -1
        self._heights.measure(rows, rooms, tight)

    def _may_take_two(self, column: int, width: int) -> bool:
        """Whether words of a column may go on in a second line: others than figures, where they are tight."""
        described = self.model_.columns[column]
        tight = column < len(self._needs) and width < self._needs[column].least
        return not described.figures and (may_wrap(described) or tight)

    def _words_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Other words may take more or less room."""
        self._heights.forget()
        known = self._changed or range(first.row(), last.row() + 1)
        self._changed = range(min(known.start, first.row()), max(known.stop, last.row() + 1))
        self._fitting.want()

    def _sort_by(self, section: int) -> None:
        """Up, down, then the people's own order again."""
        wanted = self.model_.wanted
        name = self.model_.names[section]
        if wanted.sort != name:
            self.model_.sort(section, Qt.SortOrder.AscendingOrder)
        elif not wanted.descending:
            self.model_.sort(section, Qt.SortOrder.DescendingOrder)
        else:
            self.model_.sort(-1)
        self._show_sort()
        self.arranged.emit()

    def _show_sort(self) -> None:
        """The arrow in the head, where the rows are sorted by a column that is shown."""
        heads = self.horizontalHeader()
        after = self.model_.wanted
        section = self.model_.names.index(after.sort) if after.sort in self.model_.names else -1
        heads.setSortIndicatorShown(section >= 0)
        order = Qt.SortOrder.DescendingOrder if after.descending else Qt.SortOrder.AscendingOrder
        heads.setSortIndicator(section, order)

    def _tell_present(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self.present.emit(self.present_id() if self.selectionModel().hasSelection() else None)
