"""The journal: what was done, by whom, when; written beside the rows in the same transaction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, between, func, select

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.fields import Flag, Kind, Value
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.values import decode, encode
from sharedprog.store.tables import CHANGE_SETS, EDITS

DECODER = json.JSONDecoder()
EXISTS = Flag(label="Exists")
LAST = 2**63 - 1
"""A position that no change set comes to."""


def kind_of(register: str, field: str) -> Kind:
    """The kind of a journaled field; ``exists`` is a flag."""
    return EXISTS if field == "exists" else BY_KEY[register].fields[field]


def to_text(value: Value) -> str:
    """A value as JSON text."""
    return json.dumps(encode(value), ensure_ascii=False)


@lru_cache(maxsize=10_000)
def from_text(register: str, field: str, text: str) -> Value:
    """A value from JSON text; raises ``ValueError`` or ``TypeError`` where it is not of the field's kind."""
    value, end = DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError(f"{text!r} is more than one value")
    return decode(kind_of(register, field), value)


def write(connection: Connection, change_set: ChangeSet) -> None:
    """Add a change set at the end."""
    position = connection.execute(
        CHANGE_SETS.insert(),
        {
            "id": change_set.id,
            "title": change_set.title,
            "who": change_set.who,
            "at": change_set.at,
            "undoes": change_set.undoes,
            "via": change_set.via,
        },
    ).inserted_primary_key
    rows = [
        {
            "change_set": position[0] if position else None,
            "register": edit.cell.register,
            "row": edit.cell.row,
            "field": edit.cell.field,
            "old": to_text(edit.old),
            "new": to_text(edit.new),
        }
        for edit in change_set.edits
    ]
    if rows:
        connection.execute(EDITS.insert(), rows)


def length(connection: Connection) -> int:
    """The position of the last change set; 0 when there is none."""
    return connection.execute(select(func.max(CHANGE_SETS.c.position))).scalar() or 0


def position_of(connection: Connection, change_set: str) -> int | None:
    """Where a change set stands, from 1; ``None`` for one that is not there."""
    return connection.execute(select(CHANGE_SETS.c.position).where(CHANGE_SETS.c.id == change_set)).scalar()


def newest(connection: Connection, until: datetime | None = None) -> str | None:
    """The id of the last change set, of those made up to a moment where one is given."""
    query = select(CHANGE_SETS.c.id).order_by(CHANGE_SETS.c.position.desc()).limit(1)
    return connection.execute(query if until is None else query.where(CHANGE_SETS.c.at <= until)).scalar()


def maker(connection: Connection, register: str, row: str) -> str | None:
    """Who first made a row; ``None`` where the journal does not tell."""
    query = select(CHANGE_SETS.c.who).join(EDITS, EDITS.c.change_set == CHANGE_SETS.c.position)
    made = query.where(EDITS.c.register == register, EDITS.c.row == row, EDITS.c.field == "exists")
    return connection.execute(made.order_by(EDITS.c.position).limit(1)).scalar()


def read(connection: Connection, after: int = 0, until: int | None = None) -> Iterator[ChangeSet]:
    """The change sets after a position, up to and with another, in order."""
    wanted = between(CHANGE_SETS.c.position, after + 1, LAST if until is None else until)
    heads = connection.execute(select(CHANGE_SETS).where(wanted).order_by(CHANGE_SETS.c.position)).all()
    edits: dict[int, list[Edit]] = {}
    told = (EDITS.c.change_set, EDITS.c.register, EDITS.c.row, EDITS.c.field, EDITS.c.old, EDITS.c.new)
    query = select(*told).where(between(EDITS.c.change_set, after + 1, LAST if until is None else until))
    for position, register, row, field, old, new in connection.execute(query.order_by(EDITS.c.position)):
        edit = Edit(Cell(register, row, field), from_text(register, field, old), from_text(register, field, new))
        edits.setdefault(position, []).append(edit)
    for head in heads:
        yield ChangeSet(
            id=head.id,
            title=head.title,
            who=head.who,
            at=head.at,
            edits=tuple(edits.get(head.position, ())),
            undoes=head.undoes,
            via=head.via,
        )


def squashed(connection: Connection, after: int = 0, until: int | None = None) -> Iterator[Edit]:
    """What ``squash`` makes of the change sets after a position, up to and with another; without reading them all."""
    cell = (EDITS.c.register, EDITS.c.row, EDITS.c.field)
    ends = (
        select(func.min(EDITS.c.position).label("first"), func.max(EDITS.c.position).label("last"))
        .join(CHANGE_SETS, EDITS.c.change_set == CHANGE_SETS.c.position)
        .where(between(EDITS.c.change_set, after + 1, LAST if until is None else until), CHANGE_SETS.c.via.is_(None))
        .group_by(*cell)
        .subquery()
    )
    first, last = EDITS.alias(), EDITS.alias()
    query = (
        select(first.c.register, first.c.row, first.c.field, first.c.old, last.c.new)
        .select_from(ends.join(first, first.c.position == ends.c.first).join(last, last.c.position == ends.c.last))
        .where(first.c.old != last.c.new)
        .order_by(first.c.position)
    )
    for register, row, field, old, new in connection.execute(query):
        yield Edit(Cell(register, row, field), from_text(register, field, old), from_text(register, field, new))


def touched(edits: Sequence[Edit]) -> dict[str, dict[str, dict[str, Edit]]]:
    """Edits by register, row and field."""
    grouped: dict[str, dict[str, dict[str, Edit]]] = {}
    for edit in edits:
        grouped.setdefault(edit.cell.register, {}).setdefault(edit.cell.row, {})[edit.cell.field] = edit
    return grouped
