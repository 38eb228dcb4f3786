"""Rows and documents with sensible defaults, so that a test says only what matters to it."""

from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import R, Register, Row
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import Start, create

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
"""Mon 30 Nov 2026, the day that tests take for today."""


class Clock:
    """A clock that a test sets; each look moves it on by a second."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def programme_file(folder: Path, name: str = "One Service.sharedprog") -> Document:
    """A new programme of two councils in a real file."""
    start = Start(
        name="One Service Programme",
        partners=("Ashmere Borough Council", "Tolland Council"),
        start=datetime(2026, 9, 1, tzinfo=UTC).date(),
        day_one=datetime(2027, 4, 1, tzinfo=UTC).date(),
    )
    return create(folder / name, start, who="Programme Manager", clock=Clock())


def contents(programme: Programme) -> dict[str, list[Row]]:
    """The existing rows of every register, by id: what "as before" means."""
    return {key: sorted(table.existing, key=lambda row: row.id) for key, table in programme.tables.items()}


class Made:
    """A picture made in memory, row by row, with ids that can be read."""

    def __init__(self) -> None:
        numbers = count(1)
        self.programme = Programme()
        self._next = lambda: f"{next(numbers):032x}"

    def add(self, register: Register[R], **values: Value) -> R:
        """Add a row and return it."""
        draft = Draft(self.programme, self._next)
        row_id = draft.add(register, None, **values)
        self.programme = draft.programme
        row = self.programme.row(register, row_id)
        assert row is not None
        return row
