"""Document control: which version this is, what it shows, how to check it, what came before, who has a copy."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain.packing import Issue, PackOrder
from sharedprog.domain.words import moment_words
from sharedprog.reports.blocks import heading, paragraph
from sharedprog.reports.boxes import Signatures, facts
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Parts
from sharedprog.reports.places import part
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.wording import NOTHING

_STATES = {"draft": "Draft", "final": "Issued"}
_COPIES = 6
_HASH = (
    "The results are everything on these pages that was computed. Their SHA-256 stands above; its first eight figures "
    "stand at the foot of every page, so that pages of different versions cannot be mixed unseen."
)
_FILE = (
    "For a final pack the programme file also keeps, in its register Packs, the SHA-256 of the PDF and the change set "
    "above. Two files with the same SHA-256 are the same to the last byte: compare that of this file with the one in "
    "Packs. Any final pack can be made again from there, as it was."
)
_RETENTION = (
    "Keep this pack for as long as the retention schedule of your organisation says. Where the board is a committee of "
    "a council, agendas, reports and minutes stay open to the public for six years (Local Government Act 1972, "
    "section 100C)."
)


def control(order: PackOrder) -> Section:
    """One page."""
    contents: list[Flowable] = [
        facts(_facts(order), label_width=116),
        Signatures(["Approved for issue by", "Date"], [3, 1]),
        heading("How to check it"),
        paragraph(_HASH, style=NOTE),
        paragraph(_FILE, style=NOTE),
        heading("Versions of this pack"),
        _versions(order),
        heading("Distribution"),
        Table([Column("Copy no.", width=60), Column("Name"), Column("Given on", width=120)], _copies()),
        heading("Retention"),
        paragraph(_RETENTION, style=NOTE),
    ]
    return part(order, "control", contents)


def state_words(state: str) -> str:
    """``Issued`` for a final pack."""
    return _STATES.get(state, state)


def _facts(order: PackOrder) -> list[tuple[str, Parts]]:
    pairs: list[tuple[str, Parts]] = [
        ("Version", order.version),
        ("State", state_words(order.state)),
        ("Made", moment_words(order.made)),
        ("Made by", order.who or NOTHING),
        ("Data as at", moment_words(order.data_as_at)),
        ("Change set", order.saw or "None: nothing was ever changed"),
        ("SHA-256 of the results", order.results.sha256),
    ]
    return [*pairs, ("What changed", order.note)] if order.note else pairs


def _versions(order: PackOrder) -> Table:
    """Earlier ones, then this."""
    this = Issue(order.version, order.state, order.made, order.who, order.note)
    columns = [fitted("Version"), fitted("State"), fitted("Made"), Column("By", share=0.6), Column("What changed")]
    rows: list[Row] = [
        [
            each.version,
            state_words(each.state),
            moment_words(each.made),
            each.who or NOTHING,
            each.note or NOTHING,
        ]
        for each in (*order.earlier, this)
    ]
    return Table(columns, rows)


def _copies() -> list[Row]:
    return [[str(number), "", ""] for number in range(1, _COPIES + 1)]
