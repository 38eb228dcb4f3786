"""The page of any register: its truth in a line, filters, the table, a line to add, and the form beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from sharedprog.domain.filters import AT_FIRST, Filter, Tally, tally, truth
from sharedprog.domain.listing import Test, Wanted
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import Register
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import one
from sharedprog.ui import fonts
from sharedprog.ui.buttons import GivingButton, button
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.labels import ElidedLabel, Label, set_role, tool_tip
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.chips import Chips
from sharedprog.ui.registers.column_memory import ColumnMemory
from sharedprog.ui.registers.column_menu import ColumnButton
from sharedprog.ui.registers.empty_list import EmptyList
from sharedprog.ui.registers.filter_menu import FilterButton
from sharedprog.ui.registers.form_panel import FormPanel
from sharedprog.ui.registers.list_and_form import ListAndForm
from sharedprog.ui.registers.row_commands import RowCommands
from sharedprog.ui.registers.row_history import RowHistory
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices
from sharedprog.ui.when_seen import WhenSeen
from sharedprog.usecases.adding import add_as_typed
from sharedprog.usecases.removing import delete_rows

SHORT = 400
"""Rows up to which counting them all keeps nobody waiting."""
SIDE = 20.0
"""At both sides of the list, before scaling."""
LEAST_FILTER = 124.0
"""Room for what the filter says of itself."""
LITTLE = 560.0
"""The width, before scaling, under which buttons give way."""


class TablePage(QWidget):
    """One register to work in. ``told`` carries a sentence for a toast, ``refused`` one about trouble.

    ``said`` carries a sentence about what was no change.
    """

    told = Signal(str)
    said = Signal(str)
    refused = Signal(str)
    wants = Signal(str, str)
    """Go to a row of another register: its key and the row's id."""
    wants_import = Signal()

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.model = self._make_model()
        self.splitter = self._make_splitter()
        self._left = QWidget(self.splitter)
        self._stack = QStackedWidget(self._left)
        self.table = self._make_table(self._stack)
        self.rows = RowCommands(session, self.table, lambda: not self.new_line.isHidden())
        self.side = self._make_side()
        self.head, self.form = self.side.head, self.side.form
        self.filter = LineField(self._left)
        self.filter.setPlaceholderText(f"Filter {register.title.lower()}…")
        self.filter.setAccessibleName(f"Filter {register.title.lower()}")
        self.filter.setClearButtonEnabled(True)
        self.chips = Chips(register.key, self._left)
        self.filters = FilterButton(session, self.table, self.filter, self.chips)
        self.new_line = LineField(self._left)
        self.new_line.setPlaceholderText(f"Type to add {one(register.singular)} in one line; finish it later.")
        self.new_line.setAccessibleName(f"Add {one(register.singular)}")
        self.new_line.takes_paste = self.rows.paste_new
        self._title = Label(register.title, "page-title", parent=self._left)
        self._truth = ElidedLabel("", "truth", parent=self._left)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(fonts.scaled(8))
        self._empty = EmptyList(register, self._stack)
        self._counting: Slices[Tally] = Slices(self._counted, self)
        self._reading: Slices[None] = Slices(lambda _: None, self)
        self._lay_out()
        self._connect()
        self.chips.choose(AT_FIRST)
        self._refresh()
        self.form.make_soon()

    # What the window asks

    def go_to(self, row_id: str) -> None:
        """Show a row, dropping filters that hide it."""
        if self.model.row_of(row_id) < 0:
            self.show_every_row()
        self.table.go_to(row_id)
        self.splitter.show_list()

    def open_field(self, row_id: str, field: str) -> None:
        """Open a row on the form, with the cursor in one of its fields."""
        self._open(row_id)
        self.form.focus_field(field)

    def open_child(self, row_id: str, register: str, child_id: str) -> None:
        """Open a row on the form, at a row of another register that belongs to it."""
        self._open(row_id)
        self.side.go_to_child(register, child_id)

    def show_all_that_fit(self, words: str) -> None:
        """Filter the whole list by these words."""
        self.chips.choose("")
        self.filter.setText(words)

    def show_every_row(self) -> None:
        """Drop every filter."""
        self.filters.clear_conditions()
        self.filter.clear()
        self.chips.choose("")

    def show_only(self, passing: Filter) -> None:
        """Show just the rows of a filter from elsewhere, and put the cursor on the first."""
        self.filters.clear_conditions()
        self.filter.clear()
        self.chips.choose_passing(passing)
        if self.model.ids:
            self.table.go_to(self.model.ids[0])
        self.splitter.show_list()

    def present_id(self) -> str | None:
        """The id of the row the person is on."""
        return self.table.present_id()

    def add_row(self) -> None:
        """Put the cursor in the line that adds a row, or do what makes one."""
        if self.new_line.isHidden():
            self._empty.first_step.emit()
            return
        self.splitter.show_list()
        self.new_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.new_line.selectAll()

    def focus_filter(self) -> None:
        """Put the cursor in the filter."""
        self.splitter.show_list()
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    @property
    def history(self) -> RowHistory:
        """The history of the row on the form."""
        return self.side.turning.history

    def turn_history(self) -> None:
        """Show the history of the row in the place of its form, or the form again."""
        turning = self.side.turning
        if turning.shows_history:
            turning.show_form()
            self.form.focus_field(next(iter(self.form.editors), ""))
            return
        turning.show_history()
        self._show_beside(self.table.present_id())
        self.history.enter()

    def delete_chosen(self) -> None:
        """Delete the selected rows with what belongs to them, as one change that can be undone."""
        chosen = self.table.chosen_ids()
        if not chosen:
            return
        try:
            deleted = delete_rows(self.session.document, self.register, chosen)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        if deleted is not None:
            self.told.emit(f"{deleted.title.replace('Delete', 'Deleted', 1)}.")

    def remember(self, preferences: Preferences) -> None:
        """Have the columns as the person left them and their own filters, and remember both."""
        self.columns.memory = ColumnMemory(self.table, preferences)
        self.filters.remember(preferences)

    def commit(self) -> None:
        """Commit what is being typed on the form."""
        self.form.commit()

    def add_tool(self, words: str, does: Callable[[], object], meaning: str = "") -> QWidget:
        """A button of this page's own, before the button that adds."""
        made = button(words, does, "", meaning)
        self.tools.addWidget(made)
        return made

    def made_elsewhere(self, words: str, does: Callable[[], object]) -> None:
        """Rows of this register are not typed here: a button for what makes them takes the place of the line."""
        self.new_line.hide()
        self._new.hide()
        set_role(self.add_tool(words, does), "primary")
        self._empty.first_step.disconnect()
        self._empty.first_step.connect(does)
        self._empty.step = words
        self._refresh()

    # What a page with a shape of its own makes otherwise

    def _make_model(self) -> RegisterModel:
        return RegisterModel(self.session, self.register, None, self)

    def _make_splitter(self) -> ListAndForm:
        return ListAndForm(self)

    def _make_table(self, parent: QWidget) -> RegisterTable:
        return RegisterTable(self.model, parent)

    def _make_side(self) -> FormPanel:
        return FormPanel(self.session, self.register, self.splitter)

    def _test(self) -> Test | None:
        """Which rows are shown, besides those that the typed words find."""
        of_chip, of_cells = self.chips.test(), self.filters.test()
        if of_chip is None or of_cells is None:
            return of_cells or of_chip
        return lambda view, row: of_chip(view, row) and of_cells(view, row)

    def _body(self) -> QWidget:
        """What stands in the middle of the page: the table, and whatever goes with it."""
        return self.table

    def _list(self) -> QWidget:
        """What stands beside the form: the list with all that is above and beneath it."""
        return self._left

    def _beside(self) -> QWidget:
        """What stands beside the list: the form with its head."""
        return self.side

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In very little room the button that adds shows its icon alone."""
        super().resizeEvent(event)
        self._new.give_way(self.width() < fonts.scaled(LITTLE))

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._left)
        side = fonts.scaled(SIDE)
        column.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(12))
        column.setSpacing(fonts.scaled(10))
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(self._title)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self._truth, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(self.tools)
        self._new = GivingButton(f"New {self.register.singular}", "add", "on_accent")
        self._new.clicked.connect(self.add_row)
        set_role(self._new, "primary")
        self._new.setToolTip(tool_tip(f"New {self.register.singular} (Ctrl+N)"))
        head.addWidget(self._new)
        column.addLayout(head)
        line = self.line = QHBoxLayout()
        line.setSpacing(fonts.scaled(8))
        self.filter.setMinimumWidth(fonts.scaled(LEAST_FILTER))
        self.filter.setMaximumWidth(fonts.scaled(220))
        line.addWidget(self.filter, 1)
        line.addWidget(self.chips, 3)
        line.addWidget(self.filters.condition_chip)
        line.addWidget(self.filters)
        self.columns = ColumnButton(self.table)
        line.addWidget(self.columns)
        column.addLayout(line)
        self._filled = self._body()
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self._empty)
        column.addWidget(self._stack, 1)
        column.addWidget(self.new_line)
        self.splitter.hold(self._list(), self._beside(), self.table)
        self.splitter.make_room(self._rooms)
        self.table.needs_room.connect(self.splitter.share)
        self.splitter.narrow.connect(self.head.show_way_back)
        self.head.left.connect(self.splitter.leave_form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)

    def _rooms(self) -> tuple[int, int]:
        """The widths that the list needs, as it is at its best and as it is at its tightest."""
        around = 2 * fonts.scaled(SIDE)
        return self.table.least_width() + around, self.table.tight_width() + around

    def _leave_filter(self) -> None:
        """Escape empties the filter, then leaves it for the list."""
        if self.filter.text():
            self.filter.clear()
        else:
            self._into_list()

    def _into_list(self) -> None:
        """From the filter to the first of the rows that fit it."""
        if self.model.ids:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.table.go_to(self.present_id() or self.model.ids[0])

    def _connect(self) -> None:
        refreshing = WhenSeen(self, self._refresh)
        self.session.changed.connect(lambda _: refreshing.want())
        self.model.refused.connect(self.refused)
        self.rows.refused.connect(self.refused)
        self.rows.told.connect(self.told)
        self.rows.said.connect(self.said)
        self.filter.textChanged.connect(lambda _: self._want())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            QShortcut(key, self.filter, self._into_list).setContext(Qt.ShortcutContext.WidgetShortcut)
        QShortcut(Qt.Key.Key_Escape, self.filter, self._leave_filter).setContext(Qt.ShortcutContext.WidgetShortcut)
        self.chips.chosen.connect(lambda _: self._want())
        self.filters.changed.connect(self._want)
        self.filters.told.connect(self.told)
        self.filters.refused.connect(self.refused)
        self.new_line.returnPressed.connect(self._add)
        self._empty.first_step.connect(self.add_row)
        self._empty.wants_every_row.connect(self.show_every_row)
        self._empty.wants_import.connect(self.wants_import)
        self.table.present.connect(self._show)
        self.table.opened.connect(self._open)
        self.side.told.connect(self.told)
        self.side.said.connect(self.said)
        self.side.refused.connect(self.refused)
        self.side.wants.connect(self.wants)
        self.head.turned.connect(self.turn_history)
        delete = QAction(f"Delete {self.register.singular}", self.table)
        delete.setShortcut(QKeySequence("Delete"))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(self.delete_chosen)
        self.table.addAction(delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _show(self, row_id: str | None) -> None:
        if not self.splitter.shows_form:
            return
        self.side.show_row(row_id)

    def _open(self, row_id: str) -> None:
        self.side.turning.show_form()
        self._show_beside(row_id)
        self.form.focus_field(next(iter(self.form.editors), ""))

    def _show_beside(self, row_id: str | None) -> None:
        """Bring what stands beside the list to sight, with a row."""
        self.splitter.show_form()
        self._show(row_id)

    def _counted(self, found: Tally) -> None:
        self._reading.run(self.model.read_ahead(), short=False)
        rows = len(self.session.programme.rows(self.register))
        self._truth.setText(truth(self.register.key, rows, found))
        self.chips.show_counts(found, rows)

    def _want(self) -> None:
        old = self.model.wanted
        self.model.want(Wanted(self.filter.text(), self._test(), old.sort, old.descending))
        self.filters.mark()
        self._refresh()
        shown = self.form.row_id
        if shown is not None and self.table.present_id() != shown and not self.table.go_to(shown):
            self._show(None)

    def _add(self) -> None:
        text = self.new_line.text().strip()
        if not text:
            return
        try:
            row_id = add_as_typed(self.session.document, self.register, text, self.table.present_id())
        except (Unread, Trouble) as refusal:
            self.refused.emit(str(refusal))
            return
        self.new_line.write("")
        if self.model.row_of(row_id) < 0:
            self.go_to(row_id)
            self.new_line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.go_to(row_id)

    def _refresh(self) -> None:
        rows = self.session.programme.rows(self.register)
        at_once = not self._truth.text() and len(rows) <= SHORT
        self._counting.run(tally(self.session.view, self.register.key, rows), short=at_once)
        if not self.model.rowCount():
            self._empty.explain(hidden=bool(rows), typed=not self.new_line.isHidden())
        self._stack.setCurrentWidget(self._filled if self.model.rowCount() else self._empty)
