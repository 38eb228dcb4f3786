"""Making the schema and bringing an older one up to date, always by every migration in turn."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from sharedprog.store.connection import APPLICATION_ID

HERE = Path(__file__).parent / "migrations"


def configuration(connection: Connection | None) -> Config:
    """Alembic set up in code: there is no file to lose."""
    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def revisions() -> tuple[str, ...]:
    """Every revision, oldest first; the schema number of a file is how many of them it has had."""
    script = ScriptDirectory.from_config(configuration(None))
    return tuple(reversed([revision.revision for revision in script.walk_revisions()]))


def upgrade(connection: Connection, to: int | None = None) -> None:
    """Run the migrations not yet run, up to schema number ``to``, inside the caller's transaction."""
    known = revisions()
    number = to or len(known)
    command.upgrade(configuration(connection), known[number - 1])
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={number}")
