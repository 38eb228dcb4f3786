"""The system's own dialogs for choosing files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

PROGRAMMES = "Programmes (*.sharedprog)"
PDFS = "PDF (*.pdf)"


def file_to_open(parent: QWidget | None, title: str, kinds: str, folder: Path | None = None) -> Path | None:
    """A file that is there; None where the person changed their mind."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder or Path.home()), kinds)
    return Path(chosen) if chosen else None


def file_to_save(
    parent: QWidget | None, title: str, kinds: str, proposed: Path, *, replaces: bool = True
) -> Path | None:
    """Where to save; the system's dialog asks before a file is replaced, where one may be."""
    asks = QFileDialog.Option(0) if replaces else QFileDialog.Option.DontConfirmOverwrite
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, "", asks)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(proposed.suffix)


def file_to_save_as(
    parent: QWidget | None, title: str, kinds: Sequence[str], proposed: Path
) -> tuple[Path | None, str]:
    """Where to save and as which of the kinds."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), ";;".join(kinds), kinds[0])
    return (Path(chosen) if chosen else None), kind or kinds[0]


def file_name(words: str) -> str:
    """A name for a file from words that may hold what no file name can."""
    kept = "".join(letter if letter.isalnum() or letter in " -_.,()&" else " " for letter in words)
    return " ".join(kept.split()).strip(" .")[:80] or "Programme"
