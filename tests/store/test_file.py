"""A programme file: made, read, written through one door, copied, and refused where it is not ours."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy.sql.compiler import SQLCompiler
from sqlcipher3 import dbapi2

from sharedprog.domain.changes import Cell, ChangeSet, Edit, Stale
from sharedprog.domain.drafting import Draft, new_id
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.store.connection import APPLICATION_ID
from sharedprog.store.file import ProgrammeFile
from sharedprog.store.header import SCHEMA
from sharedprog.store.schema import revisions
from sharedprog.store.trouble import Damaged, NotOurs, TooNew
from tests.builders import NOON, contents


@pytest.fixture
def file(tmp_path: Path) -> ProgrammeFile:
    return ProgrammeFile.create(tmp_path / "one.sharedprog")


def change(programme: Programme, **values: str) -> ChangeSet:
    draft = Draft(programme)
    draft.add(RISKS, None, **values)
    return ChangeSet(new_id(), "Add a risk", "Anna", NOON, draft.edits)


def test_what_is_written_is_read_again(file: ProgrammeFile) -> None:
    made = change(file.read(), title="Payroll is wrong")
    file.apply(made)
    assert file.read().rows(RISKS) == Programme().apply(made.edits).rows(RISKS)
    assert file.journal() == (made,)


def test_replaying_the_journal_from_nothing_gives_the_tables(file: ProgrammeFile) -> None:
    for number in range(5):
        file.apply(change(file.read(), title=f"Risk {number}"))
    replayed = Programme()
    for change_set in file.journal():
        replayed = replayed.apply(change_set.edits)
    assert replayed.rows(RISKS) == file.read().rows(RISKS)


def test_a_stale_edit_writes_nothing_at_all(file: ProgrammeFile) -> None:
    first = change(file.read(), title="Payroll is wrong")
    file.apply(first)
    row = first.edits[0].cell.row
    good = change(file.read(), title="Another")
    stale = ChangeSet(
        new_id(), "Edit", "Bob", NOON, (*good.edits, Edit(Cell("risks", row, "title"), "Not this", "Mine"))
    )
    with pytest.raises(Stale):
        file.apply(stale)
    assert [risk.title for risk in file.read().rows(RISKS)] == ["Payroll is wrong"]
    assert file.journal() == (first,)


def test_bytes_are_kept_by_their_hash(file: ProgrammeFile) -> None:
    content = b"a logo"
    sha256 = hashlib.sha256(content).hexdigest()
    file.apply(change(file.read(), title="One"), {sha256: content})
    file.apply(change(file.read(), title="Two"), {sha256: content})
    assert file.blob(sha256) == content
    assert file.blobs() == {sha256: content}
    with pytest.raises(ValueError, match="hash"):
        file.apply(change(file.read(), title="Three"), {"0" * 64: content})
    assert len(file.read().rows(RISKS)) == 2


def test_a_copy_holds_the_same_and_never_takes_another_files_place(file: ProgrammeFile, tmp_path: Path) -> None:
    file.apply(change(file.read(), title="Payroll is wrong"))
    file.copy_to(tmp_path / "copy.sharedprog")
    copy = ProgrammeFile.open(tmp_path / "copy.sharedprog")
    assert copy.read().rows(RISKS) == file.read().rows(RISKS)
    assert copy.uuid == file.uuid
    with pytest.raises(Trouble, match="already a file"):
        file.copy_to(tmp_path / "copy.sharedprog")
    copy.close()
    file.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sharedprog", "home", "one.sharedprog"]


@pytest.mark.parametrize("name", ["a?mode=memory.sharedprog", "a#b.sharedprog", "50%41.sharedprog", "-x.sharedprog"])
def test_names_that_look_like_addresses_are_only_names(tmp_path: Path, name: str) -> None:
    made = ProgrammeFile.create(tmp_path / name)
    made.close()
    assert (tmp_path / name).stat().st_size > 0
    ProgrammeFile.open(tmp_path / name).close()


def test_what_one_file_is_asked_is_compiled_for_all(
    file: ProgrammeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = contents(file.read())
    file.copy_to(tmp_path / "another.sharedprog")
    monkeypatch.setattr(SQLCompiler, "__init__", lambda *_, **__: pytest.fail("compiled again"))
    another = ProgrammeFile.open(tmp_path / "another.sharedprog")
    assert contents(another.read()) == held
    another.close()
    file.close()


def test_a_file_in_the_way_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "taken.sharedprog"
    path.write_text("a letter")
    with pytest.raises(Trouble, match="already a file"):
        ProgrammeFile.create(path)
    assert path.read_text() == "a letter"


def refused(path: Path, content: bytes) -> str:
    """The sentence with which a file is refused; it must be left as it was."""
    path.write_bytes(content)
    with pytest.raises((NotOurs, TooNew, Damaged)) as caught:
        ProgrammeFile.open(path)
    assert path.read_bytes() == content
    assert [each.name for each in path.parent.iterdir() if each.name != "home"] == [path.name]
    return str(caught.value)


def test_files_of_others_are_refused_and_left_alone(tmp_path: Path) -> None:
    assert "empty" in refused(tmp_path / "x.sharedprog", b"")
    assert "not a sharedprog file" in refused(tmp_path / "x.sharedprog", b"%PDF-1.7 " * 100)
    other = tmp_path / "x.sharedprog"
    other.unlink()
    with dbapi2.connect(str(other)) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert "another program" in refused(other, other.read_bytes())


def test_a_file_of_a_newer_version_is_refused_and_left_alone(file: ProgrammeFile, tmp_path: Path) -> None:
    file.close()
    content = bytearray(file.path.read_bytes())
    file.path.unlink()
    content[60:64] = (SCHEMA + 1).to_bytes(4, "big")
    assert "newer version" in refused(tmp_path / "new.sharedprog", bytes(content))


def test_a_file_cut_short_is_refused_and_left_alone(file: ProgrammeFile, tmp_path: Path) -> None:
    file.close()
    content = file.path.read_bytes()
    file.path.unlink()
    assert "cut short" in refused(tmp_path / "cut.sharedprog", content[: len(content) // 2])


def test_a_damaged_page_is_refused(file: ProgrammeFile, tmp_path: Path) -> None:
    file.apply(change(file.read(), title="Payroll is wrong"))
    file.close()
    content = bytearray(file.path.read_bytes())
    file.path.unlink()
    content[4096:8192] = bytes(4096)
    assert "damaged" in refused(tmp_path / "bad.sharedprog", bytes(content))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "folder.sharedprog"
    folder.mkdir()
    with pytest.raises(NotOurs, match="folder"):
        ProgrammeFile.open(folder)


def test_a_missing_file_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="not there any more"):
        ProgrammeFile.open(tmp_path / "gone.sharedprog")


def test_the_header_says_whose_file_it_is(file: ProgrammeFile) -> None:
    head = file.path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(head[60:64], "big") == SCHEMA == len(revisions())
    assert head[18:20] == b"\x01\x01"


def test_a_disk_that_is_full_is_told_in_a_sentence_and_nothing_is_half_written(file: ProgrammeFile) -> None:
    with file._engine.connect() as connection:  # noqa: SLF001 - the fault is made inside the file
        connection.exec_driver_sql("PRAGMA max_page_count=1")
    large = change(file.read(), title="Payroll is wrong", cause="x" * 500_000)
    with pytest.raises(Trouble, match="no room left"):
        file.apply(large)
    assert file.read().rows(RISKS) == ()
    assert file.journal() == ()
