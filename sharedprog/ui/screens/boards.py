"""Board meetings: the common page, with what is done from one board to the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain import boards
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted, day_words, moment_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, set_role
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.hold_board import HoldBoard
from sharedprog.ui.session import Session
from sharedprog.ui.when_seen import WhenSeen
from sharedprog.usecases import boards as board_cases


class BoardTools(QFrame):
    """How the board on the form stands, and what can be done with it now."""

    def __init__(self, page: BoardsPage) -> None:
        super().__init__()
        self._page = page
        set_role(self, "card")
        self._state = Label("", wrap=True)
        self._hold = button("Mark as held…", page.hold)
        self._not_held = button("Not held after all", page.not_held)
        self._lines = button("Propose lines from the plan", page.propose_lines)
        self._pack = button("Make the pack", page.make_pack, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(12)] * 4)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(self._state)
        for pair in ((self._pack, self._hold, self._not_held), (self._lines,)):
            row = QHBoxLayout()
            row.setSpacing(fonts.scaled(8))
            for each in pair:
                row.addWidget(each)
            row.addStretch(1)
            column.addLayout(row)
        following = WhenSeen(page, lambda: self.show_row(page.form.row_id))
        page.session.changed.connect(lambda _: following.want())

    def show_row(self, row_id: str | None) -> None:
        """Stand for another board, or for the same after a change."""
        programme = self._page.session.programme
        board = programme.row(BOARD_MEETINGS, row_id)
        if board is None:
            return
        self._hold.setVisible(not board.held)
        self._lines.setVisible(not board.held)
        self._not_held.setVisible(board.held)
        self._state.setText(_state(self._page.session, board))


def _state(session: Session, board: BoardMeeting) -> str:
    """How a board stands, in a sentence."""
    final = boards.final_pack(session.programme, board)
    if board.held:
        what = f"pack {final.version}" if final is not None and final.saw == board.saw else "the programme"
        seen = f" of {moment_words(board.saw_as_at)}" if board.saw_as_at is not None else ""
        return f"Held. It saw {what}{seen}."
    if board.day is None:
        return "This board has no date yet."
    papers = boards.deadlines(session.programme, board.day)[-1].day
    packs = f" Pack {final.version} is final." if final is not None else ""
    verb = "were due" if papers < session.document.today else "are due"
    return f"Not held yet. Papers {verb} on {day_words(papers)}.{packs}"


class BoardsPage(TablePage):
    """Meetings of the board. ``wants_pack`` carries the id of the board whose pack is to be made."""

    wants_pack = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, BOARD_MEETINGS, parent)
        self.add_tool("Propose the next board", self.propose)
        tools = BoardTools(self)
        self.form.column.insertWidget(0, tools)
        self.table.present.connect(tools.show_row)
        tools.show_row(self.present_id())
        coming = boards.next_board(session.programme, session.document.today)
        if coming is not None:
            self.go_to(coming.id)

    def propose(self) -> None:
        """Add the next board, one cadence after the last and never on a bank holiday."""
        (board_id,) = board_cases.propose(self.session.document)
        self.go_to(board_id)
        board = self.session.programme.row(BOARD_MEETINGS, board_id)
        if board is not None and board.day is not None:
            agenda = "agenda of the last" if len(self.session.programme.rows(self.register)) > 1 else "usual agenda"
            self.told.emit(f"Board {board.number} is proposed for {day_words(board.day)}, with the {agenda}.")

    def hold(self) -> None:
        """Mark the present board as held; what it saw is fixed."""
        board = self._present()
        if board is None:
            return
        if board.held or board.day is None:
            why = "is marked as held already." if board.held else "has no date. Give it one, then mark it as held."
            self.refused.emit(f"Board {board.number} {why}")
            return
        dialog = HoldBoard(self.session, board, self)
        accepted = dialog.exec()
        moment = dialog.moment
        dialog.deleteLater()
        if not accepted:
            return
        try:
            board_cases.hold(self.session.document, board.id, moment)
        except Trouble as trouble:
            self.refused.emit(str(trouble))
            return
        self.told.emit(f"Board {board.number} is held. What changes from now on is in the next pack.")

    def not_held(self) -> None:
        """Take back that the present board was held."""
        board = self._present()
        if board is not None:
            board_cases.not_held(self.session.document, board.id)
            self.told.emit(f"Board {board.number} is not marked as held any more.")

    def propose_lines(self) -> None:
        """Lines of the highlight report from the plan: done since the last board, and due by the next."""
        board = self._present()
        if board is None:
            return
        added = board_cases.propose_lines(self.session.document, board.id)
        if added:
            self.told.emit(f"Added {counted(added, 'line')} from the plan. Change or delete them as you like.")
        else:
            self.said.emit("The plan has no lines that are not there already.")

    def make_pack(self) -> None:
        """Go and make the pack of the present board."""
        board = self._present()
        if board is not None:
            self.wants_pack.emit(board.id)

    def _present(self) -> BoardMeeting | None:
        self.commit()
        board: BoardMeeting | None = self.session.programme.row(BOARD_MEETINGS, self.present_id())
        if board is None:
            self.refused.emit("No board is chosen. Choose one in the list.")
        return board
