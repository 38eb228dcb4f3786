"""The dashboard: what a programme manager wants to know at the start of a day, worked out a little at a time."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

from sharedprog.domain import status
from sharedprog.domain.board_cycle import Step, headline, steps
from sharedprog.domain.heatmap import HeatMap, heat_map
from sharedprog.domain.needs import Waiting, waiting
from sharedprog.domain.phrases import plain
from sharedprog.domain.plan.milestones import Milestone, milestones
from sharedprog.domain.plan.why import why
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, BoardMeeting
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.since_counts import SinceCounts, since_counts
from sharedprog.domain.trends import letters_seen
from sharedprog.domain.view import View

LAST_BOARDS = 6
MILESTONES = 6
"""Milestones shown: the next ones, and always Day 1 and the last of all."""
BEGUN: tuple[Register[Any], ...] = (TASKS, RISKS, ISSUES, ACTIONS, BOARD_MEETINGS, WORKSTREAMS)
"""Registers of which one at least has a row once a programme has begun."""


@dataclass(frozen=True)
class Confidence:
    """The declared rating of a workstream, the letters that the last boards saw, oldest first, and the reason."""

    workstream: str
    title: str
    rag: str | None
    seen: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone, and why it stands where it does; whether it is Day 1, planned or expected."""

    milestone: Milestone
    why: str
    day_one: bool = False


@dataclass(frozen=True)
class Dashboard:
    """Everything on the page; ``since`` is ``None`` before the first board, ``milestones_left`` counts what is left."""

    begun: bool
    headline: str
    since: SinceCounts | None
    confidence: tuple[Confidence, ...]
    heat: HeatMap
    waiting: tuple[Waiting, ...]
    milestones: tuple[MilestoneLine, ...]
    milestones_left: int
    board: BoardMeeting | None
    steps: tuple[Step, ...]


def dashboard(view: View) -> Generator[None, None, Dashboard]:
    """Work the dashboard out, with a rest after each few milliseconds."""
    programme = view.programme
    shown = tuple(status.open_risks(programme))
    yield
    heat = heat_map(view, shown, ())
    yield
    since = yield from since_counts(view)
    confidence = yield from _confidence(view)
    needs = yield from waiting(view)
    lines, left = yield from _milestones(view)
    return Dashboard(
        begun=has_begun(programme),
        headline=headline(programme, view.as_at),
        since=since,
        confidence=confidence,
        heat=heat,
        waiting=needs,
        milestones=lines,
        milestones_left=left,
        board=view.coming,
        steps=steps(view, view.coming),
    )


def has_begun(programme: Programme) -> bool:
    """Whether there is anything yet to tell."""
    return any(programme.rows(register) for register in BEGUN)


def _confidence(view: View) -> Generator[None, None, tuple[Confidence, ...]]:
    for board in view.past[-LAST_BOARDS:]:
        _ = board.kept.ratings  # read board by board: each holds the dates of the whole plan
        yield
    return tuple(
        Confidence(
            row.id,
            row.title,
            row.rag,
            letters_seen(view, row.id, LAST_BOARDS),
            row.rag_reason or row.path_to_green,
        )
        for row in view.programme.rows(WORKSTREAMS)
    )


def _milestones(view: View) -> Generator[None, None, tuple[tuple[MilestoneLine, ...], int]]:
    seen = {}
    if view.last is not None:
        seen = {task_id: task.finish for task_id, task in view.last.results.tasks.items()}
    yield
    every = milestones(view.programme, view.schedule, view.as_at, seen)
    yield
    chosen = chosen_milestones(view, every)
    lines = []
    for each in chosen:
        told = "Done" if each.done else plain(why(view.programme, view.schedule, each.task_id))
        lines.append(MilestoneLine(each, told, _is_day_one(view, each)))
        yield
    return tuple(lines), len(every) - len(lines)


def chosen_milestones(view: View, every: Sequence[Milestone]) -> tuple[Milestone, ...]:
    """Those reached since the last board, the next ones, Day 1, and the last of all; in the order given."""
    met = view.last.day if view.last is not None else None
    fresh = [each for each in every if not each.done or (met is not None and each.now is not None and each.now > met)]
    always = [each for each in fresh if _is_day_one(view, each)][-1:] + fresh[-1:]
    first = [each for each in fresh if each not in always][: MILESTONES - len(set(always))]
    return tuple(each for each in fresh if each in always or each in first)


def _is_day_one(view: View, milestone: Milestone) -> bool:
    """Whether a milestone is planned for Day 1, or expected then."""
    day_one = view.programme.settings.day_one
    return day_one is not None and day_one in (milestone.now, milestone.baseline)
