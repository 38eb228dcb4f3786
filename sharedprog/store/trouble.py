"""Known trouble with a file, told apart from our own bugs: by cause, as a sentence and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlcipher3 import dbapi2

from sharedprog.domain.trouble import Trouble

SENTENCES: tuple[tuple[str, str], ...] = (
    (
        "disk is full",
        "There is no room left on the disk. The last change is not saved. Make room, then try again.",
    ),
    (
        "database is locked",
        "Another program is using this file. The change is not saved. Close the other program.",
    ),
    ("readonly", "The file is read-only, so the change is not saved. Save a copy somewhere else."),
    ("disk i/o error", "The disk did not answer. The last change is not saved. Save a copy somewhere else."),
    ("malformed", "The file is damaged. Nothing was changed. Open the newest copy in the backups folder."),
    ("not a database", "The file is damaged or not a sharedprog file. Nothing was changed."),
    (
        "unable to open",
        "The file cannot be opened. Look whether it is still there and whether you may read it.",
    ),
)


class NotOurs(Trouble):
    """The file is something else."""


class TooNew(Trouble):
    """The file was made by a later version of the program."""


class Damaged(Trouble):
    """The file fails its own checks."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the database's and the system's own errors into sentences; anything else is our bug and passes."""
    try:
        yield
    except PoolTimeoutError as error:
        raise Trouble(f"“{path.name}” is still busy with earlier work. Wait a moment, then try again.") from error
    except (DBAPIError, dbapi2.Error) as error:
        text = str(error.orig if isinstance(error, DBAPIError) else error).lower()
        for sign, sentence in SENTENCES:
            if sign in text:
                raise Trouble(f"“{path.name}”: {sentence}") from error
        raise
    except PermissionError as error:
        raise Trouble(f"You may not read or write “{path.name}” here. Choose another folder.") from error
    except FileNotFoundError as error:
        raise Trouble(f"“{path.name}” is not there any more. Look for it, or open another file.") from error
    except OSError as error:
        raise Trouble(f"“{path.name}”: the disk refused ({error.strerror}). Try another folder.") from error
