"""A guard in the file itself: triggers that refuse any write made while no change set is open."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager

import pytest
from sqlalchemy import Connection

from sharedprog.domain.changes import ChangeSet
from sharedprog.store.file import ProgrammeFile
from sharedprog.store.tables import METADATA

REFUSED = "no change set is open"
TRIGGER = """CREATE TEMP TRIGGER "{deed} {table}" BEFORE {deed} ON main."{table}"
WHEN (SELECT is_open FROM temp.door) = 0 BEGIN SELECT RAISE(ABORT, 'no change set is open'); END"""


def connect(file: ProgrammeFile) -> AbstractContextManager[Connection]:
    """A transaction on the file's one connection."""
    return file._engine.begin()  # noqa: SLF001 - the guard is inside


def set_guard(file: ProgrammeFile) -> None:
    """Put a trigger before every insert, update and delete of every table."""
    with connect(file) as connection:
        connection.exec_driver_sql("CREATE TEMP TABLE door AS SELECT 0 AS is_open")
        for table in METADATA.tables:
            for deed in ("INSERT", "UPDATE", "DELETE"):
                connection.exec_driver_sql(TRIGGER.format(deed=deed, table=table))


@contextmanager
def door(file: ProgrammeFile) -> Iterator[None]:
    """Let writes through for as long as this lasts."""
    with connect(file) as connection:
        connection.exec_driver_sql("UPDATE temp.door SET is_open = 1")
    try:
        yield
    finally:
        with connect(file) as connection:
            connection.exec_driver_sql("UPDATE temp.door SET is_open = 0")


def open_only_for_change_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a run of change sets (``apply`` is a run of one), and nothing else, opens a guarded file's door."""
    apply_all = ProgrammeFile.apply_all

    def through_the_door(
        file: ProgrammeFile, change_sets: Iterable[ChangeSet], blobs: Mapping[str, bytes] | None = None
    ) -> None:
        with door(file):
            apply_all(file, change_sets, blobs)

    monkeypatch.setattr(ProgrammeFile, "apply_all", through_the_door)
