"""Trying a change on the plan, and making it once it has been looked at, as one change that can be undone."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.plan.trying import Change, Tried, tried
from sharedprog.domain.plan.what_if import Outcome, outcome
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.duration_risk import KEPT as PLAN

KEPT = (*PLAN, BOARD_MEETINGS.key)
"""Registers that what a change does follows from."""


def attempt(document: Document, change: Change) -> Tried:
    """What a change would edit; nothing is changed. Raises ``Trouble`` where it cannot be made."""
    return tried(document.programme, document.today, change, document.make_id)


def what_is_looked_at(programme: Programme) -> Programme:
    """The picture without what a change cannot touch, to be handed over quickly."""
    return Programme({key: programme.tables[key] for key in KEPT})


def consequences(programme: Programme, as_at: date, attempted: Tried) -> Outcome:
    """What an attempt would do to the picture: work for the worker process."""
    return outcome(programme, as_at, attempted)


def carry_out(document: Document, change: Change) -> ChangeSet:
    """Make the change, on the plan as it is now; raises ``Trouble`` where it changes nothing."""
    made = tried(document.programme, document.today, change, document.make_id)
    done = document.apply(made.title, made.edits)
    if done is None:
        raise Trouble("This changes nothing.")
    return done
