"""The rows of an import as a table: what each is, what would happen to it, and why."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from PySide6.QtCore import QObject

from sharedprog.domain.problems import Problem
from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.lines_model import LinesModel
from sharedprog.usecases.importing_rows import ImportPlan, PlannedRow, sound

HEADS = ("In the file", "Kind", "What it is called", "What would happen")
HAPPENS = {"new": "New", "changed": "Changed", "same": "The same already", "bad": "Left out"}
BadRows = Literal["leave", "blank", "mend"]
"""Rows with problems are left out, or kept with those cells empty, or the file is mended first."""
Shown = Literal["all", "problems", "new", "changed", "same"]


class ImportRows(LinesModel[PlannedRow]):
    """The rows that something is wrong with first, then the new and the changed ones, then the rest."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        order = {"bad": 0, "new": 1, "changed": 1, "same": 2}
        self._all = sorted(plan.rows, key=lambda row: (not row.faulty, order[row.state]))
        super().__init__(HEADS, self._all, parent)
        self._plan = plan
        self._problems: dict[tuple[str, int | None], list[Problem]] = defaultdict(list)
        for problem in plan.problems:
            self._problems[problem.where, problem.row].append(problem)
        self._bad_rows: BadRows = "leave"
        self._kept = frozenset(row.id for row in sound(plan.rows))

    def decide(self, bad_rows: BadRows) -> None:
        """Say what is to happen to rows with problems."""
        self._bad_rows = bad_rows
        self._kept = frozenset(row.id for row in sound(self._plan.rows, blank=bad_rows == "blank"))
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(HEADS) - 1))

    def show_only(self, shown: Shown, words: str = "") -> None:
        """Show the rows of a kind that hold these words."""
        wanted = words.casefold().split()
        kinds = [row for row in self._all if shown in ("all", row.state) or (shown == "problems" and row.faulty)]
        self.show_rows([row for row in kinds if _holds(" ".join(self.words(row)), wanted)] if wanted else kinds)

    def count(self, shown: Shown) -> int:
        """How many rows there are of a kind."""
        return sum(shown in ("all", row.state) or (shown == "problems" and row.faulty) for row in self._all)

    def lost(self) -> list[str]:
        """A sentence about each row that would be left out."""
        return ["{0}, {2}: {3}".format(*self.words(row)) for row in self._all if row.id not in self._kept]

    def words(self, row: PlannedRow) -> tuple[str, str, str, str]:
        """Where it is in the file, what it is, its name, and what would happen."""
        place = f"{row.where}, row {row.number}" if row.number is not None else row.where
        return place, BY_KEY[row.register].singular.capitalize(), row.name, self._happens(row)

    def _happens(self, row: PlannedRow) -> str:
        why = self._why(row)
        if self._bad_rows == "mend" and why:
            return f"Nothing yet. {why}"
        if row.id not in self._kept:
            return f"Left out. {why or 'It belongs to a row that is left out.'}"
        happens = HAPPENS[row.state]
        if row.state == "changed":
            fields = BY_KEY[row.register].fields
            happens += ": " + ", ".join(fields[name].label for name in row.values if name in fields)
        return f"{happens}, with that left empty. {why}" if why else happens

    def _why(self, row: PlannedRow) -> str:
        """What was not understood in a row, and what would have been."""
        if not row.faulty:
            return ""
        told = [
            f"{problem.column or 'Row'}: found {f'“{problem.found}”' if problem.found else 'nothing'}; "
            f"expected {problem.expected}."
            for problem in self._problems.get((row.where, row.number), ())
        ]
        return " ".join(told) or "Not understood: " + ", ".join(f"{head} “{it}”" for head, it in row.unread.items())


def _holds(text: str, wanted: list[str]) -> bool:
    plain = text.casefold()
    return all(word in plain for word in wanted)
