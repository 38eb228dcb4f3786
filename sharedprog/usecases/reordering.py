"""Putting rows of an ordered register elsewhere among their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.moving import give_keys
from sharedprog.domain.naming import several
from sharedprog.domain.register import Register
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.matrices import check_may_change


def move_rows(
    document: Document, register: Register[Any], ids: Sequence[str], target: str, *, after: bool
) -> ChangeSet | None:
    """Put rows before or after another of the same parent, as one change; raises ``Trouble`` where they must stay."""
    if not register.ordered:
        raise Trouble(f"{register.title} have no order of their own. Sort by a column instead.")
    programme = document.programme
    beside = programme.row(register, target)
    if beside is None or not ids or target in ids:
        return None
    parent = getattr(beside, "parent", None)
    check_may_change(programme, register, parent)
    family = programme.children(register, parent) if register.child_of else programme.rows(register)
    moving = frozenset(ids)
    moved = [row.id for row in family if row.id in moving]
    rest = [row.id for row in family if row.id not in moving]
    if not moved:
        return None
    at = rest.index(target) + after
    order = [*rest[:at], *moved, *rest[at:]]
    if order == [row.id for row in family]:
        return None
    draft = document.draft()
    give_keys(draft, register, order, at, len(moved))
    named = titles.of_row(programme, register, moved[0])
    if len(moved) > 1:
        named = several(register, len(moved))
    return document.apply(f"Move {named}", draft.edits)
