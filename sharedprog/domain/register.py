"""Row and Register: one kind of row, described once and read by every table, form, sheet and page."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Generic, TypeVar, cast, get_type_hints

from sharedprog.domain.fields import Field, Kind, Text, Value


@dataclass(frozen=True, kw_only=True)
class Row:
    """What every row has: a UUID in hex, a label such as R-012, and whether it exists."""

    id: str = ""
    exists: bool = False
    ref: Annotated[str, Text(label="Ref", width=8, longest=20, help="The label people use. Never given twice.")] = ""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Group:
    """A named part of the form: the fields a person thinks of together, in reading order."""

    title: str
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Register(Generic[R]):
    """One kind of row, described once.

    ``columns`` are shown at first in tables, in order (computed columns included); ``child_of`` names the
    registers whose rows may be the ``parent`` of this one's; ``empty`` says what belongs here.
    """

    key: str
    row: type[R]
    title: str
    singular: str
    prefix: str = ""
    place: str = ""
    name_field: str = "title"
    columns: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    child_of: tuple[str, ...] = ()
    ordered: bool = False
    single: bool = False
    empty: str = ""

    @cached_property
    def fields(self) -> dict[str, Kind]:
        """The described fields by name, in order of declaration; ``id`` and ``exists`` are not among them."""
        hints = get_type_hints(self.row, include_extras=True)
        marked: dict[str, Kind] = {}
        for slot in dataclasses.fields(self.row):
            for mark in getattr(hints[slot.name], "__metadata__", ()):
                if isinstance(mark, Field):
                    marked[slot.name] = cast(Kind, mark)
        return marked

    @cached_property
    def defaults(self) -> dict[str, Value]:
        """What each field, and ``exists``, holds in a row that nobody has filled in."""
        values = {slot.name: slot.default for slot in dataclasses.fields(self.row) if slot.name != "id"}
        return cast(dict[str, Value], values)

    def blank(self, row_id: str) -> R:
        """A row of defaults that does not exist yet."""
        return self.row(id=row_id)

    def name_of(self, row: Row) -> str:
        """The row in a few words: what its name field holds."""
        return str(getattr(row, self.name_field) or "")

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Register) and other.key == self.key


@dataclass(frozen=True, kw_only=True)
class OrderedRow(Row):
    """A row that people put in order: a text key between its neighbours' keys, ties broken by id."""

    order: Annotated[
        str, Text(label="Order", width=8, longest=400, help="Where the row stands among its neighbours.")
    ] = ""


UNSHOWN = frozenset({"order", "parent"})
"""Fields that place a row and are not printed as columns of their own."""
