"""The commands as a person types them, in a folder of their own."""

import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
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


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme of two councils, begun by a command once for all."""
    place = tmp_path_factory.mktemp("begun")
    partners = ("--partner", "Ashmere Borough Council", "--partner", "Tolland Council")
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(StringIO()):
        patch.chdir(place)
        patch.setenv("SHAREDPROG_CONFIG", str(place / "config"))
        patch.setenv("SHAREDPROG_DATA", str(place / "data"))
        code = main(["new", "one.sharedprog", "--name", "One Service", *partners, "--start", "1 Sep 2026"])
    assert code == 0
    return place / "one.sharedprog"


@pytest.fixture
def programme(begun: Path, folder: Path) -> str:
    """The same in the folder where commands are typed; the name of its file."""
    shutil.copy(begun, folder)
    return begun.name
