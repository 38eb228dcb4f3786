"""Deleting rows as a person does: several at once, with what belongs to them, as one change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.naming import label
from sharedprog.domain.register import Register
from sharedprog.domain.registers.matrices import MATRICES
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
        if register == MATRICES and used(programme, row_id):
            raise Trouble("Risks have been scored with this matrix, so it stays.")
        found = programme.find(parent, register.child_of) if register.key not in register.child_of else None
        whose = f" of {label(*found)}" if found else whose
        draft.delete(register, row_id)
    return document.apply(f"Delete {_named(document, register, ids)}{whose}", draft.edits)


def _named(document: Document, register: Register[Any], ids: Sequence[str]) -> str:
    if len(ids) != 1:
        return f"{len(ids)} {register.title[:1].lower()}{register.title[1:]}"
    row = document.programme.row(register, ids[0])
    is_part = bool(register.child_of) and register.key not in register.child_of
    return register.singular if row is None or is_part else label(register, row)
