"""The record of the programme itself: settings, partners, people, workstreams, boards, packs, matrices, holidays."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Flowable

from sharedprog.domain.columns import columns_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.register import Row as RegisterRow
from sharedprog.domain.registers import BY_KEY, children_of
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.view import View
from sharedprog.domain.words import day_words
from sharedprog.reports.blocks import heading
from sharedprog.reports.boxes import section_head
from sharedprog.reports.columns import Column
from sharedprog.reports.document import Section
from sharedprog.reports.layouts import TWICE
from sharedprog.reports.lines import Part
from sharedprog.reports.places import place_of
from sharedprog.reports.records import by_label, in_line, told
from sharedprog.reports.table import Band, Row, Table
from sharedprog.reports.text import muted
from sharedprog.reports.wording import joined

RECORDS = ("programme", "partners", "workstreams", "people", "board_meetings", "packs", "matrices")
"""Registers that have no annex of their own, in the order in which they are printed."""


def programme_record(order: PackOrder) -> Section:
    """What the registers of other annexes lean on."""
    place = place_of(order, "annex_terms")
    contents: list[Flowable] = [
        *section_head(
            "The programme and its boards",
            summary="What the registers lean on, as it stands in the file. Empty fields are left out.",
            item=place.label,
        )
    ]
    for key in RECORDS:
        contents += [heading(BY_KEY[key].title), _register(order.view, key)]
    contents += [heading(BANK_HOLIDAYS.title), _holidays(order)]
    return Section("programme_record", "The programme and its boards", contents, place.label, level=1)


def _register(view: View, key: str) -> Table:
    """Each row under its name: its groups of fields, then its child rows."""
    register = BY_KEY[key]
    rows: list[Row | Band] = []
    for row in by_label(view.programme.rows(register)):
        rows += [Band(_name(view, key, row)), *_groups(view, key, row), *_children(view, key, row)]
    columns = [Column("", width=96, muted=True, dense=True), Column("", dense=True)]
    return Table(columns, rows, head=False, empty=f"The register holds no {register.singular}.")


def _name(view: View, key: str, row: RegisterRow) -> str:
    """The label and the name; a board by its number and day."""
    shown = columns_of(key)
    if key == "board_meetings":
        words = (shown[name].shown(view, row).text for name in ("number", "day"))
        return f"{row.ref} Board {', '.join(filter(None, words))}".strip()
    return f"{row.ref} {BY_KEY[key].name_of(row)}".strip()


def _groups(view: View, key: str, row: RegisterRow) -> list[Row]:
    """A row for each group of the form that holds something; what no group names comes last."""
    register = BY_KEY[key]
    grouped = {name for group in register.groups for name in group.fields}
    others = tuple(name for name in columns_of(key) if name not in {*grouped, "ref", *TWICE.get(key, ())})
    found: list[Row] = []
    for title, names in (*((group.title, group.fields) for group in register.groups), ("Also", others)):
        known = [name for name in names if name in columns_of(key)]
        line = _run_in(told(view, key, row, known))
        if line:
            found.append([title, line])
    return found


def _run_in(lines: Iterable[list[Part]]) -> list[Part]:
    """Short values one behind the other."""
    return joined(lines, "   ")


def _children(view: View, key: str, row: RegisterRow) -> list[Row]:
    """Child rows numbered one behind the other."""
    found: list[Row] = []
    for child in children_of(key):
        rows = view.programme.children(child, row.id)
        line: list[Part] = []
        for number, each in enumerate(rows, start=1):
            line += [muted(f"{'   ' if line else ''}({number}) "), *in_line(view, child.key, each)]
        if line:
            found.append([child.title, line])
    return found


def _holidays(order: PackOrder) -> Table:
    """A line for each year."""
    years: dict[str, list[str]] = {}
    known = [row for row in order.programme.rows(BANK_HOLIDAYS) if row.day is not None]
    for row in sorted(known, key=lambda each: (each.day or order.view.as_at, each.title)):
        if row.day is not None:
            years.setdefault(str(row.day.year), []).append(f"{day_words(row.day)} {row.title} ({row.ref})")
    undated = [f"{row.title} ({row.ref})" for row in order.programme.rows(BANK_HOLIDAYS) if row.day is None]
    rows: list[Row] = [[year, " · ".join(days)] for year, days in years.items()]
    rows += [["No day", " · ".join(undated)]] if undated else []
    return Table([Column("", width=96, muted=True, dense=True), Column("", dense=True)], rows, head=False)
