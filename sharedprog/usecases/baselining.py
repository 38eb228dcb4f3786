"""Baselines of the open programme: keeping one, putting one in force, and comparing any two, or any with now."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from datetime import date

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.plan import baselines
from sharedprog.domain.plan.baselines import Days, Slip, WorkstreamSlip
from sharedprog.domain.registers.baselines import BASELINES, Baseline
from sharedprog.domain.results import PastBoard
from sharedprog.domain.steps import in_one_go
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.usecases import history
from sharedprog.usecases.board_pack import board_named
from sharedprog.usecases.document import Document

NOW = "now"
FEW = 200
"""Tasks compared in one step."""


@dataclass(frozen=True)
class Comparison:
    """Two sets of dates by name, and how far the second is from the first."""

    before: str
    after: str
    tasks: tuple[Slip, ...]
    workstreams: tuple[WorkstreamSlip, ...]


def keep(
    document: Document,
    title: str,
    *,
    approved: date | None = None,
    approved_by: str | None = None,
    board: str | None = None,
    in_force: bool = True,
) -> ChangeSet | None:
    """Keep the dates of the plan as they are now under a name; raises ``Trouble`` without a name or any dates."""
    name = " ".join(title.split())
    if not name:
        raise Trouble("The baseline has no name. Give it one, such as the board that approved it.")
    made = history.view(document).schedule
    if made.finish is None:
        raise Trouble("The plan has no dates to keep yet. Plan some tasks first.")
    draft = document.draft()
    said = {"title": name, "approved": approved, "approved_by": approved_by, "board": board}
    baselines.keep(draft, made, in_force=in_force, **said)
    return document.apply(f"Keep baseline {name}", draft.edits)


def put_in_force(document: Document, baseline: str) -> ChangeSet | None:
    """Count slips from a baseline that was kept; ``None`` where they are already."""
    row = document.programme.row(BASELINES, baseline)
    if row is None:
        raise Trouble("This baseline is not there any more.")
    if not baselines.days_of_baseline(document.programme, baseline):
        raise Trouble(f"“{row.title}” holds no dates, so it cannot be in force. Keep the plan's dates first.")
    draft = document.draft()
    baselines.put_in_force(draft, baseline)
    return document.apply(f"Put baseline {row.title} in force", draft.edits) if draft.edits else None


@dataclass(frozen=True)
class Side:
    """A set of dates to compare: now, a baseline or a board that was held, by ``key``, with its name in ``words``."""

    key: str
    words: str


PRESENT = Side(NOW, "now")


def sides(view: View) -> tuple[Side, ...]:
    """All that can be compared: now, the boards from the last backwards, the baselines."""
    boards = (_of_board(past) for past in reversed(view.past))
    return (PRESENT, *boards, *(of_baseline(row) for row in view.programme.rows(BASELINES)))


def compare(document: Document, first: str, second: str = NOW) -> Comparison:
    """Compare two sets of dates: a baseline by label or name, a board by number or ``last``, or ``now``.

    Raises ``Trouble`` where there is none of that name.
    """
    view = history.view(document)
    return compared(view, _named(document, view, first), _named(document, view, second))


def compared(view: View, first: Side, second: Side) -> Comparison:
    """How far the second is from the first."""
    return in_one_go(comparing(view, first, second))


def comparing(view: View, first: Side, second: Side) -> Generator[None, None, Comparison]:
    """The same, a few tasks at a time: for a window that has other things to do."""
    calendar = view.schedule.calendar
    before = _days(view, first)
    yield
    after = _days(view, second)
    yield
    rows, found = tuple(view.outline.values()), list[Slip]()
    for begin in range(0, len(rows), FEW):
        found += baselines.slips(rows[begin : begin + FEW], calendar, before, after)
        yield
    return Comparison(first.words, second.words, tuple(found), baselines.by_workstream(found, calendar))


def _days(view: View, side: Side) -> Mapping[str, Days]:
    if side == PRESENT:
        dates = view.schedule.dates
        return {task: (dates[task].start, dates[task].finish) for task in dates}
    past = next((each for each in view.past if each.id == side.key), None)
    if past is not None:
        return {task: (each.start, each.finish) for task, each in past.results.tasks.items()}
    return baselines.days_of_baseline(view.programme, side.key)


def _of_board(past: PastBoard) -> Side:
    return Side(past.id, f"board {past.number}")


def of_baseline(row: Baseline) -> Side:
    """The dates that a baseline holds."""
    return Side(row.id, f"baseline {row.title}")


def _named(document: Document, view: View, name: str) -> Side:
    wanted = name.strip().casefold()
    if wanted == NOW:
        return PRESENT
    row = _baseline(document, wanted)
    if row is not None:
        return of_baseline(row)
    try:
        board = board_named(document, wanted.removeprefix("board").strip())
    except Trouble as trouble:
        known = ", ".join(f"“{each.title}”" for each in document.rows(BASELINES)) or "none yet"
        raise Trouble(f"There is no baseline “{name}”, and no board of that number. Baselines: {known}.") from trouble
    past = next((each for each in view.past if each.id == board.id), None)
    if past is None:
        raise Trouble(f"Board {board.number} has not been held, so it has seen no dates yet.")
    return _of_board(past)


def _baseline(document: Document, wanted: str) -> Baseline | None:
    rows = document.rows(BASELINES)
    by_name = (row for row in rows if wanted in (row.ref.casefold(), row.title.strip().casefold()))
    by_number = (row for row in rows if row.number is not None and wanted == f"baseline {row.number}".casefold())
    return next(by_name, None) or next(by_number, None)
