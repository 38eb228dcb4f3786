"""Trying a change on the plan, and making it once it has been looked at, as one change that can be undone."""

from __future__ import annotations

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.plan.trying import Change, tried
from sharedprog.domain.plan.what_if import Outcome, outcome
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document


def attempt(document: Document, change: Change) -> Outcome:
    """What a change would do; nothing is changed. Raises ``Trouble`` where it cannot be made."""
    programme = document.programme
    return outcome(programme, document.today, tried(programme, document.today, change, document.make_id))


def carry_out(document: Document, change: Change) -> ChangeSet:
    """Make the change, on the plan as it is now; raises ``Trouble`` where it changes nothing."""
    made = tried(document.programme, document.today, change, document.make_id)
    done = document.apply(made.title, made.edits)
    if done is None:
        raise Trouble("This changes nothing.")
    return done
