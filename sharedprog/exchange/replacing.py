"""A file written whole or not at all: beside its place first, then put in place of what was there."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from sharedprog.exchange.trouble import unwritable

Target = Path | BinaryIO
"""A file to put in place, or one that is open already, such as bytes in memory."""


def replace_file(target: Target, write: Callable[[BinaryIO], None]) -> None:
    """Write through ``write``, then replace; raises ``Unwritable`` and leaves an earlier file as it was."""
    if not isinstance(target, Path):
        write(target)
        return
    path = target
    part = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex}.part")
    try:
        try:
            with part.open("xb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(path, error) from error
