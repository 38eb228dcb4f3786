"""The rows a link can point at, by the names people know them by; made once for a state of their registers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import is_

from sharedprog.domain.naming import short_name
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS

Choices = tuple[tuple[str, str], ...]
"""Ids and names."""


@dataclass(frozen=True)
class _Made:
    tables: tuple[Table, ...]
    choices: Choices


_RECENT: Recent[_Made] = Recent(keep=16)


def name_among(programme: Programme, keys: Iterable[str], row_id: str) -> str | None:
    """The name of one existing row of some registers."""
    for key in keys:
        table = programme.tables[key]
        row = table.rows.get(row_id)
        if row is not None:
            return short_name(table.register, row) if row.exists else None
    return None


def choices(programme: Programme, keys: Iterable[str]) -> Choices:
    """The rows of some registers by name, boards by number; the very same tuple while none of them changes."""
    tables = tuple(programme.tables[key] for key in keys)
    for known in _RECENT:
        if len(known.tables) == len(tables) and all(map(is_, known.tables, tables)):
            return known.choices
    found = [(row.id, short_name(table.register, row)) for table in tables for row in table.existing]
    if not any(table.register == BOARD_MEETINGS for table in tables):
        found.sort(key=lambda pair: pair[1].casefold())
    return _RECENT.hold(_Made(tables, tuple(found))).choices
