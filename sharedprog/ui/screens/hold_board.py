"""Marking a board as held: what it saw is fixed."""

from __future__ import annotations

from datetime import datetime, time

from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from sharedprog.domain import boards
from sharedprog.domain.reading import read_clock, read_day
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.words import clock_words, day_words, from_local, moment_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.reading import ReadingEdit
from sharedprog.ui.labels import Label
from sharedprog.ui.session import Session


class HoldBoard(QDialog):
    """Says what the board saw: its last final pack, or the programme at a moment that the person picks."""

    def __init__(self, session: Session, board: BoardMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.moment: datetime | None = None
        self._pack = boards.final_pack(session.programme, board)
        title = f"Mark board {board.number} as held"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(fonts.scaled(480))
        self.now = QRadioButton("The programme as it is now")
        self.then = QRadioButton("The programme as it was on")
        today = session.document.today
        self.day = DayEdit(lambda text: read_day(text, today), day_words, today)
        self.clock: ReadingEdit[time] = ReadingEdit(read_clock, clock_words)
        self._lay_out(title, board)

    def _lay_out(self, title: str, board: BoardMeeting) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        column.addWidget(Label(title, "card-title"))
        column.addWidget(Label(self._sentence(), wrap=True))
        if self._pack is None:
            column.addLayout(self._moments(board))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        done = button(title, self._hold, "primary")
        done.setDefault(True)
        row.addWidget(done)
        column.addSpacing(fonts.scaled(8))
        column.addLayout(row)

    def _sentence(self) -> str:
        after = "Whatever is changed after that is “since the last board” in the next pack."
        pack = self._pack
        if pack is None:
            return f"No final pack was made for this board. Say what it saw. {after}"
        made = f" of {moment_words(pack.data_as_at)}" if pack.data_as_at is not None else ""
        return f"The board saw its last final pack: version {pack.version}, with the data{made}. {after}"

    def _moments(self, board: BoardMeeting) -> QVBoxLayout:
        choices = QButtonGroup(self)
        choices.addButton(self.now)
        choices.addButton(self.then)
        self.now.setChecked(True)
        self.day.describe("Day", "The day whose evening or hour the board saw.")
        self.clock.describe("Time", "UK time.")
        self.day.set_value(board.day)
        self.clock.set_value(board.starts or time(9))
        for field in (self.day, self.clock):
            field.setEnabled(False)
            self.then.toggled.connect(field.setEnabled)
        rows = QVBoxLayout()
        rows.addWidget(self.now)
        rows.addWidget(self.then)
        line = QHBoxLayout()
        line.setContentsMargins(fonts.scaled(24), 0, 0, 0)
        line.addWidget(self.day, 3)
        line.addWidget(self.clock, 1)
        rows.addLayout(line)
        return rows

    def _hold(self) -> None:
        if self._pack is None and self.then.isChecked():
            if not (self.day.commit() and self.clock.commit()):
                return
            day, clock = self.day.value(), self.clock.value()
            if day is None or clock is None:
                (self.day if day is None else self.clock).set_trouble("Say when, or choose the programme as it is now.")
                return
            moment = from_local(day, clock)
            if moment > self._session.document.clock():
                self.day.set_trouble("This is still to come. Choose a moment that has passed.")
                return
            self.moment = moment
        self.accept()
