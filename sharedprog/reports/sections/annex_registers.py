"""The annexes that hold whole registers: every row with every field that holds something, and what belongs to it."""

from __future__ import annotations

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.words import counted, moment_words
from sharedprog.reports.columns import Column
from sharedprog.reports.document import Section
from sharedprog.reports.layouts import layout
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.places import part
from sharedprog.reports.records import by_label, cells_of, relations
from sharedprog.reports.table import Table


def annex_risks(order: PackOrder) -> Section:
    """The risk register."""
    return _annex(order, "annex_risks", "risks")


def annex_issues(order: PackOrder) -> Section:
    """The issue log."""
    return _annex(order, "annex_issues", "issues")


def annex_poisons(order: PackOrder) -> Section:
    """Poisons with their antidotes."""
    return _annex(order, "annex_poisons", "poisons")


def annex_actions(order: PackOrder) -> Section:
    """All actions, closed ones too."""
    return _annex(order, "annex_actions", "actions")


def annex_decisions(order: PackOrder) -> Section:
    """All decisions with their ratification."""
    return _annex(order, "annex_decisions", "decisions")


def _annex(order: PackOrder, code: str, key: str) -> Section:
    """A table with a column for each group of the form."""
    register = BY_KEY[key]
    cells = layout(key)
    links = relations(order.programme)
    rows = [cells_of(order.view, key, row, cells, links) for row in by_label(order.programme.rows(register))]
    columns = [Column(cell.head, share=cell.share, dense=True) for cell in cells]
    count = counted(len(rows), register.singular)
    summary = f"{count[0].upper()}{count[1:]}, as at {moment_words(order.data_as_at)}. Empty fields are left out."
    table = Table(columns, rows, empty=f"The register holds no {register.singular}.")
    return part(order, code, [table], summary=summary, shape=A4_LANDSCAPE)
