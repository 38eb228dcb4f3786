"""The Board menu: the next board, holding it, and its pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sharedprog.domain import boards
from sharedprog.ui.screens.boards import BoardsPage

if TYPE_CHECKING:
    from sharedprog.ui.window import Window


class BoardCommands:
    """What the Board menu does with the window it belongs to."""

    def __init__(self, window: Window) -> None:
        self._window = window
        commands = window.commands
        commands.does("next_board", self.next_board)
        commands.does("propose", self.propose)
        commands.does("hold", self.hold)
        commands.does("pack", self.pack)

    def next_board(self) -> None:
        """Go to the board that comes next; propose one where none is to come."""
        session = self._window.session
        if session is None:
            return
        board = boards.next_board(session.programme, session.document.today)
        if board is not None:
            self._window.go("board_meetings", board.id)
        else:
            self.propose()

    def propose(self) -> None:
        """Add the next board."""
        page = self._window.go("board_meetings")
        if isinstance(page, BoardsPage):
            page.propose()

    def hold(self) -> None:
        """Mark a board as held: the one chosen on its page, else the one that comes next."""
        frame = self._window.frame
        if frame is not None and frame.pages.key != "board_meetings":
            self.next_board()
        page = self._window.go("board_meetings")
        if isinstance(page, BoardsPage):
            page.hold()

    def pack(self) -> None:
        """Make the pack of the board chosen on its page, else of the one that comes next."""
        frame = self._window.frame
        if frame is None:
            return
        page = frame.pages.list_page()
        frame.make_pack(page.present_id() or "" if isinstance(page, BoardsPage) else "")
