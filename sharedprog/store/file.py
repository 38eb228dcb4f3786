"""ProgrammeFile: one programme on disk. ``apply`` is the one door through which anything is written."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from sharedprog.domain.changes import ChangeSet, Edit
from sharedprog.domain.history import Marks
from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.store import history, journal, rows
from sharedprog.store.connection import Guard, make_engine
from sharedprog.store.header import SCHEMA, schema_of
from sharedprog.store.tables import BLOBS, FACTS
from sharedprog.store.trouble import Damaged, told

SUFFIX = ".sharedprog"


class ProgrammeFile:
    """An open programme file. Safe to call from several threads: they take turns at its one connection."""

    def __init__(self, path: Path, engine: Engine, guard: Guard) -> None:
        self.path = path
        self._engine = engine
        self._guard = guard

    @classmethod
    def create(cls, path: Path) -> ProgrammeFile:
        """A new file with its schema, made whole beside its place and moved there; never over another file."""
        from sharedprog.store.schema import upgrade

        if path.exists():
            raise Trouble(f"There is already a file called “{path.name}” here. Choose another name.")
        part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
        with told(path):
            part.touch()
            engine = make_engine(part, Guard())
            try:
                with engine.begin() as connection:
                    upgrade(connection)
                    connection.execute(insert(FACTS), {"name": "file_uuid", "value": uuid.uuid4().hex})
                engine.dispose()
                _put(part, path)
            finally:
                engine.dispose()
                part.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> ProgrammeFile:
        """Open a file that is ours and whole; raises ``Trouble`` and leaves anything else untouched."""
        schema = schema_of(path)
        if schema < SCHEMA:
            from sharedprog.store.upgrading import upgrade_file

            upgrade_file(path, schema)
        guard = Guard()
        opened = cls(path, make_engine(path, guard), guard)
        try:
            opened.check()
        except BaseException:
            opened.close()
            raise
        return opened

    @property
    def uuid(self) -> str:
        """The identity of this programme's file, the same in every copy."""
        with told(self.path), self._engine.begin() as connection:
            found = connection.execute(select(FACTS.c.value).where(FACTS.c.name == "file_uuid")).scalar()
        return found or ""

    @property
    def length(self) -> int:
        """How many change sets the journal holds."""
        with told(self.path), self._engine.begin() as connection:
            return journal.length(connection)

    def check(self) -> None:
        """Let SQLite check every page; raises ``Damaged``."""
        with told(self.path), self._engine.begin() as connection:
            answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
        if answer != "ok":
            raise Damaged(
                f"“{self.path.name}” is damaged. Nothing was changed. Open the newest copy in the backups folder."
            )

    def read(self) -> Programme:
        """The picture of everything in the file."""
        with told(self.path), self._engine.begin() as connection:
            return rows.read_all(connection)

    def apply(self, change_set: ChangeSet, blobs: Mapping[str, bytes] | None = None) -> None:
        """Write a change set, its journal and its bytes in one transaction, or nothing; raises ``Stale``."""
        self.apply_all((change_set,), blobs)

    def apply_all(self, change_sets: Iterable[ChangeSet], blobs: Mapping[str, bytes] | None = None) -> None:
        """Write a run of change sets the same way; those that came ``via`` a merge join the journal only."""
        with told(self.path), self._engine.begin() as connection:
            for change_set in change_sets:
                if change_set.via is None:
                    rows.write(connection, change_set.edits)
                journal.write(connection, change_set)
            for sha256, content in (blobs or {}).items():
                if hashlib.sha256(content).hexdigest() != sha256:
                    raise ValueError("bytes do not match their hash")
                held = connection.execute(select(BLOBS.c.sha256).where(BLOBS.c.sha256 == sha256)).scalar()
                if held is None:
                    connection.execute(insert(BLOBS), {"sha256": sha256, "bytes": content})

    def journal(self, after: str | None = None, until: str | None = None) -> tuple[ChangeSet, ...]:
        """The change sets after one, up to and with another, both by id (without them: all), in order of making.

        Raises ``Trouble`` where the journal has no such change set.
        """
        with told(self.path), self._engine.begin() as connection:
            first = self._position(connection, after) if after else 0
            return tuple(journal.read(connection, first, self._position(connection, until) if until else None))

    def squashed(self, after: str | None = None, until: str | None = None) -> tuple[Edit, ...]:
        """First old to last new of each cell in the same stretch of the journal; cells that came back drop out.

        Raises ``Trouble`` where the journal has no such change set.
        """
        with told(self.path), self._engine.begin() as connection:
            first = self._position(connection, after) if after else 0
            return tuple(journal.squashed(connection, first, self._position(connection, until) if until else None))

    def _position(self, connection: Connection, change_set: str) -> int:
        position = journal.position_of(connection, change_set)
        if position is None:
            raise Trouble(f"The history kept in “{self.path.name}” does not go back that far.")
        return position

    def knows(self, change_set: str) -> bool:
        """Whether the journal has a change set with this id."""
        with told(self.path), self._engine.begin() as connection:
            return journal.position_of(connection, change_set) is not None

    def newest(self, until: datetime | None = None) -> str:
        """The id of the last change set (made up to a moment); empty where there is none."""
        with told(self.path), self._engine.begin() as connection:
            return journal.newest(connection, until) or ""

    def maker(self, register: str, row: str) -> str:
        """Who first made a row; empty where the journal does not tell."""
        with told(self.path), self._engine.begin() as connection:
            return journal.maker(connection, register, row) or ""

    def marks(self) -> Marks:
        """What must be known of the whole journal before a part of it is told."""
        with told(self.path), self._engine.begin() as connection:
            return history.marks(connection)

    def confidence(self) -> Marks:
        """What must be known of the whole journal before one row of it is told."""
        with told(self.path), self._engine.begin() as connection:
            return history.confidence(connection)

    def confided(self) -> set[str]:
        """The poisons that were ever anonymous."""
        with told(self.path), self._engine.begin() as connection:
            return history.confided(connection)

    def journal_before(self, position: int, most: int) -> tuple[list[ChangeSet], int]:
        """Parts of change sets, newest first, of so many edits before a position; and where to go on, 0 at the end."""
        with told(self.path), self._engine.begin() as connection:
            return history.before(connection, position, most)

    def journal_of(self, row_ids: Iterable[str]) -> list[ChangeSet]:
        """The parts of change sets that touch these rows, oldest first."""
        with told(self.path), self._engine.begin() as connection:
            return history.of_rows(connection, row_ids)

    def change_set(self, change_set: str) -> ChangeSet | None:
        """One change set by its id."""
        with told(self.path), self._engine.begin() as connection:
            position = journal.position_of(connection, change_set)
            return next(journal.read(connection, position - 1, position)) if position is not None else None

    def blob(self, sha256: str) -> bytes | None:
        """The bytes with this hash, if the file keeps them and they still match it."""
        with told(self.path), self._engine.begin() as connection:
            found = connection.execute(select(BLOBS.c.bytes).where(BLOBS.c.sha256 == sha256)).scalar()
        if found is not None and hashlib.sha256(found).hexdigest() != sha256:
            raise Damaged(f"“{self.path.name}”: something kept in the file has been damaged. Open a backup.")
        return found

    def blobs(self) -> dict[str, bytes]:
        """All bytes by hash; for the export of everything."""
        with told(self.path), self._engine.begin() as connection:
            return {row.sha256: row.bytes for row in connection.execute(select(BLOBS))}

    def copy_to(self, target: Path) -> None:
        """A compact, checked copy at ``target``, which must not be there yet; raises ``Trouble``."""
        if target.exists():
            raise Trouble(f"There is already a file called “{target.name}” here. Choose another name.")
        part = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.part")
        with told(target):
            try:
                self._guard.copy = str(part)
                with self._engine.connect() as connection:
                    raw = connection.connection.driver_connection
                    if raw is None:
                        raise Trouble(f"“{self.path.name}” is not open.")
                    raw.execute("VACUUM INTO ?", (str(part),))
                copy = ProgrammeFile.open(part)
                copy.close()
                with part.open("rb+") as file:
                    os.fsync(file.fileno())
                part.replace(target)
            finally:
                self._guard.copy = None
                part.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the connection; the file can be moved from now on."""
        self._engine.dispose()


def _put(part: Path, path: Path) -> None:
    """Give a finished file its name, never over another; where the disk has no hard links, by renaming it."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise
        part.rename(path)
