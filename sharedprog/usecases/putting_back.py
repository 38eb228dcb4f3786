"""Putting back a field, a row or a whole action from the history, each as one new change that can be undone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sharedprog.domain.changes import Cell, ChangeSet, Edit
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Link
from sharedprog.domain.history import NAMER
from sharedprog.domain.history_words import HistoryWords
from sharedprog.domain.plan.linking import refusal_between
from sharedprog.domain.plan.outline import shape_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.putting_back import part_of, put_back, since
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.packs import Pack
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import FIXED, put
from sharedprog.usecases.matrices import check_may_change
from sharedprog.usecases.removing import check_may_go

SO_ALREADY = "It is like that already, so there is nothing to put back."
WAITING = frozenset({"exists", "parent", "predecessor", "kind"})
"""Fields of tasks and of their links that can close a loop."""


@dataclass(frozen=True)
class PuttingBack:
    """What would be done, and what was changed since and would be overwritten: from now to then."""

    title: str
    edits: tuple[Edit, ...]
    lost: tuple[Edit, ...]


def of_field(document: Document, edit: Edit) -> PuttingBack:
    """One field as it was before an edit, with what follows from it as if it were typed; raises ``Trouble``."""
    register, programme = BY_KEY[edit.cell.register], document.programme
    _check_there(programme, programme, edit.cell)
    draft = document.draft()
    lost = put_back(draft, [edit])
    if not draft.edits:
        raise Trouble(SO_ALREADY)
    if edit.cell.register != TASKS.key:
        draft = document.draft()
        _check_value(document, programme, edit)
        put(document, draft, register, edit.cell.row, edit.cell.field, edit.old)
    field = register.fields[edit.cell.field].label
    title = f"Put back “{field}” of {titles.of_row(programme, register, edit.cell.row)}"
    return _checked(document, draft, title, lost)


def of_row(document: Document, action: ChangeSet, register: str, row: str) -> PuttingBack:
    """What an action did to one row; a deleted row comes back with what went with it; raises ``Trouble``."""
    edits = part_of(document.programme, action.edits, register, row)
    draft = document.draft()
    lost = put_back(draft, edits)
    verb = "Put back"
    if any(edit.cell == Cell(register, row, "exists") for edit in edits):
        verb = "Bring back" if draft.value(BY_KEY[register], row, "exists") else "Delete"
    title = f"{verb} {titles.of_row(document.programme, BY_KEY[register], row)}"
    return _checked(document, draft, title, lost)


def of_row_before(
    document: Document, journal: Iterable[ChangeSet], action: str, register: str, row: str
) -> PuttingBack:
    """One row as it was before an action, whatever was changed in it since; raises ``Trouble``."""
    edits, later = since(journal, action, register, row)
    whole = [edit for edit in edits if edit.cell.field == "exists"]
    if any(not edit.old for edit in whole):
        raise Trouble("Before this the row was not there. Choose a later line, or delete the row.")
    draft = document.draft()
    put_back(draft, whole)
    put_back(draft, [edit for edit in edits if edit.cell.field != "exists"])
    lost = tuple(Edit(edit.cell, edit.new, edit.old) for edit in edits if edit.cell in later and edit not in whole)
    title = f"Put back {titles.of_row(document.programme, BY_KEY[register], row)} as it was"
    return _checked(document, draft, title, lost)


def of_action(document: Document, action: ChangeSet) -> PuttingBack:
    """Everything that an action did; raises ``Trouble`` where a part of it cannot be put back."""
    draft = document.draft()
    lost = put_back(draft, action.edits)
    return _checked(document, draft, f"Put back: {action.title}", lost)


def carry_out(document: Document, back: PuttingBack) -> ChangeSet | None:
    """Make the change; raises ``Stale`` where something was changed since it was asked for."""
    return document.apply(back.title, back.edits)


def overwritten(document: Document, back: PuttingBack) -> tuple[str, ...]:
    """What was changed since and would be lost, a sentence each: ``Risk R-012 Payroll, Impact: 4 → 3 again``."""
    words = HistoryWords(document.programme)
    secret = _in_confidence(document) if any(edit.cell.field == NAMER for edit in back.lost) else set()
    return tuple(words.loss(edit, secret=edit.cell.row in secret) for edit in back.lost)


def _checked(document: Document, draft: Draft, title: str, lost: tuple[Edit, ...]) -> PuttingBack:
    """The change, if it may be made; raises ``Trouble``."""
    edits = draft.edits
    if not edits:
        raise Trouble(SO_ALREADY)
    before, after = draft.before, draft.programme
    for edit in edits:
        _check_fixed(before, edit)
        _check_there(before, after, edit.cell)
        if edit.cell.field == "exists":
            _check_whole(before, after, edit)
        else:
            _check_value(document, after, edit)
    _check_plan(before, after, edits)
    return PuttingBack(title, edits, lost)


def _check_fixed(programme: Programme, edit: Edit) -> None:
    """Raise ``Trouble`` for what a board saw, a pack that went out, and the steps of a matrix that is in use."""
    cell = edit.cell
    row = programme.all_rows(BY_KEY[cell.register]).get(cell.row)
    if cell.register == BOARD_MEETINGS.key and cell.field in FIXED:
        raise Trouble(
            "What a board saw is fixed, so it is not put back from the history. "
            "On the page of board meetings, mark the board as held, or take back that it was."
        )
    if isinstance(row, Pack) and row.exists and row.state == "final":
        raise Trouble("A final pack has gone out, so it stays as it was made. Make another one instead.")
    check_may_change(programme, BY_KEY[cell.register], getattr(row, "parent", None))


def _check_there(before: Programme, after: Programme, cell: Cell) -> None:
    """Raise ``Trouble`` where the row of a field is gone, and does not come back with it."""
    register = BY_KEY[cell.register]
    if cell.field == "exists" or before.row(register, cell.row) or after.row(register, cell.row):
        return
    raise Trouble(
        f"{_name(before, cell)} was deleted after this. Bring it back first, then put back what was changed in it."
    )


def _check_whole(before: Programme, after: Programme, edit: Edit) -> None:
    """Raise ``Trouble`` where a row has to stay, or cannot come back."""
    register = BY_KEY[edit.cell.register]
    if not edit.new:
        check_may_go(before, register, before.row(register, edit.cell.row))
        return
    row = after.row(register, edit.cell.row)
    parent = getattr(row, "parent", None)
    if parent is not None and after.find(parent, register.child_of) is None:
        above = next((key for key in register.child_of if parent in after.tables[key].rows), "")
        name = _name(before, Cell(above, parent, "exists")) if above else "The row it belongs to"
        raise Trouble(f"{name} was deleted, so what belongs to it cannot come back alone. Bring back {name} first.")
    if row is not None and row.ref:
        _check_label(after, edit.cell, row)


def _check_label(after: Programme, cell: Cell, row: Row) -> None:
    """Raise ``Trouble`` where another row has been given the label since."""
    register = BY_KEY[cell.register]
    if any(each.ref == row.ref and each.id != row.id for each in after.rows(register)):
        raise Trouble(f"The label {row.ref} was given to another {register.singular} since, so this cannot come back.")


def _check_value(document: Document, after: Programme, edit: Edit) -> None:
    """Raise ``Trouble`` for a name kept in confidence, and for a value that names a row that is gone."""
    cell = edit.cell
    kind = BY_KEY[cell.register].fields[cell.field]
    value = edit.new
    named = cell.register == POISONS.key and cell.field == NAMER and value is not None
    if named and cell.row in _in_confidence(document):
        raise Trouble(
            f"{_name(after, cell)} was named in confidence, so the history keeps nobody's name for it. "
            "If it may be told now, fill in “Named by” on its form."
        )
    if isinstance(kind, Link) and isinstance(value, str) and after.find(value, kind.to) is None:
        words = HistoryWords(after).value(cell.register, cell.row, kind, value)
        raise Trouble(f"“{kind.label}” was {words}, which has been deleted since. Bring that back first.")


def _check_plan(before: Programme, after: Programme, edits: Iterable[Edit]) -> None:
    """Raise ``Trouble`` where tasks would wait for one another, or be part of themselves."""
    touched = {(edit.cell.register, edit.cell.field) for edit in edits}
    if (TASKS.key, "parent") in touched and len(shape_of(after).faults) > len(shape_of(before).faults):
        raise Trouble("A task would be part of itself, because the outline was changed since. Move it by hand.")
    if any(register in (DEPENDENCIES.key, TASKS.key) and field in WAITING for register, field in touched):
        rows = {edit.cell.row for edit in edits if edit.cell.register == DEPENDENCIES.key}
        links = [link for row_id in rows if (link := after.row(DEPENDENCIES, row_id)) is not None]
        wanted = [(str(link.predecessor), str(link.parent)) for link in links]
        refusal = refusal_between(before, after, wanted)
        if refusal is not None:
            raise Trouble(refusal)


def _in_confidence(document: Document) -> set[str]:
    """The poisons that are or ever were anonymous; what is not written yet included."""
    document.writer.wait()
    return document.file.confided()


def _name(programme: Programme, cell: Cell) -> str:
    return HistoryWords(programme).row(cell.register, cell.row)
