"""The way in on a fresh machine: the locked environment, made and mended by one small script."""

import importlib.util
import os
import re
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TESTS = "python3 installer/start.py -m pytest"
real_run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run


class Machine:
    """A computer on which environments are made at once, and what was run there is noted."""

    def __init__(self, start: ModuleType, folder: Path) -> None:
        self.start = start
        self.environment = folder / ".venv"
        self.ran: list[str] = []
        self.trouble: BaseException | None = None

    def make(self, *_: object, **__: object) -> None:
        Path(self.start.PYTHON).parent.mkdir(parents=True)
        Path(self.start.PYTHON).touch()

    def run(self, command: list[str], **_: object) -> None:
        self.ran.append(" ".join(command[1:]))
        if self.trouble:
            raise self.trouble


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of what the script reads, with no environment yet."""
    folder = tmp_path / "a clone"
    (folder / "installer").mkdir(parents=True)
    for name in ("uv.lock", "installer/start.py", "installer/uv.txt", "installer/debian.txt"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    return folder


@pytest.fixture
def machine(clone: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    spec = importlib.util.spec_from_file_location("start", clone / "installer" / "start.py")
    assert spec
    assert spec.loader
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    machine = Machine(start, clone)
    monkeypatch.setattr(venv, "create", machine.make)
    monkeypatch.setattr(subprocess, "run", machine.run)
    return machine


def test_the_first_start_installs_what_the_lock_says(machine: Machine) -> None:
    machine.start.make_environment()
    pip, sync = machine.ran
    assert pip.startswith("-m pip install --quiet --require-hashes")
    assert sync.startswith("-m uv sync --quiet --locked")


def test_the_second_start_has_nothing_to_do(machine: Machine) -> None:
    machine.start.make_environment()
    machine.ran.clear()
    machine.start.make_environment()
    assert machine.ran == []


def test_a_new_lock_brings_the_environment_up_to_date_where_it_is(machine: Machine, clone: Path) -> None:
    machine.start.make_environment()
    (machine.environment / "kept").touch()
    with (clone / "uv.lock").open("a") as lock:
        lock.write("# newer\n")
    machine.ran.clear()
    machine.start.make_environment()
    assert len(machine.ran) == 2
    assert (machine.environment / "kept").exists()


@pytest.mark.parametrize("trouble", [KeyboardInterrupt(), subprocess.CalledProcessError(1, "pip")])
def test_an_environment_left_half_made_is_made_anew(machine: Machine, trouble: BaseException) -> None:
    machine.trouble = trouble
    with pytest.raises(type(trouble)):
        machine.start.make_environment()
    (machine.environment / "half").touch()
    machine.trouble = None
    machine.start.make_environment()
    assert not (machine.environment / "half").exists()


def test_an_update_that_was_interrupted_is_made_anew(machine: Machine, clone: Path) -> None:
    machine.start.make_environment()
    (clone / "uv.lock").write_text("newer")
    machine.trouble = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        machine.start.make_environment()
    (machine.environment / "half").touch()
    machine.trouble = None
    machine.start.make_environment()
    assert not (machine.environment / "half").exists()


def test_another_python_gets_an_environment_of_its_own(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.start.make_environment()
    (machine.environment / "old").touch()
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    machine.start.make_environment()
    assert not (machine.environment / "old").exists()


def test_a_python_too_old_is_told_in_one_sentence(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or later"):
        machine.start.make_environment()
    assert not machine.environment.exists()


def test_a_debian_without_venv_is_told_the_line_to_type(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="sudo apt-get install python3-venv"):
        machine.start.make_environment()
    assert not machine.environment.exists()


@pytest.mark.skipif(os.name == "nt", reason="a link to Python is not enough on Windows")
def test_it_runs_python_there_with_its_arguments_from_any_folder(machine: Machine, clone: Path) -> None:
    machine.start.make_environment()
    Path(machine.start.PYTHON).unlink()
    Path(machine.start.PYTHON).symlink_to(sys.executable)
    (clone / "main.py").write_text("import sys\nprint(sys.argv[1:])\nsys.exit(7)\n")
    elsewhere = clone.parent
    words = [sys.executable, clone / "installer" / "start.py", "main.py", "--sample", "a b"]
    done = real_run(words, cwd=elsewhere, capture_output=True, text=True, check=False)
    assert done.stdout == "['--sample', 'a b']\n"
    assert done.returncode == 7


def test_the_lock_names_the_public_index_alone_and_a_hash_for_each_file() -> None:
    text = (ROOT / "uv.lock").read_text(encoding="utf-8")
    hosts = set(re.findall(r"https?://([^/\"]+)", text))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
    for package in tomllib.loads(text)["package"]:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        assert package["name"] == "sharedprog" or files
        assert all(file["hash"].startswith("sha256:") for file in files)


def test_the_readme_gives_the_commands_that_are_checked() -> None:
    assert "python3 installer/start.py main.py --sample" in README
    assert TESTS in README
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()[-1] == TESTS


def test_the_readme_names_the_line_that_the_program_names() -> None:
    assert (ROOT / "installer" / "debian.txt").read_text(encoding="utf-8").strip() in README


def test_qt_lives_through_a_hundred_thousand_signals() -> None:
    script = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(int)

heard = []
bell = Bell()
bell.rung.connect(heard.append)
for number in range(100_000):
    bell.rung.emit(number)
print(len(heard))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("100000\n", 0), done.stderr
