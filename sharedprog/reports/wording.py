"""Values of the programme as parts of a line: phrases, ratings, days, people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from sharedprog.domain.computed import Shown
from sharedprog.domain.naming import name_of
from sharedprog.domain.phrases import RAG_WORDS, Phrase, letter
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.words import day_words
from sharedprog.reports.lines import Part
from sharedprog.reports.rag import Direction, Pill, Rag, direction, pill, word_pill
from sharedprog.reports.text import bold, unbroken

NOTHING = "–"
"""Printed where a value is not known and its place cannot be left empty."""


def rag_of(code: str | None) -> Rag:
    """The letter that stands for a rating's code; – for none and for one that this version does not know."""
    return cast(Rag, letter(code))


def rating(code: str | None, label: str = "") -> Pill:
    """The pill of a rating by its code (red, amber, green, blue, none), with its letter unless a label says more."""
    return pill(rag_of(code), label)


def rating_word(code: str | None) -> Part:
    """``▲ Amber``; in words where nobody has rated."""
    return word_pill(rag_of(code)) if code is not None else "Not rated"


def printed(phrase: Phrase) -> list[Part]:
    """A phrase with its emphasis and its pills."""
    parts: list[Part] = []
    for part in phrase:
        if part.rag is not None:
            parts.append(rating(part.rag, "" if part.text == letter(part.rag) else part.text))
        else:
            parts.append(bold(part.text) if part.strong else part.text)
    return parts


def cell(shown: Shown) -> Part:
    """What a column shows of a row: a pill where it has a rating, an arrow where it has a direction."""
    if shown.travel is not None:
        return direction(cast(Direction, shown.travel))
    if shown.rag is None:
        return shown.text
    if shown.text in ("", RAG_WORDS.get(shown.rag)):
        return rating_word(shown.rag)
    return rating(shown.rag, shown.text)


def day(when: date | None) -> str:
    """``Thu 3 Dec 2026``, never parted; a dash where it is not known."""
    return unbroken(day_words(when)) if when is not None else NOTHING


def person(programme: Programme, person_id: str | None) -> str:
    """The name or role title of a person; empty where there is none."""
    return name_of(programme, (PEOPLE.key,), person_id) if person_id else ""


def person_and_partner(programme: Programme, person_id: str | None) -> str:
    """``Head of ICT, Tolland``; in words where there is nobody."""
    row = programme.row(PEOPLE, person_id)
    if row is None:
        return person(programme, person_id) or "No owner"
    partner = name_of(programme, ("partners",), row.partner) if row.partner else ""
    return f"{row.title}, {partner}" if partner and partner not in row.title else row.title


def joined(parts: Iterable[Sequence[Part] | Part], between: str = " · ") -> list[Part]:
    """Parts in one line with something between them."""
    line: list[Part] = []
    for part in parts:
        if line:
            line.append(between)
        line += [part] if isinstance(part, str) or not isinstance(part, Sequence) else part
    return line


def listed(words: Sequence[str]) -> str:
    """``one, two and three``."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted_words(number: int, words: str) -> str:
    """``two worse``: small numbers as words, as a sentence has them."""
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return f"{small[number] if number < len(small) else number} {words}"


def sentence(words: str) -> str:
    """With a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}." if words else ""
