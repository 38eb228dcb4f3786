"""Plan on a page: milestones against their baseline and the last board, days to Day 1, and what drives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.plan.health import health
from sharedprog.domain.plan.milestones import Milestone, milestones
from sharedprog.domain.plan.standing import longest_path, standing
from sharedprog.domain.words import counted
from sharedprog.reports.blocks import paragraph
from sharedprog.reports.boxes import cards
from sharedprog.reports.columns import Column, figures, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.places import part, see_annex
from sharedprog.reports.styles import NOTE, SMALL
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import NOTHING, day, rating

_STEPS_SHOWN = 10
_CLOSE = replace(SMALL, space_after=4)
_HORIZON = 183
"""Calendar days from which a milestone that stands where it stood is told in a sentence."""


def plan(order: PackOrder) -> Section:
    """One page for a programme with some twenty milestones to come."""
    view, last = order.view, order.view.last
    seen = {task: result.finish for task, result in last.results.tasks.items()} if last is not None else {}
    every = milestones(order.programme, view.schedule, view.as_at, seen)
    told = {task for task, result in last.results.tasks.items() if result.percent == 100} if last is not None else set()
    reached = [each for each in every if each.done and each.task_id in told]
    later = [each for each in every if _is_later(order, each)]
    shown = [each for each in every if each not in reached and each not in later]
    contents: list[Flowable] = [cards(_cards(order, every)), *_path(order), _health(order), _table(order, shown)]
    if later:
        words = [f"{_named(each)}{_against_baseline(each)}" for each in later]
        contents.append(paragraph(bold("Later: "), f"{', '.join(words)}.", style=_CLOSE))
    if reached:
        board = f" by board {last.number}" if last is not None else ""
        words = [_named(each) for each in reached]
        contents.append(paragraph(bold(f"Reached{board}: "), f"{', '.join(words)}.", style=_CLOSE))
    return part(order, "plan", contents, summary=_summary(order))


def _is_later(order: PackOrder, each: Milestone) -> bool:
    """Far enough away, and as it was, to be told in a sentence."""
    far = each.now is not None and (each.now - order.view.as_at).days > _HORIZON
    return far and not each.slip_since_board


def _named(each: Milestone) -> str:
    return f"{each.wbs} {each.title} ({day(each.now)})"


def _against_baseline(each: Milestone) -> str:
    """``, 5 d after baseline`` where it is not as planned."""
    if not each.slip:
        return ""
    return f", {abs(each.slip)}\xa0d {'after' if each.slip > 0 else 'before'} baseline"


def _summary(order: PackOrder) -> str:
    """How many tasks are done, under way, late."""
    stands = standing(order.view)
    late = f"{counted(stands.past_finish, 'task')} past their finish" if stands.past_finish else "none past its finish"
    words = (
        f"{counted(stands.tasks, 'task')}: {stands.done} done, {stands.under_way} under way, {stands.to_begin} to "
        f"begin, {late}."
    )
    undated = f" {counted(stands.undated, 'task')} without a finish." if stands.undated else ""
    chart = see_annex(order, "annex_gantt", "Gantt chart")
    return f"{words}{undated} {chart}".strip()


def _cards(order: PackOrder, every: Sequence[Milestone]) -> list[tuple[str, Parts]]:
    """Days to Day 1, milestones reached, late against the baseline, and moved since the last board."""
    day_one = order.programme.settings.day_one
    away: Parts = NOTHING
    if day_one is not None:
        days = order.view.schedule.calendar.between(order.view.as_at, day_one)
        away = counted(days, "working day") if days >= 0 else f"{counted(-days, 'working day')} ago"
    late = [each for each in every if not each.done and (each.slip or 0) > 0]
    moved = [each for each in every if each.slip_since_board]
    last = order.view.last
    label = f"Moved since board {last.number}" if last is not None else "Moved since the last board"
    return [
        (f"To Day 1, {day(day_one)}" if day_one is not None else "To Day 1", away),
        ("Milestones reached", f"{sum(each.done for each in every)} of {len(every)}"),
        ("Forecast after baseline", str(len(late))),
        (label, str(len(moved)) if last is not None else NOTHING),
    ]


def _path(order: PackOrder) -> list[Flowable]:
    """The longest way through what is left, in a sentence."""
    path = longest_path(order.view)
    if not path:
        return [paragraph("Nothing with a date is left to do.", style=NOTE)]
    rows, dates = order.view.outline, order.view.schedule.dates
    steps: list[Part] = []
    shown = path if len(path) <= _STEPS_SHOWN else (*path[: _STEPS_SHOWN // 2], "", *path[-_STEPS_SHOWN // 2 :])
    for task in shown:
        steps.append(" → " if steps else "")
        steps.append(f"{rows[task].wbs} {rows[task].task.title}" if task else f"{len(path) - len(shown) + 1} more")
    end = rows[path[-1]].task.title
    slack = min((each for each in (dates[task].total_float for task in path) if each is not None), default=None)
    spare = "has no float" if slack is None or slack <= 0 else f"has {counted(slack, 'working day')} of float"
    if slack is not None and slack < 0:
        spare = f"is {counted(-slack, 'working day')} too long for the dates it must keep"
    return [paragraph(bold(f"The longest way to {end} {spare}: "), *steps, ".")]


def _health(order: PackOrder) -> Flowable:
    """How many checks of the plan pass, by the limits that suit its length."""
    found = health(order.programme, order.view.as_at)
    return paragraph(bold(f"Schedule health ({found.preset.title}): "), found.line, style=_CLOSE)


def _table(order: PackOrder, shown: Sequence[Milestone]) -> Table:
    last = order.view.last
    columns = [
        fitted("WBS"),
        Column("Milestone"),
        fitted("Baseline"),
        fitted(f"Board {last.number}" if last is not None else "Last board"),
        fitted("Now"),
        figures("Slip"),
    ]
    return Table(columns, [_row(order, each) for each in shown], empty="The plan has no milestones to come.")


def _row(order: PackOrder, each: Milestone) -> Row:
    who = " · ".join(filter(None, (each.owner, each.partner)))
    title: list[Part] = [each.title, muted(f"\n{who}") if who else ""]
    now: list[Part] = [bold(day(each.now)), "\n", *_standing(order, each)]
    return [each.wbs, title, day(each.baseline), _then(each), now, _slip(each.slip)]


def _standing(order: PackOrder, each: Milestone) -> list[Part]:
    """Reached, overdue, critical, or how far it can still slip."""
    if each.done:
        return [rating("blue", "reached")]
    if each.overdue:
        return [rating("red", "overdue")]
    if each.critical:
        return [rating("red", "critical")]
    slack = order.view.schedule.dates[each.task_id].total_float
    return [] if slack is None else [muted(f"float {slack}\xa0d")]


def _then(each: Milestone) -> Part:
    """What the last board saw, standing back where nothing moved since."""
    return day(each.last_board) if each.slip_since_board else muted(day(each.last_board))


def _slip(days: int | None) -> Part:
    """Working days after the baseline."""
    if days is None:
        return NOTHING
    if days == 0:
        return muted("0\xa0d")
    return bold(f"+{days}\xa0d") if days > 0 else f"−{-days}\xa0d"
