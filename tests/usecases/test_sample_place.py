"""The sample that a person opens: made when it is needed, and never at the cost of what they changed in it."""

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import sample_place
from sharedprog.usecases.document import Document
from sharedprog.usecases.sample_place import FRESH_FOR, is_ready, make_ready, sample_path
from tests.windows import SAMPLE_DAY, built_sample


@pytest.fixture
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_sample(tmp_path_factory)


@pytest.fixture
def data(tmp_path: Path, built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample made for the day of the tests."""

    def copied(path: Path, today: date, **_: object) -> None:
        shutil.copy(built, path)

    monkeypatch.setattr("sharedprog.usecases.sample.build_sample", copied)
    make_ready(tmp_path / "data", SAMPLE_DAY, lambda _part, _words: None)
    return tmp_path / "data"


def change(data: Path) -> None:
    document = Document.open(sample_path(data))
    document.add(RISKS, title="Mine")
    document.close()


def test_it_is_ready_once_it_is_made_and_for_a_week(data: Path, tmp_path: Path) -> None:
    assert not is_ready(tmp_path / "elsewhere", SAMPLE_DAY)
    assert is_ready(data, SAMPLE_DAY)
    assert is_ready(data, SAMPLE_DAY + timedelta(days=FRESH_FOR))
    assert not is_ready(data, SAMPLE_DAY + timedelta(days=FRESH_FOR + 1))
    assert not is_ready(data, SAMPLE_DAY - timedelta(days=FRESH_FOR + 1))


def test_other_content_in_this_version_makes_it_old(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample_place, "_content", lambda: "another")
    assert not is_ready(data, SAMPLE_DAY)


def test_once_changed_it_stays_however_old(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(data)
    monkeypatch.setattr(sample_place, "_content", lambda: "another")
    assert is_ready(data, SAMPLE_DAY + timedelta(days=400))


@pytest.mark.parametrize("stamp", ["", "{}", '{"day": "soon"}', "[1]"])
def test_a_sample_of_unknown_making_is_the_persons_own(data: Path, stamp: str) -> None:
    sample_path(data).with_suffix(".json").write_text(stamp)
    assert is_ready(data, SAMPLE_DAY + timedelta(days=400))


def test_making_it_anew_takes_the_place_of_the_old_one(data: Path) -> None:
    later = SAMPLE_DAY + timedelta(days=30)
    heard: list[tuple[float, str]] = []
    make_ready(data, later, lambda part, words: heard.append((part, words)))
    assert is_ready(data, later)
    assert json.loads(sample_path(data).with_suffix(".json").read_text())["day"] == later.isoformat()
    assert sorted(path.suffix for path in sample_path(data).parent.iterdir()) == [".json", ".sharedprog"]


def test_progress_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built: Path) -> None:
    def told(path: Path, today: date, *, progress: Callable[[int, int], None]) -> None:
        progress(1, 4)
        shutil.copy(built, path)

    monkeypatch.setattr("sharedprog.usecases.sample.build_sample", told)
    heard: list[tuple[float, str]] = []
    make_ready(tmp_path, SAMPLE_DAY, lambda part, words: heard.append((part, words)))
    assert heard == [(0.25, "Making the sample programme: 1 of 4 changes")]


def test_a_folder_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "sample").write_text("in the way")
    with pytest.raises(Trouble, match="The sample could not be made here"):
        make_ready(tmp_path, SAMPLE_DAY, lambda _part, _words: None)
