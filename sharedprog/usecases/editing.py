"""Changing one cell as a person means it: what follows from the change is part of the same change set."""

from __future__ import annotations

from typing import Any

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Kind, Link, Text, Value
from sharedprog.domain.plan.linking import loop_refusal
from sharedprog.domain.plan.predecessors import WAITS_FOR, waiting_for
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import RAW
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.packs import Pack
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.values import read
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.matrices import SCORED, adopt, check_may_change
from sharedprog.usecases.people import person

ENDED = {
    RISKS.key: frozenset({"closed", "occurred"}),
    ISSUES.key: frozenset({"closed"}),
    ACTIONS.key: frozenset({"done", "dropped"}),
}
"""Statuses that end a row, and so give it a closing day."""
TYPED_DATES = frozenset({"start", "finish"})
"""Computed dates of the plan that people may type over."""
LINKS_IN_WORDS = Text(label="Waits for", width=14, longest=1000, help="Such as 3.1, 3.2FS+2d, 4SS.")
"""The kind of what a task waits for, in one line."""
FIXED = frozenset({"held", "saw", "saw_as_at", "results"})
"""What a board saw is set by marking it held, never typed."""


def change(document: Document, register: Register[Any], row_id: str, field: str, value: Value) -> ChangeSet | None:
    """Put a value in a cell, with what follows from it; raises ``Trouble`` where it cannot be."""
    draft = document.draft()
    put(document, draft, register, row_id, field, value)
    return document.apply(f"Edit {titles.of_row(document.programme, register, row_id)}", draft.edits)


def put(document: Document, draft: Draft, register: Register[Any], row_id: str, field: str, value: Value) -> None:
    """The same, into a draft."""
    row = draft.before.all_rows(register).get(row_id)
    _check(draft.before, register, row, field, value)
    if register.key == TASKS.key and field == WAITS_FOR:
        for edit in waiting_for(draft.before, row_id, str(value or "")):
            draft.set(DEPENDENCIES, edit.cell.row, edit.cell.field, edit.new)
        return
    if register.key == TASKS.key:
        from sharedprog.domain.plan.typing_in import TYPED, typed

        if field in TYPED:
            for edit in typed(draft.before, document.today, row_id, field, value):
                draft.set(register, row_id, edit.cell.field, edit.new)
            return
    if register.key == RISKS.key and field == "matrix" and isinstance(value, str):
        adopt(draft, row_id, value)
    draft.set(register, row_id, field, value)
    if register.key == RISKS.key and field in SCORED and value is not None:
        adopt(draft, row_id, draft.before.matrix_id, field)
    if register.key == POISONS.key:
        _keep_in_confidence(draft, row_id, field, value)
    if field == "status" and register.key in ENDED:
        was = getattr(row, "closed_day", None)
        draft.set(register, row_id, "closed_day", (was or document.today) if value in ENDED[register.key] else None)


def _check(programme: Programme, register: Register[Any], row: Row | None, field: str, value: Value) -> None:
    """Raise ``Trouble`` where a cell is not for typing, or not for this value."""
    if register.key == BOARD_MEETINGS.key and field in FIXED:
        raise Trouble("What a board saw is fixed by marking it held. Use “Mark as held”.")
    if isinstance(row, Pack) and row.state == "final":
        raise Trouble("A final pack stays as it was made. Make another one instead.")
    check_may_change(programme, register, getattr(row, "parent", None))
    if register.key == DEPENDENCIES.key and field == "predecessor":
        check_no_loop(programme, value, getattr(row, "parent", None))
    if register.key == TASKS.key and field == "parent" and row is not None:
        _check_no_circle(programme, row.id, value)
    if field == "ref" and isinstance(value, str) and value:
        given = next((r for r in programme.all_rows(register).values() if r.ref.casefold() == value.casefold()), None)
        if given is not None and given is not row:
            raise Trouble(f"The label {given.ref} was given to another {register.singular} before. Choose a new one.")


def _check_no_circle(programme: Programme, task: str, parent: Value) -> None:
    """Raise ``Trouble`` where a task would come to be part of itself."""
    above, seen = parent, set[Value]()
    while above is not None and above not in seen:
        if above == task:
            raise Trouble("A task cannot be part of itself, or of a task beneath it. Choose another.")
        seen.add(above)
        found = programme.row(TASKS, str(above))
        above = found.parent if found is not None else None


def _keep_in_confidence(draft: Draft, poison: str, field: str, value: Value) -> None:
    """A poison is either anonymous or has the name of the partner who named it, never both."""
    if field == "anonymous" and value:
        draft.set(POISONS, poison, "named_by", None)
    if field == "named_by" and value is not None:
        draft.set(POISONS, poison, "anonymous", value=False)


def check_no_loop(programme: Programme, predecessor: Value, task: str | None) -> None:
    """Raise ``Trouble``, with the loop spelled out, where a task would come to wait for itself."""
    if predecessor is None or task is None:
        return
    refusal = loop_refusal(programme, str(predecessor), task)
    if refusal is not None:
        raise Trouble(refusal)


def change_as_typed(
    document: Document, register: Register[Any], row_id: str, field: str, text: RAW
) -> ChangeSet | None:
    """Put what someone typed in a cell; an unknown name of a person makes that person; raises ``Unread``."""
    draft = document.draft()
    value = value_of(document, draft, register, field, text)
    put(document, draft, register, row_id, field, value)
    return document.apply(f"Edit {titles.of_row(document.programme, register, row_id)}", draft.edits)


def value_of(document: Document, draft: Draft, register: Register[Any], field: str, text: RAW) -> Value:
    """The value of a typed text; makes the person it names in the draft where there is none; raises ``Unread``."""
    kind = kind_of(register, field)
    if isinstance(kind, Link) and PEOPLE.key in kind.to and isinstance(text, str) and text.strip():
        return person(draft, text)
    return read(kind, text, draft.before, document.today)


def kind_of(register: Register[Any], field: str) -> Kind:
    """The kind of a field, also of what is computed in the plan and can be typed."""
    if register.key == TASKS.key and field == WAITS_FOR:
        return LINKS_IN_WORDS
    if register.key == TASKS.key and field in TYPED_DATES:
        return TASKS.fields["deadline"]
    return register.fields[field]
