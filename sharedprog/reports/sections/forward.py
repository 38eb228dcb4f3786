"""The forward plan: the next boards with their deadlines, and the days of milestones and partners' own bodies."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain.coming import ComingBoard, ComingDay, coming_boards, coming_days
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.words import day_words
from sharedprog.reports.blocks import heading, paragraph
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.places import part
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import day

BOARDS = 6
_KINDS = {"milestone": "Milestone", "ratification": "Meets", "notice": "Notice due"}
_STEPS = ("Call for updates", "Updates close", "Papers issued")


def forward(order: PackOrder) -> Section:
    """What is coming up to the sixth board from this one."""
    coming = coming_boards(order.programme, order.board, BOARDS)
    if not coming:
        words = "This board has no date yet, so the next ones cannot be proposed."
        return part(order, "forward", [paragraph(words, style=NOTE)])
    columns = [fitted("Board"), fitted("Date"), *(fitted(step) for step in _STEPS), Column("Place")]
    boards = Table(columns, [_board(board) for board in coming])
    days = coming_days(order.view, coming[-1].day)
    rows = [_day(each) for each in days]
    dates = Table(
        [fitted("Date"), fitted("What"), fitted("Ref"), Column("Title", share=1.4), Column("Who", share=0.8)],
        rows,
        empty="No milestone and no meeting of a partner's own body falls in this time.",
    )
    contents: list[Flowable] = [heading("Next boards"), boards, heading("Dates to come"), dates]
    return part(order, "forward", contents, summary=_summary(coming[0]))


def _summary(first: ComingBoard) -> list[Part]:
    """The date of the next board."""
    named = f"board {first.number}" if first.number is not None else "the next board"
    place = f", {first.place}" if first.place else ""
    return ["The next board is ", bold(f"{named} on {day_words(first.day)}"), f"{place}."]


def _board(board: ComingBoard) -> Row:
    number: list[Part] = [str(board.number or "–")]
    where: Part = board.place if board.agreed else muted("proposed")
    steps = [day(board.deadlines.get(step)) for step in _STEPS]
    return [number, bold(day(board.day)), *steps, where]


def _day(each: ComingDay) -> Row:
    return [day(each.day), _KINDS[each.kind], each.ref, each.title, muted(each.who)]
