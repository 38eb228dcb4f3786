"""The programme as it was: pictures of earlier moments, and what the boards that were held saw."""

from __future__ import annotations

from datetime import datetime

from sharedprog.domain import boards
from sharedprog.domain.changes import Edit, inverse, squash
from sharedprog.domain.programme import Programme
from sharedprog.domain.results import PastBoard
from sharedprog.domain.view import View
from sharedprog.usecases.document import Document


def past(document: Document, before: int | None = None) -> tuple[PastBoard, ...]:
    """The boards held (before a board's number), oldest first, with the results each saw."""
    seen = []
    for board in boards.held(document.programme):
        if before is not None and board.number is not None and board.number >= before:
            continue
        content = document.blob(board.results)
        if content is not None and board.day is not None:
            seen.append(PastBoard(board.id, board.number or 0, board.day, board.saw, content))
    return tuple(seen)


def view(document: Document) -> View:
    """The programme as it is today."""
    return View(document.programme, document.today, past(document))


def picture_after(document: Document, change_set: str) -> Programme:
    """The picture as it was just after a change set: the present one with the later edits taken back."""
    later = [each for each in document.journal(change_set) if each.via is None]
    return document.programme.apply(inverse(tuple(edit for each in later for edit in each.edits)))


def edits_since(document: Document, change_set: str) -> tuple[Edit, ...]:
    """What changed after a change set: first old to last new of each cell."""
    return squash(document.journal(change_set or None))


def last_change(document: Document) -> str:
    """The id of the newest change set; empty when there is none."""
    journal = document.journal()
    return journal[-1].id if journal else ""


def change_at(document: Document, moment: datetime) -> str:
    """The id of the last change set made up to a moment; empty when there is none."""
    found = ""
    for change_set in document.journal():
        if change_set.at <= moment:
            found = change_set.id
    return found
