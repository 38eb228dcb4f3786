"""A value as a cell of a sheet holds it: days are days, numbers are numbers, the rest is words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import assert_never

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
from sharedprog.domain.naming import name_of
from sharedprog.domain.programme import Programme

CellValue = str | int | float | bool | date | datetime | time | None
PENCE = 100


def cell_value(kind: Kind, value: Value, programme: Programme) -> CellValue:
    """Pounds, working days, UTC without a zone, steps of a scale as numbers, links by name; unknown is blank."""
    if value is None or value == "":
        return None
    match kind:
        case Text() | Prose() | File():
            return str(value)
        case Day() | Clock() | Whole() | Percent() | Level():
            return value
        case Moment():
            return value.astimezone(UTC).replace(tzinfo=None) if isinstance(value, datetime) else str(value)
        case Money():
            return _parts(int(str(value)), PENCE, 2)
        case Duration():
            return _parts(int(str(value)), programme.day_minutes, 4)
        case Flag():
            return "Yes" if value else "No"
        case Choice():
            return kind.words(str(value))
        case Link():
            return name_of(programme, kind.to, str(value))
        case _:
            assert_never(kind)


def _parts(number: int, size: int, figures: int) -> int | float:
    """A number in a larger unit, exact enough to come back as it was."""
    return number // size if number % size == 0 else round(number / size, figures)
