"""Draft: a change set in the making. It sees its own edits, and squashes them to one per cell."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from sharedprog.domain.changes import Cell, Edit, same
from sharedprog.domain.fields import Value
from sharedprog.domain.ordering import after_last
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import BY_KEY, children_of


def new_id() -> str:
    """A new row or change-set id: a UUID in hex."""
    return uuid.uuid4().hex


class Draft:
    """Collects edits against a picture; nothing changes until someone applies ``edits``."""

    def __init__(self, programme: Programme, make_id: Callable[[], str] = new_id) -> None:
        self.before = programme
        self.make_id = make_id
        self._new: dict[Cell, Value] = {}
        self._highest: dict[str, int] = {}
        self._last_order: dict[tuple[str, Value], str] = {}

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What would change, one edit for each cell, in order of first touch."""
        edits = (Edit(cell, self._old(cell), new) for cell, new in self._new.items())
        return tuple(edit for edit in edits if not same(edit.old, edit.new))

    @property
    def programme(self) -> Programme:
        """The picture as it would be."""
        return self.before.apply(self.edits)

    def value(self, register: Register[Any], row_id: str, field: str) -> Value:
        """What a cell would hold."""
        cell = Cell(register.key, row_id, field)
        return self._new[cell] if cell in self._new else self._old(cell)

    def set(self, register: Register[Any], row_id: str, field: str, value: Value) -> None:
        """Put a value in a cell."""
        if field not in register.defaults:
            raise KeyError(f"{register.key} has no field {field!r}")
        self._new[Cell(register.key, row_id, field)] = value

    def add(self, register: Register[Any], row_id: str | None = None, **values: Value) -> str:
        """A new row with these values; its label and its place at the end are given unless named."""
        made = row_id or self.make_id()
        self.set(register, made, "exists", True)
        if register.prefix and not values.get("ref"):
            values["ref"] = self._next_ref(register)
        if register.ordered and not values.get("order"):
            values["order"] = self._next_order(register, values.get("parent"))
        for field, value in values.items():
            self.set(register, made, field, value)
        return made

    def delete(self, register: Register[Any], row_id: str) -> None:
        """Take a row away with the child rows (and the outline) beneath it, and the links to any of them."""
        waiting: list[tuple[Register[Any], str]] = [(register, row_id)]
        gone: dict[str, None] = {}
        while waiting:
            kind, deleted = waiting.pop()
            if deleted in gone:
                continue
            gone[deleted] = None
            self.set(kind, deleted, "exists", False)
            for child in (*children_of(kind.key), *([kind] if kind.key in kind.child_of else [])):
                waiting.extend((child, row.id) for row in self.before.children(child, deleted))
        for key, ends in (("dependencies", ("predecessor",)), ("links", ("source", "target"))):
            for row in self.before.rows(BY_KEY[key]):
                if any(getattr(row, end) in gone for end in ends):
                    self.set(BY_KEY[key], row.id, "exists", False)

    def _old(self, cell: Cell) -> Value:
        row: Row | None = self.before.all_rows(BY_KEY[cell.register]).get(cell.row)
        value: Value = BY_KEY[cell.register].defaults[cell.field] if row is None else getattr(row, cell.field)
        return value

    def _next_ref(self, register: Register[Any]) -> str:
        highest = self._highest.get(register.key, self.before.tables[register.key].highest) + 1
        self._highest[register.key] = highest
        return f"{register.prefix}-{highest:03d}"

    def _next_order(self, register: Register[Any], parent: Value) -> str:
        key = (register.key, parent)
        last = self._last_order.get(key)
        if last is None:
            rows = self.before.children(register, str(parent)) if parent else self.before.rows(register)
            if not parent and register.child_of:
                rows = tuple(row for row in rows if row.parent is None)
            last = rows[-1].order if rows else ""
        self._last_order[key] = after_last(last)
        return self._last_order[key]
