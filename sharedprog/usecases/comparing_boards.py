"""What changed from what one board saw to what another saw, or to now, as lines that lead to their rows."""

from __future__ import annotations

from sharedprog.domain.computing import compute
from sharedprog.domain.results import PastBoard
from sharedprog.domain.since_rows import SinceRow, since_rows
from sharedprog.domain.view import View
from sharedprog.usecases import history
from sharedprog.usecases.board_pack import changed_since
from sharedprog.usecases.document import Document


def changes_between(
    document: Document, view: View, board: PastBoard, until: PastBoard | None = None
) -> tuple[SinceRow, ...]:
    """Every change from one board to a later one, or to ``view``; raises ``Trouble`` where the history is too short."""
    if until is None:
        return since_rows(view, changed_since(document, view, compute(view), board))
    picture = history.picture_after(document, until.saw)
    seen = View(picture, until.day, history.past(document, picture))
    return since_rows(seen, changed_since(document, seen, until.results, board, until.saw))
