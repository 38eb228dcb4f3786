"""The way to the next board: how long it is, and what falls due before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sharedprog.domain import boards
from sharedprog.domain.coming import ComingDay, coming_days
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.registers.decisions import DECISIONS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.view import View
from sharedprog.domain.words import clock_words, counted, day_words

FORTNIGHT = timedelta(days=14)
LEADS: dict[str, Register[Any]] = {"milestone": TASKS, "ratification": DECISIONS, "notice": DECISIONS}
"""The register in which each kind of coming day is a row."""
WORDS = {"milestone": "{title}", "ratification": "{ref} before {who}", "notice": "Notice for {ref} to {who}"}


@dataclass(frozen=True)
class Step:
    """Something that falls on a day; ``state`` is past, done, next or coming. It leads to a row of a register."""

    day: date
    words: str
    state: str
    register: str
    row: str


def headline(programme: Programme, today: date) -> str:
    """How long until the next board, as the title of a page."""
    board = boards.next_board(programme, today)
    if board is None:
        return "No board is planned yet"
    name = f"Board {board.number}" if board.number is not None else "The next board"
    if board.day is None:
        return f"{name} has no day yet"
    if board.day < today:
        return f"{name} was due on {day_words(board.day)}"
    left = boards.working_days_until(calendar_of(programme), today, board.day)
    if board.day == today:
        return f"{name} is today"
    return f"{name} in {counted(left, 'working day')}" if left else f"{name} on {day_words(board.day)}"


def meeting_words(board: BoardMeeting) -> tuple[str, str]:
    """When a board meets, and beneath it where and with what quorum."""
    when = day_words(board.day) if board.day is not None else "No day yet"
    if board.day is not None and board.starts is not None:
        when += f", {clock_words(board.starts)}"
    quorum = board.quorum.rstrip(".")
    return when, " · ".join(filter(None, (board.place, f"quorum {quorum[:1].lower()}{quorum[1:]}" if quorum else "")))


def steps(view: View, board: BoardMeeting | None) -> tuple[Step, ...]:
    """The deadlines of a board, with the milestones and partners' meetings until it; by day."""
    until = view.as_at + FORTNIGHT
    found: list[Step] = []
    if board is not None and board.day is not None:
        until = board.day
        final = boards.final_pack(view.programme, board) is not None
        for each in boards.deadlines(view.programme, board.day):
            issued = final and each.words == boards.PAPERS
            state = "done" if issued else "past" if each.day < view.as_at else "coming"
            found.append(Step(each.day, each.words, state, BOARD_MEETINGS.key, board.id))
    found += [_coming(each) for each in coming_days(view, until)]
    found.sort(key=lambda each: each.day)
    first = next((place for place, each in enumerate(found) if each.state == "coming"), None)
    if first is not None:
        step = found[first]
        found[first] = Step(step.day, step.words, "next", step.register, step.row)
    return tuple(found)


def _coming(each: ComingDay) -> Step:
    words = WORDS[each.kind].format(title=each.title, ref=each.ref, who=each.who or "a partner")
    return Step(each.day, words, "coming", LEADS[each.kind].key, each.row)
