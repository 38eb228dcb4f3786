"""Which rows of a register stand in a list, and in what order: typed filter, named filter, sorting."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import is_
from typing import Any

from sharedprog.domain.columns import columns_of
from sharedprog.domain.fields import Choice, Link, Prose, Text
from sharedprog.domain.programme import Table
from sharedprog.domain.register import UNSHOWN, Register, Row
from sharedprog.domain.registers.poisons import Poison
from sharedprog.domain.values import show
from sharedprog.domain.view import View

Test = Callable[[View, Any], bool]
"""A named filter: whether a row belongs in it."""


@dataclass(frozen=True)
class Wanted:
    """What a person asked to see: words that must all be in the row, a named filter, a column to sort by."""

    words: str = ""
    test: Test | None = None
    sort: str | None = None
    descending: bool = False


class Listing:
    """Lists the rows of one register; remembers the searched text of rows until they, or what they name, change."""

    def __init__(self, register: Register[Any]) -> None:
        self.register = register
        links = [kind for name, kind in register.fields.items() if isinstance(kind, Link) and name not in UNSHOWN]
        self._named = sorted({key for kind in links for key in kind.to} - {register.key})
        self._tables: list[Table] = []
        self._texts: dict[str, tuple[Row, str]] = {}

    def ids(self, view: View, rows: Iterable[Row], wanted: Wanted) -> tuple[str, ...]:
        """Ids of the rows wanted, in the order wanted; without a column to sort by, in the order given."""
        words = wanted.words.casefold().split()
        tables = [view.programme.tables[key] for key in self._named]
        if len(tables) != len(self._tables) or not all(map(is_, tables, self._tables)):
            self._tables = tables
            self._texts.clear()
        kept = [row for row in rows if self._fits(view, row, words, wanted.test)]
        if wanted.sort is not None:
            shown = columns_of(self.register.key)[wanted.sort].shown
            keys = {row.id: shown(view, row).sort for row in kept}
            known = [row for row in kept if keys[row.id][0] == 0]
            known.sort(key=lambda row: keys[row.id], reverse=wanted.descending)
            kept = known + [row for row in kept if keys[row.id][0] != 0]
        return tuple(row.id for row in kept)

    def _fits(self, view: View, row: Row, words: list[str], test: Test | None) -> bool:
        if test is not None and not test(view, row):
            return False
        return not words or all(word in self._text(view, row) for word in words)

    def _text(self, view: View, row: Row) -> str:
        held = self._texts.get(row.id)
        if held is not None and held[0] is row:
            return held[1]
        text = searched_text(view, self.register, row)
        self._texts[row.id] = (row, text)
        return text


def searched_text(view: View, register: Register[Any], row: Row) -> str:
    """Everything of a row that people would type to find it: its label, words, options and names; in lower case."""
    parts = []
    for name, kind in register.fields.items():
        value = getattr(row, name)
        secret = name == "named_by" and isinstance(row, Poison) and row.anonymous
        if value and isinstance(kind, Text | Prose | Choice | Link) and name not in UNSHOWN and not secret:
            parts.append(show(kind, value, view.programme))
    return "\n".join(parts).casefold()
