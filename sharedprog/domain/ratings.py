"""Ratings worked out by rule, to stand beside the declared ones. The rule is our own, and is printed in the pack."""

from __future__ import annotations

from datetime import date

from sharedprog.domain import status
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.registers.board_meetings import RATINGS, BoardMeeting
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.registers.workstreams import WORKSTREAMS, Workstream
from sharedprog.domain.view import View

RED_SLIP = 10
"""Working days behind the baseline, or past due, from which a milestone or task turns its workstream red."""
RULE = (
    f"Red: an unfinished milestone is forecast {RED_SLIP} working days or more after its baseline, or a task is that "
    "far past its finish. Amber: any milestone is forecast late, a task is past its finish, or an open risk of the "
    "workstream is red. Green: none of these. Complete: every task is done. Not started: no task was due to begin. "
    "The programme is red when a milestone is forecast after Day 1 or a workstream is red; amber when one is amber."
)


def of_workstream(view: View, workstream: Workstream) -> str:
    """The rating of a workstream by rule: red, amber, green, blue or none."""
    tasks = [task for task in _leaves(view) if task.workstream == workstream.id]
    if tasks and all(task.percent_complete == 100 for task in tasks):
        return "blue"
    worst = max((_lateness(view, task) for task in tasks), key=status.RANK.__getitem__, default="none")
    if worst == "red":
        return worst
    risks = [risk for risk in status.open_risks(view.programme) if risk.workstream == workstream.id]
    if any(status.current(view.programme, risk).rag == "red" for risk in risks):
        return "amber"
    return worst


def _leaves(view: View) -> list[Task]:
    return [row.task for row in view.outline.values() if not row.summary]


def _lateness(view: View, task: Task) -> str:
    """How one task stands: none before it is due to begin, green on time, amber late, red very late."""
    dates = view.schedule.dates[task.id]
    if task.percent_complete == 100:
        return "green"
    calendar = calendar_of(view.programme)
    slip = 0
    if task.milestone and task.baseline_finish is not None and dates.finish is not None:
        slip = calendar.between(task.baseline_finish, dates.finish)
    past = calendar.between(dates.finish, view.as_at) if dates.finish is not None else 0
    if max(slip, past) >= RED_SLIP:
        return "red"
    if max(slip, past) > 0:
        return "amber"
    begun = bool(task.percent_complete) or (dates.start is not None and dates.start <= view.as_at)
    return "green" if begun else "none"


def overall(view: View) -> str:
    """The rating of the whole programme by rule."""
    day_one = view.programme.settings.day_one
    if day_one is not None and any(_after(view, task, day_one) for task in _leaves(view)):
        return "red"
    ratings = [of_workstream(view, workstream) for workstream in view.programme.rows(WORKSTREAMS)]
    return max(ratings, key=status.RANK.__getitem__, default="none")


def _after(view: View, task: Task, day_one: date) -> bool:
    """Whether a milestone that was planned by Day 1 is now forecast after it."""
    finish = view.schedule.dates[task.id].finish
    if not task.milestone or task.percent_complete == 100 or finish is None or finish <= day_one:
        return False
    return task.baseline_finish is not None and task.baseline_finish <= day_one


def declared(view: View, board: BoardMeeting | None) -> str | None:
    """The overall rating declared for a board."""
    ratings = view.programme.children(RATINGS, board.id) if board is not None else ()
    return next((rating.rag for rating in ratings if rating.partner is None), None)
