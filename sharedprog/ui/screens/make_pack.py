"""Making the pack of a board: what is in it, a preview of its pages, and the final one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from sharedprog.domain import boards
from sharedprog.domain.packing import MadePack, PackOrder
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.choosing import file_name
from sharedprog.ui.confirm import confirm
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField, LineField
from sharedprog.ui.labels import ElidedLabel, Label, set_role
from sharedprog.ui.screens.pages_panel import PagesPanel
from sharedprog.ui.screens.section_list import SectionList
from sharedprog.ui.scrolled import Scrolled
from sharedprog.ui.session import Session
from sharedprog.ui.wrapping import wrapping
from sharedprog.usecases import board_pack

WIDTH = 390.0
PAPERS = ("A3", "A4")

NO_PAGES = (
    "No pages yet",
    "The pages are made from the programme as it is now. Nothing is kept by looking.",
    "Preview",
)
NO_BOARD = (
    "No board yet",
    "A pack is made for a board. Add the first meeting with its day, then come back.",
    "Go to board meetings",
)


class MakePackPage(QWidget):
    """Choices at the left, pages at the right. Drafts are shown and saved; a final pack is kept as well."""

    said = Signal(str)
    refused = Signal(str)
    wants = Signal(str, str)
    wants_page = Signal(str)

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._order: PackOrder | None = None
        self._making: PackOrder | None = None
        self._outdated = ""
        self.board = ComboField()
        self.board.setAccessibleName("Board")
        self.parts = SectionList()
        self.paper = ComboField()
        self.paper.setAccessibleName("Paper of the Gantt chart")
        self.paper.addItems([f"Gantt chart on {paper}" for paper in PAPERS])
        self.note = LineField()
        self.note.setAccessibleName("What changed since the version before")
        self._note_label = Label("", "secondary")
        self._preview = button("Preview", self.preview, "primary")
        self._save = button("Save as PDF…", self.save, "", "save")
        self._print = button("Print…", self.print_pages, "", "print")
        self._final = button("Make it final…", self.make_final)
        self._truth = ElidedLabel("", "truth")
        self.pages = PagesPanel(desk, *NO_PAGES)
        desk.background.warm_up("sharedprog.reports.pack")
        self._lay_out()
        self._connect()
        self._list_boards()
        self._tell_note()
        self.go_to("")

    # What others call

    def go_to(self, board_id: str) -> None:
        """Choose a board; where none is named, the one that comes next takes the place of one that was held."""
        programme = self.session.programme
        present = programme.row(BOARD_MEETINGS, self.board.currentData())
        if not board_id and (present is None or present.held):
            coming = boards.next_board(programme, self.session.document.today)
            board_id = coming.id if coming is not None else ""
        place = self.board.findData(board_id)
        if place >= 0:
            self.board.setCurrentIndex(place)

    def enter(self) -> None:
        """Put the cursor into the parts."""
        self.parts.parts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def preview(self) -> None:
        """Make the pages of a draft and show them."""
        self._make("draft")

    def save(self) -> None:
        """Save the pages that are shown."""
        if self._order is not None:
            name = file_name(_name(self._order))
            self.pages.save("Save the pack", self.session.document.path.with_name(f"{name}.pdf"))

    def print_pages(self) -> None:
        """Print the pages that are shown, or as many of them as the person says."""
        self.pages.print_pages()

    def make_final(self) -> None:
        """Make the final pack, keep it in the register of packs, and offer to save it."""
        board = self._present()
        if board is None:
            return
        version = board_pack.next_version(self.session.document, board)
        question = f"Make pack {version} of board {board.number} final?"
        words = (
            "It is made from the programme as it is now and kept under Packs with what it showed. "
            "When the board is held, this is what it saw."
        )
        if confirm(self, question, words, f"Make pack {version} final"):
            self._make("final")

    # Inside

    def _lay_out(self) -> None:
        side = QFrame()
        set_role(side, "side-panel")
        column = QVBoxLayout(side)
        margin = fonts.scaled(20)
        column.setContentsMargins(margin, fonts.scaled(12), fonts.scaled(16), fonts.scaled(16))
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label("Make the pack", "page-title"))
        column.addWidget(Label("Board", "secondary"))
        column.addWidget(self.board)
        column.addWidget(self.parts, 1)
        column.addWidget(self.paper)
        column.addWidget(self._note_label)
        column.addWidget(self.note)
        buttons, row = wrapping(fonts.scaled(8))
        for each in (self._preview, self._final, self._save, self._print):
            row.addWidget(each)
        column.addWidget(buttons)
        right = QWidget()
        shown = QVBoxLayout(right)
        shown.setContentsMargins(fonts.scaled(16), fonts.scaled(12), fonts.scaled(16), 0)
        shown.setSpacing(fonts.scaled(8))
        shown.addWidget(self._truth)
        shown.addWidget(self.pages, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(Scrolled(side))
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([fonts.scaled(WIDTH), fonts.scaled(900)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def _connect(self) -> None:
        self.board.currentIndexChanged.connect(lambda _: self._board_chosen())
        self.parts.changed.connect(lambda: self._outdate("You chose other parts since these pages were made."))
        self.paper.currentIndexChanged.connect(lambda _: self._outdate("You chose other paper since then."))
        self.pages.empty.first_step.connect(self._first_step)
        self.pages.made.connect(self._made)
        self.pages.ended.connect(self._ended)
        self.pages.refused.connect(self.refused)
        self.pages.said.connect(self.said)
        self.session.changed.connect(lambda change_set: self._follow(change_set.registers))
        QShortcut(QKeySequence("Ctrl+Return"), self, self.preview).setContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        self._preview.setToolTip("<span>Preview (Ctrl+Enter)</span>")

    def _list_boards(self) -> None:
        chosen = self.board.currentData()
        self.board.blockSignals(True)
        self.board.clear()
        for board in boards.in_order(self.session.programme):
            day = day_words(board.day) if board.day is not None else "no date yet"
            held = ", held" if board.held else ""
            self.board.addItem(f"Board {board.number or '–'}, {day}{held}", board.id)
        self.board.setCurrentIndex(self.board.findData(chosen))
        self.board.blockSignals(False)
        self.pages.empty.say(*(NO_PAGES if self.board.count() else NO_BOARD))
        self._allow()

    def _first_step(self) -> None:
        """Preview; where there is no board yet, go where there will be one."""
        if self.board.count():
            self.preview()
        else:
            self.wants_page.emit(BOARD_MEETINGS.key)

    def _follow(self, registers: frozenset[str]) -> None:
        if registers & {"board_meetings", "packs"}:
            self._list_boards()
            self._tell_note()
        if self._making is None:
            self._outdate("The programme has changed since these pages were made.")

    def _present(self) -> BoardMeeting | None:
        board: BoardMeeting | None = self.session.programme.row(BOARD_MEETINGS, self.board.currentData())
        if board is None:
            self.refused.emit("No board is chosen. Choose one, or propose one on the page of board meetings.")
        return board

    def _board_chosen(self) -> None:
        """Another board: its last pack says what was in it; without one, the last pack of any board."""
        programme = self.session.programme
        board = programme.row(BOARD_MEETINGS, self.board.currentData())
        packs = boards.packs_of(programme, board) if board is not None else ()
        if packs and packs[-1].sections:
            self.parts.choose(packs[-1].sections.split(","))
        self._tell_note()
        self._outdate("You chose another board since these pages were made.")

    def _tell_note(self) -> None:
        board = self.session.programme.row(BOARD_MEETINGS, self.board.currentData())
        final = boards.final_pack(self.session.programme, board) if board is not None else None
        for part in (self._note_label, self.note):
            part.setVisible(final is not None)
        if final is not None:
            self._note_label.setText(f"What changed since version {final.version}")

    def _make(self, state: str) -> None:
        board, sections = self._present(), self.parts.chosen()
        if board is None:
            return
        if not sections:
            self.refused.emit("No part of the pack is ticked. Tick at least one.")
            return
        paper = PAPERS[self.paper.currentIndex()]
        note = self.note.text().strip()
        try:
            order = board_pack.order(self.session.document, board, sections, state=state, note=note, gantt_paper=paper)
        except Trouble as trouble:
            self.refused.emit(str(trouble))
            return
        self._making = order
        self._allow()
        self.pages.make(f"Making the pack of board {board.number}…", board_pack.print_pack, order, keep_page=True)

    def _made(self, made: MadePack) -> None:
        order, self._making = self._making, None
        if order is None:
            return
        self._order, self._outdated = order, ""
        words = f"Pack {order.version}, {order.state}, of board {order.board.number} · {counted(made.pages, 'page')}"
        if order.state == "final":
            board_pack.keep(self.session.document, order, made)
            self._outdated = ""
            self.said.emit(f"Pack {order.version} of board {order.board.number} is final and kept under Packs.")
        self._truth.setText(words)
        self._allow()
        if order.state == "final":
            self.save()

    def _outdate(self, why: str) -> None:
        if self._order is not None and not self._outdated:
            self._outdated = why
            self._truth.setText(f"{why} Preview again to see them as they would be now.")

    def _ended(self) -> None:
        """The work is over, done or not."""
        self._making = None
        self._allow()

    def _allow(self) -> None:
        """Let each button be pressed when it can do something."""
        can = self._making is None and self.board.count() > 0
        self._preview.setEnabled(can)
        self._final.setEnabled(can)
        for each in (self._save, self._print):
            each.setEnabled(self._making is None and self._order is not None)


def _name(order: PackOrder) -> str:
    draft = " draft" if order.state == "draft" else ""
    return f"{order.programme.settings.title} board {order.board.number} pack {order.version}{draft}"
