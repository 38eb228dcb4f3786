"""The record of what has no annex of its own: settings, partners, people, workstreams, this board, packs, matrices."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from sharedprog.domain.columns import columns_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.register import Row as RegisterRow
from sharedprog.domain.registers import BY_KEY, children_of
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.saved_filters import SAVED_FILTERS
from sharedprog.domain.view import View
from sharedprog.domain.words import day_words
from sharedprog.reports.blocks import heading
from sharedprog.reports.boxes import section_head
from sharedprog.reports.columns import Column
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A4_PORTRAIT
from sharedprog.reports.places import place_of
from sharedprog.reports.records import by_label, in_line, stacked, told
from sharedprog.reports.register_tables import whole_table
from sharedprog.reports.table import Band, Row, Table
from sharedprog.reports.wording import joined

_SUMMARY = (
    "What the registers lean on, as it stands in the file. Empty fields are left out; earlier boards are in their own "
    "packs."
)
_LABELS = [Column("", width=96, muted=True, dense=True), Column("", dense=True)]


def programme_record(order: PackOrder) -> Section:
    """Registers that have no annex of their own."""
    view, programme = order.view, order.programme
    place = place_of(order, "annex_terms")
    contents: list[Flowable] = [
        *section_head("The programme and this board", summary=_SUMMARY, item=place.label),
        heading("Programme"),
        _records(view, "programme", [programme.settings]),
    ]
    for key in ("partners", "workstreams", "people"):
        rows = by_label(programme.rows(BY_KEY[key]))
        contents += [heading(BY_KEY[key].title), whole_table(view, key, rows, A4_PORTRAIT.body_width)]
    for key in ("calendars", "baselines"):
        rows = by_label(programme.rows(BY_KEY[key]))
        if rows:
            contents += [heading(BY_KEY[key].title), _records(view, key, rows)]
    contents += [heading("This board"), _records(view, "board_meetings", [order.board])]
    for key in ("packs", "matrices"):
        rows = by_label(programme.rows(BY_KEY[key]))
        contents += [heading(BY_KEY[key].title), _records(view, key, rows)]
    contents += [heading(BANK_HOLIDAYS.title), _holidays(order)]
    filters = programme.rows(SAVED_FILTERS)
    if filters:
        contents += [
            heading(SAVED_FILTERS.title),
            whole_table(view, SAVED_FILTERS.key, filters, A4_PORTRAIT.body_width),
        ]
    return Section("programme_record", "The programme and this board", contents, place.label, level=1)


def _records(view: View, key: str, rows: Sequence[RegisterRow]) -> Table:
    """Each row under its name: its groups of fields, then its child rows."""
    found: list[Row | Band] = []
    for row in rows:
        found += [Band(_name(view, key, row)), *_groups(view, key, row), *_children(view, key, row)]
    return Table(_LABELS, found, head=False, empty=f"The register holds no {BY_KEY[key].singular}.")


def _name(view: View, key: str, row: RegisterRow) -> str:
    """The label and the name; a board by its number and day."""
    shown = columns_of(key)
    if key == "board_meetings":
        words = (shown[name].shown(view, row).text for name in ("number", "day"))
        return f"{row.ref} Board {', '.join(filter(None, words))}".strip()
    return f"{row.ref} {BY_KEY[key].name_of(row)}".strip()


def _groups(view: View, key: str, row: RegisterRow) -> list[Row]:
    """A row for each group of the form that holds something: prose on its own lines, short values run in.

    What no group names comes last, so that nothing is left out.
    """
    register = BY_KEY[key]
    columns = columns_of(key)
    grouped = {name for group in register.groups for name in group.fields}
    others = tuple(name for name in columns if name not in grouped and name not in {"ref", "title"})
    found: list[Row] = []
    for title, names in (*((group.title, group.fields) for group in register.groups), ("Also", others)):
        prose = [name for name in names if name in columns and columns[name].wraps]
        short = [name for name in names if name in columns and name not in prose]
        lines = told(view, key, row, [name for name in prose if name != "title"])
        run_in = joined(told(view, key, row, short), "   ")
        line = stacked([*lines, run_in] if run_in else lines)
        if line:
            found.append([title, line])
    return found


def _children(view: View, key: str, row: RegisterRow) -> list[Row]:
    """Child rows of each kind, a line each."""
    found: list[Row] = []
    for child in children_of(key):
        lines: list[list[Part]] = [in_line(view, child.key, each) for each in view.programme.children(child, row.id)]
        if lines:
            found.append([child.title, joined(lines, "   ") if key == "matrices" else stacked(lines)])
    return found


def _holidays(order: PackOrder) -> Table:
    """A line for each year."""
    years: dict[str, list[str]] = {}
    where = columns_of(BANK_HOLIDAYS.key)["division"]
    rows = sorted(order.programme.rows(BANK_HOLIDAYS), key=lambda row: (str(row.day or ""), row.title))
    for row in rows:
        name = f"{row.title} ({where.shown(order.view, row).text})" if row.division is not None else row.title
        if row.day is not None:
            years.setdefault(str(row.day.year), []).append(f"{day_words(row.day)} {name}")
        else:
            years.setdefault("Without a day", []).append(name)
    listed: list[Row] = [[year, " · ".join(days)] for year, days in years.items()]
    return Table(_LABELS, listed, head=False, empty="There are no bank holidays in the file.")
