"""The plan on a page: milestones in lanes of workstreams or of partners, and which matter most where room is short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sharedprog.domain import boards
from sharedprog.domain.plan.milestones import Milestone, milestones
from sharedprog.domain.ratings import by_rule, declared
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, RATINGS
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.view import View

LANES = ("workstream", "partner")
"""What the lanes may be: fields of a task."""
WITHOUT = {"workstream": "No workstream", "partner": "All partners"}
"""The last lane: of milestones that have none."""


@dataclass(frozen=True)
class Lane:
    """One workstream or partner with its milestones by day; ``rating`` is a code, ``None`` where there is none."""

    title: str
    rating: str | None
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True)
class PlanOnAPage:
    """Every milestone that has a day, in lanes; ``empty`` are lanes without one.

    ``undated`` counts those without a day; ``in_order`` holds the others by id, those that matter most first.
    """

    by: str
    lanes: tuple[Lane, ...]
    empty: tuple[str, ...]
    undated: int
    in_order: tuple[str, ...]

    @property
    def milestones(self) -> Iterator[Milestone]:
        """All of them, lane by lane."""
        return (each for lane in self.lanes for each in lane.milestones)

    def only(self, chosen: Iterable[str]) -> tuple[Lane, ...]:
        """The lanes with the chosen milestones alone; a lane that has none of them is left out."""
        wanted = frozenset(chosen)
        kept = (
            Lane(lane.title, lane.rating, tuple(each for each in lane.milestones if each.task_id in wanted))
            for lane in self.lanes
        )
        return tuple(lane for lane in kept if lane.milestones)


def plan_on_a_page(view: View, by: str) -> PlanOnAPage:
    """The milestones of the plan by ``workstream`` or by ``partner``; tasks that are not in the plan are left out."""
    found = milestones(view.programme, view.schedule, view.as_at)
    active = [each for each in found if view.outline[each.task_id].task.active]
    dated = [each for each in active if each.now is not None]
    lanes = tuple(_lanes(view, by, dated))
    return PlanOnAPage(
        by=by,
        lanes=tuple(lane for lane in lanes if lane.milestones),
        empty=tuple(lane.title for lane in lanes[:-1] if not lane.milestones),
        undated=len(active) - len(dated),
        in_order=tuple(each.task_id for each in _by_importance(view, dated)),
    )


def _lanes(view: View, by: str, dated: list[Milestone]) -> Iterator[Lane]:
    """A lane for each workstream or partner in their own order, and one for what has none."""
    groups: dict[str | None, list[Milestone]] = {}
    for each in dated:
        groups.setdefault(getattr(view.outline[each.task_id].task, by), []).append(each)
    names = _workstreams(view) if by == "workstream" else _partners(view)
    for key, (title, rating) in names.items():
        yield Lane(title, rating, tuple(groups.pop(key, ())))
    left = sorted((each for group in groups.values() for each in group), key=lambda each: each.now or date.max)
    yield Lane(WITHOUT[by], _rating_of(view, None) if by == "partner" else None, tuple(left))


def _workstreams(view: View) -> dict[str | None, tuple[str, str | None]]:
    """Names and ratings by id: the rating that the lead declared, or else the one by rule."""
    rule = by_rule(view).workstreams
    return {row.id: (row.title, row.rag or rule.get(row.id)) for row in view.programme.rows(WORKSTREAMS)}


def _partners(view: View) -> dict[str | None, tuple[str, str | None]]:
    """Short names and ratings by id."""
    rows = view.programme.rows(PARTNERS)
    return {row.id: (row.short_name or row.title, _rating_of(view, row.id)) for row in rows}


def _rating_of(view: View, partner: str | None) -> str | None:
    """The rating that a partner, or all of them, gave last."""
    for board in reversed(boards.in_order(view.programme)):
        if partner is None:
            found = declared(view, board)
        else:
            rows = view.programme.children(RATINGS, board.id)
            found = next((row.rag for row in rows if row.partner == partner), None)
        if found is not None:
            return found
    return None


def _by_importance(view: View, dated: list[Milestone]) -> list[Milestone]:
    """At Day 1, on the day of a board, critical or overdue, late, to come, reached; of these the nearest first."""
    board_days = {board.day for board in view.programme.rows(BOARD_MEETINGS)}

    def rank(each: Milestone) -> int:
        tests = (
            each.now == view.programme.settings.day_one,
            each.now in board_days and not each.done,
            not each.done and (each.critical or each.overdue),
            not each.done and (each.slip or 0) > 0,
            not each.done,
        )
        return tests.index(True) if True in tests else len(tests)

    def distance(each: Milestone) -> int:
        return abs(((each.now or view.as_at) - view.as_at).days)

    return sorted(dated, key=lambda each: (rank(each), distance(each)))
