"""Backups: a checked copy of a programme file in a folder of its own, the newest ten kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from sharedprog.store.file import SUFFIX, ProgrammeFile
from sharedprog.store.trouble import told

KEPT = 10


def back_up(file: ProgrammeFile, folder: Path, now: datetime) -> Path:
    """Copy the file as it is now; named by how far its journal has come, then by the time; prunes old ones."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    target = folder / _name(file, now)
    while target.exists():
        now += timedelta(microseconds=1)
        target = folder / _name(file, now)
    file.copy_to(target)
    for old in sorted(folder.glob(f"*.g*{SUFFIX}"), key=_generation)[:-KEPT]:
        old.unlink()
    return target


def _name(file: ProgrammeFile, now: datetime) -> str:
    return f"{file.path.stem}.g{file.length:08d}.{now:%Y%m%dT%H%M%S%f}Z{SUFFIX}"


def _generation(path: Path) -> tuple[str, str]:
    """Order by the journal's length and then the time, whatever the file was called."""
    _, generation, time = path.name.removesuffix(SUFFIX).rsplit(".", 2)
    return generation, time
