"""Planned rows as edits: new rows with labels, people who are only named, notes of what was not understood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.notes import NOTED, NOTES
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.usecases.importing_rows import PersonNamed, Planned, PlannedRow

LONGEST_NOTE = 20_000


def put(draft: Draft, rows: Sequence[PlannedRow], today: date) -> None:
    """Set the cells of the rows; labels, places in their order and people who are only named are made."""
    people: dict[str, str] = {}
    highest = {key: _highest(draft.before, key, rows) for key in {row.register for row in rows}}
    for row in rows:
        register = BY_KEY[row.register]
        values: dict[str, Value] = {name: _certain(draft, people, value) for name, value in row.values.items()}
        if values.get("anonymous") is True and row.register == POISONS.key:
            values["named_by"] = None
        if row.state == "changed" or "exists" in values:
            for name, value in values.items():
                draft.set(register, row.id, name, value)
            continue
        if register.prefix and not values.get("ref"):
            highest[row.register] += 1
            values["ref"] = f"{register.prefix}-{highest[row.register]:03d}"
        draft.add(register, row.id, **values)
        if row.unread and row.register in NOTED:
            draft.add(NOTES, None, parent=row.id, day=today, text=_as_it_stood(row))


def _as_it_stood(row: PlannedRow) -> str:
    """What was in the cells that are left empty, so that nobody has to go back to the sheet."""
    place = f"{row.where}, row {row.number}" if row.number is not None else row.where
    said = "; ".join(f"{heading}: “{found}”" for heading, found in row.unread.items())
    return f"Not understood when imported ({place}). {said}"[:LONGEST_NOTE]


def _certain(draft: Draft, people: dict[str, str], value: Planned) -> Value:
    """The value, with the person made who is only named; one person for each name."""
    if not isinstance(value, PersonNamed):
        return value
    name = value.name.casefold()
    if name not in people:
        people[name] = draft.add(PEOPLE, None, title=value.name, email=value.email[:300])
    return people[name]


def _highest(programme: Programme, key: str, rows: Sequence[PlannedRow]) -> int:
    """The highest number that a label of the register has or will have, so that none is given twice."""
    table = programme.tables[key]
    given = {row.id: _with_ref(key, row) for row in rows if row.register == key}
    return max(table.highest, Table(table.register, given).highest)


def _with_ref(key: str, row: PlannedRow) -> Row:
    made: Row = BY_KEY[key].row(id=row.id, ref=str(row.values.get("ref") or ""))
    return made
