"""How one person likes the lists, kept in their settings."""

import json
from pathlib import Path

import pytest

from sharedprog.usecases import settings
from sharedprog.usecases.list_settings import ColumnSet, column_sets, present_columns, with_present, with_sets
from sharedprog.usecases.settings import Settings

WIDE = ColumnSet(("title", "owner"), {"owner": 180}, "owner", descending=True)


def test_columns_come_back_at_the_next_start(tmp_path: Path) -> None:
    held = with_sets(with_present(Settings(), "risks", WIDE), "risks", {"For the board": ColumnSet(("ref", "title"))})
    settings.save(held, tmp_path)
    again = settings.load(tmp_path)
    assert present_columns(again, "risks") == WIDE
    assert column_sets(again, "risks") == {"For the board": ColumnSet(("ref", "title"))}
    assert present_columns(again, "actions") is None


@pytest.mark.parametrize(
    "spoilt",
    [["ref", "title"], {"present": 7}, {"present": {"names": "ref"}}, {"named": []}, {"named": {"x": {}}}, None],
)
def test_a_spoilt_file_costs_only_what_is_spoilt(tmp_path: Path, spoilt: object) -> None:
    kept = {"present": WIDE.to_json()}
    place = tmp_path / "settings.json"
    place.write_text(json.dumps({"name": "Me", "columns": {"risks": spoilt, "actions": kept}}), encoding="utf-8")
    loaded = settings.load(tmp_path)
    assert (present_columns(loaded, "risks"), column_sets(loaded, "risks")) == (None, {})
    assert present_columns(loaded, "actions") == WIDE


def test_nonsense_inside_a_set_is_left_out() -> None:
    held = {"names": ["title", 7], "widths": {"title": -3, "owner": "wide", "due": 90}, "sort": 1, "descending": "yes"}
    assert ColumnSet.of_json(held) == ColumnSet(("title",), {"due": 90})
