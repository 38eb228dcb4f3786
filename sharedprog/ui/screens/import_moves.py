"""The dates of an imported plan that would move if they were worked out, as a table."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from sharedprog.domain.words import clock_words, day_words
from sharedprog.ui.lines_model import LinesModel
from sharedprog.usecases.importing_rows import ImportPlan, Move

HEADS = ("Task", "Start as stated", "Worked out", "Finish as stated", "Worked out", "Why")


class ImportMoves(LinesModel[Move]):
    """A row for each task that would not stand where the file states it, in the order of the file."""

    def __init__(self, plan: ImportPlan, parent: QObject | None = None) -> None:
        super().__init__(HEADS, plan.moves, parent)

    def words(self, row: Move) -> tuple[str, ...]:
        """The task, its dates as stated and worked out, and what sets them."""
        return (
            row.name,
            _moment(row.stated_start),
            _moment(row.start),
            _moment(row.stated_finish),
            _moment(row.finish),
            row.reason,
        )

    def tip(self, row: Move, column: int) -> str:
        """The words; of the reason also what the dates mean for the plan."""
        words = super().tip(row, column)
        return f"{words} {row.why}" if column == len(HEADS) - 1 else words


def _moment(moment: datetime | None) -> str:
    return "–" if moment is None else f"{day_words(moment.date())} {clock_words(moment.time())}"
