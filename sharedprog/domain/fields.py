"""The closed set of field kinds: what a value is, what people call it, how wide it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

Value = str | int | date | datetime | time | None
"""What a cell can hold. ``bool`` is an ``int``; unknown is ``None``, never a plausible value."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """What every kind has: a label, a help line, a width in characters, and whether a row needs it."""

    label: str
    help: str = ""
    width: int = 14
    required: bool = False


@dataclass(frozen=True, kw_only=True)
class Text(Field):
    """One line of text, at most ``longest`` characters."""

    longest: int = 300


@dataclass(frozen=True, kw_only=True)
class Prose(Field):
    """Text of several lines, at most ``longest`` characters."""

    width: int = 40
    longest: int = 20_000


@dataclass(frozen=True, kw_only=True)
class Whole(Field):
    """A whole number between ``lowest`` and ``highest``."""

    width: int = 7
    lowest: int = 0
    highest: int = 1_000_000
    unit: str = ""


@dataclass(frozen=True, kw_only=True)
class Money(Field):
    """An amount in pence."""

    width: int = 12


@dataclass(frozen=True, kw_only=True)
class Percent(Field):
    """A whole per cent from 0 to 100."""

    width: int = 7


@dataclass(frozen=True, kw_only=True)
class Duration(Field):
    """Working time in minutes, shown in working days of 480 minutes; may be negative (a lead)."""

    width: int = 8


@dataclass(frozen=True, kw_only=True)
class Day(Field):
    """A calendar day."""

    width: int = 15


@dataclass(frozen=True, kw_only=True)
class Clock(Field):
    """A time of day, to the minute, in the place where the board meets."""

    width: int = 7


@dataclass(frozen=True, kw_only=True)
class Moment(Field):
    """A point in time, UTC, to the second."""

    width: int = 20


@dataclass(frozen=True, kw_only=True)
class Option:
    """One option of a choice: the code that is stored, the words that are shown."""

    code: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One code of a fixed list; ``None`` is not known."""

    options: tuple[Option, ...] = ()

    def words(self, code: str | None) -> str:
        """The words for a code; a code that this version does not know is shown as it is."""
        return next((option.words for option in self.options if option.code == code), code or "")


@dataclass(frozen=True, kw_only=True)
class Level(Field):
    """A step of a named scale, from 1; the scoring matrix holds the words and how many steps there are."""

    width: int = 16
    scale: str = "likelihood"


@dataclass(frozen=True, kw_only=True)
class Flag(Field):
    """Yes or no."""

    width: int = 9


@dataclass(frozen=True, kw_only=True)
class Link(Field):
    """The id of a row in one of the named registers."""

    width: int = 20
    to: tuple[str, ...] = field(default=())


@dataclass(frozen=True, kw_only=True)
class File(Field):
    """The SHA-256, in hex, of bytes kept in the programme file."""

    width: int = 12


Kind = Text | Prose | Whole | Money | Percent | Duration | Day | Clock | Moment | Choice | Level | Flag | Link | File
"""Every kind there is. Readers are one ``match`` over these, ended by ``assert_never``."""


def options(**words: str) -> tuple[Option, ...]:
    """Options in the order given, codes as keywords: ``options(open="Open", closed="Closed")``."""
    return tuple(Option(code=code, words=shown) for code, shown in words.items())


RAG = options(red="Red", amber="Amber", green="Green", blue="Complete", none="Not started")
"""Ratings as boards read them: letter R, A, G, B or –."""
