"""Values from JSON that others may have written: each is of its field's kind, or raises ``Unread``."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any, assert_never

from sharedprog.domain.fields import (
    Choice,
    Clock,
    Day,
    Duration,
    File,
    Flag,
    Kind,
    Level,
    Link,
    Moment,
    Money,
    Percent,
    Prose,
    Text,
    Value,
    Whole,
)
from sharedprog.domain.reading import Unread
from sharedprog.domain.values import decode

LARGEST = 2**53
"""Whole numbers beyond it are not the same in every program."""
HIGHEST_LEVEL = 10
ID = re.compile(r"[0-9a-f]{32}")
HASH = re.compile(r"[0-9a-f]{64}")


def loose(kind: Kind, raw: object) -> Value:
    """A value of the kind's type that the file can hold, whatever its size; raises ``Unread``."""
    try:
        value = decode(kind, raw)  # type: ignore[arg-type]  # decode refuses whatever is not of its kind
    except (TypeError, ValueError) as error:
        raise Unread(shown(raw), expected(kind)) from error
    if isinstance(value, int) and abs(value) > LARGEST:
        raise Unread(shown(raw), expected(kind))
    if isinstance(value, str):
        _whole_text(value)
    return value


def strict(kind: Kind, raw: object) -> Value:
    """A value that a person could have given the field: not too long, in its bounds, one of its options."""
    value = loose(kind, raw)
    if value is not None and not _allowed(kind, value):
        raise Unread(shown(raw), expected(kind))
    return value


def _allowed(kind: Kind, value: Any) -> bool:  # noqa: ANN401 - any value of a cell
    match kind:
        case Text() | Prose():
            return len(value) <= kind.longest
        case Whole():
            return bool(kind.lowest <= value <= kind.highest)
        case Percent():
            return bool(0 <= value <= 100)
        case Level():
            return bool(1 <= value <= HIGHEST_LEVEL)
        case Choice():
            return any(value == option.code for option in kind.options)
        case Link():
            return ID.fullmatch(value) is not None
        case File():
            return HASH.fullmatch(value) is not None
        case Day() | Clock() | Moment() | Money() | Duration() | Flag():
            return True
        case _:
            assert_never(kind)


def expected(kind: Kind) -> str:
    """What a field takes in JSON, as a noun."""
    match kind:
        case Text() | Prose():
            return f"text of at most {kind.longest:,} characters"
        case Whole():
            return f"a whole number from {kind.lowest:,} to {kind.highest:,}, or null"
        case Percent():
            return "a whole number from 0 to 100, or null"
        case Level():
            return "a step of the scale as a whole number, or null"
        case Money():
            return "a whole number of pence, or null"
        case Duration():
            return "a whole number of working minutes, or null"
        case Day():
            return 'a day such as "2026-12-03", or null'
        case Clock():
            return 'a time such as "10:00", or null'
        case Moment():
            return 'a moment such as "2026-12-03T10:00:00Z", or null'
        case Flag():
            return "true or false"
        case Choice():
            return "one of " + ", ".join(option.code for option in kind.options) + ", or null"
        case Link():
            return "the id of a row, or null"
        case File():
            return "the SHA-256 of bytes under “blobs”, or null"
        case _:
            assert_never(kind)


def text_of(raw: object, longest: int) -> str:
    """Text that can be kept; raises ``Unread``."""
    if not isinstance(raw, str) or len(raw) > longest:
        raise Unread(shown(raw), f"text of at most {longest:,} characters")
    return _whole_text(raw)


def id_of(raw: object) -> str:
    """The id of a row or a change set; raises ``Unread``."""
    if not isinstance(raw, str) or not ID.fullmatch(raw):
        raise Unread(shown(raw), "an id of 32 figures 0 to 9 and a to f")
    return raw


def moment_of(raw: object) -> datetime:
    """A moment in UTC, to the microsecond; raises ``Unread``."""
    wanted = "a moment such as “2026-12-03T10:00:00Z”"
    try:
        moment = datetime.fromisoformat(text_of(raw, 40))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unread(shown(raw), wanted) from error


def _whole_text(text: str) -> str:
    """The text, if it is made of whole characters: half a surrogate pair cannot be saved."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unread(shown(text), "text of whole characters; this holds half of one") from error
    return text


def shown(raw: object) -> str:
    """Raw JSON as a problem repeats it."""
    if isinstance(raw, dict):
        return "an object"
    if isinstance(raw, list):
        return "a list"
    text = json.dumps(raw, ensure_ascii=False, default=str)
    return text[:200].encode(errors="replace").decode()
