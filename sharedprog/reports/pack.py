"""The board pack: an order in, the finished PDF out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import takewhile

from sharedprog.domain.agenda import NumberedItem, numbered_items
from sharedprog.domain.packing import MadePack, PackOrder
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.values import show
from sharedprog.reports.document import Section, assemble
from sharedprog.reports.running import Edition, Running
from sharedprog.reports.sections.actions import actions
from sharedprog.reports.sections.annex_gantt import annex_gantt
from sharedprog.reports.sections.annex_registers import (
    annex_actions,
    annex_decisions,
    annex_issues,
    annex_poisons,
    annex_risks,
)
from sharedprog.reports.sections.annex_terms import annex_terms
from sharedprog.reports.sections.annex_trend import annex_trend
from sharedprog.reports.sections.control import control, state_words
from sharedprog.reports.sections.cover import board_title, cover
from sharedprog.reports.sections.decisions import decisions
from sharedprog.reports.sections.forward import forward
from sharedprog.reports.sections.highlight import highlight
from sharedprog.reports.sections.issues import issues
from sharedprog.reports.sections.plan import plan
from sharedprog.reports.sections.plan_in_words import plan_in_words
from sharedprog.reports.sections.poisons import poisons
from sharedprog.reports.sections.programme_record import programme_record
from sharedprog.reports.sections.risks import risks
from sharedprog.reports.sections.since import since
from sharedprog.reports.sections.to_write import stands_alone, to_write

Progress = Callable[[float, str], None]
"""Told how far the pack has come, from 0 to 1, and what is being printed; may raise to stop."""

MAKERS: dict[str, Callable[[PackOrder], Section]] = {
    "cover": cover,
    "actions": actions,
    "since": since,
    "highlight": highlight,
    "plan": plan,
    "risks": risks,
    "issues": issues,
    "poisons": poisons,
    "decisions": decisions,
    "forward": forward,
    "annex_risks": annex_risks,
    "annex_issues": annex_issues,
    "annex_gantt": annex_gantt,
    "annex_trend": annex_trend,
    "annex_poisons": annex_poisons,
    "annex_actions": annex_actions,
    "annex_decisions": annex_decisions,
    "annex_terms": annex_terms,
    "control": control,
}
"""What prints each part of a pack, by its code."""

FOLLOWERS: dict[str, Callable[[PackOrder], Section]] = {
    "annex_gantt": plan_in_words,
    "annex_terms": programme_record,
}
"""What is printed after a part, under its bookmark."""


def make_pack(order: PackOrder, progress: Progress | None = None) -> MadePack:
    """Print the pack; the same order gives the same bytes. Raises ``ValueError`` where no section is chosen."""

    def tell(begun: int, count: int, title: str) -> None:
        if progress is not None:
            progress(begun / count, title)

    document = assemble(
        list(_parts(order)),
        title=f"{order.programme.settings.title}: {board_title(order)}",
        running=running(order, board_title(order)),
        edition=Edition(order.version, state_words(order.state).upper(), order.made, order.results.sha256),
        progress=tell,
    )
    return MadePack(document.pdf, document.pages)


def running(order: PackOrder, what: str) -> Running:
    """What stands at the head of every page."""
    settings = order.programme.settings
    return Running(show(PROGRAMME.fields["marking"], settings.marking, order.programme), settings.title, what)


def _parts(order: PackOrder) -> Iterator[Section]:
    """The sections in the order chosen, each followed by the items of the agenda that are only to be written on.

    Those that come before any printed item follow the cover; without a cover none of them are printed.
    """
    items = numbered_items(order.programme, order.board) if "cover" in order.sections else ()
    printed = [item for item in items if item.has_section and item.row.section in order.sections]
    for code in order.sections:
        yield MAKERS[code](order)
        if code in FOLLOWERS:
            yield FOLLOWERS[code](order)
        if code == "cover":
            yield from _to_write(order, list(takewhile(lambda item: item not in printed, items)), new_page=True)
        for item in printed:
            if item.row.section == code:
                after = items[item.number :]
                yield from _to_write(order, list(takewhile(lambda each: each not in printed, after)), new_page=False)


def _to_write(order: PackOrder, items: list[NumberedItem], *, new_page: bool) -> Iterator[Section]:
    """Items without a section one after another, short ones together on a page; minutes have one of their own."""
    for item in items:
        if not item.has_section:
            alone = stands_alone(item)
            yield to_write(order, item, new_page=new_page or alone)
            new_page = alone
