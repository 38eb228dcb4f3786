"""The way of a decision through the partners' own bodies: notice in clear days, and which decisions are on it.

Key decisions of a council's cabinet, and its private meetings, need 28 clear days' notice (2012 Regulations on
executive arrangements): neither the day of the notice nor that of the meeting counts.
"""

from __future__ import annotations

from datetime import date, timedelta

from sharedprog.domain.ordering import natural
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS, Decision, Ratification

CLEAR_DAYS = 28
_APART = timedelta(days=CLEAR_DAYS + 1)


def latest_notice(meets: date) -> date:
    """The last day on which notice can be given for a meeting."""
    return meets - _APART


def earliest_meeting(notice: date) -> date:
    """The first day on which a body can decide after notice was given."""
    return notice + _APART


def required(programme: Programme, board: BoardMeeting) -> tuple[Decision, ...]:
    """Decisions that a board is asked for: its own, those without a board, and those an earlier board left open."""
    day = board.day or date.max
    return tuple(each for each in programme.rows(DECISIONS) if each.status == "required" and _due(programme, each, day))


def _due(programme: Programme, decision: Decision, day: date) -> bool:
    asked = programme.row(BOARD_MEETINGS, decision.board)
    return asked is None or asked.day is None or asked.day <= day


def awaited(programme: Programme) -> tuple[tuple[Decision, Ratification], ...]:
    """What partners have still to ratify of decisions taken, by the day their body meets."""
    waiting = [
        (decision, part)
        for decision in programme.rows(DECISIONS)
        if decision.status == "taken"
        for part in programme.children(RATIFICATIONS, decision.id)
        if part.outcome in (None, "awaited")
    ]
    return tuple(sorted(waiting, key=lambda each: (each[1].day or date.max, natural(each[0].ref))))
