"""Since the last board: what changed from what a board saw until now, each line leading to its row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from sharedprog.domain.computing import compute
from sharedprog.domain.since_rows import SinceRow, since_rows
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.empty import EmptyPanel
from sharedprog.ui.labels import ElidedLabel, Label
from sharedprog.ui.screens.health_models import Lines, ReadTable
from sharedprog.ui.session import Session
from sharedprog.usecases.board_pack import changed_since

WAIT = 200
"""Milliseconds without a change after which it is compared again."""
TITLES = 0.28
"""The share of the width that the titles have."""
HEADS = ("What", "Ref", "Title", "What happened")
NO_BOARD = "No board has been held yet. Once one is marked as held, what changes after it is told here."
NOTHING = "Everything is as the board left it: no date moved and no register changed."


class SincePage(QWidget):
    """Compared in a thread beside the window's, for the history is read from the file; old results are dropped."""

    refused = Signal(str)
    wants = Signal(str, str)
    wants_rows = Signal(str, object)
    filled = Signal()

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows: tuple[SinceRow, ...] = ()
        self._desk = desk
        self._stale = True
        self._under_way: View | None = None
        self._title = Label("", "page-title")
        self._truth = ElidedLabel("", "truth")
        self.board = ComboField()
        self.board.setAccessibleName("Compare with what this board saw")
        self.lines = Lines(HEADS, self)
        self.table = ReadTable(self.lines, "What changed", ((0, 90), (1, 70)), 3)
        self.table.wrap()
        self.empty = EmptyPanel("Nothing to compare with", NO_BOARD, "Board meetings")
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.compare)
        self._stack = QStackedWidget()
        self._lay_out()
        self.board.currentIndexChanged.connect(lambda _: self.compare())
        self.table.activated.connect(self._activated)
        self.empty.first_step.connect(lambda: self.wants_rows.emit("board_meetings", None))
        session.changed.connect(lambda _: self._changed())

    def enter(self) -> None:
        """Put the cursor on the changes."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def up_to_date(self) -> bool:
        """Whether what is shown is of the programme as it is."""
        return not self._stale and self._under_way is None

    def compare(self) -> None:
        """Compare what the chosen board saw with the programme as it is now."""
        self._wait.stop()
        self._stale = False
        view = self.session.view
        self._offer_boards(view)
        board = next((each for each in view.past if each.id == self.board.currentData()), None)
        if board is None:
            self._title.setText("Since the last board")
            self._fill(())
            return
        self._title.setText(f"Since board {board.number or '–'}")
        self._truth.setText("Comparing…")
        self._under_way = view
        document = self.session.document

        def work() -> tuple[SinceRow, ...]:
            return since_rows(view, changed_since(document, view, compute(view), board))

        self._desk.aside.run(work, lambda rows: self._done(view, board.id, rows), self._refused)

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is compared now."""
        super().showEvent(event)
        if self._stale:
            self.compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The titles give way to what happened."""
        super().resizeEvent(event)
        self.table.setColumnWidth(2, max(round(self.width() * TITLES), fonts.scaled(140)))

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._wait.start()

    def _done(self, view: View, board: str, rows: tuple[SinceRow, ...]) -> None:
        """Show what was found, unless something else was asked for meanwhile."""
        if isValid(self) and self._under_way is view and board == self.board.currentData():
            self._fill(rows)

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self._under_way = None
            self._truth.setText("")
            self.refused.emit(sentence)

    def _offer_boards(self, view: View) -> None:
        """Every board that was held, the last one first and chosen."""
        offered = [(f"Board {each.number or '–'}, {day_words(each.day)}", each.id) for each in reversed(view.past)]
        if offered == [(self.board.itemText(row), self.board.itemData(row)) for row in range(self.board.count())]:
            return
        chosen = self.board.currentData()
        self.board.blockSignals(True)
        self.board.clear()
        for words, board in offered:
            self.board.addItem(words, board)
        self.board.setCurrentIndex(max(self.board.findData(chosen), 0))
        self.board.blockSignals(False)
        self.board.setVisible(bool(offered))

    def _fill(self, rows: tuple[SinceRow, ...]) -> None:
        self._under_way = None
        self._truth.setText(f"{counted(len(rows), 'change')}, computed; nothing is typed" if rows else "")
        if rows != self.rows or not rows:
            self.rows = rows
            self.lines.show_lines([(r.part, r.ref, r.title, r.change) for r in rows], [r.row for r in rows])
        if rows:
            self._stack.setCurrentWidget(self.table)
            if self.table.currentIndex().row() < 0:
                self.table.selectRow(0)
        else:
            held = bool(self.board.count())
            step = "" if held else "Board meetings"
            self.empty.say(
                "Nothing changed" if held else "Nothing to compare with", NOTHING if held else NO_BOARD, step
            )
            self._stack.setCurrentWidget(self.empty)
        self.filled.emit()

    def _activated(self, index: QModelIndex) -> None:
        row = self.rows[index.row()]
        self.wants.emit(row.register, row.row)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self._title)
        head.addWidget(self._truth, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.board.setMinimumWidth(fonts.scaled(190))
        self.board.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addWidget(self.board)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        side = fonts.scaled(20)
        whole.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(12))
        whole.setSpacing(fonts.scaled(12))
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
