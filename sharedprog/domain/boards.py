"""The board cycle: which board is next, when papers are due, and the dates of the boards to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sharedprog.domain.plan.calendar import WorkingCalendar, calendar_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import (
    ATTENDANCES,
    BOARD_MEETINGS,
    FORTNIGHT_LINES,
    BoardMeeting,
)
from sharedprog.domain.registers.packs import PACKS, Pack
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE

STEPS = ((8, "Call for updates"), (6, "Updates close"), (5, "Ratings and poisons re-tested"), (4, "Chair's call"))
"""What a fortnight asks for, in working days before the board; the papers go out as the programme says."""

PAPERS = "Papers issued"
"""The last step before a board."""


@dataclass(frozen=True)
class Deadline:
    """One step towards a board, on a working day."""

    day: date
    words: str


def in_order(programme: Programme) -> tuple[BoardMeeting, ...]:
    """Boards by day, then number; those without a day last."""
    rows = programme.rows(BOARD_MEETINGS)
    return tuple(sorted(rows, key=lambda board: (board.day or date.max, board.number or 0)))


def held(programme: Programme) -> tuple[BoardMeeting, ...]:
    """Boards that were held, oldest first."""
    return tuple(board for board in in_order(programme) if board.held)


def next_board(programme: Programme, today: date) -> BoardMeeting | None:
    """The first board not yet held from today on; failing that, the first not yet held."""
    waiting = [board for board in in_order(programme) if not board.held]
    coming = [board for board in waiting if board.day is not None and board.day >= today]
    return next(iter(coming or waiting), None)


def numbered(programme: Programme, number: int) -> BoardMeeting | None:
    """The board with this number."""
    return next((board for board in programme.rows(BOARD_MEETINGS) if board.number == number), None)


def held_before(programme: Programme, board: BoardMeeting) -> tuple[BoardMeeting, ...]:
    """The boards held before this one, oldest first; before a board without a day, all the others."""
    day = board.day or date.max
    return tuple(each for each in held(programme) if each.id != board.id and (each.day or date.min) < day)


def before(programme: Programme, board: BoardMeeting) -> BoardMeeting | None:
    """The last board held before this one."""
    return next(reversed(held_before(programme, board)), None)


def proposed_days(programme: Programme, after: date, count: int) -> tuple[date, ...]:
    """Days for the next boards, one cadence apart; a weekend or bank holiday moves that one to the next working day.

    The rhythm stays: where the board of the day ``after`` was itself moved, it is counted from where that fell.
    """
    calendar = calendar_of(programme)
    apart = _apart(programme)
    nominal, last = _rhythm(programme, after), after
    days = []
    for _ in range(count):
        nominal += apart
        last = calendar.on_or_after(max(nominal, last + timedelta(days=1)))
        days.append(last)
    return tuple(days)


def _apart(programme: Programme) -> timedelta:
    return timedelta(days=programme.settings.cadence or 14)


def _rhythm(programme: Programme, day: date) -> date:
    """The day on which a board would have fallen but for weekends and bank holidays, told from those before it."""
    calendar, apart = calendar_of(programme), _apart(programme)
    known = sorted({board.day for board in programme.rows(BOARD_MEETINGS) if board.day is not None and board.day < day})
    nominal: date | None = None
    for each in (*known, day):
        expected = nominal + apart if nominal is not None else each
        nominal = expected if calendar.on_or_after(expected) == each else each
    return nominal or day


def deadlines(programme: Programme, day: date) -> tuple[Deadline, ...]:
    """The steps towards a board, earliest first; none where they would come before there were years."""
    calendar = calendar_of(programme)
    papers = programme.settings.papers if programme.settings.papers is not None else 3
    steps = [(days, words) for days, words in STEPS if days > papers] + [(papers, PAPERS)]
    try:
        return tuple(Deadline(calendar.add(day, -days), words) for days, words in steps)
    except OverflowError:
        return ()


def working_days_until(calendar: WorkingCalendar, today: date, day: date) -> int:
    """Working days from today to a day; negative for one that is past."""
    return calendar.between(today, day)


def packs_of(programme: Programme, board: BoardMeeting) -> tuple[Pack, ...]:
    """The packs made for a board, oldest first."""
    rows = [pack for pack in programme.rows(PACKS) if pack.board == board.id]
    return tuple(sorted(rows, key=lambda pack: (pack.made is not None, pack.made, pack.ref)))


def final_pack(programme: Programme, board: BoardMeeting) -> Pack | None:
    """The last final pack of a board."""
    finals = [pack for pack in packs_of(programme, board) if pack.state == "final"]
    return finals[-1] if finals else None


def members_by_partner(programme: Programme, board: BoardMeeting, capacity: str) -> dict[str, list[str]]:
    """Names of those listed for a board by their partner's short name ('' where it is not known)."""
    names: dict[str, list[str]] = {}
    for seat in programme.children(ATTENDANCES, board.id):
        person = programme.row(PEOPLE, seat.person)
        if person is None or seat.capacity != capacity:
            continue
        partner = programme.row(PARTNERS, person.partner)
        title = f"{person.title} (chair)" if person.id == board.chair else person.title
        names.setdefault((partner.short_name or partner.title) if partner else "", []).append(title)
    return names


def lines(programme: Programme, board: BoardMeeting, kind: str) -> tuple[str, ...]:
    """The lines of the highlight report for a board: ``done`` or ``next``."""
    return tuple(line.title for line in programme.children(FORTNIGHT_LINES, board.id) if line.kind == kind)
