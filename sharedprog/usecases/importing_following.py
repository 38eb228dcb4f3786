"""What follows from the cells of an imported row, as it would from typing them."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any

from sharedprog.domain.fields import Level
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.usecases.editing import ENDED
from sharedprog.usecases.importing_rows import Planned

PLACES = frozenset({"placed_start", "placed_finish"})


def with_what_follows(
    register: Register[Any],
    programme: Programme,
    before: Row,
    values: Mapping[str, Planned],
    columns: Container[str],
) -> dict[str, Planned]:
    """The values with those that follow; ``columns`` are the fields about which the file speaks for itself."""
    made = dict(values)
    if register.key == RISKS.key and "matrix" not in columns and _scored(register, made):
        _put(made, before, "matrix", programme.matrix_id)
    if register.key == RISKS.key and "matrix" in columns and _scored(register, made):
        made.setdefault("matrix", getattr(before, "matrix", None) or programme.matrix_id)
    if register.key == TASKS.key:
        if PLACES & made.keys() and "mode" not in columns:
            _put(made, before, "mode", "placed")
        if made.get("duration") == 0 and "milestone" not in columns:
            _put(made, before, "milestone", value=True)
    reopened = register.key in ENDED and "status" in made and made["status"] not in ENDED[register.key]
    if reopened and "closed_day" not in columns:
        _put(made, before, "closed_day", None)
    return made


def _scored(register: Register[Any], values: Mapping[str, Planned]) -> bool:
    return any(isinstance(register.fields[name], Level) for name in values if name in register.fields)


def _put(values: dict[str, Planned], before: Row, name: str, value: Planned) -> None:
    if getattr(before, name) != value:
        values[name] = value
