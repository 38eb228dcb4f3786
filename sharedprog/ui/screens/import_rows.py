"""The rows of an import as a table: what each is, and what would happen to it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from sharedprog.domain.registers import BY_KEY
from sharedprog.ui.lines_model import LinesModel
from sharedprog.usecases.importing_rows import ImportPlan, PlannedRow

HEADS = ("In the file", "Kind", "What it is called", "What would happen")
HAPPENS = {"new": "New", "changed": "Changed", "same": "The same already", "bad": "Left out"}


class ImportRows(LinesModel[PlannedRow]):
    """The rows that something is wrong with first, then the new and the changed ones, then the rest."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        order = {"bad": 0, "new": 1, "changed": 1, "same": 2}
        super().__init__(HEADS, sorted(plan.rows, key=lambda row: (not row.faulty, order[row.state])), parent)

    def words(self, row: PlannedRow) -> tuple[str, str, str, str]:
        """Where it is in the file, what it is, its name, and what would happen."""
        place = f"{row.where}, row {row.number}" if row.number is not None else row.where
        happens = HAPPENS[row.state]
        if row.unread:
            happens += ". Not understood: " + "; ".join(f"{head} “{found}”" for head, found in row.unread.items())
        return place, BY_KEY[row.register].singular.capitalize(), row.name, happens
