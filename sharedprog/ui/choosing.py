"""The system's own dialogs for choosing files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from sharedprog.ui.confirm import confirm

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
    return _ending_in(parent, Path(chosen), proposed.suffix, replaces=replaces) if chosen else None


def file_to_save_as(
    parent: QWidget | None, title: str, kinds: Mapping[str, str], proposed: Path
) -> tuple[Path | None, str]:
    """Where to save and as which of the kinds, which are told with how their files end."""
    first = next(iter(kinds))
    chosen, selected = QFileDialog.getSaveFileName(parent, title, str(proposed), ";;".join(kinds), first)
    kind = selected or first
    return (_ending_in(parent, Path(chosen), kinds[kind], replaces=True) if chosen else None), kind


def _ending_in(parent: QWidget | None, path: Path, ending: str, *, replaces: bool) -> Path | None:
    """The path as it must end; the system's dialog asked about the name as it was typed, and not about this one.

    What stands after a point need be no ending: ``Pack 0.1``.
    """
    if path.suffix.lower() == ending:
        return path
    whole = path.with_name(path.name + ending)
    if replaces and whole.exists():
        words = f"There is a file of this name in {whole.parent} already."
        if not confirm(parent, f"Replace “{whole.name}”?", words, "Replace it", danger=True):
            return None
    return whole


def file_name(words: str) -> str:
    """A name for a file from words that may hold what no file name can."""
    kept = "".join(letter if letter.isalnum() or letter in " -_.,()&" else " " for letter in words)
    return " ".join(kept.split()).strip(" .")[:80] or "Programme"
