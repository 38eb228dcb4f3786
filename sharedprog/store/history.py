"""The journal read backwards, a part at a time, so that a long one keeps nobody waiting."""

from __future__ import annotations

from collections.abc import Iterable
from sys import intern
from typing import Any

from sqlalchemy import Connection, FromClause, Select, func, select

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.history import Marks
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.store.journal import from_text
from sharedprog.store.tables import CHANGE_SETS, EDITS

TOUCHED = select(CHANGE_SETS.c.id, EDITS.c.row).join(EDITS, EDITS.c.change_set == CHANGE_SETS.c.position)
"""Each edit as the action that made it and the row it touched."""


def marks(connection: Connection) -> Marks:
    """What must be known of the whole journal before a part of it is told."""
    found = confidence(connection)
    found.last = connection.execute(select(func.max(EDITS.c.position))).scalar() or 0
    for action, row in connection.execute(TOUCHED.where(EDITS.c.field == "exists").order_by(EDITS.c.position)):
        found.learn_row(action, row)
    return found


def confidence(connection: Connection) -> Marks:
    """The poisons that were ever anonymous, and the actions that touched one of them."""
    found = Marks(poisons=confided(connection))
    if found.poisons:
        of_poisons = connection.execute(TOUCHED.where(EDITS.c.register == POISONS.key))
        found.actions |= {action for action, row in of_poisons if row in found.poisons}
    return found


def confided(connection: Connection) -> set[str]:
    """The poisons that were ever anonymous."""
    changed = select(EDITS.c.row).where(EDITS.c.register == POISONS.key, EDITS.c.field == "anonymous")
    return set(connection.execute(changed.distinct()).scalars())


def before(connection: Connection, position: int, most: int) -> tuple[list[ChangeSet], int]:
    """Parts of change sets, newest first, of at most so many edits before a position; and the first of those.

    The position is 0 where nothing comes before.
    """
    last = select(EDITS).where(EDITS.c.position < position).order_by(EDITS.c.position.desc()).limit(most).subquery()
    found = connection.execute(_told(last).order_by(last.c.position.desc())).all()
    parts = _gathered(reversed(found))
    return parts[::-1], found[-1].position if len(found) == most else 0


def of_rows(connection: Connection, rows: Iterable[str]) -> list[ChangeSet]:
    """The parts of change sets that touch rows of these ids, oldest first."""
    touching = select(EDITS).where(EDITS.c.row.in_(tuple(rows))).subquery()
    return _gathered(connection.execute(_told(touching).order_by(touching.c.position)))


def _told(edits: FromClause) -> Select[Any]:
    """Edits, each with the head of its change set."""
    heads, told = CHANGE_SETS.c, edits.c
    columns = (heads.id, heads.title, heads.who, heads.at, heads.undoes, heads.via)
    return select(told.position, *columns, told.register, told.row, told.field, told.old, told.new).join_from(
        edits, CHANGE_SETS, told.change_set == heads.position
    )


def _gathered(rows: Iterable[Any]) -> list[ChangeSet]:
    """Rows of edits in order, as change sets."""
    parts: list[ChangeSet] = []
    edits: list[Edit] = []
    head: tuple[Any, ...] = ()

    def close() -> None:
        if head:
            name, title, who, at, undoes, via = head
            parts.append(ChangeSet(name, title, who, at, tuple(edits), undoes, via))
            edits.clear()

    for _, name, title, who, at, undoes, via, register, row, field, old, new in rows:
        if not head or head[0] != name:
            close()
            head = (name, title, who, at, undoes, via)
        cell = Cell(intern(register), intern(row), intern(field))
        edits.append(Edit(cell, from_text(register, field, old), from_text(register, field, new)))
    close()
    return parts
