"""What the pages about changes are made of: lines, and the edits that explain them by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sharedprog.domain.changes import Edit
from sharedprog.domain.phrases import Phrase, phrase
from sharedprog.domain.register import Register
from sharedprog.domain.view import View


@dataclass(frozen=True)
class Line:
    """One row that changed: which one, its name, and what happened to it."""

    register: str
    id: str
    ref: str
    title: str
    change: Phrase


Changed = Mapping[tuple[str, str], Mapping[str, Edit]]
"""Edits by register key and row id, then by field."""


def by_row(edits: Iterable[Edit]) -> Changed:
    """Squashed edits, gathered by the row that they touch."""
    changed: dict[tuple[str, str], dict[str, Edit]] = {}
    for edit in edits:
        changed.setdefault((edit.cell.register, edit.cell.row), {})[edit.cell.field] = edit
    return changed


def of_row(changed: Changed, register: Register[Any], row_id: str) -> Mapping[str, Edit]:
    """What was edited about one row, by field."""
    return changed.get((register.key, row_id), {})


def newly(changed: Changed, register: Register[Any], row_id: str) -> str:
    """``New``; ``Brought back`` for a row that an earlier board knew and that had been deleted."""
    edits = of_row(changed, register, row_id)
    return "Brought back" if "exists" in edits and "ref" not in edits else "New"


def sentence(parts: Iterable[str]) -> Phrase:
    """Parts as one plain phrase with a capital at its head; empty where there are none."""
    words = "; ".join(parts)
    return phrase(words[0].upper() + words[1:]) if words else ()


def deleted(view: View, register: Register[Any], known: Mapping[str, tuple[str, str, bool]]) -> list[Line]:
    """Lines for rows that were still open when the board met and are gone; ``known`` holds label, title, open."""
    gone = phrase("Deleted")
    return [
        Line(register.key, row_id, ref, title, gone)
        for row_id, (ref, title, was_open) in known.items()
        if was_open and view.programme.row(register, row_id) is None
    ]
