"""What if…: a change is tried on the plan, looked at, and made or left."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from sharedprog.domain.plan.trying import AddLag, Change, Close, Lengthen, Slip
from sharedprog.domain.plan.what_if import Outcome
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import read_day
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.asking import Asking
from sharedprog.ui.buttons import button
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.fields import ComboField, NumberField
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.labels import Label, announce, set_role
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.health_models import ReadTable
from sharedprog.ui.screens.what_if_moves import Moves
from sharedprog.ui.session import Session
from sharedprog.usecases import what_if

KINDS = (
    ("slip", "It starts later by"),
    ("takes", "It takes"),
    ("lag", "More time between two tasks"),
    ("close", "Nobody works"),
)
TITLE = "What if…"
MOST = 9999
"""Working days that can be tried."""
WAIT = 150
"""Milliseconds without typing after which a change is tried."""
NAMED = 6
"""Tasks that are named in a sentence before the rest are only counted."""


class WhatIfPanel(QWidget):
    """Tries a change around one task; ``made`` carries the title of a change once it is made.

    ``told`` is sent when it has been told what the change would do, or why it cannot be tried.
    """

    made = Signal(str)
    told = Signal()

    def __init__(self, session: Session, desk: Desk, task_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asking = Asking(desk.background, self)
        self.session, self.task_id = session, task_id
        self.outcome: Outcome | None = None
        self.kind = ComboField()
        for code, words in KINDS:
            self.kind.addItem(words, code)
        self.slip, self.takes, self.lag = (
            NumberField(*each) for each in ((1, MOST, 10), (0, MOST, 5), (-999, MOST, 5))
        )
        self.link = ComboField()
        today = session.document.today
        self.first = DayEdit(lambda text: read_day(text, today), day_words, today)
        self.last = DayEdit(lambda text: read_day(text, today), day_words, today)
        self.first.describe("From", "The first day on which nobody works.")
        self.last.describe("To", "The last day on which nobody works.")
        self.headline, self.missed, self.critical = (
            Label("", "card-title", wrap=True),
            Label(wrap=True),
            Label(wrap=True),
        )
        self.working = Label("", "secondary")
        self.moves = Moves(self)
        self.table = ReadTable(self.moves, "Tasks that would move", 0)
        self.apply = button("Make this change", self.carry_out, "primary")
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.attempt)
        self._lay_out()
        self._fill()
        self._connect()
        self._show_fields()

    # What is tried

    def change(self) -> Change | None:
        """The change as it is typed in; ``None`` while something is missing."""
        match self.kind.currentData():
            case "slip":
                return Slip(self.task_id, self.slip.value())
            case "takes":
                day = self.session.programme.settings.day_minutes or 480
                return Lengthen(self.task_id, self.takes.value() * day)
            case "lag":
                link = self.link.currentData()
                return None if link is None else AddLag(str(link), self.lag.value())
            case _:
                first, last = self.first.value(), self.last.value()
                return None if first is None else Close(first, last or first)

    def attempt(self) -> None:
        """Try the change and tell what it would do."""
        self._wait.stop()
        self.asking.drop()
        change = self.change()
        if change is None:
            words = "No link to lengthen." if self.kind.currentData() == "lag" else "Say from which day to which."
            self._tell_nothing(words)
            return
        try:
            attempted = what_if.attempt(self.session.document, change)
        except Trouble as trouble:
            self._tell_nothing(str(trouble))
            return
        self.asking.ask(
            what_if.consequences,
            what_if.what_is_looked_at(self.session.programme),
            self.session.document.today,
            attempted,
            done=self._tell,
            failed=lambda failure: tell_failure(failure, self._tell_nothing),
        )

    def carry_out(self) -> None:
        """Make the change, as it is typed in now."""
        change = self.change()
        if change is None or self.outcome is None:
            return
        try:
            done = what_if.carry_out(self.session.document, change)
        except Trouble as trouble:
            self._tell_nothing(str(trouble))
            return
        self.made.emit(done.title)

    # What is told

    def _tell(self, found: Outcome) -> None:
        self.outcome = found
        self.headline.setText(found.headline)
        for label in (self.missed, self.critical):
            label.show()
        self.missed.setText("\n".join(each.sentence() for each in found.missed) or "No date is missed that was kept.")
        set_role(self.missed, "trouble" if found.missed else "")
        parts = [
            self._named("becomes critical", "become critical", found.critical_now),
            self._named("is no longer critical", "are no longer critical", found.critical_no_more),
        ]
        self.critical.setText(" ".join(filter(None, parts)) or "The same tasks stay critical.")
        self.moves.show_rows(found.moved)
        self.apply.setEnabled(bool(found.tried.edits))
        announce(self, found.headline)
        self.told.emit()

    def _tell_nothing(self, words: str) -> None:
        self.outcome = None
        self.headline.setText(words)
        for label in (self.missed, self.critical):
            label.clear()
            label.hide()
        self.moves.show_rows(())
        self.apply.setEnabled(False)
        announce(self, words)
        self.told.emit()

    def _named(self, one: str, many: str, ids: tuple[str, ...]) -> str:
        rows = self.session.view.outline
        names = [f"{rows[each].wbs} {rows[each].task.title}" for each in ids[:NAMED] if each in rows]
        if not names:
            return ""
        more = f" and {counted(len(ids) - NAMED, 'other')}" if len(ids) > NAMED else ""
        return f"{', '.join(names)}{more} {one if len(ids) == 1 else many}."

    # Fields

    def _fill(self) -> None:
        programme = self.session.programme
        task = programme.row(TASKS, self.task_id)
        minutes = self.session.view.schedule.dates[self.task_id].minutes if task is not None else None
        self.takes.setValue(max(1, (minutes or 0) // (programme.settings.day_minutes or 480)) + 5)
        for link_id, words in links_of(programme, self.session, self.task_id):
            self.link.addItem(words, link_id)
        start = self.session.view.schedule.dates[self.task_id].start
        self.first.set_value(start)
        self.last.set_value(start)

    def _connect(self) -> None:
        self.asking.busy.connect(self._show_work)
        self.kind.currentIndexChanged.connect(lambda _: self._show_fields())
        self.link.currentIndexChanged.connect(lambda _: self._try_soon())
        for box in (self.slip, self.takes, self.lag):
            box.valueChanged.connect(lambda _: self._try_soon())
        for day in (self.first, self.last):
            day.committed.connect(lambda *_: self._try_soon())
        self.session.changed.connect(self._picture_changed)

    def _picture_changed(self, _change_set: object) -> None:
        if self.session.programme.row(TASKS, self.task_id) is None:
            self._tell_nothing("This task is not there any more.")
        else:
            self._try_soon()

    def _try_soon(self) -> None:
        """What is told is of another change: it stays to be read, but cannot be made."""
        self.apply.setEnabled(False)
        self._wait.start()

    def _show_work(self, busy: bool) -> None:
        self.working.setText("Working out what would move…" if busy else "")
        if busy:
            self.apply.setEnabled(False)

    def _show_fields(self) -> None:
        shown = self.kind.currentData()
        for code, row in self._rows:
            self._form.setRowVisible(row, code == shown)
        self.attempt()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(10))
        row = self.session.view.outline.get(self.task_id)
        column.addWidget(Label(f"What if… {row.wbs} {row.task.title}" if row is not None else TITLE, "card-title"))
        self._form = QFormLayout()
        self.kind.setAccessibleName("What is tried")
        self._form.addRow(Label("Try"), self.kind)
        self._rows: list[tuple[str, QWidget]] = []
        for code, words, field in (
            ("slip", "Working days", self.slip),
            ("takes", "Working days", self.takes),
            ("lag", "Between", self.link),
            ("lag", "Working days", self.lag),
            ("close", "From", self.first),
            ("close", "To", self.last),
        ):
            field.setAccessibleName(words)
            self._form.addRow(Label(words), field)
            self._rows.append((code, field))
        column.addLayout(self._form)
        for label in (self.headline, self.missed, self.critical):
            column.addWidget(label)
        for label in (self.missed, self.critical):
            label.hide()
        column.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.working, 1)
        buttons.addWidget(self.apply)
        column.addLayout(buttons)


class WhatIfDialog(QDialog):
    """The panel in a window of its own beside the plan; it closes once the change is made."""

    def __init__(self, session: Session, desk: Desk, task_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        self.resize(fonts.scaled(760), fonts.scaled(620))
        self.panel = WhatIfPanel(session, desk, task_id, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.panel.made.connect(lambda _: self.accept())
        self.panel.kind.setFocus()

    def done(self, result: int) -> None:
        """Whatever is still being worked out is not waited for."""
        self.panel.asking.drop()
        super().done(result)


def what_if_action(page: TablePage, desk: Desk) -> QAction:
    """Asks what if of the selected task of a page."""
    action = QAction(TITLE, page)
    action.setShortcut(QKeySequence("Ctrl+Shift+W"))
    action.setShortcutVisibleInContextMenu(True)

    def ask() -> None:
        page.commit()
        task_id = page.table.present_id()
        if task_id is None:
            page.refused.emit("No task is selected. Select one, then try again.")
            return
        dialog = WhatIfDialog(page.session, desk, task_id, page)
        dialog.exec()
        dialog.deleteLater()

    action.triggered.connect(lambda _checked=False: ask())
    return action


def links_of(programme: Programme, session: Session, task_id: str) -> list[tuple[str, str]]:
    """The links to and from a task by id, in words."""
    rows = session.view.outline
    found = []
    for link in programme.rows(DEPENDENCIES):
        first, second = rows.get(link.predecessor or ""), rows.get(link.parent or "")
        if task_id in (link.predecessor, link.parent) and first is not None and second is not None:
            words = f"{first.wbs} {first.task.title} and {second.wbs} {second.task.title}"
            found.append((link.id, words if link.kind == "FS" else f"{words} ({link.kind})"))
    return found
