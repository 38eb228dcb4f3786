"""Named filters of the registers: what the chips above a list choose, and what the counts beside a page count."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from sharedprog.domain import status
from sharedprog.domain.heatmap import cell_of
from sharedprog.domain.listing import Test
from sharedprog.domain.plan.milestones import is_milestone
from sharedprog.domain.register import Row
from sharedprog.domain.steps import in_one_go
from sharedprog.domain.view import View


@dataclass(frozen=True)
class Filter:
    """A named filter; ``wrong`` marks rows that need someone."""

    title: str
    test: Test
    wrong: bool = False


def _red(view: View, row: Any) -> bool:  # noqa: ANN401 - a row of its register
    return status.is_open(row) and status.current(view.programme, row).rag == "red"


def _worse(view: View, row: Any) -> bool:  # noqa: ANN401
    return status.is_open(row) and view.travel(row) == "worse"


def late_task(view: View, row: Any) -> bool:  # noqa: ANN401
    """Whether a task, not a summary of others, should have been finished before the day of the view."""
    dates = view.schedule.dates[row.id]
    unfinished = row.percent_complete != 100 and not view.outline[row.id].summary
    return unfinished and dates.finish is not None and dates.finish < view.as_at


FILTERS: dict[str, tuple[Filter, ...]] = {
    "tasks": (
        Filter("Unfinished", lambda view, row: view.schedule.dates[row.id].percent != 100),
        Filter("Milestones", lambda view, row: is_milestone(row, summary=view.outline[row.id].summary)),
        Filter("Critical", lambda view, row: view.schedule.dates[row.id].critical),
        Filter("Late", late_task, wrong=True),
    ),
    "risks": (
        Filter("Open", lambda view, row: status.is_open(row)),
        Filter("Red", _red, wrong=True),
        Filter("Review due", lambda view, row: status.review_overdue(row, view.as_at), wrong=True),
        Filter("Worse since last board", _worse),
    ),
    "issues": (
        Filter("Open", lambda view, row: status.issue_open(row)),
        Filter("Late", lambda view, row: status.issue_overdue(row, view.as_at), wrong=True),
        Filter("For the board", lambda view, row: status.issue_open(row) and row.severity == "board"),
        Filter("Change requests", lambda view, row: row.kind == "change"),
    ),
    "poisons": (
        Filter("Not neutralised", lambda view, row: status.poison_open(row)),
        Filter("Recurred", lambda view, row: row.status == "recurred", wrong=True),
        Filter("No evidence yet", lambda view, row: status.without_evidence(view.programme, row)),
    ),
    "actions": (
        Filter("Open", lambda view, row: row.status == "open"),
        Filter("Late", lambda view, row: status.overdue(row, view.as_at), wrong=True),
    ),
    "decisions": (
        Filter("Required", lambda view, row: row.status == "required"),
        Filter("Taken", lambda view, row: row.status == "taken"),
    ),
    "board_meetings": (
        Filter("To come", lambda view, row: not row.held),
        Filter("Held", lambda view, row: row.held),
    ),
    "packs": (Filter("Final", lambda view, row: row.state == "final"),),
}
"""Filters by register key."""


def cell_filter(likelihood: int, impact: int) -> Filter:
    """Open risks that stand in one cell of the heat map."""
    cell = (likelihood, impact)

    def stands_there(view: View, row: Any) -> bool:  # noqa: ANN401
        return status.is_open(row) and cell_of(view.programme, row) == cell

    return Filter(f"Likelihood {likelihood}, impact {impact}", stands_there)


def named(register: str, title: str) -> Filter:
    """The filter of a register with this title; StopIteration where there is none."""
    return next(each for each in FILTERS[register] if each.title == title)


AT_FIRST = "Open"
"""The filter that is chosen when a page is first opened, where its register has one of this title."""

COUNTED: dict[str, tuple[str, str]] = {
    "tasks": ("Late", "late"),
    "risks": ("Red", "red"),
    "issues": ("Late", "late"),
    "poisons": ("Recurred", "back"),
    "actions": ("Late", "late"),
}
"""The filter whose rows stand in red beside a page, and the word for them."""


Tally = dict[str, int]
"""How many rows fit each named filter, by its title."""
STEP = 16
"""Rows looked at before a tally lets others have their turn."""


def tally(view: View, key: str, rows: tuple[Row, ...]) -> Generator[None, None, Tally]:
    """Count the rows that fit each filter of a register, a few at a time."""
    filters = FILTERS.get(key, ())
    counts = {each.title: 0 for each in filters}
    for number, row in enumerate(rows, start=1):
        for each in filters:
            counts[each.title] += bool(each.test(view, row))
        if number % STEP == 0:
            yield
    return counts


def tallied(view: View, key: str, rows: tuple[Row, ...]) -> Tally:
    """The same, in one go."""
    return in_one_go(tally(view, key, rows))


def beside(key: str, rows: int, found: Tally) -> tuple[str, bool]:
    """What stands beside a page: ``3 late`` and that something is wrong, else how many rows there are."""
    named = COUNTED.get(key)
    if named is not None and found.get(named[0]):
        return f"{found[named[0]]} {named[1]}", True
    return (str(rows) if rows else ""), False


def truth(key: str, rows: int, found: Tally) -> str:
    """The one line beside a page's title: how many rows, and how many fit each named filter."""
    parts = [f"{rows} in all"] if rows else []
    for each in FILTERS.get(key, ()):
        fitting = found.get(each.title, 0)
        if fitting and fitting != rows:
            parts.append(f"{fitting} {each.title[0].lower()}{each.title[1:]}")
    return " · ".join(parts)


def count(view: View, key: str, rows: tuple[Row, ...]) -> tuple[str, bool]:
    """What stands beside a page, counted in one go."""
    return beside(key, len(rows), tallied(view, key, rows))
