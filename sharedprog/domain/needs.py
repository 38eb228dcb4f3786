"""What needs someone now: kinds of rows that wait, each with how many there are and which they are."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from sharedprog.domain import status
from sharedprog.domain.filters import Filter, named
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.decisions import RATIFICATIONS, Decision, Ratification
from sharedprog.domain.registers.poisons import ANTIDOTES
from sharedprog.domain.unfinished import Expiring, expiring, lacks
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words
from sharedprog.domain.wrong_rows import Among, Wrong, wrong_rows

STEP = 32
"""Rows looked at before others have their turn."""
AnyRow = Any
"""A row of the register that a need is about."""


@dataclass(frozen=True)
class Need:
    """A kind of row that waits for someone: ``one`` and ``many`` say it of so many rows.

    ``only`` is the filter that shows just those rows; ``beside`` adds what presses most.
    """

    key: str
    register: str
    rag: str
    one: str
    many: str
    only: Filter
    beside: Callable[[View, Sequence[AnyRow]], str] = lambda _view, _rows: ""


@dataclass(frozen=True)
class Waiting:
    """A need that someone has; without ``only`` its register is to be seen whole, without that the history."""

    key: str
    register: str
    rag: str
    count: int
    words: str
    beside: str
    only: Filter | None = None


def _oldest(view: View, rows: Sequence[AnyRow]) -> str:
    days = max((view.as_at - due).days for row in rows if (due := status.due_of(row)) is not None)
    return f"oldest {counted(days, 'day')}"


def _overdue(view: View, rows: Sequence[AnyRow]) -> str:
    late = sum(status.review_overdue(row, view.as_at) for row in rows)
    return f"{late} overdue" if late else ""


def _notice(view: View, rows: Sequence[AnyRow]) -> str:
    """The first day by which a partner's body must be told."""
    days = [part.notice for row in rows for part in awaited(view, row) if part.notice is not None]
    coming = min((day for day in days if day >= view.as_at), default=None)
    return f"notice by {day_words(coming)}" if coming is not None else ""


def awaited(view: View, decision: Decision) -> list[Ratification]:
    """What partners' bodies have still to say to a decision that stands."""
    if decision.status in ("refused", "withdrawn"):
        return []
    parts = view.programme.children(RATIFICATIONS, decision.id)
    return [part for part in parts if part.outcome in (None, "awaited")]


def _review_due(view: View, risk: AnyRow) -> bool:
    """Overdue, or due by the day of the board that comes next."""
    day = view.coming.day if view.coming is not None else None
    until = max(day or view.as_at, view.as_at)
    return status.is_open(risk) and risk.next_review is not None and risk.next_review <= until


def _board_not_held(view: View, board: AnyRow) -> bool:
    return not board.held and board.day is not None and board.day < view.as_at


def _no_antidote(view: View, poison: AnyRow) -> bool:
    return status.poison_open(poison) and not view.programme.children(ANTIDOTES, poison.id)


def _unfinished_risk(view: View, risk: AnyRow) -> bool:
    return status.is_open(risk) and any(True for _ in lacks(view.programme, risk))


def _unfinished_action(_view: View, action: AnyRow) -> bool:
    return action.status == "open" and (action.owner is None or status.due_of(action) is None)


NEEDS: tuple[Need, ...] = (
    Need(
        "actions_late", "actions", "red", "action is overdue", "actions are overdue", named("actions", "Late"), _oldest
    ),
    Need(
        "tasks_late", "tasks", "red", "task is past its finish", "tasks are past their finish", named("tasks", "Late")
    ),
    Need(
        "issues_late", "issues", "red", "issue is past its day", "issues are past their day", named("issues", "Late")
    ),
    Need(
        "poisons_back", "poisons", "red", "poison has come back", "poisons have come back", named("poisons", "Recurred")
    ),
    Need(
        "boards_not_held", "board_meetings", "red", "board is past and not marked as held",
        "boards are past and not marked as held", Filter("Past, not marked as held", _board_not_held),
    ),
    Need(
        "reviews_due", "risks", "amber", "risk review is due by the next board",
        "risk reviews are due by the next board", Filter("Review due by the next board", _review_due), _overdue,
    ),
    Need(
        "decisions_waiting", "decisions", "amber", "decision waits for a partner's body",
        "decisions wait for a partner's body",
        Filter("Waits for a partner", lambda view, row: bool(awaited(view, row))), _notice,
    ),
    Need(
        "no_evidence", "poisons", "amber", "poison has an antidote with no evidence yet",
        "poisons have an antidote with no evidence yet", named("poisons", "No evidence yet"),
    ),
    Need(
        "no_antidote", "poisons", "amber", "poison has no antidote yet", "poisons have no antidote yet",
        Filter("No antidote yet", _no_antidote),
    ),
    Need(
        "risks_unfinished", "risks", "none", "risk is unfinished", "risks are unfinished",
        Filter("Unfinished", _unfinished_risk),
    ),
    Need(
        "issues_unowned", "issues", "none", "issue is owned by nobody", "issues are owned by nobody",
        Filter("Nobody's", lambda _view, row: status.issue_open(row) and row.owner is None),
    ),
    Need(
        "actions_unfinished", "actions", "none", "action lacks an owner or a day", "actions lack an owner or a day",
        Filter("No owner or no day", _unfinished_action),
    ),
)  # fmt: skip
"""What is asked of every register, what presses most first."""


def waiting(view: View) -> Generator[None, None, tuple[Waiting, ...]]:
    """What needs someone on the day of the view, a few rows at a time; what nothing waits for is left out."""
    found: list[Waiting] = []
    for need in NEEDS:
        rows: list[Row] = []
        for number, row in enumerate(view.programme.rows(BY_KEY[need.register]), start=1):
            if need.only.test(view, row):
                rows.append(row)
            if number % STEP == 0:
                yield
        if rows:
            words = need.one if len(rows) == 1 else need.many
            beside = need.beside(view, rows)
            found.append(Waiting(need.key, need.register, need.rag, len(rows), words, beside, need.only))
        yield
    wrong = yield from wrong_rows(view.programme)
    found.extend(map(_wrong, wrong))
    ends = tuple(expiring(view.programme, view.schedule.finish))
    if ends:
        words = "calendar ends before the plan does" if len(ends) == 1 else "calendars end before the plan does"
        found.append(Waiting("holidays", BANK_HOLIDAYS.key, "amber", len(ends), words, _known_until(ends[0])))
    return tuple(sorted(found, key=lambda each: ("red", "amber", "none").index(each.rag)))


def _wrong(wrong: Wrong) -> Waiting:
    """Rows with something that cannot be right, with the first sentence about them."""
    said = wrong.findings[0].sentence
    if not wrong.rows:
        return Waiting(f"wrong_list_{wrong.register}", wrong.register, "red", len(wrong.findings), said, "")
    register = BY_KEY[wrong.register]
    noun = f"{register.singular} holds" if len(wrong.rows) == 1 else f"{register.title.lower()} hold"
    only = Filter("Cannot be right", Among(frozenset(wrong.rows)))
    words = f"{noun} what cannot be right"
    return Waiting(f"wrong_{register.key}", register.key, "red", len(wrong.rows), words, said, only)


def _known_until(each: Expiring) -> str:
    of = f" of {each.of}" if each.of else ""
    return f"bank holidays{of} to {each.known}" if each.known is not None else f"no bank holidays{of}"
