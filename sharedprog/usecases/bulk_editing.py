"""Changing several rows at once: one field, one value, one change; or nothing where one row cannot take it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from sharedprog.domain.changes import Edit, same
from sharedprog.domain.columns import columns_of
from sharedprog.domain.fields import File, Moment, Value
from sharedprog.domain.naming import label, several
from sharedprog.domain.reading import Unread
from sharedprog.domain.register import UNSHOWN, Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import FIXED, TYPED_DATES, put
from sharedprog.usecases.people import person

FEW = 8
"""Rows changed before others have their turn."""


@dataclass(frozen=True)
class Finish:
    """How rows of a register come to their end: the field, its value, and the words for doing it."""

    field: str
    value: Value
    words: str


FINISHES = {
    TASKS.key: Finish("percent_complete", 100, "Mark {} as done"),
    RISKS.key: Finish("status", "closed", "Close {}"),
    ISSUES.key: Finish("status", "closed", "Close {}"),
    ACTIONS.key: Finish("status", "done", "Mark {} as done"),
}
"""Registers whose rows can be done with in one go."""


def bulk_fields(register: Register[Any]) -> dict[str, str]:
    """The fields that several rows can be given one value of, with their labels: those of the form, in its order."""
    kept_out = {"ref", register.name_field, *UNSHOWN, *(FIXED if register == BOARD_MEETINGS else ())}
    grouped = [name for group in register.groups for name in group.fields]
    wanted = dict.fromkeys(grouped or register.fields)
    found: dict[str, str] = {}
    for name in wanted:
        if register == TASKS and name in TYPED_DATES:
            found[name] = columns_of(register.key)[name].label
        elif name in register.fields and name not in kept_out:
            kind = register.fields[name]
            if not isinstance(kind, File | Moment):
                found[name] = kind.label
    return found


def would_change(document: Document, register: Register[Any], ids: Sequence[str], field: str, value: Value) -> int:
    """How many of the rows hold something else; all of them where what they show is worked out."""
    if field not in register.fields:
        return len(ids)
    rows = document.programme.all_rows(register)
    return sum(row_id in rows and not same(getattr(rows[row_id], field), value) for row_id in ids)


def drafted(
    document: Document, register: Register[Any], ids: Sequence[str], field: str, value: Value, new_person: str = ""
) -> Generator[None, None, tuple[Edit, ...] | Trouble]:
    """The change of all the rows, a few at a time, or why there is none; ``new_person`` names someone to make."""
    draft = document.draft()
    try:
        given = person(draft, new_person) if new_person else value
    except Unread as refusal:
        return Trouble(f"{refusal} Nothing was changed.")
    for number, row_id in enumerate(ids, start=1):
        row = document.programme.row(register, row_id)
        if row is None:
            continue
        try:
            put(document, draft, register, row_id, field, given)
        except (Trouble, Unread) as refusal:
            words = label(register, row)
            return Trouble(f"{words[0].upper()}{words[1:]} cannot take this. {refusal} Nothing was changed.")
        if number % FEW == 0:
            yield
    edits = draft.edits
    yield
    return edits


def change_title(register: Register[Any], ids: Sequence[str], field: str) -> str:
    """``Change owner of 12 risks``."""
    words = bulk_fields(register).get(field, field)
    return f"Change {words[0].lower()}{words[1:]} of {several(register, len(ids))}"


def finish_title(register: Register[Any], ids: Sequence[str]) -> str:
    """``Close 3 risks``, ``Mark action as done``."""
    return FINISHES[register.key].words.format(several(register, len(ids)))
