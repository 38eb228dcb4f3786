"""Everything back from a JSON export, into a file that holds no programme yet."""

from __future__ import annotations

from pathlib import Path

from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers import REGISTERS
from sharedprog.domain.trouble import Trouble
from sharedprog.exchange.json_reading import read_json
from sharedprog.store.header import SCHEMA
from sharedprog.usecases.importing_rows import ImportPlan, Planned, PlannedRow

STARTED = frozenset({"programme", "partners", "people", "matrices", "matrix_levels", "matrix_bands", "bank_holidays"})
"""Registers that a programme is started with; one that holds no more than these makes way for another."""


def plan_everything(programme: Programme, path: Path) -> ImportPlan:
    """What it would take to hold what the file holds; raises ``Trouble`` where there is a programme already."""
    empty = not any(table.rows for table in programme.tables.values())
    if any(programme.tables[register.key].existing for register in REGISTERS if register.key not in STARTED):
        raise Trouble(
            f"“{path.name}” holds a whole programme, and there is one here already. Import it into a new file: "
            "give a name that is not there yet."
        )
    taken = read_json(path, SCHEMA)
    coming = taken.everything.programme
    history = taken.everything.journal or ()
    notes = []
    if taken.everything.journal is None:
        notes.append("The file does not tell its history, so it begins anew here.")
    elif history and not empty:
        raise Trouble(
            f"“{path.name}” tells its history, which only a new file can take in. Give a name that is not there yet."
        )
    rows = [_row(register, row) for register in REGISTERS for row in coming.rows(register)]
    ids = {row.id for row in rows}
    removed = [(key, row.id) for key in STARTED for row in programme.tables[key].existing if row.id not in ids]
    return ImportPlan(
        path=path,
        rows=tuple(rows),
        problems=taken.problems,
        notes=tuple(notes),
        title=f"Import everything from {path.name}",
        removed=tuple(removed),
        blobs=taken.everything.blobs,
        history=history,
        lost=taken.bad,
    )


def _row(register: Register[Row], row: Row) -> PlannedRow:
    """A row to be put in as it is, label, order and all."""
    values: dict[str, Planned] = {"exists": True, **{name: getattr(row, name) for name in register.fields}}
    return PlannedRow(register.key, row.id, register.key, None, row.ref or register.name_of(row), "new", values)


def is_everything(path: Path) -> bool:
    """Whether the name of a file says that it is a JSON export."""
    return path.suffix.lower() == ".json"
