"""Actions since a board: which are new and which were closed, and the line that counts them."""

from __future__ import annotations

from sharedprog.domain import status
from sharedprog.domain.phrases import Part, Phrase, phrase
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.results import ActionResult, Results
from sharedprog.domain.view import View


def new_actions(now: Results, then: Results) -> frozenset[str]:
    """Actions that the board did not know."""
    return frozenset(now.actions.keys() - then.actions.keys())


def closed_actions(now: Results, then: Results) -> frozenset[str]:
    """Actions no longer open that were open, or not there, when the board met."""
    found = (action for action, result in now.actions.items() if is_closed(result.status, then.actions.get(action)))
    return frozenset(found)


def is_closed(now: str | None, then: ActionResult | None) -> bool:
    """Whether an action is no longer open that was, or was not there, when the board met."""
    return now != "open" and (then is None or then.status == "open")


def action_words(view: View, now: Results, then: Results) -> Phrase:
    """``7 closed, 4 new, 3 overdue (14/2a, 13/5b)``; empty where nothing happened and nothing is late."""
    closed, new = len(closed_actions(now, then)), len(new_actions(now, then))
    known = then.actions.items()
    again = sum(
        was.status != "open" and action in now.actions and now.actions[action].status == "open" for action, was in known
    )
    gone = sum(was.status == "open" and action not in now.actions for action, was in known)
    late = [action for action in view.programme.rows(ACTIONS) if status.overdue(action, view.as_at)]
    if not (closed or new or again or gone or late):
        return ()
    counts = [f"{closed} closed", f"{new} new"]
    counts += [f"{again} opened again"] if again else []
    counts += [f"{gone} deleted"] if gone else []
    named = f" ({', '.join(action.item or action.ref for action in late)})" if late else ""
    return phrase(", ".join(counts) + ", ", Part(f"{len(late)} overdue", strong=bool(late)), named)
