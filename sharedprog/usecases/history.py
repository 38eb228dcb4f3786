"""The programme as it was: pictures of earlier moments, and what the boards that were held saw."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sharedprog.domain import boards
from sharedprog.domain.changes import Edit, inverse
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.results import PastBoard
from sharedprog.domain.view import View
from sharedprog.usecases.document import Document


def past(document: Document, picture: Programme | None = None) -> tuple[PastBoard, ...]:
    """The boards held in a picture (the present one, unless given), oldest first, with the results each saw.

    A board without a day, or of which the file does not keep what it saw, is left out; ``checks`` tells of it.
    """
    seen = []
    for board in boards.held(picture or document.programme):
        kept = document.results(board.results)
        if kept is not None and board.day is not None:
            seen.append(PastBoard(board.id, board.number or 0, board.day, board.saw, kept))
    return tuple(seen)


def view(document: Document) -> View:
    """The programme as it is today."""
    return View(document.programme, document.today, past(document))


def picture_after(document: Document, change_set: str) -> Programme:
    """The picture as it was just after a change set: the present one with the later edits taken back.

    Raises ``Trouble`` where the file's history does not go back that far.
    """
    return document.programme.apply(inverse(edits_since(document, change_set)))


def edits_since(document: Document, change_set: str, until: str | None = None) -> tuple[Edit, ...]:
    """What changed after a change set, up to another (or now): first old to last new of each cell.

    Raises ``Trouble`` where the file's history does not go back that far.
    """
    document.writer.wait()
    return document.file.squashed(change_set, until)


def last_change(document: Document) -> str:
    """The id of the newest change set; empty when there is none."""
    document.writer.wait()
    return document.file.newest()


def change_at(document: Document, moment: datetime) -> str:
    """The id of the last change set made up to a moment; empty when there is none."""
    document.writer.wait()
    return document.file.newest(moment)


def knows(document: Document, change_set: str) -> bool:
    """Whether the file's history has a change set; one that was imported without its history has not."""
    document.writer.wait()
    return change_set == "" or document.file.knows(change_set)


def maker(document: Document, register: Register[Any], row_id: str) -> str:
    """Who first made a row; empty where the history does not tell."""
    document.writer.wait()
    return document.file.maker(register.key, row_id)
