"""A picture in which every field of every register holds something of its own, to be found again elsewhere."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, product
from typing import Any, assert_never

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.drafting import Draft
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
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.registers.matrices import MATRIX_LEVELS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.results import Results

FIRST_DAY = date(2026, 9, 1)
FIRST_MOMENT = datetime(2026, 9, 1, 10, 0, 7, tzinfo=UTC)


@dataclass
class Filled:
    """The picture, the bytes that its files name, and the one change set that made it."""

    programme: Programme
    blobs: dict[str, bytes]
    change_set: ChangeSet


def filled() -> Filled:
    """Two rows of every register, and the steps of the scales that the risks stand on."""
    numbers = count(1)
    blobs: dict[str, bytes] = {}
    draft = Draft(Programme(), lambda: f"{next(numbers):032x}")
    for register in REGISTERS:
        for row in (1,) if register.single else (1, 2):
            draft.add(register, row_id(register.key, row), **_values(register, row, numbers, blobs))
    for matrix, axis, level in product((1, 2), ("likelihood", "impact"), (1, 2)):
        words = f"text {next(numbers)}"
        draft.add(MATRIX_LEVELS, None, parent=row_id("matrices", matrix), axis=axis, level=level, title=words)
    made = ChangeSet("f" * 32, "Fill in everything", "Programme Manager", FIRST_MOMENT, draft.edits)
    return Filled(draft.programme, blobs, made)


def _values(register: Register[Any], row: int, numbers: Iterator[int], blobs: dict[str, bytes]) -> dict[str, Value]:
    values = {name: _value(register, name, kind, row, next(numbers), blobs) for name, kind in register.fields.items()}
    if not register.prefix:
        del values["ref"]
    values.pop("order", None)
    if register == TASKS and row == 1:
        values["parent"] = None
    if register == DEPENDENCIES:
        values["predecessor"] = row_id("tasks", 3 - row)
    return values


def _value(
    register: Register[Any],
    name: str,
    kind: Kind,
    row: int,
    number: int,
    blobs: dict[str, bytes],
) -> Value:
    match kind:
        case Text() | Prose():
            return f"R{number}" if name == "ref" else f"text {number}"[: kind.longest]
        case Whole():
            return kind.lowest + number % (kind.highest - kind.lowest)
        case Money():
            return number * 100 + 7
        case Percent():
            return number % 100
        case Duration():
            return number * 10
        case Day():
            return FIRST_DAY + timedelta(days=number)
        case Clock():
            return time(9, number % 60)
        case Moment():
            return FIRST_MOMENT + timedelta(minutes=number)
        case Choice():
            return kind.options[number % len(kind.options)].code
        case Level():
            return 1 + number % 2
        case Flag():
            return bool(number % 2)
        case Link():
            return row_id(kind.to[0], 3 - row if kind.to[0] == register.key else row)
        case File():
            seen = Results(FIRST_DAY + timedelta(days=number)).to_bytes()
            content = seen if name == "results" else f"bytes {number}".encode()
            sha256 = hashlib.sha256(content).hexdigest()
            blobs[sha256] = content
            return sha256
        case _:
            assert_never(kind)


def row_id(key: str, row: int) -> str:
    """The id of the first or second row of a register."""
    return hashlib.sha256(f"{key}{row}".encode()).hexdigest()[:32]
