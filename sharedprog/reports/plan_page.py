"""The plan on a page: one sheet for the wall, A4 or A3 across."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain.packing import MadePack, PlanPageOrder
from sharedprog.domain.plan.plan_page import PlanOnAPage, plan_on_a_page
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.values import show
from sharedprog.domain.view import View
from sharedprog.domain.words import counted
from sharedprog.reports.blocks import TextBlock, paragraph
from sharedprog.reports.document import Section, assemble
from sharedprog.reports.page import A3_LANDSCAPE, A4_LANDSCAPE
from sharedprog.reports.plan_page_sheet import PlanSheet
from sharedprog.reports.running import Edition, Running
from sharedprog.reports.styles import NOTE, SUMMARY, TITLE
from sharedprog.reports.wording import day

TITLES = {"workstream": "Plan on a page, by workstream", "partner": "Plan on a page, by partner"}
EMPTY = "The plan has no milestones with a date yet. Mark tasks as milestones, or give tasks no length."


def make_plan_page(order: PlanPageOrder) -> MadePack:
    """Print the sheet; the same order gives the same bytes."""
    view, shape = order.view, A4_LANDSCAPE if order.paper == "A4" else A3_LANDSCAPE
    settings = view.programme.settings
    title, page = TITLES[order.by], plan_on_a_page(view, order.by)
    sheet: Flowable = PlanSheet(view, page) if page.in_order else paragraph(EMPTY, style=NOTE)
    contents = [TextBlock(settings.title, TITLE), TextBlock(_summary(view, page), SUMMARY), sheet]
    marking = show(PROGRAMME.fields["marking"], settings.marking, view.programme)
    document = assemble(
        [Section("plan_page", title, contents, shape=shape)],
        title=f"{settings.title}: {title}",
        running=Running(marking, settings.title, title),
        edition=Edition("", "PRINTED", order.made),
    )
    return MadePack(document.pdf, document.pages)


def _summary(view: View, page: PlanOnAPage) -> str:
    """The day of the picture, how far away Day 1 is, and how the milestones stand."""
    every = list(page.milestones)
    said = [f"As at {day(view.as_at)}."]
    day_one = view.programme.settings.day_one
    if day_one is not None:
        away = view.schedule.calendar.between(view.as_at, day_one)
        far = f"in {counted(away, 'working day')}" if away > 0 else "today" if away == 0 else "past"
        said.append(f"Day 1, {day(day_one)}: {far}.")
    if not every:
        return " ".join(said)
    late = sum(not each.done and (each.slip or 0) > 0 for each in every)
    reached = sum(each.done for each in every)
    said.append(f"{counted(len(every), 'milestone').capitalize()}: {reached} reached, {late} later than the baseline.")
    return " ".join(said)
