"""Bringing a file of an earlier version up to date: migrate a copy, check it, then swap it in."""

from __future__ import annotations

import shutil
import uuid
from pathlib import Path

from sharedprog.store.connection import Guard, make_engine
from sharedprog.store.schema import upgrade
from sharedprog.store.trouble import Damaged, told


def upgrade_file(path: Path) -> None:
    """Replace an older file by its migrated copy, and keep the older one beside it; raises ``Trouble``."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.part")
    kept = path.with_name(f"{path.stem} before upgrade{path.suffix}")
    with told(path):
        try:
            shutil.copy2(path, part)
            engine = make_engine(part, Guard())
            with engine.begin() as connection:
                upgrade(connection)
            with engine.begin() as connection:
                answer = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
            engine.dispose()
            if answer != "ok":
                raise Damaged(
                    f"“{path.name}” is damaged and could not be brought up to date. It was left as it is."
                )
            if not kept.exists():
                shutil.copy2(path, kept)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
