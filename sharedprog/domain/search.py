"""Finding any row of the programme by its label or by what is written in it, and where it is to be seen."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from sharedprog.domain.fields import Prose, Text
from sharedprog.domain.matching import NO_LABEL, Fit, Marked, Query, excerpt, read_label, strung
from sharedprog.domain.naming import label, short_name
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.register import UNSHOWN, Register, Row
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.packs import Pack
from sharedprog.domain.steps import in_one_go

UNREAD = UNSHOWN | {"ref", "saw", "pdf_hash", "sections"}
"""Fields that nobody searches by: where a row stands, its label (found by itself), hashes and codes."""
MOST = 6
"""Rows of one register that are offered for a search."""
STEP = 32
"""Rows read before others have their turn."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as it is searched: its label in two forms, its title, and all of its text, the title first."""

    row: Row
    whole: str
    bare: str
    title: str
    text: str


@dataclass(frozen=True)
class Shelf:
    """The rows of one register that can be found, by id."""

    table: Table
    entries: Mapping[str, Entry]


@dataclass(frozen=True)
class Index:
    """What a search looks through: a picture, with a shelf for each of its registers."""

    programme: Programme
    shelves: Mapping[str, Shelf]


@dataclass(frozen=True)
class Find:
    """A row that fits, and the row of a page where it is to be seen.

    ``of`` names the row it belongs to; ``field`` is the one in which it was found, ``where`` its label, unless it was
    found by its title.
    """

    register: Register[Any]
    row_id: str
    ref: str
    title: Marked
    of: str
    field: str
    where: str
    excerpt: Marked | None
    page: str
    page_row: str


@dataclass(frozen=True)
class Finds:
    """The rows of one register that fit, the best of them first; ``count`` is how many there are."""

    register: Register[Any]
    best: Fit
    count: int
    rows: tuple[Find, ...]


def index_of(programme: Programme, before: Index | None = None) -> Generator[None, None, Index]:
    """Make the index of a picture, a few rows at a time; rows that an earlier index knows are not read again."""
    shelves: dict[str, Shelf] = {}
    for register in REGISTERS:
        if not _texts(register.key) or not _page_of(register.key):
            continue
        table = programme.tables[register.key]
        earlier = before.shelves.get(register.key) if before is not None else None
        if earlier is not None and earlier.table is table:
            shelves[register.key] = earlier
            continue
        known = earlier.entries if earlier is not None else {}
        entries: dict[str, Entry] = {}
        read = 0
        for row in table.existing:
            entry = known.get(row.id)
            if entry is None or entry.row is not row:
                entry = _entry(register, row)
                read += 1
                if read % STEP == 0:
                    yield
            if entry.text:
                entries[row.id] = entry
        shelves[register.key] = Shelf(table, entries)
        yield
    return Index(programme, shelves)


def indexed(programme: Programme, before: Index | None = None) -> Index:
    """The same, in one go."""
    return in_one_go(index_of(programme, before))


def search(index: Index, query: Query, most: int = MOST) -> tuple[Finds, ...]:
    """The rows that fit, by register in the order in which people meet them; empty where nothing was asked."""
    if not query.words:
        return ()
    found = (_on_shelf(index, shelf, query, most) for shelf in index.shelves.values())
    return tuple(finds for finds in found if finds is not None)


def find_again(index: Index, register: str, row_id: str) -> Find | None:
    """A row that was found before, as it is now; ``None`` where it is gone."""
    shelf = index.shelves.get(register)
    entry = shelf.entries.get(row_id) if shelf is not None else None
    if shelf is None or entry is None:
        return None
    return _find(index.programme, shelf.table.register, entry, Fit.TITLE, Query(""))


def title_of(register: Register[Any], row: Row) -> str:
    """What a row is called where rows of every kind stand together."""
    if isinstance(row, BoardMeeting):
        return f"Board {short_name(register, row)}"
    if isinstance(row, Pack):
        return label(register, row).capitalize()
    return register.name_of(row)


