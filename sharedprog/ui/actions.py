"""Every command of the window, once: its words, its keys, and the menu it stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sharedprog.ui.labels import literal
from sharedprog.ui.offers import Offer, offers_of, words_of


@dataclass(frozen=True)
class Command:
    """One thing to do; `keys` are shortcuts, the first of which is shown."""

    key: str
    words: str
    keys: tuple[str, ...] = ()


LINE = None
"""A line between the commands of a menu."""

MENUS: tuple[tuple[str, tuple[Command | str | None, ...]], ...] = (
    (
        "File",
        (
            Command("new", "New programme…", ("Ctrl+Shift+N",)),
            Command("open", "Open…", ("Ctrl+O",)),
            "Recent",
            Command("sample", "Sample programme"),
            LINE,
            Command("save", "Save now", ("Ctrl+S",)),
            Command("copy", "Save a copy…", ("Ctrl+Shift+S",)),
            LINE,
            Command("import", "Import…", ("Ctrl+I",)),
            Command("export", "Export…", ("Ctrl+E",)),
            Command("print", "Print this list…", ("Ctrl+Shift+P",)),
            Command("plan_page", "Plan on a page…", ("Ctrl+Alt+O",)),
            LINE,
            Command("name", "Your name…"),
            Command("quit", "Quit", ("Ctrl+Q",)),
        ),
    ),
    (
        "Edit",
        (
            Command("undo", "Undo", ("Ctrl+Z",)),
            Command("redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
            LINE,
            Command("add", "New row", ("Ctrl+N",)),
            Command("quick", "Quick add…", ("Ctrl+Shift+A",)),
            Command("delete", "Delete row"),
            Command("change_rows", "Change selected rows…", ("Ctrl+Shift+E",)),
            Command("finish_rows", "Mark as done, or close", ("Ctrl+Shift+M",)),
            LINE,
            Command("copy_rows", "Copy rows as a table\tCtrl+C"),
            Command("paste_rows", "Paste over cells\tCtrl+V"),
            LINE,
            Command("filter", "Filter this list", ("Ctrl+F",)),
            Command("search", "Search everything\tCtrl+K"),
        ),
    ),
    ("View", (Command("row_history", "History of this row", ("Ctrl+Shift+H",)), LINE, "Colours", LINE, "Pages")),
    (
        "Board",
        (
            Command("next_board", "Next board", ("Ctrl+B",)),
            Command("propose", "Propose next boards…"),
            Command("hold", "Mark as held…"),
            LINE,
            Command("pack", "Make the pack", ("Ctrl+P",)),
        ),
    ),
    (
        "Help",
        (
            Command("manual", "Manual", ("F1",)),
            Command("what", "What is this?", ("Shift+F1",)),
            Command("tour", "Show me round"),
            Command("keyboard", "Keyboard", ("Ctrl+F1",)),
            Command("about", "About sharedprog"),
        ),
    ),
)
"""The menus in order; a plain name stands for a list that the window fills when it is opened."""

NEED_PROGRAMME = (
    *("save", "copy", "import", "export", "plan_page", "filter", "search", "row_history", "add", "quick"),
    *("next_board", "propose", "hold", "pack", "tour"),
)
NEED_LIST = ("print", "delete", "filter", "change_rows", "finish_rows", "copy_rows", "paste_rows")
"""Commands that need an open programme, and those that need a page with a table."""


class Actions(QObject):
    """The commands as actions of a window, so that menu, bar and keys never disagree."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._lists: dict[str, QMenu] = {}
        self.menu = QMenu(window)
        self.menu.setAccessibleName("Menu")
        self.menus = [self._menu(title, entries) for title, entries in MENUS]
        for menu in self.menus:
            self.menu.addMenu(menu)

    def __getitem__(self, key: str) -> QAction:
        """The action of a command; KeyError where there is none."""
        return self._actions[key]

    def offers(self) -> list[Offer]:
        """The commands of all menus that can be given now; pages, and the search itself, are not among them."""
        left_out = {self["search"], self._lists["Pages"].menuAction()}
        found: list[Offer] = []
        for menu in self.menus:
            inside = [action for action in menu.actions() if action not in left_out]
            found += offers_of(inside, words_of(menu.title()))
        return found

    def keys_of(self, key: str) -> str:
        """The keys of a command, as the system writes them; empty where it has none."""
        return self[key].shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def does(self, key: str, act: Callable[[], object]) -> None:
        """Say what a command does."""
        self[key].triggered.connect(lambda _checked=False: act())

    def listed(self, name: str, fill: Callable[[QMenu], object]) -> None:
        """Say how a list in the menus is filled; it is filled anew each time it is opened."""
        menu = self._lists[name]

        def renew() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(renew)

    def enable(self, keys: Iterable[str], enabled: bool) -> None:
        """Let these commands be given, or not now."""
        for key in keys:
            self[key].setEnabled(enabled)

    def go_to_pages(self, titles: Iterable[tuple[str, str]], go: Callable[[str], object]) -> None:
        """A command for each page, by key and title; the first nine have Ctrl and a figure."""
        menu = self._lists["Pages"]
        for number, (key, title) in enumerate(titles, start=1):
            keys = (f"Ctrl+{number}",) if number <= 9 else ()
            action = self._action(Command(f"page {key}", title, keys))
            action.triggered.connect(lambda _checked=False, key=key: go(key))
            menu.addAction(action)

    def _menu(self, title: str, entries: Iterable[Command | str | None]) -> QMenu:
        menu = QMenu(f"&{title}", self._window)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, str):
                self._lists[entry] = menu.addMenu(entry)
            else:
                menu.addAction(self._action(entry))
        return menu

    def _action(self, command: Command) -> QAction:
        action = QAction(literal(command.words), self._window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutVisibleInContextMenu(True)
        self._window.addAction(action)
        self._actions[command.key] = action
        return action
