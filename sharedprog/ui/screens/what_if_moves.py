"""The tasks that a change would move, as a table with the largest move first."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from sharedprog.domain.plan.what_if import Moved
from sharedprog.domain.words import clock_words, counted, day_words
from sharedprog.ui.lines_model import LinesModel

HEADS = ("Task", "Finishes now", "Would finish", "Moves by")


class Moves(LinesModel[Moved]):
    """A row for each task that would move."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(HEADS, (), parent)

    def words(self, row: Moved) -> tuple[str, ...]:
        """The task, its finish now and then, and how far that is."""
        way = "later" if row.days > 0 else "sooner"
        by = f"{counted(abs(row.days), 'working day')} {way}" if row.days else "less than a day"
        return f"{row.wbs} {row.name}", _day(row.finish_before), _day(row.finish), by

    def tip(self, row: Moved, column: int) -> str:
        """When the task would start, and when it starts now."""
        return f"Starts {_to_the_minute(row.start_before)} now, would start {_to_the_minute(row.start)}."


def _day(moment: datetime | None) -> str:
    return "–" if moment is None else day_words(moment.date())


def _to_the_minute(moment: datetime | None) -> str:
    return "–" if moment is None else f"{day_words(moment.date())} {clock_words(moment.time())}"
