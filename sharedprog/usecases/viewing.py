"""The view that screens look at: made anew when the programme changes, with as little worked out again as can be."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.results import PastBoard
from sharedprog.domain.view import View
from sharedprog.usecases import history
from sharedprog.usecases.document import Document


class Viewing:
    """Gives the present view of a document; what earlier boards saw is read again only when a board changed."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._view: View | None = None
        self._past: tuple[PastBoard, ...] = ()
        self._boards: object = None

    @property
    def view(self) -> View:
        """The view of the present picture on the present day."""
        programme = self.document.programme
        if self._view is None or self._view.programme is not programme:
            self._view = self._made(programme, self.document.today)
        return self._view

    def day_passed(self) -> bool:
        """Whether another day has begun since the view was made; the next one is then of that day."""
        passed = self._view is not None and self._view.as_at != self.document.today
        if passed:
            self._view = None
        return passed

    def _made(self, programme: Programme, today: date) -> View:
        table = programme.tables[BOARD_MEETINGS.key]
        if table is not self._boards:
            self._past = history.past(self.document)
            self._boards = table
        return View(programme, today, self._past)
