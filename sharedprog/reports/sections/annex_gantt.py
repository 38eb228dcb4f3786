"""The annex with the Gantt chart: the whole plan, bar by bar, on sheets of A3 or of A4."""

from __future__ import annotations

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.plan.milestones import is_milestone
from sharedprog.domain.plan.standing import Standing, standing
from sharedprog.domain.view import View
from sharedprog.domain.words import counted
from sharedprog.reports.blocks import paragraph
from sharedprog.reports.document import Section
from sharedprog.reports.gantt_chart import gantt_chart
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE
from sharedprog.reports.places import part
from sharedprog.reports.styles import NOTE
from sharedprog.reports.text import bold
from sharedprog.reports.wording import day


def annex_gantt(order: PackOrder) -> Section:
    """The chart of the whole plan, under a sentence that says what it shows."""
    shape = A4_LANDSCAPE if order.gantt_paper == "A4" else A3_LANDSCAPE
    if not order.view.outline:
        return part(order, "annex_gantt", [paragraph("The plan is empty.", style=NOTE)], shape=shape)
    return part(order, "annex_gantt", [gantt_chart(order.view, shape)], summary=told_of(order.view), shape=shape)


def told_of(view: View) -> list[Part]:
    """A plan that has tasks, in a few sentences."""
    stands = standing(view)
    return [_extent(view), *_critical(view, stands), _undated(stands)]


def _extent(view: View) -> str:
    """How many tasks of which sort, from when to when."""
    rows, schedule = view.outline.values(), view.schedule
    when = ""
    if schedule.start is not None and schedule.finish is not None:
        when = f", {day(schedule.start)} to {day(schedule.finish)}"
    summaries = sum(row.summary for row in rows)
    marked = sum(is_milestone(row.task, summary=row.summary) for row in rows)
    sorts = [counted(summaries, "summary", "summaries")] if summaries else []
    sorts += [counted(marked, "milestone")] if marked else []
    among = f", {' and '.join(sorts)} among them" if sorts else ""
    return f"{counted(len(rows), 'task')}{when}{among}. "


def _critical(view: View, stands: Standing) -> list[Part]:
    """How many of those not finished have no room to slip, and what that means."""
    dates = view.schedule.dates
    count = sum(dates[row.task.id].critical for row in view.outline.values() if not row.summary)
    left = stands.tasks - stands.done
    if not left:
        return ["All are finished."]
    if not count:
        return [f"None of the {left} not finished is critical."]
    told = f"{count} of the {left} not finished {'is' if count == 1 else 'are'} critical"
    return [bold(told), ": without float, so that a day lost moves the plan's finish or a fixed date."]


def _undated(stands: Standing) -> str:
    """Those of which no finish is known."""
    return f" {counted(stands.undated, 'task')} without a finish." if stands.undated else ""
