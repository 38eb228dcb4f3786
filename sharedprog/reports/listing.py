"""A list printed as it stands on the screen: the chosen columns of the chosen rows, in their order, on A4 across."""

from __future__ import annotations

from sharedprog.domain.packing import ListOrder, MadePack
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.values import show
from sharedprog.domain.words import counted
from sharedprog.reports.boxes import section_head
from sharedprog.reports.document import Section, assemble
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.register_tables import register_table
from sharedprog.reports.running import Edition, Running

_EMPTY = "No row is shown: none fits the filter."


def make_list(order: ListOrder) -> MadePack:
    """Print the list; the same order gives the same bytes. Columns and rows that there are no more are left out."""
    programme = order.view.programme
    register = BY_KEY[order.register]
    title = order.title or register.title
    rows = [row for row in (programme.row(register, row_id) for row_id in order.rows) if row is not None]
    table = register_table(order.view, order.register, order.columns, rows, A4_LANDSCAPE.body_width, _EMPTY)
    head = section_head(title, summary=" · ".join(filter(None, (counted(len(rows), "row"), order.filter))))
    settings = programme.settings
    marking = show(PROGRAMME.fields["marking"], settings.marking, programme)
    document = assemble(
        [Section("list", title, [*head, table], shape=A4_LANDSCAPE)],
        title=f"{settings.title}: {title}",
        running=Running(marking, settings.title, title),
        edition=Edition("", "PRINTED", order.made),
    )
    return MadePack(document.pdf, document.pages)
