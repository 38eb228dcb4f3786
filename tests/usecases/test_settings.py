"""What one person prefers, kept in a small file of their own."""

import json
from pathlib import Path

import pytest

from sharedprog.usecases import settings
from sharedprog.usecases.settings import RECENT, Settings, load, save


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    wanted = Settings(name="Anna", asked=True, scheme="dark", columns={"risks": ["ref", "title"]})
    wanted = wanted.opened(tmp_path / "one.sharedprog")
    save(wanted, tmp_path / "config")
    assert load(tmp_path / "config") == wanted
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["settings.json"]


def test_recent_files_are_the_newest_first_each_once(tmp_path: Path) -> None:
    mine = Settings()
    for number in [*range(RECENT + 2), 3]:
        mine = mine.opened(tmp_path / f"{number}.sharedprog")
    names = [Path(each).stem for each in mine.recent]
    assert names == ["3", "9", "8", "7", "6", "5", "4", "2"]
    assert len(names) == RECENT


def test_a_pinned_file_stays_however_many_are_opened_after_it(tmp_path: Path) -> None:
    pinned = tmp_path / "0.sharedprog"
    mine = Settings().opened(pinned, "Ours").with_pin(pinned, pinned=True)
    for number in range(1, RECENT + 3):
        mine = mine.opened(tmp_path / f"{number}.sharedprog", f"Programme {number}")
    assert len(mine.recent) == RECENT
    assert [each.name for each in mine.listed()][:2] == ["Ours", f"Programme {RECENT + 2}"]
    assert mine.titles.keys() == set(mine.recent)
    loose = mine.with_pin(pinned, pinned=False).without(tmp_path / f"{RECENT + 2}.sharedprog")
    assert [each.pinned for each in loose.listed()] == [False] * (RECENT - 1)


def test_what_columns_meant_is_kept_by_register_and_heading(tmp_path: Path) -> None:
    mine = Settings(name="Anna").meant("risks", {"prob": "likelihood"}).meant("risks", {"hat": ""})
    save(mine, tmp_path)
    assert load(tmp_path).headings == {"risks": {"prob": "likelihood", "hat": ""}}
    (tmp_path / "settings.json").write_text('{"name": "Anna", "headings": {"risks": 3}, "titles": [1]}')
    assert load(tmp_path) == Settings(name="Anna")


@pytest.mark.parametrize("content", ["", "not json", "[]", "3", "null", '{"recent": 3}', '{"scheme": 5, "name": []}'])
def test_a_broken_file_gives_the_defaults(tmp_path: Path, content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "system_name", lambda: "anna")
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert load(tmp_path) == Settings(name="anna")


def test_what_a_later_version_added_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"name": "Anna", "theme": "sepia"}), encoding="utf-8")
    assert load(tmp_path) == Settings(name="Anna")


def test_the_accounts_name_stands_until_the_person_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "anna")
    assert load().name == "anna"
    assert not load().asked

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    assert load().name == ""


def test_folders_can_be_named_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SHAREDPROG_CONFIG", str(tmp_path / "c"))
    monkeypatch.setenv("SHAREDPROG_DATA", str(tmp_path / "d"))
    assert (settings.config_folder(), settings.data_folder()) == (tmp_path / "c", tmp_path / "d")
    save(Settings(name="Anna"))
    assert (tmp_path / "c" / "settings.json").is_file()
