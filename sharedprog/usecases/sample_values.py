"""From what the sample's files say to what cells hold, field kind by field kind."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, assert_never

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
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.words import DAY_MINUTES, day_words
from sharedprog.usecases.sample_content import SampleError
from sharedprog.usecases.sample_days import Days

SPACE = uuid.UUID("7f1e6d0a-5b0f-4f6e-9d53-0c6a7b1d2e31")
TYPED = {("tasks", "finish"): "deadline"}
"""What is typed as a day and held as something else, and a field of the same kind."""
MENTION = re.compile(r"\{(\w+)\.(\w+)\}")
DATED = re.compile(r"\{day:([^}]+)\}")


def id_of(*parts: str) -> str:
    """The row id of a name: the same whenever the sample is built."""
    return uuid.uuid5(SPACE, ".".join(parts)).hex


@dataclass(frozen=True)
class Writing:
    """Where and when values are read: the draft they go into, the day it is, and who is writing."""

    draft: Draft
    days: Days
    now: date
    who: str
    place: str


class Names:
    """Which names the files give to rows, register by register."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        self.known = {key: id_of(*key) for key in known}

    def find(self, registers: Iterable[str], name: str, at: Writing) -> str:
        """The id of a named row of one of these registers that exists by now; raises ``SampleError``."""
        given, _, bare = name.rpartition(".")
        for key in (given,) if given else registers:
            row_id = self.known.get((key, bare))
            if row_id is not None and at.draft.value(BY_KEY[key], row_id, "exists"):
                return row_id
        raise SampleError(at.place, f"there is no {name!r} on {day_words(at.now)}")

    def text(self, written: str, at: Writing) -> str:
        """Text with ``{risks.log_in}`` made R-012 and ``{day:board8+4}`` made a day."""

        def ref(match: re.Match[str]) -> str:
            row_id = self.find((), match[0][1:-1], at)
            return str(at.draft.value(BY_KEY[match[1]], row_id, "ref"))

        dated = DATED.sub(lambda match: day_words(at.days.read(match[1], at.place, at.now)), written)
        return MENTION.sub(ref, dated).strip()

    def value(self, register: Register[Any], field: str, written: object, at: Writing) -> Value:
        """What a cell is to hold; raises ``SampleError`` where the file says something else than the field takes."""
        kind = register.fields.get(TYPED.get((register.key, field), field))
        if kind is None:
            raise SampleError(at.place, f"{register.title.lower()} have no field {field!r}")
        value = self._of_kind(kind, written, at)
        if value is None:
            raise SampleError(at.place, f"{field} cannot be {written!r}")
        return value

    def _of_kind(self, kind: Kind, written: object, at: Writing) -> Value:
        match kind:
            case Text() | Prose():
                text = self.text(written, at) if isinstance(written, str) else ""
                return text if 0 < len(text) <= kind.longest else "" if written == "" else None
            case Whole() | Percent() | Level():
                return written if isinstance(written, int) and not isinstance(written, bool) else None
            case Money():
                return int(written.replace(",", "")) * 100 if isinstance(written, str) else None
            case Duration():
                return written * DAY_MINUTES if isinstance(written, int) else None
            case Day():
                return at.days.read(written, at.place, at.now) if isinstance(written, str) else None
            case Clock():
                return time.fromisoformat(written) if isinstance(written, str) else None
            case Choice():
                return next((option.code for option in kind.options if option.code == written), None)
            case Flag():
                return written if isinstance(written, bool) else None
            case Link():
                name = at.who if written == "me" else written
                return self.find(kind.to, name, at) if isinstance(name, str) else None
            case Moment() | File():
                return None
            case _:
                assert_never(kind)
