"""Backups: each one opens, and only the newest ten are kept."""

from datetime import timedelta
from pathlib import Path

from sharedprog.store.backups import KEPT, back_up
from sharedprog.store.file import ProgrammeFile
from tests.builders import NOON


def test_a_backup_is_a_whole_file_of_its_own(tmp_path: Path) -> None:
    file = ProgrammeFile.create(tmp_path / "one.sharedprog")
    made = back_up(file, tmp_path / "backups", NOON)
    opened = ProgrammeFile.open(made)
    assert opened.uuid == file.uuid


def test_the_newest_ten_are_kept_even_when_the_clock_goes_back(tmp_path: Path) -> None:
    file = ProgrammeFile.create(tmp_path / "one.sharedprog")
    made = [back_up(file, tmp_path / "backups", NOON + timedelta(minutes=number)) for number in range(KEPT + 3)]
    kept = sorted((tmp_path / "backups").iterdir())
    assert kept == sorted(made[-KEPT:])


def test_two_openings_at_one_moment_leave_two_copies(tmp_path: Path) -> None:
    file = ProgrammeFile.create(tmp_path / "one.sharedprog")
    assert back_up(file, tmp_path / "backups", NOON) != back_up(file, tmp_path / "backups", NOON)
