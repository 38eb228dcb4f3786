"""Files that cannot be read or written, each told in one plain sentence with what to do."""

from __future__ import annotations

import os
from pathlib import Path

from sharedprog.domain.trouble import Trouble

AS_WORKBOOK = "save it there as an Excel workbook (.xlsx) or as CSV, and import that."
AS_PLAN = "open it in Microsoft Project, choose Save As and “XML Format (*.xml)”, and import that."


class Unreadable(Trouble):
    """A file that is not what it claims, is damaged, or is too large; nothing of it was taken in."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"“{path.name}” could not be read: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[Trouble], tuple[Path, str]]:
        return type(self), (self.path, self.reason)  # or it could not come back from the worker process


class Unwritable(Trouble):
    """A file that could not be written; an earlier file of that name is as it was."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"“{path.name}” could not be written: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[Trouble], tuple[Path, str]]:
        return type(self), (self.path, self.reason)  # or it could not come back from the worker process


def unreadable(path: Path, error: OSError) -> Unreadable:
    """The operating system's refusal to let us read, in plain words."""
    match error:
        case FileNotFoundError():
            reason = "there is no file of that name in that folder; check where it was saved."
        case IsADirectoryError():
            reason = "it is a folder; choose a file inside it."
        case PermissionError():
            reason = "this account may not read it; close it in other programs or ask its owner."
        case _:
            reason = f"the computer reported “{_system_words(error)}”; copy the file to this computer first."
    return Unreadable(path, reason)


def unwritable(path: Path, error: OSError) -> Unwritable:
    """The operating system's refusal to let us write, in plain words."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            reason = "its folder does not exist; choose another folder."
        case IsADirectoryError():
            reason = "there is a folder of that name; choose another name."
        case PermissionError() if path.exists():
            reason = "it may not be replaced; close it in other programs, or choose another name or folder."
        case PermissionError():
            reason = "this account may not write to that folder; choose another folder."
        case _:
            reason = f"the computer reported “{_system_words(error)}”; choose another folder."
    return Unwritable(path, reason)


def _system_words(error: OSError) -> str:
    return (os.strerror(error.errno) if error.errno else str(error)).lower()
