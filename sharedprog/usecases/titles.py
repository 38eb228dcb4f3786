"""What a change is called: the title in the journal and on the Undo button, in the user's words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sharedprog.domain.changes import Edit
from sharedprog.domain.naming import label
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import BY_KEY


def of_row(programme: Programme, register: Register[Any], row_id: str) -> str:
    """``risk R-012``; for a child row, what it is and whose: ``antidote of poison P-003``."""
    row: Row | None = programme.all_rows(register).get(row_id)
    if row is None:
        return register.singular
    parent = programme.find(getattr(row, "parent", None), register.child_of)
    if parent is not None and register.key != parent[0].key:
        return f"{register.singular} of {label(*parent)}"
    return label(register, row)


def of_edits(verb: str, programme: Programme, edits: Iterable[Edit]) -> str:
    """``Edit risk R-012``, or ``Edit 12 risks`` where it touches several rows."""
    rows = list(dict.fromkeys((edit.cell.register, edit.cell.row) for edit in edits))
    if not rows:
        return verb
    key, row_id = rows[0]
    alike = [row for row in rows if row[0] == key]
    if len(alike) > 1:
        return f"{verb} {len(alike)} {BY_KEY[key].title.lower()}"
    return f"{verb} {of_row(programme, BY_KEY[key], row_id)}"
