"""Each kind of field, in and out: as JSON in the journal and exports, as words, and from what people type."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TypeVar, assert_never

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
from sharedprog.domain.naming import find_by_words, name_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import (
    RAW,
    Unread,
    read_clock,
    read_day,
    read_duration,
    read_flag,
    read_money,
    read_percent,
    read_whole,
)
from sharedprog.domain.scales import level_words, levels
from sharedprog.domain.words import (
    clock_words,
    day_words,
    duration_words,
    from_local,
    moment_words,
    money_words,
    utc,
)

T = TypeVar("T")
Json = str | int | bool | None
"""A cell in the journal and in exports: ISO days and moments, pence, working minutes, ids."""


def encode(value: Value) -> Json:
    """A value as JSON: ISO 8601 for days, ``HH:MM`` for times, UTC with ``Z`` for moments."""
    match value:
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case time():
            return clock_words(value)
        case _:
            return value


def decode(kind: Kind, value: Json) -> Value:
    """A value from JSON; raises ``ValueError`` or ``TypeError`` where it is not of the kind."""
    if value is None:
        return None
    match kind:
        case Day():
            return date.fromisoformat(_a(str, value))
        case Clock():
            return time.fromisoformat(_a(str, value))
        case Moment():
            return utc(datetime.fromisoformat(_a(str, value)))
        case Whole() | Money() | Percent() | Duration() | Level():
            return _a(int, value)
        case Flag():
            return _a(bool, value)
        case Text() | Prose() | Choice() | Link() | File():
            return _a(str, value)
        case _:
            assert_never(kind)


def _a(expected: type[T], value: object) -> T:
    """The value, if it is exactly of the expected type; raises ``TypeError``."""
    if type(value) is not expected:
        raise TypeError(f"{value!r} is not {expected.__name__}")
    return value


def show(kind: Kind, value: Value, programme: Programme, matrix: str | None = None) -> str:
    """A value in words; the empty text for unknown. ``matrix`` is the id of the matrix a level belongs to."""
    if value is None:
        return ""
    match kind:
        case Day():
            return day_words(value) if isinstance(value, date) else str(value)
        case Clock():
            return clock_words(value) if isinstance(value, time) else str(value)
        case Moment():
            return moment_words(value) if isinstance(value, datetime) else str(value)
        case Money():
            return money_words(value) if isinstance(value, int) else str(value)
        case Duration():
            return duration_words(value, programme.day_minutes) if isinstance(value, int) else str(value)
        case Percent():
            return f"{value} %"
        case Whole():
            return f"{value} {kind.unit}".rstrip()
        case Flag():
            return "Yes" if value else "No"
        case Level():
            return level_words(programme, kind.scale, int(str(value)), matrix)
        case Choice():
            return kind.words(str(value))
        case Link():
            return name_of(programme, kind.to, str(value))
        case File():
            return f"{str(value)[:8]}…"
        case Text() | Prose():
            return str(value)
        case _:
            assert_never(kind)


def read(kind: Kind, raw: RAW, programme: Programme, today: date) -> Value:
    """The value of what someone typed or a sheet holds; nothing is ``None``; raises ``Unread``."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return "" if isinstance(kind, Text | Prose) else (False if isinstance(kind, Flag) else None)
    match kind:
        case Text() | Prose():
            return _text(kind, raw)
        case Day():
            return read_day(raw, today)
        case Clock():
            return read_clock(raw)
        case Moment():
            return _moment(raw, today)
        case Money():
            return read_money(raw)
        case Duration():
            return read_duration(raw, programme.day_minutes)
        case Percent():
            return read_percent(raw)
        case Whole():
            return read_whole(raw, kind.lowest, kind.highest, kind.unit)
        case Flag():
            return read_flag(raw)
        case Level():
            return _level(kind, raw, programme)
        case Choice():
            return _choice(kind, raw)
        case Link():
            return _link(kind, raw, programme)
        case File():
            return _file(raw)
        case _:
            assert_never(kind)


def _text(kind: Text | Prose, raw: RAW) -> str:
    text = day_words(raw) if isinstance(raw, date) and not isinstance(raw, datetime) else str(raw)
    if isinstance(raw, float) and raw.is_integer():
        text = str(int(raw))
    text = text.strip()
    if len(text) > kind.longest:
        raise Unread(f"{text[:40]}… ({len(text):,} characters)", f"at most {kind.longest:,} characters")
    return " ".join(text.splitlines()) if isinstance(kind, Text) else "\n".join(text.splitlines())


def _moment(raw: RAW, today: date) -> datetime:
    """A moment as JSON writes it, or as it is shown: UK time; one without a zone in a sheet is UTC."""
    if isinstance(raw, datetime):
        return utc(raw)
    text = str(raw).strip()
    try:
        return utc(datetime.fromisoformat(text))
    except ValueError:
        day, _, clock = text.rpartition(" ")
    try:
        return from_local(read_day(day, today), read_clock(clock))
    except Unread as error:
        raise Unread(text, "a day and time, such as 3 Dec 2026 10:00") from error


def _level(kind: Level, raw: RAW, programme: Programme) -> int:
    words = levels(programme, kind.scale)
    text = str(raw).strip().casefold().removesuffix(".0")
    for level, word in words.items():
        if text in {str(level), word.casefold(), f"{level} {word}".casefold()}:
            return level
    raise Unread(str(raw), "one of " + ", ".join(f"{level} {word}" for level, word in words.items()))


def _choice(kind: Choice, raw: RAW) -> str:
    text = _plain(str(raw))
    for option in kind.options:
        if text in {_plain(option.words), _plain(option.code)}:
            return option.code
    raise Unread(str(raw), "one of " + ", ".join(option.words for option in kind.options))


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _link(kind: Link, raw: RAW, programme: Programme) -> str:
    found = find_by_words(programme, kind.to, str(raw))
    if found is None:
        raise Unread(str(raw), "the label or the name of a row in " + " or ".join(kind.to).replace("_", " "))
    return found


def _file(raw: RAW) -> str:
    text = str(raw).strip().lower()
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise Unread(str(raw), "the SHA-256 of a file kept in the programme")
    return text
