"""Findings: something to say about one row, in the user's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sharedprog.domain.naming import label
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register, Row


@dataclass(frozen=True)
class Finding:
    """Something about one row: a problem to mend, or (``gap``) only a part still missing."""

    register: str
    row: str
    ref: str
    sentence: str
    gap: bool = False


def found(programme: Programme, register: Register[Any], row: Row, words: str, *, gap: bool = False) -> Finding:
    """A finding about a row, its sentence headed by what the row is called, and whose it is."""
    named = label(register, row)
    if register.key not in register.child_of:
        owner = programme.find(getattr(row, "parent", None), register.child_of)
        named += f" of {label(*owner)}" if owner is not None else ""
    return Finding(register.key, row.id, row.ref or named, f"{named[0].upper()}{named[1:]}: {words}", gap)
