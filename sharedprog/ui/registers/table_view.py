"""The table on a page: rows as high as their words, the title takes the room, keys as in any list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from sharedprog.domain.fields import Flag
from sharedprog.domain.listing import Wanted
from sharedprog.ui import fonts
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.pills import TRAVEL, pill_size
from sharedprog.ui.registers.cell_painter import PAD, WRAPPING_WIDTH, CellPainter, cell_font, wraps
from sharedprog.ui.registers.head_hands import HeadHands
from sharedprog.ui.registers.table_model import ROW_ID, SHOWN, RegisterModel
from sharedprog.usecases.list_settings import ColumnSet

LOOKED_AT = 60
"""Rows looked at to see how wide a column must be."""
LEAST_TITLE, WRAPPED_WIDTH = 190.0, 108.0
"""The least width of the title, and the most of other columns that can wrap."""
SOON = 40
"""Milliseconds after an edit until row heights follow: painting what changed comes first."""
HEAD_PAD = 9.0
"""Room at each side of a column's label."""
MEASURED = 1_500
"""Rows up to which each is made as high as its words; a longer list has rows of one height."""


class RegisterTable(QTableView):
    """Shows a ``RegisterModel``. ``present`` carries the id of the row gone to, ``opened`` of one to work on.

    ``wants_change``: several rows are selected and are to be changed together.
    """

    present = Signal(object)
    opened = Signal(str)
    wants_change = Signal()
    arranged = Signal()
    """A person chose, moved or widened columns, or sorted by one."""

    def __init__(self, model: RegisterModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.model_: RegisterModel = model
        self.first_names = model.names
        self._widths: dict[str, int] = {}
        self._laid_out_for = 0
        self._tall: dict[str, bool] = {}
        self._tall_in: tuple[int, ...] = ()
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
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setSectionsMovable(True)
        self._head_hands = HeadHands(heads)
        self._head_hands.widened.connect(self._widened)
        self._head_hands.moved.connect(self._take_order)
        heads.setMinimumSectionSize(fonts.scaled(40))
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.sectionClicked.connect(self._sort_by)
        heads.setSortIndicatorClearable(True)
        self.selectionModel().selectionChanged.connect(self._tell_present)
        model.rowsInserted.connect(self._rows_came)
        model.layoutChanged.connect(self._measure_again)
        self._changed: range = range(0)
        self._measure_soon = QTimer(self, singleShot=True, interval=SOON)
        self._measure_soon.timeout.connect(self._fit_what_changed)
        model.dataChanged.connect(self._words_changed)
        model.modelReset.connect(self._start_anew)
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
        """Select a row and bring it into sight; False where the list does not show it."""
        row = self.model_.row_of(row_id)
        if row < 0:
            return False
        place = self.model_.names.index(column) if column in self.model_.names else self._title()
        index = self.model_.index(row, max(place, 0))
        # The view's own way would look at the keys that are held, and Ctrl+Z would toggle what it goes to.
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)
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
        self._widths[self.model_.names[section]] = round(self.columnWidth(section) / fonts.text_scale())
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
        for place in range(len(self.model_.columns)):
            heads.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
            if place != self._title():
                held = self._widths.get(self.model_.names[place])
                self.setColumnWidth(place, fonts.scaled(held) if held else self._fitting(place))
        self._widen_title()
        self._measure_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew when the width changes."""
        super().resizeEvent(event)
        self._widen_title()
        self._measure_again()

    def _widen_title(self) -> None:
        """The title has the width it was given by hand, else the room that the others leave."""
        title = self._title()
        held = self._widths.get(self.model_.names[title]) if title >= 0 else None
        if held:
            self.setColumnWidth(title, fonts.scaled(held))
        else:
            self._give_room()

    def widen_columns(self, rows: range) -> None:
        """Make room for what came or changed in some rows; a column never gets narrower under a person's eyes."""
        title, names = self._title(), self.model_.names
        for place in range(len(names)):
            if place != title and names[place] not in self._widths:
                fitting = self._fitting(place, rows)
                if fitting > self.columnWidth(place):
                    self.setColumnWidth(place, fitting)
        self._widen_title()

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

    def _fitting(self, place: int, rows: range | None = None) -> int:
        """The width a column needs for its label and the first of some rows; wrapping ones make do with less."""
        column = self.model_.columns[place]
        body, head = QFontMetrics(QApplication.font()), QFontMetrics(fonts.semibold(fonts.SECONDARY))
        looked_at = (range(self.model_.rowCount()) if rows is None else rows)[:LOOKED_AT]
        texts = [self.model_.index(row, place) for row in looked_at]
        widest = 0
        for index in texts:
            shown = index.data(SHOWN)
            if shown is None:
                continue
            pill = pill_size(shown.text).width() if shown.rag is not None else 0
            widest = max(widest, pill or body.horizontalAdvance(TRAVEL.get(shown.travel or "", shown.text)))
        if column.wraps or column.width >= WRAPPING_WIDTH:
            widest = min(widest, fonts.scaled(WRAPPED_WIDTH))
        label = head.horizontalAdvance(column.label) + 2 * fonts.scaled(HEAD_PAD)
        return max(widest + 2 * fonts.scaled(PAD), label) + 2

    def _give_room(self) -> None:
        """Give the title what the other columns leave."""
        title = self._title()
        if title < 0:
            return
        others = sum(self.columnWidth(place) for place in range(len(self.model_.columns)) if place != title)
        least = min(fonts.scaled(LEAST_TITLE), round(self.viewport().width() * 0.42))
        self.setColumnWidth(title, max(least, self.viewport().width() - others))

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
        """Give each row one line or two, by the words in its wrapping columns."""
        line = QFontMetrics(QApplication.font()).height()
        air = fonts.scaled(12)
        heads = self.verticalHeader()
        count = self.model_.rowCount()
        if count > MEASURED:
            heads.setDefaultSectionSize(2 * line + air)
            return
        heads.setDefaultSectionSize(line + air)
        first, last = 0, count - 1
        if len(changed) >= 2 and isinstance(changed[0], QModelIndex) and isinstance(changed[1], QModelIndex):
            first, last = changed[0].row(), changed[1].row()
        widths = (line, *(self.columnWidth(column) for column in range(len(self.model_.names))))
        if widths != self._tall_in:
            self._tall_in = widths
            self._tall.clear()
        for row in range(first, last + 1):
            height = (2 if self._is_tall(row) else 1) * line + air
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    def _is_tall(self, row: int) -> bool:
        """Whether some cell of a row takes two lines; measured once for the words and widths of the moment."""
        row_id = self.model_.ids[row]
        tall = self._tall.get(row_id)
        if tall is None:
            tall = any(self._takes_two(row, column) for column in range(len(self.model_.names)))
            self._tall[row_id] = tall
        return tall

    def _words_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Other words may take more or less room."""
        self._tall.clear()
        known = self._changed or range(first.row(), last.row() + 1)
        self._changed = range(min(known.start, first.row()), max(known.stop, last.row() + 1))
        self._measure_soon.start()

    def _takes_two(self, row: int, column: int) -> bool:
        index = self.model_.index(row, column)
        if not wraps(index):
            return False
        room = self.columnWidth(column) - 2 * fonts.scaled(PAD)
        return QFontMetrics(cell_font(index)).horizontalAdvance(str(index.data())) > room

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
