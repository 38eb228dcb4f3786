"""The history of the row on the form, in the place of the form: each change with its way back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.history import Line
from sharedprog.domain.history_words import HistoryWords
from sharedprog.domain.register import Register
from sharedprog.domain.words import counted, local, short_day
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label
from sharedprog.ui.put_back import FIELDS, ROW_WORDS, PutBack
from sharedprog.ui.screens.health_models import Lines, ReadTable
from sharedprog.ui.session import Session
from sharedprog.usecases import history_reading

WHEN = 118.0
"""The width of the column that says when and who, before scaling."""


class RowHistory(QWidget):
    """What was done to one row and what belongs to it, newest first; read anew when it is looked at."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, register: Register[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.register = register
        self.row_id: str | None = None
        self.lines: list[Line] = []
        self.model = Lines(("When, who", "What"), self)
        self.table = ReadTable(self.model, "History of this row", ((0, WHEN),), 1)
        self.table.wrap()
        self.put_back = PutBack(session, self)
        self._truth = Label("", "secondary", wrap=True)
        self._reading = False
        self._stale = False
        self._field = button("Put back this field", self.put_back_field)
        self._row = button("Bring it back", self.put_back_row)
        self._action = button("Put back the whole change", self.put_back_action)
        self._before = button("Put the row back to before this", self.put_back_before)
        self._lay_out()
        self.put_back.told.connect(self.told)
        self.put_back.refused.connect(self.refused)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        session.changed.connect(self._changed)

    def show_row(self, row_id: str | None) -> None:
        """Show the history of another row."""
        if row_id != self.row_id:
            self.row_id = row_id
            self._show([])
            self._read()

    @property
    def chosen(self) -> Line | None:
        """The line the person is on."""
        row = self.table.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def put_back_field(self) -> None:
        """The field of the chosen line as it was before."""
        if (line := self.chosen) is not None:
            self.put_back.field(line)

    def put_back_row(self) -> None:
        """What the action did to the row of the chosen line as a whole."""
        if (line := self.chosen) is not None:
            self.put_back.row(line)

    def put_back_action(self) -> None:
        """All that the action of the chosen line did."""
        if (line := self.chosen) is not None:
            self.put_back.action(line)

    def put_back_before(self) -> None:
        """The row of the chosen line as it was before, whatever was changed in it since."""
        if (line := self.chosen) is not None:
            self.put_back.row_before(line)

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while the form was shown is read now."""
        super().showEvent(event)
        self._read()

    def _changed(self, change_set: ChangeSet) -> None:
        if change_set.edits:
            self._read()

    def _read(self) -> None:
        """Read the history of the row, once what is being read is there: a run of rows is not read one by one."""
        row_id = self.row_id
        if row_id is None or not self.isVisible():
            return
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        file, programme, key = self.session.document.file, self.session.programme, self.register.key
        self.session.read(lambda: history_reading.of_row(file, programme, key, row_id), self._came, self._refused)

    def _came(self, lines: list[Line]) -> None:
        self._reading = False
        if self._stale:
            self._read()
        else:
            self._show(lines)

    def _refused(self, sentence: str) -> None:
        self._reading = False
        self.refused.emit(sentence)

    def _show(self, lines: list[Line]) -> None:
        """Show these lines; the one that was chosen stays so where it is still there."""
        chosen = self.chosen
        self.lines = lines
        words = HistoryWords(self.session.programme)
        self.model.show_lines([(_when(line), self._what(words, line)) for line in lines], [""] * len(lines))
        if lines:
            self.table.selectRow(lines.index(chosen) if chosen in lines else 0)
        self._truth.setText(f"{counted(len(lines), 'change')}, newest first." if lines else "")
        self._offer()

    def _what(self, words: HistoryWords, line: Line) -> str:
        """What was done; for a part of the row, to which."""
        own = line.row == self.row_id
        part = "" if own else f"{words.part(line.register, line.row)}\n"
        return f"{part}{words.sentence(line)}"

    def _offer(self) -> None:
        line = self.chosen
        is_field = line is not None and line.deed in FIELDS
        if line is not None and not is_field:
            self._row.setText(ROW_WORDS[line.deed])
        self._field.setVisible(is_field)
        self._row.setVisible(line is not None and not is_field)
        self._action.setVisible(line is not None)
        self._before.setVisible(line is not None)
        self._before.setEnabled(is_field)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        margin = fonts.scaled(16)
        column.setContentsMargins(margin, fonts.scaled(12), margin, margin)
        column.setSpacing(fonts.scaled(8))
        column.addWidget(Label("History", "card-title"))
        column.addWidget(self._truth)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        for each in (self._field, self._row, self._action):
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._before)

    def enter(self) -> None:
        """Put the cursor on the changes."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _when(line: Line) -> str:
    """``3 Dec 2026 14:05`` and who, beneath one another."""
    moment = local(line.action.at)
    return f"{short_day(moment.date())} {moment.year} {moment.hour:02d}:{moment.minute:02d}\n{line.action.who or '–'}"
