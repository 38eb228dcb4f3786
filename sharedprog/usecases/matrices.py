"""Scoring matrices: one that scored a risk never changes; a copy of it can."""

from __future__ import annotations

from typing import Any

from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document

PARTS: tuple[Register[Any], ...] = (MATRIX_LEVELS, MATRIX_BANDS)


def used(programme: Programme, matrix: str | None) -> bool:
    """Whether a risk was ever scored with this matrix, a deleted one included."""
    return matrix is not None and any(risk.matrix == matrix for risk in programme.all_rows(RISKS).values())


def check_may_change(programme: Programme, register: Register[Any], parent: str | None) -> None:
    """Raise ``Trouble`` where a step or a band belongs to a matrix that scored a risk."""
    if register in PARTS and used(programme, parent):
        raise Trouble(
            "Risks have been scored with this matrix, so its steps and bands stay as they are. "
            "Make a copy, change the copy, then choose it in the programme's settings."
        )


def copy_matrix(document: Document, matrix_id: str) -> str:
    """A matrix of the same words and bands, which nothing has been scored with yet; its id; raises ``Trouble``."""
    matrix = document.programme.row(MATRICES, matrix_id)
    if matrix is None:
        raise Trouble("This matrix is not there any more.")
    draft = document.draft()
    made = draft.add(MATRICES, None, title=f"{matrix.title} (copy)", note=matrix.note)
    for step in document.programme.children(MATRIX_LEVELS, matrix_id):
        draft.add(MATRIX_LEVELS, None, parent=made, axis=step.axis, level=step.level, title=step.title)
    for band in document.programme.children(MATRIX_BANDS, matrix_id):
        draft.add(MATRIX_BANDS, None, parent=made, rag=band.rag, lowest=band.lowest, title=band.title)
    document.apply(f"Copy scoring matrix {matrix.ref}", draft.edits)
    return made
