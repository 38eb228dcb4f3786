"""The board pack: order one, have it printed, keep what a final one showed, and make an earlier one again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime

from sharedprog.domain import boards
from sharedprog.domain.computing import compute
from sharedprog.domain.packing import SECTIONS, Issue, ListOrder, MadePack, PackOrder, PlanOrder
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.registers.packs import PACKS, Pack
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.results import PastBoard, Results
from sharedprog.domain.since import Since, since
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.domain.words import local
from sharedprog.usecases import history
from sharedprog.usecases.document import Document

Progress = Callable[[float, str], None]
"""Told how far a pack has come, from 0 to 1, and what is being printed."""


def board_named(document: Document, name: str) -> BoardMeeting:
    """The board a person means by ``next``, ``last`` or a number; raises ``Trouble``."""
    wanted = name.strip().casefold()
    programme = document.programme
    if wanted == "next":
        found = boards.next_board(programme, document.today)
    elif wanted == "last":
        found = (boards.held(programme) or (None,))[-1]
    else:
        found = boards.numbered(programme, int(wanted)) if wanted.isascii() and wanted.isdigit() else None
    if found is None:
        numbers = ", ".join(str(board.number) for board in boards.in_order(programme) if board.number)
        raise Trouble(f"There is no board “{name}”. Boards in this programme: {numbers or 'none yet'}.")
    return found


def order(
    document: Document,
    board: BoardMeeting,
    sections: tuple[str, ...] = tuple(SECTIONS),
    *,
    state: str = "draft",
    note: str = "",
    gantt_paper: str = "A3",
) -> PackOrder:
    """An order for a pack of the programme as it is now."""
    now = document.clock().replace(microsecond=0)
    saw = history.last_change(document)
    return _order(
        document,
        document.programme,
        board,
        Pack(
            version=next_version(document, board),
            state=state,
            made=now,
            data_as_at=now,
            saw=saw,
            sections=",".join(sections),
            change_note=note,
        ),
        None,
        gantt_paper,
        document.who,
    )


def again(document: Document, pack_id: str) -> PackOrder:
    """An order for an earlier final pack as it was: the picture and the results that it showed; raises ``Trouble``."""
    pack = document.programme.row(PACKS, pack_id)
    if pack is None or pack.results is None:
        raise Trouble("Only a final pack can be made again. Make a new one instead.")
    kept = document.results(pack.results) if history.knows(document, pack.saw) else None
    picture = history.picture_after(document, pack.saw) if kept is not None else None
    board = picture.row(BOARD_MEETINGS, pack.board) if picture is not None else None
    if kept is None or picture is None or board is None:
        raise Trouble("What this pack showed is not kept in the file, so it cannot be made again.")
    who = history.maker(document, PACKS, pack_id)
    return _order(document, picture, board, pack, kept.results, pack.gantt_paper or "A3", who)


def _order(
    document: Document,
    picture: Programme,
    board: BoardMeeting,
    pack: Pack,
    results: Results | None,
    gantt_paper: str,
    who: str,
) -> PackOrder:
    made, as_at = pack.made, pack.data_as_at
    if made is None or as_at is None:
        raise Trouble("This pack does not say when it was made, so it cannot be made again.")
    earlier = [each.id for each in boards.held_before(picture, board)]
    past = tuple(each for each in history.past(document, picture) if each.id in earlier)
    view = View(picture, local(as_at).date(), past)
    shown = results or compute(view, board)
    logos = {p.id: document.blob(p.logo) for p in picture.rows(PARTNERS)}
    return PackOrder(
        view=view,
        results=shown,
        since=changed_since(document, view, shown, past[-1], pack.saw) if past else None,
        board=board,
        sections=tuple(section for section in pack.sections.split(",") if section in SECTIONS),
        version=pack.version,
        state=pack.state or "draft",
        made=made,
        data_as_at=as_at,
        saw=pack.saw,
        who=who,
        note=pack.change_note,
        gantt_paper=gantt_paper,
        earlier=_earlier(document, picture, board, made),
        logos={key: content for key, content in logos.items() if content},
    )


def changed_since(document: Document, view: View, now: Results, board: PastBoard, until: str = "") -> Since:
    """What changed from what a board saw up to a change set (the last one, unless named).

    Where the file's history does not go back to that board, results are still compared; only reasons are missing.
    """
    edits = history.edits_since(document, board.saw, until) if history.knows(document, board.saw) else ()
    return since(view, now, board, edits)


def _earlier(document: Document, picture: Programme, board: BoardMeeting, made: datetime) -> tuple[Issue, ...]:
    packs = boards.packs_of(picture, board)
    return tuple(
        Issue(pack.version, pack.state or "", pack.made, history.maker(document, PACKS, pack.id), pack.change_note)
        for pack in packs
        if pack.made is not None and pack.made < made
    )


def next_version(document: Document, board: BoardMeeting) -> str:
    """``1.0`` for a first final pack, ``1.1`` and so on for one that replaces it; never one that was given before."""
    every = document.programme.all_rows(PACKS).values()
    return f"1.{sum(pack.board == board.id and pack.state == 'final' for pack in every)}"


def print_pack(pack: PackOrder, progress: Progress | None = None) -> MadePack:
    """The pages of an order; runs in any process."""
    from sharedprog.reports.pack import make_pack

    return make_pack(pack, progress)


def print_list(order: ListOrder) -> MadePack:
    """The pages of a list; runs in any process."""
    from sharedprog.reports.listing import make_list

    return make_list(order)


def print_plan(order: PlanOrder) -> MadePack:
    """The chart of the plan on its sheets; runs in any process."""
    from sharedprog.reports.plan_sheets import make_plan

    return make_plan(order)


def keep(document: Document, pack: PackOrder, made: MadePack) -> str:
    """Put a final pack in the register with its hash, its change set and its results; its id."""
    draft = document.draft()
    pack_id = draft.add(
        PACKS,
        None,
        board=pack.board.id,
        version=pack.version,
        state=pack.state,
        made=pack.made,
        data_as_at=pack.data_as_at,
        saw=pack.saw,
        pages=made.pages,
        pdf_hash=hashlib.sha256(made.pdf).hexdigest(),
        results=pack.results.sha256,
        sections=",".join(pack.sections),
        change_note=pack.note,
        gantt_paper=pack.gantt_paper,
    )
    title = f"Make pack {pack.version} of board {pack.board.number}"
    document.apply(title, draft.edits, {pack.results.sha256: pack.results.to_bytes()})
    return pack_id
