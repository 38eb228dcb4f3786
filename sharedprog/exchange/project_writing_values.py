"""Values as Microsoft Project XML writes them, and the elements around them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape

from sharedprog.exchange.plain_text import plain_text

Element = str


def element(name: str, value: str | int | None) -> Element:
    """One element on a line of its own; nothing for nothing, 1 and 0 for yes and no."""
    if value is None or value == "":
        return ""
    return f"<{name}>{escape(value) if isinstance(value, str) else int(value)}</{name}>\n"


def group(name: str, inside: Iterable[Element]) -> Element:
    """Elements within one."""
    return f"<{name}>\n{''.join(inside)}</{name}>\n"


def text(value: str, longest: int | None = None) -> str:
    """Text without what XML cannot hold, no longer than Project takes it."""
    return plain_text(value)[:longest]


def moment(value: datetime | None) -> str | None:
    """``2026-12-03T08:00:00``."""
    return None if value is None else value.isoformat(timespec="seconds")


def duration(minutes: int | None) -> str | None:
    """``PT16H30M0S``."""
    if minutes is None:
        return None
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else ''}PT{hours}H{rest}M0S"


def tenths(minutes: int | None) -> int | None:
    """Slack is in tenths of a minute."""
    return None if minutes is None else minutes * 10
