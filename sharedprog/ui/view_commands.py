"""The View menu, and finding one's way about the present page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from sharedprog.ui.pages import groups
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.theme import Scheme

if TYPE_CHECKING:
    from sharedprog.ui.window import Window

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
        commands.does("delete", self._delete)
        commands.does("filter", self._filter)
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
        if (page := self._page()) is not None:
            page.add_row()

    def _delete(self) -> None:
        if (page := self._page()) is not None:
            page.delete_chosen()

    def _filter(self) -> None:
        if (page := self._page()) is not None:
            page.focus_filter()

    def _search(self) -> None:
        if self._window.frame is not None:
            self._window.frame.top.focus_search()
