"""The annex with the Gantt chart: the whole plan, bar by bar, on sheets of A3 or A4."""

from __future__ import annotations

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.plan.milestones import is_done
from sharedprog.domain.plan.standing import standing
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

PAPERS = {"A3": A3_LANDSCAPE, "A4": A4_LANDSCAPE}


def annex_gantt(order: PackOrder) -> Section:
    """Sheets across, A3 unless the order says A4."""
    shape = PAPERS.get(order.gantt_paper, A3_LANDSCAPE)
    if not order.view.outline:
        return part(order, "annex_gantt", [paragraph("The plan has no tasks yet.", style=NOTE)], shape=shape)
    chart = gantt_chart(order.view, shape)
    return part(order, "annex_gantt", [chart], summary=_summary(order), shape=shape)


def _summary(order: PackOrder) -> list[Part]:
    """How much there is to see, when, and what is critical."""
    return [_extent(order), " ", *_critical(order), *_without_dates(order)]


def _extent(order: PackOrder) -> str:
    """``133 tasks and milestones in 9 groups, Mon 10 Aug 2026 to Mon 12 Feb 2029; 82 are done.``."""
    view = order.view
    groups = counted(sum(row.summary for row in view.outline.values()), "group")
    stands = standing(view)
    begin, end = view.schedule.start, view.schedule.finish
    when = f", {day(begin)} to {day(end)}" if begin is not None and end is not None else ""
    return f"{counted(stands.tasks, 'task')}, milestones among them, in {groups}{when}; {stands.done} done."


def _critical(order: PackOrder) -> list[Part]:
    """How many tasks have no room to slip, and what that means."""
    rows, dates = order.view.outline.values(), order.view.schedule.dates
    count = sum(dates[row.task.id].critical for row in rows if not row.summary)
    if not count:
        return ["No task is critical."]
    left = sum(not is_done(row.task) for row in rows if not row.summary)
    told = f"{count} of the {left} still to finish {'is' if count == 1 else 'are'} critical"
    return [bold(told), ": without float, so that a day lost there moves the plan's finish or a fixed date."]


def _without_dates(order: PackOrder) -> list[Part]:
    """Those that have a row and no bar."""
    undated = standing(order.view).undated
    return [f" {counted(undated, 'task')} without a finish {'has' if undated == 1 else 'have'} no whole bar."] if undated else []
