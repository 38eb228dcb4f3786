"""What a person has said so far of one sheet that is to be imported, step by step; each answer gives another value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.exchange.headings import normalised
from sharedprog.exchange.sheet import letters
from sharedprog.usecases.importing_headings import LEAVE_OUT, Columns, columns_at
from sharedprog.usecases.importing_looking import FoundSheet, doubts, examples, heading_row, meanings
from sharedprog.usecases.importing_mapping import fields_offered, what_lacks
from sharedprog.usecases.importing_rows import SheetChoice

Memory = Mapping[str, Mapping[str, str]]
"""By register and heading what a column was said to mean the last time."""


@dataclass(frozen=True)
class SheetSaid:
    """One sheet: the register it is read as, empty to leave it out, its heading row, and what its columns mean."""

    found: FoundSheet
    register: str = ""
    headings: int = 0
    meant: Mapping[int, str] = field(default_factory=dict)

    @property
    def taken(self) -> bool:
        """Whether the sheet comes in."""
        return self.register != ""

    @property
    def described(self) -> Register[Any]:
        """The register it is read as; KeyError where it is left out."""
        return BY_KEY[self.register]

    @property
    def columns(self) -> Columns:
        """Its columns as they are said to be."""
        return columns_at(self.found.top, self.described, self.headings, self.meant)

    def lacks(self) -> str:
        """What must still be said, as a sentence; empty where nothing must."""
        return what_lacks(self.columns) if self.taken else ""

    def doubts(self) -> tuple[str, ...]:
        """What is odd in its headings."""
        return doubts(self.found, self.columns) if self.taken else ()

    def read_as(self, register: str, memory: Memory) -> SheetSaid:
        """The same sheet read as a register, with headings and columns found out anew."""
        if not register:
            return SheetSaid(self.found)
        known = register == self.found.register
        number = self.found.headings if known else heading_row(self.found, BY_KEY[register])
        return replace(self, register=register).headed(number, memory)

    def headed(self, number: int, memory: Memory) -> SheetSaid:
        """The same with its headings in another row, 0 for none."""
        meant = meanings(self.found, self.described, number, memory.get(self.register, {}))
        return replace(self, headings=number, meant=meant)

    def meaning(self, place: int, name: str) -> SheetSaid:
        """The same with another meaning for a column; the column that had that field is left out."""
        others = {at: LEAVE_OUT if known == name else known for at, known in self.meant.items()}
        return replace(self, meant={**others, place: name})

    def choice(self) -> SheetChoice:
        """What is said, as the import takes it."""
        return SheetChoice(self.found.name, self.register, self.headings, self.meant)

    def to_remember(self, memory: Memory) -> dict[str, str]:
        """By heading what the person said that the heading does not say itself, or says again; nothing of letters."""
        if not self.headings:
            return {}
        own = meanings(self.found, self.described, self.headings, {})
        known = memory.get(self.register, {})
        texts = {place: normalised(text) for place, text in self.columns.headings.items()}
        return {
            texts[place]: name
            for place, name in self.meant.items()
            if place in texts and (name != own.get(place) or texts[place] in known)
        }

    def left_out(self) -> tuple[str, ...]:
        """The headings of columns that go nowhere."""
        texts = self.columns.headings
        return tuple(texts[place] for place, name in self.meant.items() if name == LEAVE_OUT and place in texts)

    def lines(self) -> tuple[ColumnSaid, ...]:
        """Its columns as they stand, with what each is said to mean."""
        offered = ((LEAVE_OUT, "Leave it out"), *fields_offered(self.described).items())
        words = dict(offered)
        return tuple(
            ColumnSaid(
                place,
                letters(place),
                text,
                " · ".join(examples(self.found.top, self.headings, place)),
                self.meant.get(place, LEAVE_OUT),
                words[self.meant.get(place, LEAVE_OUT)],
                offered,
            )
            for place, text in self.columns.headings.items()
        )


@dataclass(frozen=True)
class ColumnSaid:
    """One column for a person to look at: where it is, what it is called and holds, and what it is said to mean."""

    place: int
    letters: str
    heading: str
    examples: str
    meaning: str
    words: str
    offered: tuple[tuple[str, str], ...]
    """All that it may mean, with the words for it."""


def first_said(found: FoundSheet, memory: Memory) -> SheetSaid:
    """A sheet as it seems to be; a hidden one is left out."""
    register = "" if found.top.hidden else found.register
    return SheetSaid(found).read_as(register, memory)
