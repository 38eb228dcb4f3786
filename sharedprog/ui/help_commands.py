"""The Help menu: the manual, the keys, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sharedprog.ui.screens.manual import Manual
    from sharedprog.ui.window import Window


class HelpCommands:
    """What the Help menu does with the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.manual: Manual | None = None
        commands = window.commands
        commands.does("manual", self.open_manual)
        commands.does("keyboard", lambda: self.show_page("keyboard"))
        commands.does("about", lambda: self.show_page("about"))

    def open_manual(self) -> None:
        """The manual, at the page that goes with what is on the screen."""
        from sharedprog.ui.screens.manual import page_for

        frame = self._window.frame
        self.show_page(page_for(frame.pages.key if frame is not None else ""))

    def show_page(self, name: str) -> None:
        """A page of the manual, in its window."""
        from sharedprog.ui.screens.manual import Manual

        if self.manual is None:
            self.manual = Manual(self._window)
        self.manual.show_page(name)
        self.manual.show()
        self.manual.raise_()
        self.manual.activateWindow()
