"""How SQLite is opened: one connection, one writer, nothing trusted that the file brings with it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

APPLICATION_ID = 0x53507267
"""The four bytes ``SPrg`` in the header: this file is a sharedprog programme."""
OLDEST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a file when two connections write at once."""
SETTINGS = (
    ("trusted_schema", "OFF", None),
    ("cell_size_check", "ON", None),
    ("mmap_size", "0", None),
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", None),
    ("locking_mode", "NORMAL", "normal"),
    ("foreign_keys", "ON", None),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", None),
    ("recursive_triggers", "OFF", None),
)
"""What each connection sets, and the answer that must come back where one does."""


class Guard:
    """SQLite's authorizer: no other database is attached but the copy we are making."""

    def __init__(self) -> None:
        self.copy: str | None = None

    def __call__(self, action: int, first: str | None, *rest: str | None) -> int:
        """Allow everything but attaching and loading code."""
        if action == dbapi2.SQLITE_ATTACH and first != self.copy:
            return int(dbapi2.SQLITE_DENY)
        if action == SQLITE_FUNCTION and rest[0] == "load_extension":
            return int(dbapi2.SQLITE_DENY)
        return int(dbapi2.SQLITE_OK)


SQLITE_FUNCTION = 31
"""The authorizer's code for calling a function; the driver does not name it."""


def connect(path: Path, guard: Guard) -> dbapi2.Connection:
    """A raw connection by the recipe; the file must exist; raises the driver's errors."""
    raw = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        timeout=0,
        check_same_thread=False,
        isolation_level=None,
    )
    for name, value, answer in SETTINGS:
        found = raw.execute(f"PRAGMA {name}={value}").fetchone()
        if answer is not None and (found is None or found[0] != answer):
            raw.close()
            raise dbapi2.OperationalError(f"unable to open: {name} answered {found}")
    raw.set_authorizer(guard)
    return raw


_COMPILED: dict[Any, Any] = {}
"""What SQLAlchemy made of each statement."""


@cache
def _compiling() -> Engine:
    """An engine whose dialect serves all files: compiling each statement anew took most of the time of opening one."""
    engine = create_engine("sqlite://", module=dbapi2)
    with engine.connect():  # the dialect learns from its first connection what this SQLite can do
        pass
    engine.dispose()
    return engine


def make_engine(path: Path, guard: Guard) -> Engine:
    """An engine with one connection for all threads; every transaction begins as a writer's."""
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {dbapi2.sqlite_version} is too old to be trusted with a programme")
    compiling = _compiling()
    pool = QueuePool(lambda: connect(path, guard), pool_size=1, max_overflow=0, timeout=30, dialect=compiling.dialect)
    engine = Engine(pool, compiling.dialect, compiling.url, execution_options={"compiled_cache": _COMPILED})

    @event.listens_for(engine, "begin")
    def begin_as_writer(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @event.listens_for(engine, "close")
    def leave_no_journal(raw: dbapi2.Connection, record: object) -> None:
        raw.execute("PRAGMA journal_mode=DELETE")

    return engine
