"""Rows in and out of their tables; the only statements that change what a programme holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from sys import intern
from typing import Any

from sqlalchemy import Connection, bindparam, select

from sharedprog.domain.changes import Edit, Stale, same
from sharedprog.domain.fields import Choice, Day, Link
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.store.journal import touched
from sharedprog.store.tables import ROWS

ALIKE = (Choice, Day, Link)
"""Kinds of field whose values many rows share."""
AT_ONCE = 400
"""Ids asked for in one statement."""


def read_all(connection: Connection) -> Programme:
    """The picture of all rows; ids, choices and days that are equal are one object, as thousands of them are."""
    rows: dict[str, list[Row]] = {}
    one: dict[object, object] = {}
    for register in REGISTERS:
        table = ROWS[register.key]
        names = ("id", "exists", *register.fields)
        alike = [name for name in names if isinstance(register.fields.get(name), ALIKE)]
        rows[register.key] = made = []
        for values in connection.execute(select(*(table.c[name] for name in names))):
            cells: dict[str, Any] = dict(zip(names, values, strict=True))
            cells["id"] = intern(cells["id"])
            for name in alike:
                cells[name] = one.setdefault(cells[name], cells[name])
            made.append(register.row(**cells))
    return Programme.of_rows(rows)


def write(connection: Connection, edits: Iterable[Edit]) -> None:
    """Put new values in their cells; raises ``Stale`` where a cell does not hold the old one."""
    for key, rows in touched(tuple(edits)).items():
        now = _present(connection, key, rows)
        _check(key, rows, now)
        _insert(connection, key, {row: of for row, of in rows.items() if row not in now})
        _update(connection, key, {row: of for row, of in rows.items() if row in now})


def _present(connection: Connection, key: str, ids: Iterable[str]) -> dict[str, Mapping[str, Any]]:
    """What the table now holds of these rows, by id."""
    table = ROWS[key]
    present: dict[str, Mapping[str, Any]] = {}
    for some in _chunks(tuple(ids)):
        for row in connection.execute(select(table).where(table.c.id.in_(some))).mappings():
            present[row["id"]] = dict(row)
    return present


def _chunks(ids: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def _check(key: str, rows: dict[str, dict[str, Edit]], now: Mapping[str, Mapping[str, Any]]) -> None:
    defaults = BY_KEY[key].defaults
    for row, of_row in rows.items():
        held = now.get(row, defaults)
        for field, edit in of_row.items():
            if not same(held[field], edit.old):
                raise Stale(edit.cell)


def _insert(connection: Connection, key: str, rows: dict[str, dict[str, Edit]]) -> None:
    if not rows:
        return
    defaults = BY_KEY[key].defaults
    made = [
        {"id": row, **defaults, **{field: edit.new for field, edit in of_row.items()}} for row, of_row in rows.items()
    ]
    connection.execute(ROWS[key].insert(), made)


def _update(connection: Connection, key: str, rows: dict[str, dict[str, Edit]]) -> None:
    table = ROWS[key]
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row, of_row in rows.items():
        values = {f"new_{field}": edit.new for field, edit in of_row.items()}
        alike.setdefault(tuple(of_row), []).append({"of_id": row, **values})
    for fields, many in alike.items():
        statement = table.update().where(table.c.id == bindparam("of_id"))
        connection.execute(statement.values({field: bindparam(f"new_{field}") for field in fields}), many)
