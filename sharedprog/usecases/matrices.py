"""Scoring matrices: one that scored a risk never changes; a copy of it can."""

from __future__ import annotations

from typing import Any

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Level
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.scales import scale
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document

PARTS: tuple[Register[Any], ...] = (MATRIX_LEVELS, MATRIX_BANDS)
SCORED = {name: kind.scale for name, kind in RISKS.fields.items() if isinstance(kind, Level)}
"""The levels of a risk by field, and the axis of the matrix that each is on."""


def used(programme: Programme, matrix: str | None) -> bool:
    """Whether a risk was ever scored with this matrix, a deleted one included."""
    risks = (risk for risk in programme.all_rows(RISKS).values() if risk.matrix == matrix)
    return matrix is not None and any(getattr(risk, name) is not None for risk in risks for name in SCORED)


def adopt(draft: Draft, risk: str, now: str | None, field: str = "") -> None:
    """Score a risk with a matrix; the level in ``field`` is already said in its words.

    The other levels, and those that partners gave it, were said in the words of the matrix before. Where an axis has
    other words now they mean nothing, so they are not known until somebody says them again.
    """
    programme = draft.before
    was = draft.value(RISKS, risk, "matrix")
    if was == now:
        return
    draft.set(RISKS, risk, "matrix", now)
    if was is None:
        return
    old, new = scale(programme, str(was)), scale(programme, now)
    lost = {axis for axis in ("likelihood", "impact") if getattr(old, axis) != getattr(new, axis)}
    for name, axis in SCORED.items():
        if axis in lost and name != field:
            draft.set(RISKS, risk, name, None)
    for row in programme.children(RISK_PARTNERS, risk):
        for axis in lost:
            draft.set(RISK_PARTNERS, row.id, axis, None)


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
