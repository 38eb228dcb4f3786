"""Boards from one to the next: propose, mark held with what the board saw, take that back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from sharedprog.domain import boards
from sharedprog.domain.computing import compute
from sharedprog.domain.drafting import Draft
from sharedprog.domain.fields import Value
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.plan.milestones import is_done
from sharedprog.domain.registers.board_meetings import (
    AGENDA_ITEMS,
    ATTENDANCES,
    BOARD_MEETINGS,
    FORTNIGHT_LINES,
    BoardMeeting,
)
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.domain.words import local, short_day
from sharedprog.usecases import history
from sharedprog.usecases.document import Document

STANDARD_AGENDA = (
    ("Apologies, substitutes and quorum", "note", 2, "blank"),
    ("Declarations of interest", "note", 2, "blank"),
    ("Minutes of the last board", "decide", 4, "blank"),
    ("Actions and matters arising", "discuss", 10, "actions"),
    ("Since the last board", "note", 5, "since"),
    ("Highlight report", "discuss", 15, "highlight"),
    ("Plan on a page", "discuss", 10, "plan"),
    ("Risks", "discuss", 15, "risks"),
    ("Issues and change requests", "decide", 8, "issues"),
    ("Poisons and antidotes", "discuss", 8, "poisons"),
    ("Decisions required", "decide", 8, "decisions"),
    ("Forward plan and date of next board", "note", 3, "forward"),
)
"""Subject, purpose, minutes and section of a first agenda; later boards take over that of the one before."""


def propose(document: Document, count: int = 1) -> tuple[str, ...]:
    """Add the next boards, one cadence apart and never on a bank holiday; their ids."""
    programme = document.programme
    known = boards.in_order(programme)
    last = next((board for board in reversed(known) if board.day is not None), None)
    if last is not None and last.day is not None:
        days = boards.proposed_days(programme, last.day, count)
    else:
        first = calendar_of(programme).on_or_after(programme.settings.start or document.today)
        days = (first, *boards.proposed_days(programme, first, count - 1))
    draft = document.draft()
    number = max((board.number or 0 for board in known), default=0)
    ids = tuple(_add(draft, number + step, day, last) for step, day in enumerate(days, start=1))
    words = f"Propose board {number + 1}" if count == 1 else f"Propose boards {number + 1} to {number + count}"
    document.apply(words, draft.edits)
    return ids


def _add(draft: Draft, number: int, day: date, last: BoardMeeting | None) -> str:
    """One board with the place, agenda and members of the one before."""
    quorum = draft.before.settings.quorum
    board = draft.add(
        BOARD_MEETINGS,
        None,
        number=number,
        day=day,
        starts=last.starts if last else time(10, 0),
        ends=last.ends if last else time(11, 30),
        place=last.place if last else "",
        chair=last.chair if last else None,
        quorum=(last.quorum or quorum) if last else quorum,
    )
    items = draft.before.children(AGENDA_ITEMS, last.id) if last else ()
    for item in items:
        draft.add(
            AGENDA_ITEMS,
            None,
            parent=board,
            title=_renumbered(item.title, last, number),
            purpose=item.purpose,
            presenter=item.presenter,
            minutes=item.minutes,
            section=item.section,
        )
    for title, purpose, minutes, section in () if items else STANDARD_AGENDA:
        draft.add(AGENDA_ITEMS, None, parent=board, title=title, purpose=purpose, minutes=minutes, section=section)
    for seat in draft.before.children(ATTENDANCES, last.id) if last else ():
        draft.add(ATTENDANCES, None, parent=board, person=seat.person, capacity=seat.capacity)
    return board


def _renumbered(title: str, last: BoardMeeting | None, number: int) -> str:
    """``Minutes of board 7`` on the agenda of the board after: ``Minutes of board 8``."""
    if last is None or last.number is None:
        return title
    return re.sub(rf"\bboard {last.number - 1}\b", f"board {number - 1}", title, flags=re.IGNORECASE)


def hold(document: Document, board_id: str, moment: datetime | None = None) -> None:
    """Mark a board held and fix what it saw: its last final pack, else the programme at a moment (now, unless given).

    Edits made after that are "since the last board" in the next pack. Raises ``Trouble`` where it was held already.
    """
    board = _the(document, board_id)
    if board.held:
        raise Trouble(f"Board {board.number} is already marked as held.")
    if board.day is None:
        raise Trouble(f"Board {board.number} has no date. Give it one, then mark it held.")
    if moment is not None and moment > document.clock():
        raise Trouble("A board can only have seen what was there by now. Choose an earlier moment.")
    draft = document.draft()
    pack = boards.final_pack(document.programme, board)
    blobs: dict[str, bytes] = {}
    seen: dict[str, Value]
    if pack is not None and document.results(pack.results) is not None:
        seen = {"saw": pack.saw, "saw_as_at": pack.data_as_at, "results": pack.results}
    else:
        at = moment or document.clock()
        saw = history.change_at(document, at) if moment else history.last_change(document)
        picture = history.picture_after(document, saw) if moment else document.programme
        view = View(picture, local(at).date(), history.past(document, picture))
        results = compute(view, picture.row(BOARD_MEETINGS, board_id))
        blobs[results.sha256] = results.to_bytes()
        seen = {"saw": saw, "saw_as_at": at.replace(microsecond=0), "results": results.sha256}
    fixed: dict[str, Value] = {**seen, "held": True}
    for field, value in fixed.items():
        draft.set(BOARD_MEETINGS, board_id, field, value)
    document.apply(f"Hold board {board.number}", draft.edits, blobs)


def not_held(document: Document, board_id: str) -> None:
    """Take back that a board was held, and what it saw."""
    board = _the(document, board_id)
    draft = document.draft()
    blank: dict[str, Value] = {"held": False, "saw": "", "saw_as_at": None, "results": None}
    for field, value in blank.items():
        draft.set(BOARD_MEETINGS, board_id, field, value)
    document.apply(f"Board {board.number} not held after all", draft.edits)


def propose_lines(document: Document, board_id: str) -> int:
    """Add lines from the plan: what was finished since the last board, what is due by the one after; how many.

    What the board before was told is not told again, and what was finished between its pack and its meeting is.
    """
    board = _the(document, board_id)
    programme = document.programme
    before = {each.id for each in boards.held_before(programme, board)}
    past = tuple(each for each in history.past(document) if each.id in before)
    until = boards.proposed_days(programme, board.day or document.today, 1)[0]
    lines = _lines(View(programme, document.today, past), until)
    there = {line.title for line in programme.children(FORTNIGHT_LINES, board_id)}
    draft = document.draft()
    added = [line for line in lines if line[1] not in there]
    for kind, title in added:
        draft.add(FORTNIGHT_LINES, None, parent=board_id, kind=kind, title=title)
    document.apply(f"Propose lines for board {board.number}", draft.edits)
    return len(added)


def _lines(view: View, until: date) -> Iterator[tuple[str, str]]:
    """Kind and words of each line, in the order of the plan."""
    seen = view.last.results.tasks if view.last is not None else {}
    for task_id, row in view.outline.items():
        finish = view.schedule.dates[task_id].finish
        if row.summary:
            continue
        if is_done(row.task):
            if task_id not in seen or seen[task_id].percent != 100:
                yield "done", row.task.title
        elif finish is not None and finish <= until:
            yield "next", f"{row.task.title} ({short_day(finish)})"


def _the(document: Document, board_id: str) -> BoardMeeting:
    board = document.programme.row(BOARD_MEETINGS, board_id)
    if board is None:
        raise Trouble("This board is not there any more.")
    return board
