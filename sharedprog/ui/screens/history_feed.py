"""The whole history, read a part at a time by the writer's thread, and sifted a little at a time in the window's."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, Signal

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.history import Line, Marks, Slice, confided, lines
from sharedprog.domain.history_filter import Sieve, Sought
from sharedprog.domain.history_words import HistoryWords
from sharedprog.ui.screens.history_model import HistoryModel
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices
from sharedprog.usecases import history_reading

AT_ONCE, HANDED = 20, 500
"""Lines that are looked at before the window may have its turn, and lines that are handed to the table together."""


class HistoryFeed(QObject):
    """Fills a model with the lines that were asked for. ``progressed`` says that it knows more, ``refused`` trouble."""

    progressed = Signal()
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = HistoryWords(session.programme)
        self.model = HistoryModel(self.words, self)
        self.people: set[str] = set()
        self._lines: list[Line] = []
        self._marks: Marks | None = None
        self._waiting: list[ChangeSet] = []
        self._reading = 0
        self._next = 0
        self._sifted = 0
        self._sieve = Sieve(Sought(), self.words)
        self._sought = Sought()
        self._sifting: Slices[None] = Slices(lambda _: self.progressed.emit(), self)
        session.changed.connect(self._changed)
        session.not_saved.connect(lambda *_: self._not_saved())

    @property
    def count(self) -> int:
        """Lines read so far."""
        return len(self._lines)

    @property
    def oldest(self) -> Line | None:
        """The first thing that was ever done, of what was read so far."""
        return self._lines[-1] if self._lines else None

    @property
    def reading(self) -> bool:
        """Whether some of the history is still to be read."""
        return self._marks is None or self._next > 0

    @property
    def sifting(self) -> bool:
        """Whether some of what was read is still to be looked through."""
        return self._sifting.busy

    def read(self) -> None:
        """Read the history from its newest end, unless that was begun."""
        if self._reading == 0:
            self._again()

    def seek(self, sought: Sought) -> None:
        """Show the lines that fit, of all that is known and all that comes."""
        if sought == self._sought:
            return
        self._sought = sought
        self._sift_again()

    def _again(self) -> None:
        """Read everything anew; what an earlier reading still brings is passed over.

        So names that came to be kept in confidence are taken from lines that were told before.
        """
        self._reading += 1
        this = self._reading
        self._lines.clear()
        self.people.clear()
        self._waiting.clear()
        self.words = HistoryWords(self._session.programme)
        self.model.use(self.words)
        self._marks = None
        self._next = 0
        self._sift_again()
        file = self._session.document.file
        self._session.read(lambda: history_reading.marks(file), lambda marks: self._marked(this, marks), self._refused)

    def _marked(self, this: int, marks: Marks) -> None:
        if this != self._reading:
            return
        self._marks = marks
        self._next = marks.last + 1
        for change_set in self._waiting:
            self._add(change_set)
        self._waiting.clear()
        self._read_on(this)

    def _read_on(self, this: int) -> None:
        file, known, before = self._session.document.file, self._marks, self._next
        if known is None:
            return

        def part() -> Slice:
            return history_reading.before(file, known, before)

        self._session.read(part, lambda found: self._came(this, found), self._refused)

    def _came(self, this: int, found: Slice) -> None:
        if this != self._reading:
            return
        self._lines += found.lines
        self.people.update(line.action.who for line in found.lines)
        self._next = found.before
        self._sift()
        self.progressed.emit()
        if self._next:
            self._read_on(this)

    def _changed(self, change_set: ChangeSet) -> None:
        if not change_set.edits or self._reading == 0:
            return
        if confided(change_set.edits):
            self._again()
            return
        self.words = HistoryWords(self._session.programme)
        self._sieve = Sieve(self._sought, self.words)
        self.model.use(self.words)
        if self._marks is None:
            self._waiting.append(change_set)
        else:
            self._add(change_set)
            self.progressed.emit()

    def _add(self, change_set: ChangeSet) -> None:
        """What was done just now, at the top."""
        if self._marks is None:
            return
        self._marks.learn(change_set)
        new = list(lines(change_set, self._marks))
        self._lines[:0] = new
        self._sifted += len(new)
        self.people.update(line.action.who for line in new)
        self.model.add([line for line in new if self._sieve.fits(line)], 0)

    def _not_saved(self) -> None:
        if self._reading:
            self._again()

    def _refused(self, sentence: str) -> None:
        self._reading += 1
        self.refused.emit(sentence)

    def _sift_again(self) -> None:
        self._sieve = Sieve(self._sought, self.words)
        self._sifted = 0
        self.model.clear()
        self._sift()

    def _sift(self) -> None:
        if not self._sifting.busy or self._sifted == 0:
            self._sifting.run(self._sifts(), short=True)

    def _sifts(self) -> Generator[None, None, None]:
        """Hand over the lines that fit, of those not looked at yet."""
        held: list[Line] = []
        while self._sifted < len(self._lines):
            some = self._lines[self._sifted : self._sifted + AT_ONCE]
            self._sifted += len(some)
            held += [line for line in some if self._sieve.fits(line)]
            if len(held) >= HANDED or (held and self.model.rowCount() < HANDED):
                self.model.add(held)
                held = []
            yield
        self.model.add(held)
