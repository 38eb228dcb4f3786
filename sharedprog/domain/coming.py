"""What is coming: the next boards with their deadlines, and the days of ratifications and milestones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain import boards
from sharedprog.domain.naming import name_of
from sharedprog.domain.ordering import natural
from sharedprog.domain.plan.milestones import milestones
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.view import View


@dataclass(frozen=True)
class ComingBoard:
    """A board to come with its deadlines by words; ``agreed`` is whether it is in the register or only proposed."""

    number: int | None
    day: date
    place: str
    agreed: bool
    deadlines: dict[str, date]


@dataclass(frozen=True)
class ComingDay:
    """Something that falls on a day: ``kind`` is milestone, ratification or notice, ``row`` the task or decision."""

    day: date
    kind: str
    ref: str
    title: str
    who: str
    row: str = ""


def coming_boards(programme: Programme, after: BoardMeeting, count: int) -> tuple[ComingBoard, ...]:
    """The next boards after one: those in the register, then proposed days one cadence apart."""
    if after.day is None:
        return ()
    known = [b for b in boards.in_order(programme) if b.day is not None and b.day > after.day and not b.held]
    found = [_board(programme, b.number, b.day, b.place, agreed=True) for b in known[:count] if b.day is not None]
    last = found[-1] if found else _board(programme, after.number, after.day, "", agreed=True)
    for step, day in enumerate(boards.proposed_days(programme, last.day, count - len(found)), start=1):
        number = last.number + step if last.number is not None else None
        found.append(_board(programme, number, day, "", agreed=False))
    return tuple(found)


def _board(programme: Programme, number: int | None, day: date, place: str, *, agreed: bool) -> ComingBoard:
    steps = {step.words: step.day for step in boards.deadlines(programme, day)}
    return ComingBoard(number, day, place, agreed, steps)


def coming_days(view: View, until: date) -> tuple[ComingDay, ...]:
    """Unfinished milestones, and what partners' bodies have still to do, from the day of the view to another."""
    found = [
        ComingDay(each.now, "milestone", each.wbs, each.title, each.owner or each.partner, each.task_id)
        for each in milestones(view.programme, view.schedule, view.as_at)
        if each.now is not None and not each.done
    ]
    for decision in view.programme.rows(DECISIONS):
        for part in view.programme.children(RATIFICATIONS, decision.id):
            if part.outcome not in (None, "awaited") or decision.status in ("refused", "withdrawn"):
                continue
            body = part.body or (name_of(view.programme, ("partners",), part.partner) if part.partner else "")
            if part.notice is not None:
                found.append(ComingDay(part.notice, "notice", decision.ref, decision.title, body, decision.id))
            if part.day is not None:
                found.append(ComingDay(part.day, "ratification", decision.ref, decision.title, body, decision.id))
    shown = (each for each in found if view.as_at <= each.day <= until)
    return tuple(sorted(shown, key=lambda each: (each.day, natural(each.ref))))
