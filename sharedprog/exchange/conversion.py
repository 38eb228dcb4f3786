"""Plans that other programs keep in formats of their own, read by way of Microsoft Project XML.

The MPXJ library does the work, in a child process with limits of its own; it is an extra that may not be there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sharedprog.exchange.plan_formats import FORMATS, Format
from sharedprog.exchange.project_records import LARGEST_PLAN
from sharedprog.exchange.source import MEGABYTE, file_bytes
from sharedprog.exchange.trouble import Unreadable

LARGEST_FOREIGN = 50 * MEGABYTE
SECONDS = 120
"""How long one plan may take; a real one of 10,000 tasks takes a quarter of that."""
LIBRARIES = ("jpype", "mpxj")
EXTRA = "sharedprog[msproject]"
if sys.platform == "win32":
    FLAGS = subprocess.CREATE_NO_WINDOW
else:
    FLAGS = 0


@dataclass(frozen=True)
class Converted:
    """A plan in Microsoft Project XML, and the names of other plans that its file holds and were left there."""

    xml: bytes
    others: tuple[str, ...]


def installed() -> bool:
    """Whether the extra is there; whether Java is as well is known when it is first started."""
    return all(find_spec(name) is not None for name in LIBRARIES)


def child() -> tuple[str, ...]:
    """The command that converts; the file and where its XML goes are to follow."""
    return (sys.executable, "-P", str(Path(__file__).with_name("mpxj_child.py")))


def converted(path: Path, command: Sequence[str] | None = None, seconds: float = SECONDS) -> Converted:
    """The plan of a file in another format; raises ``Unreadable``, with what to do instead."""
    kind = FORMATS[path.suffix.lower()]
    file_bytes(path, LARGEST_FOREIGN)
    if command is None:
        if not installed():
            directly = f"With the extra “{EXTRA}” and Java installed, it is read as it is."
            raise Unreadable(path, f"it is {kind.words}; {kind.instead} {directly}")
        command = child()
    with TemporaryDirectory(prefix="sharedprog-") as folder:
        target = Path(folder, "plan.xml")
        told = _told(path, [*command, str(path.absolute()), str(target)], Path(folder, "told"), seconds, kind)
        if told.get("outcome") != "done" or not target.is_file():
            raise Unreadable(path, _refusal(told.get("outcome"), kind))
        if target.stat().st_size > LARGEST_PLAN:
            raise Unreadable(path, f"it is larger than any plan; {kind.instead}")
        return Converted(target.read_bytes(), tuple(map(str, told.get("others", ()))))


def _told(path: Path, command: Sequence[str], record: Path, seconds: float, kind: Format) -> dict[str, Any]:
    """What the child says; empty where it said nothing. It is ended when its time is over."""
    with record.open("wb") as said:
        # the child ends when this end of its standard input is gone, so a cancelled import leaves none behind
        process = subprocess.Popen(  # noqa: S603 - our own command
            command, stdin=subprocess.PIPE, stdout=said, stderr=subprocess.DEVNULL, creationflags=FLAGS
        )
        with process:
            try:
                process.wait(seconds)
            except subprocess.TimeoutExpired as error:
                reason = f"turning it into XML took more than {seconds:.0f} seconds and was stopped; {kind.instead}"
                raise Unreadable(path, reason) from error
            finally:
                process.kill()
    with record.open("rb") as said:
        lines = said.read(MEGABYTE).splitlines()
    try:
        told = json.loads(lines[-1]) if lines else {}
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _refusal(outcome: object, kind: Format) -> str:
    match outcome:
        case "java":
            lacking = "which takes Java to read, and this computer has none that can be used; install Java"
            return f"it is {kind.words}, {lacking}, or {kind.instead}"
        case "unknown":
            return f"it was not recognised as {kind.words}; {kind.instead}"
        case "password":
            return f"it is protected by a password; take that off in its own program, or {kind.instead}"
        case "memory":
            return f"it needs more memory than it may have; {kind.instead}"
        case "damaged":
            return f"it is damaged, or of a version that is not known; {kind.instead}"
        case _:
            return f"what turns it into XML stopped before it was done; {kind.instead}"
