"""The history of the whole programme: who changed what, when, from what to what; and the way back."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sharedprog.domain.history import Line
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.words import counted, day_words, local, moment_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.empty import EmptyPanel
from sharedprog.ui.labels import ElidedLabel, Label, set_role
from sharedprog.ui.put_back import FIELDS, ROW_WORDS, PutBack
from sharedprog.ui.screens.health_models import ReadTable
from sharedprog.ui.screens.history_feed import HistoryFeed
from sharedprog.ui.screens.history_filters import HistoryFilters
from sharedprog.ui.session import Session

WIDTHS = ((0, 158), (1, 140), (4, 170))
"""Widths of the columns, before scaling; those of the row and of what was done to it take what is left."""
ROW, DONE, ACTION = 2, 3, 4
WIDE = 860.0
"""The width of the page, before scaling, from which there is room for the action beside the rest."""


class HistoryPage(QWidget):
    """Filters, the lines, and beneath them the chosen line in full with what can be put back."""

    told = Signal(str)
    refused = Signal(str)
    wants = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.feed = HistoryFeed(session, self)
        self.filters = HistoryFilters(session)
        self.table = ReadTable(self.feed.model, "History", WIDTHS, ROW)
        self.table.horizontalHeader().setSectionResizeMode(DONE, QHeaderView.ResizeMode.Stretch)
        self.put_back = PutBack(session, self)
        self._truth = ElidedLabel("", "truth")
        self._empty = EmptyPanel("Nothing fits", "No change fits what you asked for.", "Show everything")
        self._title, self._when = Label("", "strong", wrap=True), Label("", "secondary", wrap=True)
        self._what = Label("", wrap=True)
        self._go = button("Go to the row", self.go_to_row)
        self._field = button("Put back this field", lambda: self._put("field"))
        self._row = button("Put back this row", lambda: self._put("row"))
        self._action = button("Put back the whole change", lambda: self._put("action"))
        self._lay_out()
        self.filters.changed.connect(self._seek)
        self.feed.progressed.connect(self._progress)
        self.feed.refused.connect(self.refused)
        self.put_back.told.connect(self.told)
        self.put_back.refused.connect(self.refused)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.table.activated.connect(self._activated)
        self.feed.model.rowsInserted.connect(lambda *_: self._arrived())
        self.feed.model.modelReset.connect(self._show)
        self._empty.first_step.connect(self.filters.clear)
        seek = QShortcut(QKeySequence("Ctrl+F"), self, self.focus_filter)
        seek.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show()

    # What others call

    def enter(self) -> None:
        """Put the cursor on the lines."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_filter(self) -> None:
        """Put the cursor in the filter."""
        self.filters.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.words.selectAll()

    @property
    def chosen(self) -> Line | None:
        """The line the person is on."""
        row = self.table.currentIndex().row()
        return self.feed.model.lines[row] if 0 <= row < len(self.feed.model.lines) else None

    @property
    def up_to_date(self) -> bool:
        """Whether all was read and looked through."""
        return not self.feed.reading and not self.feed.sifting

    def go_to_row(self) -> None:
        """Show the row of the line on its own page."""
        line = self.chosen
        if line is None:
            return
        register, row = self.feed.words.home(line.register, line.row)
        if BY_KEY[register].place and self.session.programme.row(BY_KEY[register], row) is not None:
            self.wants.emit(register, row)
        else:
            name = self.feed.words.row(register, row)
            self.refused.emit(f"{name} was deleted. Find the line that says so here, then choose “Bring it back”.")

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """The history is read when it is first looked at."""
        super().showEvent(event)
        self.feed.read()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the action is told beneath the lines only."""
        super().resizeEvent(event)
        self.table.setColumnHidden(ACTION, self.width() < fonts.scaled(WIDE))

    def _put(self, what: str) -> None:
        line = self.chosen
        if line is not None:
            {"field": self.put_back.field, "row": self.put_back.row, "action": self.put_back.action}[what](line)

    def _activated(self, _: QModelIndex) -> None:
        self.go_to_row()

    def _seek(self) -> None:
        self.feed.seek(self.filters.sought)
        self._progress()

    def _arrived(self) -> None:
        if self.table.currentIndex().row() < 0:
            self.table.selectRow(0)

    def _progress(self) -> None:
        feed = self.feed
        self.filters.offer_people(feed.people)
        self._truth.setText(self._said())
        nothing = self.up_to_date and not feed.model.lines
        self._stack.setCurrentWidget(self._empty if nothing else self._filled)

    def _said(self) -> str:
        """How much there is, and how much of it is shown."""
        feed = self.feed
        if not self.up_to_date:
            return f"Reading… {feed.count:,} so far"
        oldest = feed.oldest
        since = f" since {day_words(local(oldest.action.at).date())}" if oldest is not None else ""
        shown = len(feed.model.lines)
        part = "" if self.filters.sought.everything else f"{shown:,} of "
        return f"{part}{_counted(feed.count)}{since}"

    def _show(self) -> None:
        """The chosen line in full."""
        line = self.chosen
        self._detail.setVisible(line is not None)
        if line is None:
            return
        words, action = self.feed.words, line.action
        self._title.setText(words.row(line.register, line.row))
        self._what.setText(words.sentence(line))
        who = action.who or "nobody's name is kept"
        self._when.setText(f"{moment_words(action.at)}, {who}. Action: {action.title}")
        self._field.setVisible(line.deed in FIELDS)
        self._row.setText(ROW_WORDS.get(line.deed, "Put back this row"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        title = Label("History", "page-title")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(title)
        head.addWidget(self._truth, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._filled = QWidget()
        filled = QVBoxLayout(self._filled)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(fonts.scaled(10))
        filled.addWidget(self.table, 1)
        filled.addWidget(self._details())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled)
        self._stack.addWidget(self._empty)
        whole = QVBoxLayout(self)
        side = fonts.scaled(20)
        whole.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(12))
        whole.setSpacing(fonts.scaled(10))
        whole.addLayout(head)
        whole.addWidget(self.filters)
        whole.addWidget(self._stack, 1)

    def _details(self) -> QWidget:
        self._detail = QFrame()
        set_role(self._detail, "card")
        column = QVBoxLayout(self._detail)
        column.setSpacing(fonts.scaled(6))
        for label in (self._title, self._what, self._when):
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        offered: tuple[QPushButton, ...] = (self._go, self._field, self._row, self._action)
        for each in offered:
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        return self._detail


def _counted(lines: int) -> str:
    return f"{lines:,} changes" if lines > 1 else counted(lines, "change")
