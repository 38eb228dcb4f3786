"""A table on its way out to Excel or CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sharedprog.exchange.sheet import CellValue


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet to write: its name, a heading for each column, and rows of values."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[CellValue]]
    widths: tuple[int, ...] = ()
    """Characters for each column; empty to judge by what the columns hold."""
