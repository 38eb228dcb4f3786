"""The plan on a page: ordering the sheet, and having it printed."""

from __future__ import annotations

from sharedprog.domain.packing import MadePack, PlanPageOrder
from sharedprog.usecases import history
from sharedprog.usecases.document import Document


def order(document: Document, by: str = "workstream", paper: str = "A3") -> PlanPageOrder:
    """An order for the sheet of the plan as it is now."""
    return PlanPageOrder(history.view(document), document.clock().replace(microsecond=0), by, paper)


def print_plan_page(order: PlanPageOrder) -> MadePack:
    """The one page of an order; runs in any process."""
    from sharedprog.reports.plan_page import make_plan_page

    return make_plan_page(order)
