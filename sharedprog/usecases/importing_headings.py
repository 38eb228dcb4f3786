"""Which field each column of a sheet means, by its heading: our own labels first, then other people's words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sharedprog.domain.computed import COMPUTED
from sharedprog.domain.register import Register
from sharedprog.domain.registers import BY_KEY
from sharedprog.exchange.headings import Heading, find_heading, heading_at, normalised
from sharedprog.exchange.sheet import Sheet
from sharedprog.usecases.exporting_sheets import ROW_ID, WORKED_OUT, heading_of
from sharedprog.usecases.importing_synonyms import LEFT_OUT, extras_of, headings_meaning

ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
UNKNOWN, TWICE = "unknown", "twice"
LEAVE_OUT = ""
"""What a column means that the person leaves out."""
SHARED = 3
"""Headings that begin with one unknown word before that word is taken for a habit."""


@dataclass(frozen=True)
class Columns:
    """The heading row of a sheet; places are those of the cells, from 0. ``extras`` are no fields but say more.

    ``worked_out`` are headings of columns that the program fills itself; ``unknown`` mean nothing to this
    register; ``twice`` mean a field that another column has already; ``left`` are left out by the person.
    """

    register: Register[Any]
    number: int
    fields: dict[str, int]
    headings: dict[int, str]
    row_id: int | None = None
    extras: dict[str, int] = field(default_factory=dict)
    worked_out: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    twice: tuple[int, ...] = ()
    left: tuple[int, ...] = ()

    @property
    def named(self) -> bool:
        """Whether rows can be told: by name, label or id, or by what they must have where that is not their name."""
        name, must = self.register.name_field, must_have(self.register)
        if self.row_id is not None or {name, "ref"} & self.fields.keys():
            return True
        return name not in must and len(self.fields) > 1 and self.fields.keys() >= set(must)

    def heading(self, field: str) -> str:
        """The heading of a field's column as it stands in the sheet."""
        return self.headings[self.fields[field]]


def must_have(register: Register[Any]) -> tuple[str, ...]:
    """The fields without which a new row cannot be: its title or what it points at, and to whom it belongs."""
    belongs = {"parent"} if register.key not in register.child_of else set()
    return tuple(name for name, kind in register.fields.items() if kind.required or name in belongs)


@dataclass(frozen=True)
class Known:
    """What headings mean to one register; all of them normalised."""

    exact: dict[str, str]
    other: dict[str, tuple[str, ...]]
    extras: dict[str, str]
    worked_out: frozenset[str]


@cache
def known_to(key: str) -> Known:
    """Labels and field names, other words, and what is worked out."""
    register = BY_KEY[key]
    never = {"order"} if register.prefix else {"order", "ref"}
    exact: dict[str, str] = {}
    for name, kind in register.fields.items():
        exact.setdefault(normalised(heading_of(kind)), name)
        exact.setdefault(normalised(kind.label), name)
    for name in register.fields:
        exact.setdefault(normalised(name), name)
    exact = {heading: name for heading, name in exact.items() if name not in never}
    other = {normalised(heading): fields for heading, fields in headings_meaning(key).items()}
    computed = [column.label for column in COMPUTED.get(key, ())]
    left_out = [*computed, *(label + WORKED_OUT for label in computed), *LEFT_OUT.split(",")]
    extras = {normalised(heading): name for heading, name in extras_of(key).items()}
    return Known(exact, other, extras, frozenset(normalised(heading) for heading in left_out))


def columns_in(sheet: Sheet, register: Register[Any]) -> Columns | None:
    """The heading row with what its columns mean; ``None`` where no row has a heading of this register."""
    known = known_to(register.key)
    heading = find_heading(sheet, [*known.exact, *known.other, *known.extras, *known.worked_out, ROW_ID])
    return _columns(sheet, register, heading, {}) if heading is not None else None


def columns_at(sheet: Sheet, register: Register[Any], number: int, said: Mapping[int, str]) -> Columns:
    """The same where the person says which row holds the headings, 0 for none, and what columns mean, by place."""
    return _columns(sheet, register, heading_at(sheet, number), said)


def _columns(sheet: Sheet, register: Register[Any], heading: Heading, said: Mapping[int, str]) -> Columns:
    known = known_to(register.key)
    texts = {place: text for place, text in enumerate(heading.texts) if text}
    guessed = {place: text for place, text in texts.items() if place not in said}
    taken = {**_taken(guessed, known, lambda place: _filled(sheet, heading.number, place), set(said.values())), **said}
    left: dict[str, list[int]] = {WORKED_OUT: [], UNKNOWN: [], TWICE: [], LEAVE_OUT: []}
    fields: dict[str, int] = {}
    extras: dict[str, int] = {}
    for place in texts:
        meaning = taken[place]
        if meaning in left:
            left[meaning].append(place)
        elif meaning == ROW_ID or meaning in known.extras.values():
            extras[meaning] = place
        else:
            fields[meaning] = place
    return Columns(
        register,
        heading.number,
        fields,
        texts,
        extras.pop(ROW_ID, None),
        extras,
        tuple(left[WORKED_OUT]),
        tuple(left[UNKNOWN]),
        tuple(left[TWICE]),
        tuple(left[LEAVE_OUT]),
    )


def _filled(sheet: Sheet, heading: int, place: int) -> bool:
    """Whether anything stands beneath a heading."""
    below = (row.cells for row in sheet.rows if row.number > heading)
    return any(place < len(cells) and cells[place] is not None for cells in below)


def _taken(
    texts: Mapping[int, str], known: Known, filled: Callable[[int], bool], given: Collection[str]
) -> dict[int, str]:
    """For each place a field, an extra, ``ROW_ID``, or why it is none; each field once, and none that is given away.

    Our own labels come before other words, words with one meaning before those with several, and columns that
    hold something before those that hold nothing.
    """
    habit = _habit(list(texts.values()))
    meant: dict[int, str] = {}
    offers: list[tuple[tuple[int, bool, int], int, tuple[str, ...]]] = []
    for place, text in texts.items():
        forms = tuple(_forms(text, habit))
        rank, fields = _meanings(forms, known)
        if forms[0].endswith(normalised(WORKED_OUT)) or (not fields and known.worked_out.intersection(forms)):
            meant[place] = WORKED_OUT
        elif not fields:
            meant[place] = UNKNOWN
        else:
            offers.append(((rank, not filled(place), len(fields)), place, fields))
    used = set(given)
    for _, place, fields in sorted(offers):
        meant[place] = next((field for field in fields if field not in used), TWICE)
        used.add(meant[place])
    return meant


def _meanings(forms: Sequence[str], known: Known) -> tuple[int, tuple[str, ...]]:
    """What a heading may mean, best first, and how sure that is: 0 for our own label as it stands."""
    if forms[0] == normalised(ROW_ID):
        return 0, (ROW_ID,)
    if forms[0] in known.exact:
        return 0, (known.exact[forms[0]],)
    for form in forms:
        if form in known.extras:
            return 1, (known.extras[form],)
        if form in known.other:
            return 1, known.other[form]
    for form in forms[1:]:
        if form in known.exact:
            return 1, (known.exact[form],)
    return 2, ()


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
