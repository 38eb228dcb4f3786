"""Every field on a form is in the printed record: each is filled with something of its own and found again."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from sharedprog.domain.columns import columns_of
from sharedprog.domain.fields import (
    Choice,
    Clock,
    Day,
    Duration,
    Field,
    File,
    Flag,
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
from sharedprog.domain.register import UNSHOWN, Register, Row
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.view import View
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.reports.pack import make_pack
from sharedprog.usecases.board_pack import order
from sharedprog.usecases.document import Document
from tests.builders import programme_file
from tests.reports.paper import squeezed
from tests.reports.sections.story import pages

NUMBERS = count(11)
LEFT_OUT = {
    ("bank_holidays", "ref"): "its label is not on its form; the day and the name say which it is",
    ("programme", "ref"): "there is one programme, and its label is not on its form",
    ("tasks", "duration"): "printed as the days that the task takes, which are worked out",
    ("tasks", "active"): "told only of tasks that are not in the plan, which has a test of its own",
    ("board_meetings", "held"): "a board whose pack is made has not been held",
    ("board_meetings", "saw"): "as above",
    ("board_meetings", "saw_as_at"): "as above",
    ("board_meetings", "results"): "as above",
    ("poisons", "anonymous"): "printed as named in confidence, which has a test of its own",
}


def of_its_own(kind: Field, register: str, field: str) -> Value:
    """A value that no other field has, as far as the kind allows."""
    number = next(NUMBERS)
    match kind:
        case Prose() | Text():
            return f"Q{number}x{field.replace('_', '')}z"[: kind.longest]
        case Whole():
            return min(kind.highest, kind.lowest + number % 90)
        case Percent():
            return 1 + number % 98
        case Money():
            return number * 100
        case Duration():
            return (number % 60 + 1) * DAY_MINUTES
        case Day():
            return date(2026, 1, 5) + timedelta(days=number)
        case Moment():
            return datetime(2026, 6, 1, 9, 0, tzinfo=UTC) + timedelta(minutes=61 * number)
        case Clock():
            return time(number % 24, number % 60)
        case Choice():
            return kind.options[-1].code
        case Level():
            return 3
        case Flag():
            return True
        case File():
            return hashlib.sha256(str(number).encode()).hexdigest()
    return None


def filled(document: Document) -> dict[str, str]:
    """One row of every register with every field filled; ids by register key."""
    ids: dict[str, str] = {"programme": document.programme.settings.id}
    for register in REGISTERS:
        if register.key not in ids:
            ids[register.key] = document.add(register)
    ids["summary"] = document.add(BY_KEY["tasks"], title="Summary")
    ids["waited for"] = document.add(BY_KEY["tasks"], title="Waited for", duration=DAY_MINUTES)
    for register in REGISTERS:
        draft = document.draft()
        for name, kind in register.fields.items():
            if name != "order" and (register.prefix or name != "ref") and (register.key, name) not in LEFT_OUT:
                draft.set(register, ids[register.key], name, _linked(kind, register, name, ids))
        document.apply(f"Fill {register.key}", draft.edits)
    return ids


def _linked(kind: Field, register: Register[Any], name: str, ids: dict[str, str]) -> Value:
    """The row of the first register that a link may lead to; other values of their own."""
    if not isinstance(kind, Link):
        return of_its_own(kind, register.key, name)
    if (register.key, name) == ("tasks", "parent"):
        return ids["summary"]
    if name == "predecessor":
        return ids["waited for"]
    if (register.key, name) == ("links", "target"):
        return ids["issues"]
    return ids[kind.to[0]]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Document, dict[str, str], str]]:
    """A file with everything filled in, and all that is printed of it without its white space."""
    folder: Path = tmp_path_factory.mktemp("record")
    document = programme_file(folder)
    ids = filled(document)
    board = document.programme.row(BOARD_MEETINGS, ids["board_meetings"])
    assert board is not None
    text = squeezed("".join(pages(make_pack(order(document, board)))))
    yield document, ids, text
    document.close()


FIELDS = [
    (register.key, name)
    for register in REGISTERS
    for name in register.fields
    if name not in UNSHOWN and (register.key, name) not in LEFT_OUT and (name != "ref" or register.prefix)
]
"""The label of a child row is given to nobody, and stands on no form."""


@pytest.mark.parametrize(("key", "name"), FIELDS)
def test_a_field_that_is_filled_is_printed(key: str, name: str, record: tuple[Document, dict[str, str], str]) -> None:
    document, ids, text = record
    register = BY_KEY[key]
    row: Row | None = document.programme.row(register, ids[key])
    assert row is not None
    shown = columns_of(key)[name].shown(View(document.programme, document.today), row).text
    if isinstance(register.fields[name], Flag):
        shown = "Milestone" if name == "milestone" else f"{register.fields[name].label}Yes"
    assert shown
    assert squeezed(shown) in text


def test_what_is_left_out_is_still_a_field() -> None:
    for key, name in LEFT_OUT:
        assert name in BY_KEY[key].fields
