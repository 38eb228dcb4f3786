"""The Gantt chart of the plan by itself, on sheets of A3 or of A4."""

from __future__ import annotations

from sharedprog.domain.packing import MadePack, PlanOrder
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.values import show
from sharedprog.reports.boxes import section_head
from sharedprog.reports.document import Section, assemble
from sharedprog.reports.gantt_chart import gantt_chart
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE
from sharedprog.reports.running import Edition, Running
from sharedprog.reports.sections.annex_gantt import told_of


def make_plan(order: PlanOrder) -> MadePack:
    """Print the plan; the same order gives the same bytes. A plan without tasks says so."""
    shape = A4_LANDSCAPE if order.paper == "A4" else A3_LANDSCAPE
    view, settings = order.view, order.view.programme.settings
    title = TASKS.title
    chart = [gantt_chart(view, shape)] if view.outline else []
    head = section_head(title, summary=told_of(view) if view.outline else "The plan is empty.")
    document = assemble(
        [Section("plan", title, [*head, *chart], shape=shape)],
        title=f"{settings.title}: {title}",
        running=Running(show(PROGRAMME.fields["marking"], settings.marking, view.programme), settings.title, title),
        edition=Edition("", "PRINTED", order.made),
    )
    return MadePack(document.pdf, document.pages)
