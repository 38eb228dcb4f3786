"""One line that says what, who and by when: ``Chase the lease @Head of ICT due fri``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.reading import Unread, read_day

QUICK: dict[str, tuple[str, str]] = {
    "actions": ("owner", "due"),
    "risks": ("owner", "next_review"),
    "issues": ("owner", "due"),
    "decisions": ("owner", "needed_by"),
    "tasks": ("owner", "deadline"),
}
"""Registers to which a row can be added from anywhere: the fields of who and by when."""
FEWEST = 2
"""Letters of a name that may stand for all of it, where only one person's begins so."""
_BY = re.compile(r"(?:^|\s)(?:due|by)\s+", re.IGNORECASE)
_AT = re.compile(r"(?:^|\s)@(?=\S)")


@dataclass(frozen=True)
class QuickLine:
    """What a line says: the title, the owner's name (known or new), and the day."""

    title: str
    owner: str = ""
    day: date | None = None


def read_line(text: str, names: Iterable[str], today: date) -> QuickLine:
    """Take a line apart; whatever is not plainly a name behind @, or a day behind due or by, stays in the title."""
    marks = list(_AT.finditer(text))
    owner = ""
    if marks:
        head, behind = text[: marks[-1].start()], text[marks[-1].end() :]
        owner, tail = _named(behind, list(names), today)
        text = f"{head} {tail}"
    title, day = _dated(text, today)
    return QuickLine(_tidy(title), owner, day)


def _named(behind: str, names: list[str], today: date) -> tuple[str, str]:
    """The name that stands at the beginning of a text, and the rest of it."""
    folded = behind.casefold()
    for name in sorted(names, key=len, reverse=True):
        end = len(name)
        if folded.startswith(name.casefold()) and not behind[end : end + 1].isalnum():
            return name, behind[end:]
    written, _ = _dated(behind, today)
    tail = behind[len(written) :]
    wanted = _tidy(written)
    fitting = [name for name in names if name.casefold().startswith(wanted.casefold())]
    return (fitting[0] if len(wanted) >= FEWEST and len(fitting) == 1 else wanted), tail


def _dated(text: str, today: date) -> tuple[str, date | None]:
    """A text without the day at its end, and that day."""
    for found in reversed(list(_BY.finditer(text))):
        try:
            return text[: found.start()], read_day(text[found.end() :].strip().rstrip("."), today)
        except Unread:
            continue  # “by” in “agreed by both councils”
    return text, None


def _tidy(text: str) -> str:
    return " ".join(text.split()).rstrip(" ,;")
