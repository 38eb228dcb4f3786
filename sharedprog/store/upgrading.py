"""Bringing a file of an earlier version up to date: migrate a copy, check it, then swap it in."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from sqlcipher3 import dbapi2

from sharedprog.store.connection import Guard, connect, make_engine
from sharedprog.store.schema import upgrade
from sharedprog.store.trouble import Damaged, told


def upgrade_file(path: Path, schema: int) -> None:
    """Replace a file of an older schema by its migrated copy, and keep the older one beside it; raises ``Trouble``."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    kept = path.with_name(f"{path.stem} before upgrade from {schema}{path.suffix}")
    with told(path):
        try:
            _copy(path, part)
            _migrate(part, path.name)
            _copy(path, kept)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """The same bytes, once SQLite has taken back what a crash left half written, and while nobody else can write."""
    raw: dbapi2.Connection = connect(source, Guard())
    try:
        raw.execute("BEGIN IMMEDIATE")
        shutil.copy2(source, target)
        raw.execute("ROLLBACK")
    finally:
        raw.close()


def _migrate(path: Path, name: str) -> None:
    engine = make_engine(path, Guard())
    try:
        with engine.begin() as connection:
            upgrade(connection)
        with engine.begin() as connection:
            answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    finally:
        engine.dispose()
    if answer != "ok":
        raise Damaged(f"“{name}” is damaged and could not be brought up to date. It was left as it is.")
