"""What can be done with the selected rows of a table: change, finish, copy, paste over, put elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from sharedprog.domain.changes import Edit, Stale
from sharedprog.domain.naming import several
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.registers.change_rows import ChangeRows
from sharedprog.ui.registers.paste_preview import PastePreview
from sharedprog.ui.registers.row_dragging import RowDragging
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices
from sharedprog.usecases.bulk_editing import FINISHES, bulk_fields, drafted, finish_title
from sharedprog.usecases.copying import Copied, copied
from sharedprog.usecases.pasting import Pasting, Place, cells_of, columns_for_new_rows, paste, plan_paste
from sharedprog.usecases.reordering import move_rows


class RowCommands(QObject):
    """The commands of one table. ``told`` carries what was done, which can be undone; ``refused`` why it was not."""

    told = Signal(str)
    said = Signal(str)
    """What was done and is no change."""
    refused = Signal(str)

    def __init__(self, session: Session, table: RegisterTable, may_add: Callable[[], bool]) -> None:
        super().__init__(table)
        self.session = session
        self.table = table
        self.register = table.register_model.register
        self._may_add = may_add
        self._copying: Slices[Copied] = Slices(self._copied, self)
        self._planning: Slices[Pasting] = Slices(self._planned, self)
        self._finishing: Slices[tuple[Edit, ...] | Trouble] = Slices(self._finished, self)
        self._closing: tuple[str, ...] = ()
        table.wants_change.connect(self.change)
        self._add("Change selected rows…", "", self.change)
        if self.register.key in FINISHES:
            self._add(FINISHES[self.register.key].words.format("selected rows"), "", self.finish)
        self._add("Copy rows", "Ctrl+C", self.copy)
        self._add("Paste over cells", "Ctrl+V", self.paste)
        if self.register.ordered and self.register != TASKS:
            self._add("Move up", "Alt+Up", partial(self.move, -1))
            self._add("Move down", "Alt+Down", partial(self.move, 1))
            self.dragging = RowDragging(table)
            self.dragging.dropped.connect(self._put)

    # Changing and finishing

    def change(self) -> None:
        """Ask for a field and a value, and give it to all selected rows."""
        chosen = self.table.chosen_ids()
        if not chosen:
            self.refused.emit(f"No {self.register.singular} is selected. Select one or more, then try again.")
            return
        if not bulk_fields(self.register):
            self.refused.emit(f"No field of {self.register.title.lower()} can be the same in several rows.")
            return
        dialog = ChangeRows(self.session, self.register, chosen, self.table)
        accepted = bool(dialog.exec())
        made = dialog.made
        dialog.deleteLater()
        if made is not None:
            self.told.emit(f"{made.title.replace('Change', 'Changed', 1)}.")
        elif accepted:
            self.said.emit("Nothing to change: they all hold this already.")

    def finish(self) -> None:
        """Close the selected rows, or mark them as done."""
        self._closing = self.table.chosen_ids()
        end = FINISHES.get(self.register.key)
        if end is None:
            self.refused.emit(f"{self.register.title} are not marked as done.")
        elif not self._closing:
            self.refused.emit(f"No {self.register.singular} is selected. Select one or more, then try again.")
        else:
            work = drafted(self.session.document, self.register, self._closing, end.field, end.value)
            self._finishing.run(work, short=True)

    def _finished(self, found: tuple[Edit, ...] | Trouble) -> None:
        title = finish_title(self.register, self._closing)
        try:
            if isinstance(found, Trouble):
                raise found
            made = self.session.document.apply(title, found)
        except (Trouble, Stale) as refusal:
            self.refused.emit(str(refusal))
            return
        if made is None:
            self.said.emit("Nothing to change: they are done already.")
        else:
            past = title.replace("Mark", "Marked", 1).replace("Close", "Closed", 1)
            self.told.emit(f"{past}.")

    # The clipboard

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table, as they stand on the screen."""
        model = self.table.register_model
        every = model.every_column()
        rows = [self.session.programme.row(self.register, row_id) for row_id in self.table.chosen_ids()]
        columns = [every[name] for name in self.table.seen_names()]
        work = copied(self.session.view, columns, [row for row in rows if row is not None])
        if rows:
            self._copying.run(work, short=True)

    def _copied(self, table: Copied) -> None:
        data = QMimeData()
        data.setText(table.text)
        data.setHtml(table.html)
        QGuiApplication.clipboard().setMimeData(data)
        self.said.emit(f"Copied {several(self.register, table.rows)} as a table. Paste it into Excel or Word.")

    def paste(self) -> None:
        """Put what was copied over the cells from the current one on, as they stand on the screen."""
        model = self.table.register_model
        current = self.table.currentIndex()
        seen = self.table.seen_names()
        first = seen.index(self.table.name_at(current.column())) if current.isValid() else 0
        every = model.every_column()
        columns = tuple(every[name] for name in seen[first:])
        chosen = self.table.chosen_ids()
        begin = max(model.row_of(chosen[0]) if len(chosen) > 1 else current.row(), 0)
        try:
            block = cells_of(QGuiApplication.clipboard().text(), chosen, columns)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        if not block:
            self.refused.emit("The clipboard holds no cells. Copy some in Excel, then paste them here.")
            return
        one = len(chosen) > 1 and all(len(cells) == 1 and cells == block[0] for cells in block)
        fills = one and len(block) == len(chosen)
        rows = chosen if fills else model.ids[begin:]
        place = Place(self.register, rows, columns, self._may_add(), model.parent_row)
        self._planning.run(plan_paste(self.session.document, self.session.view, place, block), short=True)

    def paste_new(self) -> bool:
        """Make a row of each line that was copied; False where one cell or none was, as that is typed."""
        model, text = self.table.register_model, QGuiApplication.clipboard().text()
        every = model.every_column()
        seen = tuple(every[name] for name in self.table.seen_names())
        columns = tuple(columns_for_new_rows(text, seen, self.register))
        if not columns:
            return False
        try:
            block = cells_of(text, (), columns)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return True
        place = Place(self.register, (), columns, self._may_add(), model.parent_row)
        self._planning.run(plan_paste(self.session.document, self.session.view, place, block), short=True)
        return True

    def _planned(self, planned: Pasting) -> None:
        if planned.misfits or planned.added:
            dialog = PastePreview(planned, self.register, self.table)
            accepted = dialog.exec()
            dialog.deleteLater()
            if not accepted:
                return
        try:
            made = paste(self.session.document, planned)
        except (Trouble, Stale) as refusal:
            self.refused.emit(str(refusal))
            return
        if made is None:
            self.said.emit("Nothing to change: the cells hold this already.")
        else:
            self.told.emit(f"{made.title.replace('Paste', 'Pasted', 1)}.")

    # Order

    def move(self, step: int) -> None:
        """Put the selected rows one place further up or down."""
        model = self.table.register_model
        places = sorted(model.row_of(row_id) for row_id in self.table.chosen_ids())
        if not places:
            return
        target = places[-1] + 1 if step > 0 else places[0] - 1
        if 0 <= target < model.rowCount():
            self._put(model.ids[target], step > 0)

    def _put(self, target: str, after: bool) -> None:
        model = self.table.register_model
        if model.wanted.sort is not None:
            label = model.every_column()[model.wanted.sort].label
            words = f"The list is sorted by “{label}”. Click its head until the arrow is gone, then move rows."
            self.refused.emit(words)
            return
        try:
            move_rows(self.session.document, self.register, self.table.chosen_ids(), target, after=after)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        self.table.scrollTo(self.table.currentIndex())

    def _add(self, words: str, keys: str, does: Callable[[], Any]) -> None:
        action = QAction(words, self.table)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.triggered.connect(lambda _checked=False: does())
        self.table.addAction(action)
