"""Deleting rows as a person does: several at once, with what belongs to them, as one change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.naming import label, several
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.matrices import MATRICES
from sharedprog.domain.registers.packs import Pack
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.matrices import check_may_change, used


def delete_rows(document: Document, register: Register[Any], ids: Sequence[str]) -> ChangeSet | None:
    """Delete rows, titled ``Delete risk R-012`` or ``Delete 3 risks``; raises ``Trouble`` where one must stay."""
    programme = document.programme
    draft = document.draft()
    whose = ""
    for row_id in ids:
        row = programme.row(register, row_id)
        parent = getattr(row, "parent", None)
        check_may_change(programme, register, parent)
        check_may_go(programme, register, row)
        found = programme.find(parent, register.child_of) if register.key not in register.child_of else None
        whose = f" of {label(*found)}" if found else whose
        draft.delete(register, row_id)
    return document.apply(f"Delete {_named(document, register, ids)}{whose}", draft.edits)


def check_may_go(programme: Programme, register: Register[Any], row: Row | None) -> None:
    """Raise ``Trouble`` for what others stand on: a matrix in use, a board that met, a pack that went out."""
    if register == MATRICES and row is not None and used(programme, row.id):
        raise Trouble("Risks have been scored with this matrix, so it stays.")
    if isinstance(row, BoardMeeting) and row.held:
        raise Trouble(f"Board {row.number or '–'} was held, so it stays. Take back that it was held, then delete it.")
    if isinstance(row, Pack) and row.state == "final":
        raise Trouble("A final pack has gone out, so it stays in the register.")


def _named(document: Document, register: Register[Any], ids: Sequence[str]) -> str:
    if len(ids) != 1:
        return several(register, len(ids))
    row = document.programme.row(register, ids[0])
    is_part = bool(register.child_of) and register.key not in register.child_of
    return register.singular if row is None or is_part else label(register, row)
