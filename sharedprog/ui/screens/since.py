"""Since the last board: what changed from what one board saw to another or now, each line leading to its row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.results import PastBoard
from sharedprog.domain.since_rows import SinceRow
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.empty import EmptyPanel
from sharedprog.ui.labels import ElidedLabel, Label
from sharedprog.ui.screens.health_models import Lines, ReadTable
from sharedprog.ui.session import Session
from sharedprog.usecases.comparing_boards import changes_between

WAIT = 200
"""Milliseconds without a change after which it is compared again."""
HEADS = ("What", "Ref", "Title", "What happened")
NO_BOARD = "No board has been held yet. Once one is marked as held, what changes after it is told here."
NOTHING = "Everything is as the board left it: no date moved and no register changed."
NOW = "Now"
WIDE, NARROW = 640.0, 96.0
"""The width from which the lists of boards have their whole width, and what they have under it; before scaling."""


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
        self._to = Label("to", "secondary")
        self.board = ComboField()
        self.board.setAccessibleName("Compare with what this board saw")
        self.until = ComboField()
        self.until.setAccessibleName("What is compared with it: now, or what a later board saw")
        self.lines = Lines(HEADS, self)
        self.table = ReadTable(self.lines, "What changed", 3)
        self.table.wrap()
        self.empty = EmptyPanel("Nothing to compare with", NO_BOARD, "Board meetings")
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.compare)
        self._stack = QStackedWidget()
        self._lay_out()
        for chosen in (self.board, self.until):
            chosen.currentIndexChanged.connect(lambda _: self.compare())
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
        """Compare what the chosen board saw with the programme as it is now, or with what a later board saw."""
        self._wait.stop()
        self._stale = False
        view = self.session.view
        self._offer_boards(view)
        board = next((each for each in view.past if each.id == self.board.currentData()), None)
        if board is None:
            self._title.setText("Since the last board")
            self._fill(())
            return
        self._offer_later(view, board)
        until = next((each for each in view.past if each.id == self.until.currentData()), None)
        number = board.number or "–"
        self._title.setText(
            f"Since board {number}" if until is None else f"From board {number} to {until.number or '–'}"
        )
        self._truth.setText("Comparing…")
        self._under_way = view
        document = self.session.document

        def work() -> tuple[SinceRow, ...]:
            return changes_between(document, view, board, until)

        asked = self._asked()
        self._desk.aside.run(work, lambda rows: self._done(view, asked, rows), self._refused)

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is compared now."""
        super().showEvent(event)
        if self._stale:
            self.compare()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the boards to choose from give way to the title."""
        super().resizeEvent(event)
        wide = self.width() >= fonts.scaled(WIDE)
        self.board.setMinimumWidth(fonts.scaled(190 if wide else NARROW))
        self.until.setMinimumWidth(fonts.scaled(150 if wide else NARROW))

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._wait.start()

    def _asked(self) -> tuple[str, str]:
        return self.board.currentData(), self.until.currentData()

    def _done(self, view: View, asked: tuple[str, str], rows: tuple[SinceRow, ...]) -> None:
        """Show what was found, unless something else was asked for meanwhile."""
        if isValid(self) and self._under_way is view and asked == self._asked():
            self._fill(rows)

    def _refused(self, sentence: str) -> None:
        if isValid(self):
            self._under_way = None
            self._truth.setText("")
            self.refused.emit(sentence)

    def _offer_boards(self, view: View) -> None:
        """Every board that was held, the last one first and chosen."""
        _offer(self.board, [_named(each) for each in reversed(view.past)])
        for rest in (self._to, self.until):
            rest.setVisible(bool(view.past))

    def _offer_later(self, view: View, board: PastBoard) -> None:
        """Now, or any board held after the one that is compared."""
        later = view.past[view.past.index(board) + 1 :]
        _offer(self.until, [(NOW, ""), *(_named(each) for each in reversed(later))])

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
        if self.session.programme.row(BY_KEY[row.register], row.row) is not None:
            self.wants.emit(row.register, row.row)
        else:
            name = f"{row.ref} {row.title}".strip()
            self.refused.emit(
                f"“{name}” was deleted. In the History, choose the line that says so, then “Bring it back”."
            )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(self._title)
        head.addWidget(self._truth, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.board.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addWidget(self.board)
        self.until.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._to.setVisible(False)
        head.addWidget(self._to)
        head.addWidget(self.until)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        side = fonts.scaled(20)
        whole.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(12))
        whole.setSpacing(fonts.scaled(12))
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)


def _named(board: PastBoard) -> tuple[str, str]:
    return f"Board {board.number or '–'}, {day_words(board.day)}", board.id


def _offer(field: ComboField, offered: list[tuple[str, str]]) -> None:
    """Let a field offer these, each with its words; what was chosen stays chosen while it is offered."""
    if offered != [(field.itemText(row), field.itemData(row)) for row in range(field.count())]:
        chosen = field.currentData()
        field.blockSignals(True)
        field.clear()
        for words, board in offered:
            field.addItem(words, board)
        field.setCurrentIndex(max(field.findData(chosen), 0))
        field.blockSignals(False)
    field.setVisible(bool(offered))
