"""Files that cannot be opened: one sentence, the file as it was, and the present programme stays."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sharedprog.domain.registers.risks import RISKS
from sharedprog.ui.frame import Frame
from sharedprog.ui.window import Window
from sharedprog.usecases.opening import SUFFIX
from tests.windows import LONG, list_of, session_of

Spoil = Callable[[Path, bytes], None]
"""Makes a wrong file at a path, perhaps out of the bytes of a good one."""


def text(path: Path, _good: bytes) -> None:
    path.write_text("not a programme")


def pdf(path: Path, _good: bytes) -> None:
    path.write_bytes(b"%PDF-1.7 " + bytes(4000))


def empty(path: Path, _good: bytes) -> None:
    path.touch()


def other(path: Path, good: bytes) -> None:
    """A database of another program."""
    path.write_bytes(good[:68] + b"\0\0\0\0" + good[72:])


def newer(path: Path, good: bytes) -> None:
    path.write_bytes(good[:60] + (9999).to_bytes(4, "big") + good[64:])


def cut_short(path: Path, good: bytes) -> None:
    path.write_bytes(good[: len(good) // 2])


def damaged(path: Path, good: bytes) -> None:
    """Pages in its midst are overwritten."""
    path.write_bytes(good[:8192] + bytes([7]) * 40_000 + good[48_192:])


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (text, "is not a sharedprog file"),
        (pdf, "is not a sharedprog file"),
        (empty, "is empty"),
        (other, "belongs to another program"),
        (newer, "was made by a newer version"),
        (cut_short, "is cut short"),
        (damaged, "damaged"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence_and_left_alone(
    window: Window,
    frame: Frame,
    qtbot: QtBot,
    tmp_path: Path,
    small: Path,
    built: Path,
    make: Callable[[Path, bytes], None],
    told: str,
) -> None:
    wrong = tmp_path / f"wrong{SUFFIX}"
    make(wrong, built.read_bytes())
    before = wrong.read_bytes()
    document = session_of(window).document
    window.open_file(wrong)
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    assert told in frame.trouble.accessibleName()
    assert wrong.read_bytes() == before
    assert session_of(window).document is document
    document.add(RISKS, title="Work goes on")
    assert list_of(window, "risks").model.rowCount() == 1


def test_a_file_that_is_not_there_is_told(window: Window, frame: Frame, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_file(tmp_path / "gone.sharedprog")
    qtbot.waitUntil(frame.trouble.isVisible, timeout=LONG)
    assert "is not there any more" in frame.trouble.accessibleName()
