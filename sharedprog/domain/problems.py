"""What is wrong with data from outside: where it stands, what was found, and what was expected."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_FOUND = 80
"""Characters of the found text that a sentence repeats."""


@dataclass(frozen=True)
class Problem:
    """One thing in a file that could not be understood; problems are collected, never raised."""

    where: str
    """The sheet, or for a plan the task or other thing that holds the value."""
    row: int | None
    """The row of the sheet as Excel numbers it, or the line of the file; unknown is ``None``."""
    column: str
    """The heading, or the name of the element; empty where the whole row is meant."""
    found: str
    """The text as it stood; empty where something was missing."""
    expected: str
    """What would have been understood, as a noun: "a date such as Thu 3 Dec 2026"."""
    counted_in: str = "row"
    """What ``row`` counts: ``row`` in a sheet, ``line`` in a text file."""

    def sentence(self) -> str:
        """All of it in one sentence, the found text cut short when it is long."""
        place = self.where
        if self.row is not None:
            place += f", {self.counted_in} {self.row}"
        if self.column:
            place += f", {self.column}"
        found = " ".join(self.found.split())
        if len(found) > LONGEST_FOUND:
            found = found[: LONGEST_FOUND - 1] + "…"
        seen = f"found “{found}”" if found else "found nothing"
        return f"{place}: {seen}; expected {self.expected}."
