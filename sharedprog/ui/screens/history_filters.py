"""What a person asks to see of the history: words, a person, a register, a range of days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sharedprog.domain.history_filter import Sought
from sharedprog.domain.reading import read_day
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.words import day_words
from sharedprog.ui import fonts
from sharedprog.ui.editors.day import DayEdit
from sharedprog.ui.editors.fields import ComboField, LineField
from sharedprog.ui.session import Session

WAIT = 150
"""Milliseconds without a key after which the typed words are looked for."""
EVERYBODY, NOBODY = "Everybody", "Nobody named"


class HistoryFilters(QWidget):
    """``changed`` says that something else is asked for."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = LineField()
        self.words.setPlaceholderText("Filter the history…")
        self.words.setAccessibleName("Filter the history")
        self.words.setClearButtonEnabled(True)
        self.person, self.register = ComboField(), ComboField()
        self.person.setAccessibleName("Who changed it")
        self.register.setAccessibleName("Where it was changed")
        self.person.addItem(EVERYBODY, None)
        self.register.addItem("Every page", "")
        for each in REGISTERS:
            if each.place:
                self.register.addItem(each.title, each.key)
        self.first, self.last = self._day("From"), self._day("To")
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.changed)
        self.words.textChanged.connect(lambda _: self._wait.start())
        for combo in (self.person, self.register):
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(fonts.scaled(8))
        layout.addWidget(self.words, 3)
        for field in (self.person, self.register, self.first, self.last):
            layout.addWidget(field, 2)

    @property
    def sought(self) -> Sought:
        """What is asked for."""
        who = self.person.currentData()
        return Sought(
            self.words.text(),
            None if who is None else str(who),
            str(self.register.currentData() or ""),
            self.first.value(),
            self.last.value(),
        )

    def offer_people(self, people: Iterable[str]) -> None:
        """Offer these names, and keep the one that is chosen."""
        known = {self.person.itemData(place) for place in range(1, self.person.count())}
        for name in sorted(set(people) - known, key=str.casefold):
            self.person.addItem(name or NOBODY, name)

    def clear(self) -> None:
        """Ask for everything."""
        self.words.clear()
        self.person.setCurrentIndex(0)
        self.register.setCurrentIndex(0)
        for day in (self.first, self.last):
            day.set_value(None)
        self.changed.emit()

    def _day(self, words: str) -> DayEdit:
        def read(text: str) -> date:
            return read_day(text, self._session.document.today)

        made = DayEdit(read, day_words, self._session.document.today)
        made.describe(f"{words} day", f"{words} this day. Type a day, such as 3 Dec, or press F4.")
        field = made.field()
        if isinstance(field, LineField):
            field.setPlaceholderText(f"{words} day")
        made.committed.connect(lambda _: self.changed.emit())
        return made
