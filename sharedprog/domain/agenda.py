"""The agenda of a board, numbered, and what earlier outcomes belong to which item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sharedprog.domain.naming import name_of
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.actions import ACTIONS, Action
from sharedprog.domain.registers.board_meetings import AGENDA_ITEMS, AgendaItem, BoardMeeting
from sharedprog.domain.registers.decisions import DECISIONS, Decision

_CODE = re.compile(r"\d+\s*/\s*(\d+)")


@dataclass(frozen=True)
class NumberedItem:
    """An agenda item with its number, counted from 1, and its presenter's name."""

    number: int
    row: AgendaItem
    presenter: str

    @property
    def has_section(self) -> bool:
        """Whether a part of the pack is printed for it, rather than room to write."""
        return self.row.section not in (None, "blank")


@dataclass(frozen=True)
class Outcome:
    """What came of one item of a board that was held; number 0 gathers what names no item of its agenda."""

    number: int
    subject: str
    decisions: tuple[Decision, ...]
    actions: tuple[Action, ...]


def numbered_items(programme: Programme, board: BoardMeeting) -> tuple[NumberedItem, ...]:
    """The items of a board in the order of its agenda."""
    rows = programme.children(AGENDA_ITEMS, board.id)
    return tuple(
        NumberedItem(number, row, name_of(programme, ("people",), row.presenter) if row.presenter else "")
        for number, row in enumerate(rows, start=1)
    )


def item_number(code: str) -> int:
    """6 of ``14/6a``; 0 where the code names no item."""
    found = _CODE.match(code.strip())
    return int(found[1]) if found else 0


def outcomes(programme: Programme, board: BoardMeeting) -> tuple[Outcome, ...]:
    """What was decided and asked of people at a board, item by item; items without an outcome are left out."""
    decisions: dict[int, list[Decision]] = {}
    actions: dict[int, list[Action]] = {}
    subjects = {item.number: item.row.title for item in numbered_items(programme, board)}
    for decision in programme.rows(DECISIONS):
        if decision.board == board.id and decision.status != "required":
            number = item_number(decision.item)
            decisions.setdefault(number if number in subjects else 0, []).append(decision)
    for action in programme.rows(ACTIONS):
        if action.board == board.id:
            number = item_number(action.item)
            actions.setdefault(number if number in subjects else 0, []).append(action)
    numbers = sorted({*decisions, *actions}, key=lambda number: (number == 0, number))
    return tuple(
        Outcome(number, subjects.get(number, ""), tuple(decisions.get(number, ())), tuple(actions.get(number, ())))
        for number in numbers
    )
