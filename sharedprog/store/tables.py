"""The tables of a programme file: one for each register, the journal, and bytes kept by their hash."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, assert_never

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    Time,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

from sharedprog.domain import fields
from sharedprog.domain.register import Register
from sharedprog.domain.registers import REGISTERS

METADATA = MetaData()


class Utc(TypeDecorator[datetime]):
    """A moment: stored without a zone, as UTC; read with it."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Bring it to UTC and drop the zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say again that it is UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


def column_type(kind: fields.Kind) -> TypeEngine[Any]:
    """The SQL type that holds a kind of field."""
    match kind:
        case fields.Text() | fields.Prose():
            return Text()
        case fields.Whole() | fields.Money() | fields.Percent() | fields.Duration() | fields.Level():
            return Integer()
        case fields.Flag():
            return Boolean()
        case fields.Day():
            return Date()
        case fields.Clock():
            return Time()
        case fields.Moment():
            return Utc()
        case fields.Choice() | fields.Link() | fields.File():
            return String()
        case _:
            assert_never(kind)


def register_table(register: Register[Any], metadata: MetaData) -> Table:
    """The table of a register: its id, whether the row exists, and a column for each field.

    No foreign keys between registers: a link to a row that is missing is a problem to report, not a file
    that cannot be opened.
    """
    columns = [Column(name, column_type(kind)) for name, kind in register.fields.items()]
    return Table(
        register.key,
        metadata,
        Column("id", String(32), primary_key=True),
        Column("exists", Boolean, nullable=False),
        *columns,
    )


ROWS: dict[str, Table] = {register.key: register_table(register, METADATA) for register in REGISTERS}
"""Tables of rows by register key."""

CHANGE_SETS = Table(
    "change_sets",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("undoes", String(32)),
    Column("via", String(32)),
)
"""Who did what when, in the order in which it was committed (``position``, never a clock)."""

EDITS = Table(
    "edits",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("change_set", Integer, ForeignKey("change_sets.position"), nullable=False, index=True),
    Column("register", String, nullable=False),
    Column("row", String(32), nullable=False),
    Column("field", String, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
)
"""Each cell before and after, as JSON in the encoding of the export."""

BLOBS = Table(
    "blobs",
    METADATA,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
"""Attached bytes by their hash."""

FACTS = Table("facts", METADATA, Column("name", String, primary_key=True), Column("value", Text, nullable=False))
"""Facts about the file itself, such as its ``file_uuid``."""
