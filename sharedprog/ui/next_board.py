"""What the status bar says of the board to come."""

from __future__ import annotations

from datetime import date

from sharedprog.domain import boards
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.words import counted, day_words


def next_board_words(programme: Programme, today: date) -> tuple[str, str]:
    """The day of the next board, and how long its papers stay open; both empty where no board has a day."""
    board = boards.next_board(programme, today)
    if board is None or board.day is None:
        return "", ""
    papers = boards.deadlines(programme, board.day)[-1].day
    if board.day < today:
        return day_words(board.day), "not yet marked as held"
    if papers < today:
        return day_words(board.day), f"papers closed on {day_words(papers)}"
    left = boards.working_days_until(calendar_of(programme), today, papers)
    when = "today" if papers == today else f"in {counted(left, 'working day')}" if left else f"on {day_words(papers)}"
    return day_words(board.day), f"papers close {when}"
