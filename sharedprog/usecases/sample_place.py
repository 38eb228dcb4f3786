"""The sample that a person opens: where it is kept, when it is made anew, and never at the cost of their edits."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.sample_content import FOLDER

NAME = "One Service Programme (sample).sharedprog"
FRESH_FOR = 7
"""Days after which the sample is told anew, so that its next board is still to come."""

Progress = Callable[[float, str], None]


def sample_path(data: Path) -> Path:
    """Where the sample is kept in the program's folder."""
    return data / "sample" / NAME


def is_ready(data: Path, today: date) -> bool:
    """Whether the sample can be opened as it is.

    It is made (anew) when it is not there, when it was made from other content than this version's, or when it was
    made for a day more than a week from today. Once somebody has changed anything in it, it is theirs and stays.
    """
    path = sample_path(data)
    if not path.exists():
        return False
    stamp = _stamp(path)
    if stamp is None:
        return True
    made = date.fromisoformat(stamp["day"])
    if stamp["content"] == _content() and abs((today - made).days) <= FRESH_FOR:
        return True
    return bool(_length(path) != stamp["length"])


def make_ready(data: Path, today: date, progress: Progress) -> None:
    """Make the sample in its place; runs in any process; raises ``Trouble``."""
    from sharedprog.usecases.sample import build_sample

    path = sample_path(data)
    part = path.with_name(f".{path.name}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.unlink(missing_ok=True)
            build_sample(part, today, progress=lambda done, whole: progress(done / whole, _told(done, whole)))
            stamp = {"day": today.isoformat(), "content": _content(), "length": _length(part)}
            _stamp_path(path).unlink(missing_ok=True)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        _stamp_path(path).write_text(json.dumps(stamp), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"The sample could not be made here ({error.strerror}). Make room, then try again.") from error


def _told(done: int, whole: int) -> str:
    return f"Making the sample programme: {done} of {whole} changes"


def _length(path: Path) -> int:
    document = Document.open(path)
    try:
        return document.file.length
    finally:
        document.close()


def _stamp_path(path: Path) -> Path:
    return path.with_suffix(".json")


def _stamp(path: Path) -> dict[str, Any] | None:
    """What is known of the sample when it was made; a sample of unknown making is taken for the person's own."""
    try:
        held = json.loads(_stamp_path(path).read_text(encoding="utf-8"))
        date.fromisoformat(held["day"])
        return {"day": held["day"], "content": held["content"], "length": held["length"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _content() -> str:
    """A hash of the files that the sample is told from."""
    digest = hashlib.sha256()
    for file in sorted(FOLDER.glob("*.toml")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