def _on_shelf(index: Index, shelf: Shelf, query: Query, most: int) -> Finds | None:
    """The rows of one register that fit."""
    tiers = _tiers(shelf, query)
    best = next((fit for fit, entries in tiers if entries), None)
    if best is None:
        return None
    register = shelf.table.register
    ranked = ((fit, entry) for fit, entries in tiers for entry in entries)
    shown = (_find(index.programme, register, entry, fit, query) for fit, entry in ranked)
    rows = tuple(islice((find for find in shown if find is not None), most))
    count = sum(len(entries) for _, entries in tiers)
    return Finds(register, best, count, rows) if rows else None


def _tiers(shelf: Shelf, query: Query) -> list[tuple[Fit, list[Entry]]]:
    """The entries that fit, best first. Written without a call for each: there can be ten thousand."""
    labelled = _labelled(shelf, query)
    known = {entry.row.id for entries in labelled for entry in entries}
    fitting = list(shelf.entries.values())
    for start in query.starts:
        fitting = [entry for entry in fitting if start in entry.text]
    if known:
        fitting = [entry for entry in fitting if entry.row.id not in known]
    begins = [entry for entry in fitting if entry.title.startswith(query.run)]
    rest = [entry for entry in fitting if not entry.title.startswith(query.run)]
    titled = rest
    for start in query.starts:
        titled = [entry for entry in titled if start in entry.title]
    named = {entry.row.id for entry in titled} if len(titled) < len(rest) else None
    return [
        (Fit.EXACT, [*labelled[0], *(entry for entry in begins if entry.title == query.run)]),
        (Fit.BEGINS, [*labelled[1], *(entry for entry in begins if entry.title != query.run)]),
        (Fit.TITLE, titled),
        (Fit.TEXT, [entry for entry in rest if entry.row.id not in named] if named is not None else []),
    ]


def _labelled(shelf: Shelf, query: Query) -> tuple[list[Entry], list[Entry]]:
    """The entries whose label was typed, and those whose label begins with what was typed."""
    if query.label is None:
        return [], []
    whole, bare = query.label.whole, query.label.bare
    some = [each for each in shelf.entries.values() if each.whole.startswith(whole) or each.bare.startswith(bare)]
    return [each for each in some if each.bare == bare], [each for each in some if each.bare != bare]


def _find(programme: Programme, register: Register[Any], entry: Entry, fit: Fit, query: Query) -> Find | None:
    """A row to show; ``None`` where what it belongs to is missing."""
    top, above = register, entry.row
    while not top.place:
        found = programme.find(getattr(above, "parent", None), top.child_of)
        if found is None:
            return None
        top, above = found
    field = _where(register, entry.row, query) if fit is Fit.TEXT else ""
    whose = label(top, above)
    return Find(
        register=register,
        row_id=entry.row.id,
        ref=entry.row.ref,
        title=excerpt(title_of(register, entry.row), query),
        of="" if top is register else f"{whose[:1].upper()}{whose[1:]}",
        field=field,
        where=register.fields[field].label if field else "",
        excerpt=excerpt(str(getattr(entry.row, field)), query) if field else None,
        page=top.key,
        page_row=above.id,
    )


def _where(register: Register[Any], row: Row, query: Query) -> str:
    """The field, besides the title, in which most of the words stand."""
    best, most = "", 0
    for name in _texts(register.key):
        text = strung(str(getattr(row, name) or ""))
        here = sum(start in text for start in query.starts)
        if here > most and name != register.name_field:
            best, most = name, here
    return best


def _entry(register: Register[Any], row: Row) -> Entry:
    title = title_of(register, row)
    rest = (getattr(row, name) for name in _texts(register.key) if name != register.name_field)
    written = [title, *(text for text in rest if text)]
    label = read_label(row.ref) or NO_LABEL
    return Entry(row, label.whole, label.bare, strung(title), strung(" ".join(written)))


@cache
def _texts(key: str) -> tuple[str, ...]:
    """The fields of a register that hold text a person reads there."""
    register = BY_KEY[key]
    shown = {name for group in register.groups for name in group.fields}
    shown |= {*register.columns, register.name_field}
    written = (name for name, kind in register.fields.items() if isinstance(kind, Text | Prose))
    return tuple(name for name in written if name in shown and name not in UNREAD)


def _page_of(key: str) -> bool:
    """Whether rows of a register are to be seen on some page."""
    register = BY_KEY[key]
    return bool(register.place) or any(_page_of(above) for above in register.child_of if above != key)
