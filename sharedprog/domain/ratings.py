"""Ratings worked out by rule, to stand beside the declared ones. The rule is our own, and is printed in the pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sharedprog.domain import status
from sharedprog.domain.plan.calendar import WorkingCalendar, calendar_of
from sharedprog.domain.plan.milestones import is_done, is_milestone
from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.registers.board_meetings import RATINGS, BoardMeeting
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.registers.workstreams import WORKSTREAMS, Workstream
from sharedprog.domain.view import View

RED_SLIP = 10
"""Working days behind the baseline, or past due, from which a milestone or task turns its workstream red."""
RULE = (
    f"Red: an unfinished milestone is forecast {RED_SLIP} working days or more after its baseline, or a task is that "
    "far past its finish. Amber: any milestone is forecast late, a task is past its finish, or an open risk of the "
    "workstream is red. Green: none of these. Complete: every task is done. Not started: no task was due to begin. "
    "The programme is red when a milestone planned by Day 1 is forecast after it or a workstream is red, amber when "
    "one is amber; tasks without a workstream count as one."
)


@dataclass(frozen=True)
class ByRule:
    """The rating of each workstream by id, and of the whole programme: red, amber, green, blue or none."""

    workstreams: dict[str, str]
    overall: str


_RECENT: Recent[tuple[View, ByRule]] = Recent(2)


def by_rule(view: View) -> ByRule:
    """All ratings of a view, worked out once."""
    for made_from, ratings in _RECENT:
        if made_from is view:
            return ratings
    return _RECENT.hold((view, _ratings(view)))[1]


def of_workstream(view: View, workstream: Workstream) -> str:
    """The rating of a workstream by rule."""
    return by_rule(view).workstreams.get(workstream.id, "none")


def overall(view: View) -> str:
    """The rating of the whole programme by rule."""
    return by_rule(view).overall


def declared(view: View, board: BoardMeeting | None) -> str | None:
    """The overall rating declared for a board."""
    ratings = view.programme.children(RATINGS, board.id) if board is not None else ()
    return next((rating.rag for rating in ratings if rating.partner is None), None)


def _ratings(view: View) -> ByRule:
    known = {workstream.id for workstream in view.programme.rows(WORKSTREAMS)}
    tasks: dict[str | None, list[Task]] = {}
    risks: dict[str | None, list[Risk]] = {}
    for row in view.outline.values():
        if not row.summary:
            tasks.setdefault(row.task.workstream if row.task.workstream in known else None, []).append(row.task)
    for risk in status.open_risks(view.programme):
        risks.setdefault(risk.workstream if risk.workstream in known else None, []).append(risk)
    rated = {each: _rating(view, tasks.get(each, []), risks.get(each, [])) for each in known}
    of_none = [_rating(view, tasks[None], risks.get(None, []))] if None in tasks else []
    return ByRule(rated, _whole(view, tasks, [*rated.values(), *of_none]))


def _rating(view: View, tasks: list[Task], risks: list[Risk]) -> str:
    if tasks and all(is_done(task) for task in tasks):
        return "blue"
    calendar = calendar_of(view.programme)
    worst = _worst({_lateness(view, calendar, task) for task in tasks})
    red = any(status.current(view.programme, risk).rag == "red" for risk in risks)
    return "amber" if red and worst != "red" else worst


def _whole(view: View, tasks: dict[str | None, list[Task]], ratings: list[str]) -> str:
    day_one = view.programme.settings.day_one
    leaves = (task for of_one in tasks.values() for task in of_one)
    if day_one is not None and any(_after(view, task, day_one) for task in leaves):
        return "red"
    if ratings and all(rating == "blue" for rating in ratings):
        return "blue"
    return _worst("green" if rating == "blue" else rating for rating in ratings)


def _worst(ratings: Iterable[str]) -> str:
    return max(ratings, key=status.RANK.__getitem__, default="none")


def _lateness(view: View, calendar: WorkingCalendar, task: Task) -> str:
    """How one task stands: none before it is due to begin, green on time, amber late, red very late."""
    if is_done(task):
        return "green"
    dates = view.schedule.dates[task.id]
    if dates.finish is None:
        return "green" if _begun(view, task) else "none"
    late = [calendar.between(dates.finish, view.as_at)] if dates.finish < view.as_at else []
    planned = task.baseline_finish
    if planned is not None and planned < dates.finish and is_milestone(task, summary=False):
        late.append(calendar.between(planned, dates.finish))
    if max(late, default=0) >= RED_SLIP:
        return "red"
    if max(late, default=0) > 0:
        return "amber"
    return "green" if _begun(view, task) else "none"


def _begun(view: View, task: Task) -> bool:
    """Whether a task has begun, or was due to."""
    start = view.schedule.dates[task.id].start
    return bool(task.percent_complete) or task.actual_start is not None or (start is not None and start <= view.as_at)


def _after(view: View, task: Task, day_one: date) -> bool:
    """Whether an unfinished milestone that was planned by Day 1 is now forecast after it."""
    if not is_milestone(task, summary=False) or is_done(task) or task.baseline_finish is None:
        return False
    finish = view.schedule.dates[task.id].finish
    return finish is not None and task.baseline_finish <= day_one < finish
