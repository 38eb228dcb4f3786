"""Rows and documents with sensible defaults, so that a test says only what matters to it."""

from collections.abc import Callable, Generator, Iterable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar, cast

from sharedprog.domain.changes import ChangeSet, Edit, inverse, squash
from sharedprog.domain.computing import compute
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import R, Register, Row
from sharedprog.domain.results import KeptResults, PastBoard
from sharedprog.domain.since import Since, since
from sharedprog.domain.view import View
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import FIVE, Start, add_matrix, create

T = TypeVar("T")
NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
"""Mon 30 Nov 2026, the day that tests take for today."""


class Clock:
    """A clock that a test sets; each look moves it on by a second."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@cache
def _new_programme() -> tuple[bytes, datetime]:
    """A new programme of two councils as it lies on disk, and the time on its maker's clock; made once a process."""
    start = Start(
        name="One Service Programme",
        partners=("Ashmere Borough Council", "Tolland Council"),
        start=datetime(2026, 9, 1, tzinfo=UTC).date(),
        day_one=datetime(2027, 4, 1, tzinfo=UTC).date(),
    )
    clock = Clock()
    with TemporaryDirectory() as folder:
        document = create(Path(folder) / "new.sharedprog", start, who="Programme Manager", clock=clock)
        document.close()
        return document.path.read_bytes(), clock.now


def programme_path(folder: Path, name: str = "One Service.sharedprog") -> Path:
    """A new programme of two councils in a real file, closed; all of them share the ids of their rows."""
    path = folder / name
    path.write_bytes(_new_programme()[0])
    return path


def programme_file(folder: Path, name: str = "One Service.sharedprog") -> Document:
    """The same, open, with nothing to undo."""
    _, now = _new_programme()
    return Document.open(programme_path(folder, name), who="Programme Manager", clock=Clock(now))


def contents(programme: Programme) -> dict[str, list[Row]]:
    """The existing rows of every register, by id: what "as before" means."""
    return {key: sorted(table.existing, key=lambda row: row.id) for key, table in programme.tables.items()}


def finished(work: Generator[None, None, T]) -> T:
    """What work that gives way to others now and then comes to."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return cast(T, stop.value)


class Made:
    """A picture made in memory, row by row, with ids that can be read."""

    def __init__(self) -> None:
        numbers = count(1)
        self.programme = Programme()
        self._next: Callable[[], str] = lambda: f"{next(numbers):032x}"

    def add(self, register: Register[R], **values: Value) -> R:
        """Add a row and return it."""
        draft = Draft(self.programme, self._next)
        row_id = draft.add(register, None, **values)
        self.programme = draft.programme
        row = self.programme.row(register, row_id)
        assert row is not None
        return row


class Changing(Made):
    """A picture that goes on changing, with what a board saw of it and every edit made since."""

    def __init__(self) -> None:
        super().__init__()
        self.today = NOON.date()
        self.past: tuple[PastBoard, ...] = ()
        self._since: list[ChangeSet] = []
        draft = Draft(self.programme, self._next)
        self.matrix = add_matrix(draft, "5 × 5", FIVE)
        self.programme = draft.programme

    def change(self, edits: Iterable[Edit]) -> None:
        """Make some edits, as one change set."""
        made = ChangeSet(self._next(), "Change", "", NOON, tuple(edits))
        self.programme = self.programme.apply(made.edits)
        self._since.append(made)

    def add(self, register: Register[R], **values: Value) -> R:
        """Add a row and return it."""
        draft = Draft(self.programme, self._next)
        row_id = draft.add(register, None, **values)
        self.change(draft.edits)
        row = self.programme.row(register, row_id)
        assert row is not None
        return row

    def edit(self, register: Register[R], row: Row, **values: Value) -> None:
        """Put values in cells of one row."""
        draft = Draft(self.programme, self._next)
        for field, value in values.items():
            draft.set(register, row.id, field, value)
        self.change(draft.edits)

    def delete(self, register: Register[R], row: Row) -> None:
        """Take a row away with what belongs to it."""
        draft = Draft(self.programme, self._next)
        draft.delete(register, row.id)
        self.change(draft.edits)

    def undo(self) -> None:
        """Take the last change back, as another change."""
        self.change(inverse(self._since[-1].edits))

    @property
    def view(self) -> View:
        """The picture as it is looked at today."""
        return View(self.programme, self.today, self.past)

    def hold(self, number: int = 7, day: date | None = None) -> PastBoard:
        """A board sees the picture as it is."""
        self.past += (held(self.view, number, day or self.today),)
        self._since.clear()
        return self.past[-1]

    def since(self) -> Since:
        """What changed since the last board."""
        return since(self.view, compute(self.view), self.past[-1], squash(self._since))


def held(view: View, number: int, day: date) -> PastBoard:
    """A board that saw a view."""
    return PastBoard(f"b{number}", number, day, f"seen by {number}", KeptResults(compute(view).to_bytes))
