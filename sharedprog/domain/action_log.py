"""The action log of a board: what is open, what was closed since the last one, and how many of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain import status
from sharedprog.domain.ordering import natural
from sharedprog.domain.registers.actions import ACTIONS, Action
from sharedprog.domain.registers.notes import NOTES, Note
from sharedprog.domain.since import Since
from sharedprog.domain.view import View


@dataclass(frozen=True)
class ActionLog:
    """Open actions, those due first at the top, and those closed since the last board; counts of new and carried."""

    overdue: tuple[Action, ...]
    open: tuple[Action, ...]
    closed: tuple[Action, ...]
    new: int
    carried: int

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell the board."""
        return not (self.overdue or self.open or self.closed)


def action_log(view: View, since: Since | None) -> ActionLog:
    """The log as at the view; before the second board every action is new, and the closed ones are all listed.

    ``new`` counts open and closed ones, ``carried`` the open ones that the last board already knew.
    """
    rows = view.programme.rows(ACTIONS)
    new = since.actions_new if since is not None else frozenset(action.id for action in rows)
    gone = since.actions_closed if since is not None else frozenset(action.id for action in rows)
    active = sorted((action for action in rows if action.status == "open"), key=_by_due)
    late = [action for action in active if status.overdue(action, view.as_at)]
    return ActionLog(
        overdue=tuple(late),
        open=tuple(action for action in active if action not in late),
        closed=tuple(action for action in rows if action.status != "open" and action.id in gone),
        new=len(new),
        carried=sum(action.id not in new for action in active),
    )


def _by_due(action: Action) -> tuple[date, tuple[str | int, ...]]:
    return status.due_of(action) or date.max, natural(action.ref)


def latest_note(view: View, row: str) -> Note | None:
    """The newest note on a row; of several on one day the one written last."""
    notes = view.programme.children(NOTES, row)
    return max(enumerate(notes), key=lambda each: (each[1].day or date.min, each[0]))[1] if notes else None
