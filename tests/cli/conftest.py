"""The commands as a person types them, in a folder of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sharedprog.cli import main


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Typed = Callable[..., Said]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands are typed in, with settings of its own."""
    place = tmp_path / "desk"
    place.mkdir()
    monkeypatch.chdir(place)
    monkeypatch.setenv("SHAREDPROG_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("SHAREDPROG_DATA", str(tmp_path / "data"))
    return place


@pytest.fixture
def typed(folder: Path, capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command; what it said."""

    def run(*words: str) -> Said:
        capsys.readouterr()
        code = main(list(words))
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run


@pytest.fixture
def programme(typed: Typed, folder: Path) -> str:
    """A programme of two councils in that folder; the name of its file."""
    partners = ("--partner", "Ashmere Borough Council", "--partner", "Tolland Council")
    assert typed("new", "one.sharedprog", "--name", "One Service", *partners, "--start", "1 Sep 2026").code == 0
    return "one.sharedprog"
