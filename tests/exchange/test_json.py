"""Everything out as JSON and back: the same rows, the same bytes, the same history."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.registers import REGISTERS
from sharedprog.exchange.everything import Everything
from sharedprog.exchange.json_reading import read_json
from sharedprog.exchange.json_writing import hashes_in, write_json
from sharedprog.exchange.trouble import Unreadable, Unwritable
from sharedprog.store.header import SCHEMA
from tests.builders import contents
from tests.everything import FIRST_DAY, FIRST_MOMENT, Filled, filled, row_id


@pytest.fixture(scope="module")
def everything() -> Filled:
    return filled()


def written(path: Path, made: Filled, *, history: bool = True) -> dict[str, Any]:
    journal = (made.change_set,) if history else None
    write_json(path, Everything(made.programme, made.blobs, journal), SCHEMA)
    top: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return top


def test_every_field_of_every_register_is_in_the_file_and_comes_back(tmp_path: Path, everything: Filled) -> None:
    top = written(tmp_path / "all.json", everything)
    for register in REGISTERS:
        entries = [top[register.key]] if register.single else top[register.key]
        assert [set(entry) for entry in entries] == [{"id", *register.fields}] * len(entries)
    taken = read_json(tmp_path / "all.json", SCHEMA)
    assert taken.problems == ()
    assert contents(taken.everything.programme) == contents(everything.programme)
    assert taken.everything.blobs == everything.blobs
    assert taken.everything.journal == (everything.change_set,)


def test_values_are_iso_days_pence_minutes_and_ids(tmp_path: Path, everything: Filled) -> None:
    top = written(tmp_path / "all.json", everything)
    assert (top["format"], top["schema"]) == ("sharedprog", SCHEMA)
    assert list(top)[2:-2] == [register.key for register in REGISTERS]
    issue, board = top["issues"][0], top["board_meetings"][0]
    task = next(task for task in top["tasks"] if task["id"] == row_id("tasks", 2))
    assert date.fromisoformat(issue["raised"]) > FIRST_DAY
    assert issue["impact_cost"] % 100 == 7
    assert task["parent"] == row_id("tasks", 1)
    assert task["duration"] % 10 == 0
    assert board["starts"].startswith("09:")
    assert board["saw_as_at"].endswith("Z")
    assert top["notes"][0]["parent"] == row_id("risks", 1)


def test_the_same_programme_always_gives_the_same_bytes(tmp_path: Path, everything: Filled) -> None:
    written(tmp_path / "one.json", everything)
    written(tmp_path / "two.json", filled())
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_history_is_only_told_where_it_is_given(tmp_path: Path, everything: Filled) -> None:
    top = written(tmp_path / "plain.json", everything, history=False)
    assert "journal" not in top
    taken = read_json(tmp_path / "plain.json", SCHEMA)
    assert taken.everything.journal is None
    assert taken.problems == ()


def test_a_history_keeps_moments_to_the_microsecond_and_what_came_with_a_merge(tmp_path: Path) -> None:
    made = filled()
    undo = ChangeSet(
        "a" * 32, "Undo: £ → ŵ", "", FIRST_MOMENT.replace(microsecond=123456), (), undoes="f" * 32, via=None
    )
    told = Edit(Cell("risks", "b" * 32, "title"), "Not", "followed")
    merged = ChangeSet("c" * 32, "Elsewhere", "Someone", FIRST_MOMENT, (told,), via="d" * 32)
    journal = (made.change_set, undo, merged)
    write_json(tmp_path / "all.json", Everything(made.programme, made.blobs, journal), SCHEMA)
    taken = read_json(tmp_path / "all.json", SCHEMA)
    assert taken.problems == ()
    assert taken.everything.journal == journal


def test_an_empty_programme_is_a_whole_file_too(tmp_path: Path) -> None:
    write_json(tmp_path / "none.json", Everything(type(filled().programme)(), {}, ()), SCHEMA)
    taken = read_json(tmp_path / "none.json", SCHEMA)
    assert taken.problems == ()
    assert taken.entries == 0
    assert taken.everything.journal == ()


def test_the_bytes_that_rows_name_are_known(everything: Filled) -> None:
    assert hashes_in(everything.programme) == everything.blobs.keys()


def test_a_file_that_cannot_be_written_leaves_the_earlier_one(tmp_path: Path, everything: Filled) -> None:
    folder = tmp_path / "all.json"
    folder.mkdir()
    with pytest.raises(Unwritable, match="folder of that name"):
        written(folder, everything)
    assert list(tmp_path.glob("*all*")) == [folder]


def test_a_newer_schema_is_refused_with_what_to_do(tmp_path: Path, everything: Filled) -> None:
    written(tmp_path / "all.json", everything)
    with pytest.raises(Unreadable, match="newer version of sharedprog; install that version"):
        read_json(tmp_path / "all.json", SCHEMA - 1)
