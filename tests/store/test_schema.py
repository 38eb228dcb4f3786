"""The schema: migrated equals new, older files are brought up to date on a copy, and nothing is written unasked."""

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text
from sqlcipher3 import dbapi2

from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.store import upgrading
from sharedprog.store.connection import Guard, make_engine
from sharedprog.store.file import ProgrammeFile
from sharedprog.store.schema import revisions, upgrade
from sharedprog.store.tables import METADATA
from sharedprog.store.trouble import Damaged


def engine_of(path: Path) -> Engine:
    return make_engine(path, Guard())


def older_file(path: Path, schema: int) -> None:
    """A file as an earlier version made it."""
    path.touch()
    engine = engine_of(path)
    with engine.begin() as connection:
        upgrade(connection, schema)
    engine.dispose()


def test_the_migrations_make_exactly_the_tables_that_the_registers_describe(tmp_path: Path) -> None:
    ProgrammeFile.create(tmp_path / "new.sharedprog").close()
    engine = engine_of(tmp_path / "new.sharedprog")
    with engine.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


@pytest.mark.parametrize("schema", range(1, len(revisions())))
def test_an_older_file_is_brought_up_to_date_and_kept_beside(tmp_path: Path, schema: int) -> None:
    path = tmp_path / "old.sharedprog"
    older_file(path, schema)
    before = path.read_bytes()
    file = ProgrammeFile.open(path)
    assert file.read().rows(next(iter(file.read().tables.values())).register) == ()
    file.close()
    assert (tmp_path / f"old before upgrade from {schema}.sharedprog").read_bytes() == before


def test_lags_on_the_clock_are_counted_in_hours_of_the_clock_in_rows_and_journal_alike(tmp_path: Path) -> None:
    path = tmp_path / "old.sharedprog"
    older_file(path, 3)
    engine = engine_of(path)
    with engine.begin() as connection:
        for row in ("clock", "working"):
            kind = "elapsed" if row == "clock" else "working"
            connection.execute(
                text("INSERT INTO dependencies (id, \"exists\", ref, lag, lag_kind) VALUES (:id, 1, '', 480, :kind)"),
                {"id": row, "kind": kind},
            )
        connection.execute(text("INSERT INTO tasks (id, \"exists\", title) VALUES ('t', 1, 'Move')"))
        connection.execute(
            text("INSERT INTO change_sets (id, title, who, at) VALUES ('one', 'Link', 'Ana', '2026-11-30 12:00:00')")
        )
        statement = text(
            "INSERT INTO edits (change_set, register, row, field, old, new) "
            "VALUES (1, 'dependencies', :row, 'lag', :old, :new)"
        )
        connection.execute(
            statement,
            [
                {"row": "clock", "old": "0", "new": "960"},
                {"row": "clock", "old": "960", "new": "480"},
                {"row": "working", "old": "null", "new": "480"},
            ],
        )
    engine.dispose()

    file = ProgrammeFile.open(path)

    rows = file.read().all_rows(DEPENDENCIES)
    assert (rows["clock"].lag, rows["working"].lag) == (1440, 480)
    edits = [(edit.cell.row, edit.old, edit.new) for each in file.journal() for edit in each.edits]
    assert edits == [("clock", 0, 2880), ("clock", 2880, 1440), ("working", None, 480)]
    task = file.read().all_rows(TASKS)["t"]
    assert (task.active, task.elapsed, task.estimated, task.wbs_code) == (True, False, False, "")
    file.close()


def test_what_a_crash_left_half_written_is_taken_back_before_an_older_file_is_copied(tmp_path: Path) -> None:
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    path = tmp_path / "old.sharedprog"
    older_file(path, 1)
    engine = engine_of(path)
    statement = text("INSERT INTO change_sets (id, title, who, at) VALUES (:id, :title, '', '2026-11-30 12:00:00')")
    with engine.begin() as connection:
        connection.execute(statement, [{"id": str(number), "title": "whole " * 400} for number in range(60)])
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = 1")
        connection.execute(text("UPDATE change_sets SET title = replace(title, 'whole', 'wrong')"))
        for file in (path, path.with_name(f"{path.name}-journal")):
            assert file.stat().st_size > 4096, "some of it has reached the disk"
            shutil.copy(file, crashed)
        connection.rollback()
    engine.dispose()
    opened = ProgrammeFile.open(crashed / "old.sharedprog")
    assert [set(each.title.split()) for each in opened.journal()] == [{"whole"}] * 60
    opened.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "old.sharedprog"
    older_file(path, 1)
    before = path.read_bytes()

    def fails(connection: object) -> None:
        raise Damaged("half way")

    monkeypatch.setattr(upgrading, "upgrade", fails)
    with pytest.raises(Damaged):
        ProgrammeFile.open(path)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir() if each.name != "home"] == ["old.sharedprog"]


def test_a_schema_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "half.sharedprog"
    path.touch()
    engine = engine_of(path)

    def cut_off() -> None:
        with engine.begin() as connection:
            upgrade(connection, 1)
            raise RuntimeError("power cut")

    with pytest.raises(RuntimeError):
        cut_off()
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
    engine.dispose()


def test_a_hostile_file_cannot_attach_another_or_load_code(tmp_path: Path) -> None:
    file = ProgrammeFile.create(tmp_path / "one.sharedprog")
    engine = engine_of(tmp_path / "one.sharedprog")
    with engine.connect() as connection:
        for statement in ("ATTACH ':memory:' AS other", "SELECT load_extension('x')"):
            with pytest.raises(Exception, match=r"not authorized|not authorised"):
                connection.exec_driver_sql(statement)
    engine.dispose()
    file.close()


def test_each_connection_is_set_up_by_the_recipe(tmp_path: Path) -> None:
    ProgrammeFile.create(tmp_path / "one.sharedprog").close()
    engine = engine_of(tmp_path / "one.sharedprog")
    expected = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "locking_mode": "normal",
        "trusted_schema": 0,
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": 2,
    }
    with engine.connect() as connection:
        answers = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in expected}
    engine.dispose()
    assert answers == expected
    assert dbapi2.sqlite_version_info >= (3, 51, 3)
