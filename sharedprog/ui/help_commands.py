"""The Help menu: the manual, what a field is, the tour, the keys, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QTreeView, QWhatsThis, QWidget
from shiboken6 import isValid

from sharedprog.ui.labels import announce

if TYPE_CHECKING:
    from sharedprog.ui.screens.manual import Manual
    from sharedprog.ui.tour import Tour
    from sharedprog.ui.window import Window


class HelpCommands:
    """What the Help menu does with the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.manual: Manual | None = None
        self.tour: Tour | None = None
        commands = window.commands
        commands.does("manual", self.open_manual)
        commands.does("what", self.what_is_this)
        commands.does("tour", self.show_round)
        commands.does("keyboard", lambda: self.show_page("keyboard"))
        commands.does("about", lambda: self.show_page("about"))

    def open_manual(self) -> None:
        """The manual, at the page that goes with what is on the screen."""
        from sharedprog.ui.manual_pages import page_for, passage_for

        frame = self._window.frame
        key = frame.pages.key if frame is not None else ""
        self.show_page(page_for(key), passage_for(key))

    def show_page(self, name: str, heading: str = "") -> None:
        """A page of the manual, in its window, at a heading of it."""
        from sharedprog.ui.screens.manual import Manual

        if self.manual is None:
            self.manual = Manual(self._window)
        self.manual.show()
        self.manual.show_page(name, heading)
        self.manual.raise_()
        self.manual.activateWindow()

    def what_is_this(self) -> None:
        """Say what the field or column is that the cursor is in."""
        field = QApplication.focusWidget()
        words = what_is(field)
        if field is not None and words:
            QWhatsThis.showText(field.mapToGlobal(field.rect().bottomLeft()), words, field)
            announce(field, field.accessibleDescription() or words)
        else:
            self._window.tell("Put the cursor into a field or a table first. F1 tells of the whole page.")

    def show_round(self) -> None:
        """The five notes, over the programme that is open."""
        from sharedprog.ui.tour import Tour

        frame = self._window.frame
        if frame is None:
            return
        if self.tour is not None and isValid(self.tour):
            self.tour.leave()
        self.tour = Tour(frame)
        self.tour.over.connect(self._seen)
        self.tour.begin()

    def greet(self) -> None:
        """Show a newcomer round, once."""
        if not self._window.desk.preferences.settings.toured:
            self.show_round()

    def _seen(self) -> None:
        self.tour = None
        self._window.desk.preferences.see_tour()


def what_is(widget: QWidget | None) -> str:
    """What is told of a widget, or of the column of the cell it is on; empty where nothing is."""
    if isinstance(widget, QTableView | QTreeView) and (model := widget.model()) is not None:
        column = widget.currentIndex().column()
        role = Qt.ItemDataRole.WhatsThisRole
        return str(model.headerData(max(0, column), Qt.Orientation.Horizontal, role) or "")
    while widget is not None and not widget.isWindow():
        if widget.whatsThis():
            return widget.whatsThis()
        widget = widget.parentWidget()
    return ""
