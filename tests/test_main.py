"""The program from outside, as typed: what it does before the window and the commands are reached."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import main

ROOT = Path(__file__).parent.parent
APT = "sudo apt-get install python3-venv"
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring all that Qt needs")


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """The program with no words and only these settings of Qt's and the screen's."""
    ours = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    command = [sys.executable, str(ROOT / "main.py")]
    return subprocess.run(command, env={**kept, **environment}, capture_output=True, text=True, check=False, timeout=60)


@on_linux
def test_a_missing_system_library_is_one_sentence_with_the_line_to_type(tmp_path: Path) -> None:
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").touch()
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    (package / "QtCore.py").write_text(f"raise ImportError({reason!r})")
    done = start(PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "libEGL.so.1" in done.stderr
    assert APT in done.stderr


@on_linux
def test_any_other_failure_to_import_is_not_hidden(tmp_path: Path) -> None:
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "QtCore.py").write_text("raise ImportError('no such name')")
    assert "Traceback" in start(PYTHONPATH=str(tmp_path)).stderr


@on_linux
def test_without_a_screen_it_says_what_works_without_one() -> None:
    done = start()
    assert done.returncode == 2
    assert done.stderr.startswith("There is no screen")
    assert "sample" in done.stderr
    assert done.stderr.count("\n") == 1


@on_linux
def test_a_screen_library_that_does_not_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(path: str) -> None:
        raise OSError(f"{Path(path).name}: libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("ctypes.CDLL", broken)
    assert "libxcb-cursor.so.0" in main.screen_trouble()
    assert APT in main.screen_trouble()


@pytest.mark.parametrize("command", main.COMMANDS)
def test_a_command_needs_no_window(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from sharedprog import cli

    monkeypatch.setattr(cli, "main", len)
    monkeypatch.setattr(main, "screen_trouble", lambda: pytest.fail("looked for a screen"))
    assert main.main([command, "x.sharedprog"]) == 2


def test_anything_else_opens_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    from sharedprog import app

    monkeypatch.setattr(app, "main", len)
    assert main.main(["--sample"]) == 1


def test_the_commands_are_those_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    from sharedprog import cli

    assert cli.main(["--help"]) == 0
    listed = re.findall(r"^    ([\w-]+)(?:  |$)", capsys.readouterr().out, re.MULTILINE)
    assert tuple(listed) == main.COMMANDS
