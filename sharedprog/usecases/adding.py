"""Adding a row from one line of text; nothing else is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Link, Value
from sharedprog.domain.naming import label
from sharedprog.domain.plan.moves import insert_below
from sharedprog.domain.quick_line import QUICK
from sharedprog.domain.register import Register
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.values import read
from sharedprog.usecases import titles
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import check_no_loop
from sharedprog.usecases.matrices import check_may_change
from sharedprog.usecases.people import person


def add_as_typed(document: Document, register: Register[Any], text: str, after: str | None = None) -> str:
    """A new row named by a line of text; a task goes beneath the one it is added ``after``; its id.

    Raises ``Unread`` where the text is too long.
    """
    return _add(document, document.draft(), register, text, after, {})


def add_quickly(document: Document, register: Register[Any], text: str, owner: str, day: date | None) -> str:
    """A new row with the owner, known by id or name or new, and the day it is due, reviewed or needed; its id.

    Raises ``Unread`` where the text is too long.
    """
    draft = document.draft()
    owned, dated = QUICK[register.key]
    return _add(document, draft, register, text, None, {owned: person(draft, owner), dated: day})


def _add(
    document: Document, draft: Draft, register: Register[Any], text: str, after: str | None, values: dict[str, Value]
) -> str:
    """A new row named by a text, with these values, as one change."""
    name = register.name_field
    if name in register.fields:
        values[name] = read(register.fields[name], text, draft.before, document.today)
    if "raised" in register.fields:
        values["raised"] = document.today
    if register.key == RISKS.key:
        values["matrix"] = draft.before.matrix_id
    row_id = insert_below(draft, after, **values) if register.key == TASKS.key else draft.add(register, None, **values)
    document.apply(f"Add {titles.of_row(draft.programme, register, row_id)}", draft.edits)
    return row_id


def add_child_as_typed(document: Document, register: Register[Any], text: str, parent: str) -> str:
    """A new child row from a line of text: its title, or the row it points at; its id.

    Raises ``Unread`` or ``Trouble`` with a sentence.
    """
    draft = document.draft()
    values: dict[str, Value] = {"parent": parent}
    check_may_change(draft.before, register, parent)
    required = next((n for n, k in register.fields.items() if isinstance(k, Link) and k.required), None)
    field = required or register.name_field
    kind = register.fields[field]
    if isinstance(kind, Link) and PEOPLE.key in kind.to:
        values[field] = person(draft, text)
    else:
        values[field] = read(kind, text, draft.before, document.today)
    if register == DEPENDENCIES:
        check_no_loop(draft.before, values[field], parent)
    if "day" in register.fields and field != "day":
        values["day"] = document.today
    row_id = draft.add(register, None, **values)
    whose = draft.before.find(parent, register.child_of)
    words = f"Add {register.singular}" + (f" to {label(*whose)}" if whose else "")
    document.apply(words, draft.edits)
    return row_id
