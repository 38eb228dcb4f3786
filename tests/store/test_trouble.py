"""Trouble with disks and files, told in a sentence; our own faults are not dressed up as such."""

import errno
import os
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from sharedprog.domain.trouble import Trouble
from sharedprog.store.file import ProgrammeFile
from sharedprog.store.trouble import told


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (dbapi2.OperationalError("database or disk is full"), "no room left"),
        (dbapi2.OperationalError("database is locked"), "Another program is using this file"),
        (dbapi2.OperationalError("attempt to write a readonly database"), "read-only"),
        (dbapi2.OperationalError("disk I/O error"), "did not answer"),
        (dbapi2.DatabaseError("database disk image is malformed"), "damaged"),
        (PermissionError(), "may not read or write"),
        (FileNotFoundError(), "not there any more"),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
    ],
)
def test_a_cause_that_people_can_do_something_about(error: Exception, sentence: str) -> None:
    with pytest.raises(Trouble, match=sentence) as caught, told(Path("/somewhere/one.sharedprog")):
        raise error
    assert "one.sharedprog" in str(caught.value)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("error", [dbapi2.OperationalError("no such table: risks"), ValueError("x"), KeyError("x")])
def test_a_fault_of_our_own_passes_as_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, told(Path("one.sharedprog")):
        raise error
    assert caught.value is error


def test_a_file_can_be_made_where_the_disk_has_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(source: object, target: object, **more: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuses)
    ProgrammeFile.create(tmp_path / "one.sharedprog").close()
    ProgrammeFile.open(tmp_path / "one.sharedprog").close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "one.sharedprog"]


def test_a_file_that_appeared_meanwhile_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "one.sharedprog"

    def another_was_quicker(source: object, target: object, **more: object) -> None:
        path.write_text("a letter")
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", another_was_quicker)
    with pytest.raises(Trouble):
        ProgrammeFile.create(path)
    assert path.read_text() == "a letter"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "one.sharedprog"]


def test_a_copy_to_a_folder_that_is_gone_leaves_nothing_and_says_so(tmp_path: Path) -> None:
    file = ProgrammeFile.create(tmp_path / "one.sharedprog")
    folder = tmp_path / "gone"
    with pytest.raises(Trouble, match=r"cannot be opened|not there any more"):
        file.copy_to(folder / "copy.sharedprog")
    assert not folder.exists()
    file.close()
