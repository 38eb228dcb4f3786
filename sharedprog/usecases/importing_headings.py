"""Which field each column of a sheet means, by its heading: our own labels first, then other people's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sharedprog.domain.computed import COMPUTED
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.exchange.headings import find_heading, normalised
from sharedprog.exchange.sheet import Sheet
from sharedprog.usecases.exporting_sheets import ROW_ID, WORKED_OUT, heading_of
from sharedprog.usecases.importing_synonyms import LEFT_OUT, headings_meaning

ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
SHARED = 3
"""Headings that begin with one unknown word before that word is taken for a habit."""


@dataclass(frozen=True)
class Columns:
    """The heading row of a sheet; places are those of the cells, from 0.

    ``worked_out`` are headings of columns that the program fills itself; ``unknown`` mean nothing to this
    register; ``twice`` mean a field that another column has already.
    """

    register: Register[Any]
    number: int
    fields: dict[str, int]
    headings: dict[int, str]
    row_id: int | None = None
    worked_out: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()

    @property
    def named(self) -> bool:
        """Whether rows can be told: by their name, their label or their id."""
        name = self.register.name_field
        needed = {name, "ref"} if name in self.register.fields else {"ref"}
        return bool(needed & self.fields.keys()) or self.row_id is not None

    def heading(self, field: str) -> str:
        """The heading of a field's column as it stands in the sheet."""
        return self.headings[self.fields[field]]


@dataclass(frozen=True)
class Known:
    """What headings mean to one register; all of them normalised."""

    exact: dict[str, str]
    other: dict[str, tuple[str, ...]]
    worked_out: frozenset[str]


@cache
def known_to(key: str) -> Known:
    """Labels and field names, other words, and what is worked out."""
    register = BY_KEY[key]
    exact: dict[str, str] = {}
    for name, kind in register.fields.items():
        exact.setdefault(normalised(heading_of(kind)), name)
        exact.setdefault(normalised(kind.label), name)
    for name in register.fields:
        exact.setdefault(normalised(name), name)
    if not register.child_of:
        exact.pop("order", None)
    other = {normalised(heading): fields for heading, fields in headings_meaning(key).items()}
    computed = [column.label for column in COMPUTED.get(key, ())]
    left_out = [*computed, *(label + WORKED_OUT for label in computed), *LEFT_OUT.split(",")]
    return Known(exact, other, frozenset(normalised(heading) for heading in left_out))


def columns_in(sheet: Sheet, register: Register[Any]) -> Columns | None:
    """The heading row with what its columns mean; ``None`` where no row has a heading of this register."""
    known = known_to(register.key)
    heading = find_heading(sheet, [*known.exact, *known.other, *known.worked_out, ROW_ID])
    if heading is None:
        return None
    texts = {place: text for place, text in enumerate(heading.texts) if text}
    taken = _taken(texts, known)
    found = Columns(register, heading.number, {}, texts)
    left: dict[str, list[int]] = {"worked_out": [], "unknown": [], "twice": []}
    row_id = None
    for place in texts:
        meaning = taken[place]
        if meaning in left:
            left[meaning].append(place)
        elif meaning == ROW_ID:
            row_id = place
        else:
            found.fields[meaning] = place
    return Columns(
        register,
        heading.number,
        found.fields,
        texts,
        row_id,
        tuple(left["worked_out"]),
        tuple(left["unknown"]),
        tuple(left["twice"]),
    )


def _taken(texts: dict[int, str], known: Known) -> dict[int, str]:
    """For each place a field, ``ROW_ID``, ``worked_out``, ``unknown`` or ``twice``; each field once."""
    forms = {place: tuple(_forms(text, _habit(list(texts.values())))) for place, text in texts.items()}
    meant: dict[int, str] = {}
    used: set[str] = set()

    def offer(place: int, fields: Sequence[str]) -> None:
        free = next((field for field in fields if field not in used), None)
        meant[place] = free or "twice"
        used.add(free or "")

    for place, tried in forms.items():
        if tried[0] == normalised(ROW_ID):
            meant[place] = ROW_ID
        elif tried[0].endswith(normalised(WORKED_OUT)):
            meant[place] = "worked_out"
        elif tried[0] in known.exact:
            offer(place, [known.exact[tried[0]]])
    others = [
        (next((known.other[form] for form in tried if form in known.other), None), place)
        for place, tried in forms.items()
        if place not in meant
    ]
    exact_after_all = {
        place: known.exact[form]
        for place, tried in forms.items()
        if place not in meant
        for form in tried[1:]
        if form in known.exact
    }
    for fields, place in sorted(others, key=lambda each: (len(each[0] or ()), each[1])):
        if fields is not None:
            offer(place, fields)
        elif place in exact_after_all:
            offer(place, [exact_after_all[place]])
        else:
            meant[place] = "worked_out" if known.worked_out.intersection(forms[place]) else "unknown"
    return meant


def _forms(text: str, habit: str) -> Iterator[str]:
    """The heading as it stands, without what is in brackets, and without a word that many begin with."""
    yield normalised("no" if text == "#" else text)
    bare = normalised(ASIDE.sub(" ", text))
    yield bare
    if habit and bare.startswith(habit + " "):
        yield bare.removeprefix(habit + " ")


def _habit(texts: Sequence[str]) -> str:
    """A first word that several headings share, such as the name of a form that they were copied from."""
    firsts = Counter(normalised(text).split(" ")[0] for text in texts if " " in text)
    word, times = max(firsts.items(), key=lambda each: each[1], default=("", 0))
    return word if times >= SHARED else ""
