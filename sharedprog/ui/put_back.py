"""Asking for something to be put back from the history: what cannot be is told, what would be lost is asked about."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sharedprog.domain.changes import ChangeSet, Stale
from sharedprog.domain.history import Deed, Line
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted
from sharedprog.ui.confirm import confirm
from sharedprog.ui.session import Session
from sharedprog.usecases import history_reading, putting_back
from sharedprog.usecases.putting_back import PuttingBack

MOST = 8
"""Later changes that the question tells one by one."""
FIELDS = frozenset({Deed.CHANGED, Deed.MOVED})
"""What was done to a single field of a row."""
ROW_WORDS = {Deed.DELETED: "Bring it back", Deed.ADDED: "Take it away again", Deed.BROUGHT_BACK: "Take it away again"}
"""What the button says that puts back a row as a whole, by what was done to it."""


class PutBack(QObject):
    """``told`` carries what was done, ``refused`` why it could not be."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(over)
        self._session, self._over = session, over

    def field(self, line: Line) -> None:
        """One field, as it was before this line."""
        edit = line.edit
        self._plan(lambda: putting_back.of_field(self._session.document, edit))

    def row(self, line: Line) -> None:
        """What the action of this line did to its row; a deleted row comes back."""
        self._with_action(
            line,
            lambda action: putting_back.of_row(self._session.document, action, line.register, line.row),
        )

    def row_before(self, line: Line) -> None:
        """The row of this line as it was before it, whatever was changed in it since."""
        document = self._session.document
        self._session.read(
            lambda: history_reading.journal_of(document.file, line.row),
            lambda journal: self._plan(
                lambda: putting_back.of_row_before(document, journal, line.action.id, line.register, line.row)
            ),
            self.refused.emit,
        )

    def action(self, line: Line) -> None:
        """All that the action of this line did."""
        self._with_action(line, lambda action: putting_back.of_action(self._session.document, action))

    def _with_action(self, line: Line, plan: Callable[[ChangeSet], PuttingBack]) -> None:
        document, name = self._session.document, line.action.id
        self._session.read(
            lambda: history_reading.action(document.file, name),
            lambda action: self._plan(lambda: plan(action)),
            self.refused.emit,
        )

    def _plan(self, plan: Callable[[], PuttingBack]) -> None:
        """Work out what would be done, ask where something would be lost, and do it."""
        document = self._session.document
        try:
            back = plan()
            lost = putting_back.overwritten(document, back)
            if lost and not self._agreed(back, lost):
                return
            done = putting_back.carry_out(document, back)
        except (Trouble, Stale) as refusal:
            self.refused.emit(str(refusal))
            return
        if done is not None:
            self.told.emit(f"{done.title}: done.")

    def _agreed(self, back: PuttingBack, lost: tuple[str, ...]) -> bool:
        more = [f"and {counted(len(lost) - MOST, 'other change')}"] if len(lost) > MOST else []
        told = "\n".join([*(f"• {each}" for each in lost[:MOST]), *more])
        return confirm(
            self._over,
            f"{back.title}?",
            f"This was changed again since, and the later change would be lost:\n\n{told}\n\n"
            "You can take it back with Undo.",
            "Put back all the same",
            keep="Leave it as it is",
            danger=True,
        )
