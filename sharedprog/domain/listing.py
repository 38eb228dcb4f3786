"""Which rows of a register stand in a list, and in what order: typed filter, named filter, sorting."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from operator import is_
from typing import Any

from sharedprog.domain.columns import Column, columns_of
from sharedprog.domain.computed import SortKey
from sharedprog.domain.fields import Choice, Kind, Link, Prose, Text
from sharedprog.domain.matching import fold
from sharedprog.domain.naming import name_of
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.register import UNSHOWN, Register, Row
from sharedprog.domain.registers.poisons import Poison
from sharedprog.domain.view import View

Test = Callable[[View, Any], bool]
"""A named filter: whether a row belongs in it."""
STEP = 64
"""Rows read before others have their turn."""


@dataclass(frozen=True)
class Wanted:
    """What a person asked to see: words that must all be in the row, a named filter, a column to sort by."""

    words: str = ""
    test: Test | None = None
    sort: str | None = None
    descending: bool = False


class Listing:
    """Lists the rows of one register; remembers what finds and sorts them until they, or their links, change."""

    def __init__(self, register: Register[Any]) -> None:
        self.register = register
        self._searched = {
            name: kind
            for name, kind in register.fields.items()
            if isinstance(kind, Text | Prose | Choice | Link) and name not in UNSHOWN
        }
        links = [kind for kind in self._searched.values() if isinstance(kind, Link)]
        self._linked = sorted({key for kind in links for key in kind.to})
        self._tables: list[Table] = []
        self._names: dict[tuple[str, str], str] = {}
        self._texts: dict[str, tuple[Row, str]] = {}
        self._keys: dict[str, dict[str, tuple[Row, SortKey]]] = {}

    def ids(self, view: View, rows: Iterable[Row], wanted: Wanted) -> tuple[str, ...]:
        """Ids of the rows wanted, in the order wanted; without a column to sort by, in the order given."""
        self._forget_old_names(view.programme)
        test, words = wanted.test, fold(wanted.words).split()
        kept = self._with_words(view, rows, words) if words else rows
        if test is not None:
            kept = [row for row in kept if test(view, row)]
        if wanted.sort is None:
            return tuple([row.id for row in kept])
        column = columns_of(self.register.key)[wanted.sort]
        keyed = [(self._key(view, column, row), row.id) for row in kept]
        known = sorted((each for each in keyed if each[0][0] == 0), key=lambda each: each[0], reverse=wanted.descending)
        return tuple(row_id for _, row_id in (*known, *(each for each in keyed if each[0][0] != 0)))

    def read_ahead(self, view: View, rows: Iterable[Row]) -> Generator[None, None, None]:
        """Read what rows are found by, a few at a time, before anyone types a word."""
        self._forget_old_names(view.programme)
        for number, row in enumerate(rows, start=1):
            self._text(view, row)
            if number % STEP == 0:
                yield

    def _with_words(self, view: View, rows: Iterable[Row], words: Iterable[str]) -> list[Row]:
        """The rows in whose text all of the words stand. Written without a call for each row that was read before."""
        read, known = self._text, self._texts
        texts = [
            (row, held[1] if (held := known.get(row.id)) is not None and held[0] is row else read(view, row))
            for row in rows
        ]
        for word in words:
            texts = [pair for pair in texts if word in pair[1]]
        return [row for row, _ in texts]

    def _forget_old_names(self, programme: Programme) -> None:
        """Once a row that others name has changed, what they are found by is made anew."""
        tables = [programme.tables[key] for key in self._linked]
        if len(tables) != len(self._tables) or not all(map(is_, tables, self._tables)):
            self._tables = tables
            self._names.clear()
            self._texts.clear()
            self._keys.clear()

    def _key(self, view: View, column: Column, row: Row) -> SortKey:
        """What a row is sorted by; that of a computed column can change while its row does not."""
        if column.computed:
            return column.key(view, row)
        known = self._keys.setdefault(column.name, {})
        held = known.get(row.id)
        if held is not None and held[0] is row:
            return held[1]
        key = column.key(view, row)
        known[row.id] = (row, key)
        return key

    def _text(self, view: View, row: Row) -> str:
        """Everything of a row that people would type to find it: its label, words, options and names; folded."""
        held = self._texts.get(row.id)
        if held is not None and held[0] is row:
            return held[1]
        secret = isinstance(row, Poison) and row.anonymous
        parts = [
            self._shown(name, kind, value, view.programme)
            for name, kind in self._searched.items()
            if (value := getattr(row, name)) and not (secret and name == "named_by")
        ]
        text = fold("\n".join(parts))
        self._texts[row.id] = (row, text)
        return text

    def _shown(self, field: str, kind: Kind, value: str, programme: Programme) -> str:
        if not isinstance(kind, Choice | Link):
            return value
        name = self._names.get((field, value))
        if name is None:
            name = kind.words(value) if isinstance(kind, Choice) else name_of(programme, kind.to, value)
            self._names[field, value] = name
        return name
