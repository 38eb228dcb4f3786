"""The View menu, and finding one's way about the present page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from sharedprog.domain.quick_line import QUICK
from sharedprog.ui.pages import groups
from sharedprog.ui.registers.row_commands import RowCommands
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.theme import Scheme

if TYPE_CHECKING:
    from sharedprog.ui.window import Window

NEAREST = {"health": "tasks"}
"""The register that is nearest to a page without a list of its own."""
WORDS = {
    Scheme.SYSTEM: "As the computer is set",
    Scheme.LIGHT: "Light",
    Scheme.DARK: "Dark",
    Scheme.CONTRAST: "High contrast",
}


class ViewCommands:
    """Colours, pages, the filter and the search, undo and redo."""

    def __init__(self, window: Window) -> None:
        self._window = window
        commands = window.commands
        commands.listed("Colours", self._colours)
        commands.go_to_pages([(place.key, place.title) for group in groups() for place in group.places], window.go)
        commands.does("undo", self._undo)
        commands.does("redo", self._redo)
        commands.does("add", self._add)
        commands.does("quick", self._quick_add)
        commands.does("delete", self._delete)
        commands.does("change_rows", lambda: self._with_rows(RowCommands.change))
        commands.does("finish_rows", lambda: self._with_rows(RowCommands.finish))
        commands.does("copy_rows", lambda: self._with_rows(RowCommands.copy))
        commands.does("paste_rows", lambda: self._with_rows(RowCommands.paste))
        commands.does("filter", self._filter)
        commands.does("row_history", self._row_history)
        commands.does("search", self._search)

    def _colours(self, menu: QMenu) -> None:
        theme, preferences = self._window.desk.theme, self._window.desk.preferences
        group = QActionGroup(menu)
        for scheme, words in WORDS.items():
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(scheme is theme.scheme)
            action.triggered.connect(lambda _checked=False, scheme=scheme: theme.choose(scheme))
            action.triggered.connect(lambda _checked=False, scheme=scheme: preferences.choose_scheme(scheme))
            group.addAction(action)
            menu.addAction(action)

    def _undo(self) -> None:
        if self._window.frame is not None:
            self._window.frame.undoing.undo()

    def _redo(self) -> None:
        if self._window.frame is not None:
            self._window.frame.undoing.redo()

    def _page(self) -> TablePage | None:
        return self._window.frame.pages.list_page() if self._window.frame is not None else None

    def _add(self) -> None:
        """A row of the list one is on; where there is no list, of the register that is nearest to the page."""
        if (page := self._page()) is not None:
            page.add_row()
        else:
            self._quick_add()

    def _quick_add(self) -> None:
        from sharedprog.ui.screens.quick_add import QuickAdd

        frame = self._window.frame
        if frame is None:
            return
        frame.pages.commit()
        nearest = NEAREST.get(frame.pages.key, frame.pages.key)
        dialog = QuickAdd(frame.session, nearest if nearest in QUICK else next(iter(QUICK)), self._window)
        dialog.exec()
        for words in dialog.added:
            frame.tell(f"{words}.", undo=words is dialog.added[-1])
        dialog.deleteLater()

    def _delete(self) -> None:
        if (page := self._page()) is not None:
            page.delete_chosen()

    def _with_rows(self, does: Callable[[RowCommands], object]) -> None:
        if (page := self._page()) is not None:
            page.commit()
            does(page.rows)

    def _filter(self) -> None:
        if (page := self._page()) is not None:
            page.focus_filter()

    def _row_history(self) -> None:
        """That of the row on the page; where the page has none, that of the programme."""
        if self._window.frame is None:
            return
        turn = getattr(self._window.frame.pages.currentWidget(), "turn_history", None)
        if turn is not None:
            turn()
        else:
            self._window.go("history")

    def _search(self) -> None:
        if self._window.frame is not None:
            self._window.frame.top.focus_search()
