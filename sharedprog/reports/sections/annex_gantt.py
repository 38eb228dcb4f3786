"""The annex with the Gantt chart, on A3 or on A4."""

from __future__ import annotations

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.words import counted
from sharedprog.reports.blocks import paragraph
from sharedprog.reports.document import Section
from sharedprog.reports.gantt_chart import gantt_chart
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE
from sharedprog.reports.places import part
from sharedprog.reports.styles import NOTE


def annex_gantt(order: PackOrder) -> Section:
    """The chart of the whole plan."""
    shape = A4_LANDSCAPE if order.gantt_paper == "A4" else A3_LANDSCAPE
    rows = order.view.outline
    if not rows:
        return part(order, "annex_gantt", [paragraph("The plan is empty.", style=NOTE)], shape=shape)
    count = counted(len(rows), "row")
    summary = f"{count[0].upper()}{count[1:]} of the plan, with the dates that they have today."
    return part(order, "annex_gantt", [gantt_chart(order.view, shape)], summary=summary, shape=shape)
