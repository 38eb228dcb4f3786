"""Changing one cell as a person means it: what follows from the change is part of the same change set."""

from __future__ import annotations

from typing import Any

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Link, Value
from sharedprog.domain.plan.linking import loop_refusal
from sharedprog.domain.programme import Programme
from sharedprog.domain.reading import RAW
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.values import read
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.matrices import check_may_change
from sharedprog.usecases.people import person

ENDED = {
    RISKS.key: frozenset({"closed", "occurred"}),
    ISSUES.key: frozenset({"closed"}),
    ACTIONS.key: frozenset({"done", "dropped"}),
}
"""Statuses that end a row, and so give it a closing day."""
TYPED_DATES = frozenset({"start", "finish"})
"""Computed dates of the plan that people may type over."""
FIXED = frozenset({"held", "saw", "saw_as_at", "results"})
"""What a board saw is set by marking it held, never typed."""


def change(document: Document, register: Register[Any], row_id: str, field: str, value: Value) -> ChangeSet | None:
    """Put a value in a cell, with what follows from it; raises ``Trouble`` where it cannot be."""
    draft = document.draft()
    put(document, draft, register, row_id, field, value)
    return document.apply(f"Edit {titles.of_row(document.programme, register, row_id)}", draft.edits)


def put(document: Document, draft: Draft, register: Register[Any], row_id: str, field: str, value: Value) -> None:
    """The same, into a draft."""
    if register.key == BOARD_MEETINGS.key and field in FIXED:
        raise Trouble("What a board saw is fixed by marking it held. Use “Mark as held”.")
    if register.key == TASKS.key:
        from sharedprog.domain.plan.typing_in import TYPED, typed

        if field in TYPED:
            for edit in typed(draft.before, document.today, row_id, field, value):
                draft.set(register, row_id, edit.cell.field, edit.new)
            return
    row = draft.before.all_rows(register).get(row_id)
    check_may_change(draft.before, register, getattr(row, "parent", None))
    if register.key == DEPENDENCIES.key and field == "predecessor":
        check_no_loop(draft.before, value, getattr(row, "parent", None))
    draft.set(register, row_id, field, value)
    if register.key == RISKS.key and field.endswith(("likelihood", "impact")):
        draft.set(register, row_id, "matrix", draft.before.matrix_id)
    if field == "status" and register.key in ENDED:
        was = draft.before.all_rows(register)[row_id].closed_day if row_id in draft.before.all_rows(register) else None
        ended = value in ENDED[register.key]
        draft.set(register, row_id, "closed_day", (was or document.today) if ended else None)


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


def kind_of(register: Register[Any], field: str) -> Any:  # noqa: ANN401 - any of the closed set of kinds
    """The kind of a field, also of a computed start and finish of the plan, which can be typed."""
    if register.key == TASKS.key and field in TYPED_DATES:
        return TASKS.fields["deadline"]
    return register.fields[field]
