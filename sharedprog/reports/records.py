"""Rows of a register as they stand in the record: every field that holds something, with its label."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sharedprog.domain.columns import Column as RegisterColumn
from sharedprog.domain.columns import columns_of
from sharedprog.domain.fields import Choice, Flag, Link, Prose, Text
from sharedprog.domain.naming import REFERRED, name_of
from sharedprog.domain.ordering import natural
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row as RegisterRow
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.values import show
from sharedprog.domain.view import View
from sharedprog.reports.layouts import Cell
from sharedprog.reports.lines import Part
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import cell as shown_cell

Relations = Mapping[str, Sequence[str]]
"""By row id what it is linked to, in words."""


def by_label(rows: Iterable[RegisterRow]) -> list[RegisterRow]:
    """Rows by label, numbers in it by size: R-9 before R-10."""
    return sorted(rows, key=lambda row: natural(row.ref))


def relations(programme: Programme) -> Relations:
    """Links of rows with one another, told from both ends."""
    kind = LINKS.fields["kind"]
    found: dict[str, list[str]] = {}
    for link in programme.rows(LINKS):
        if link.source and link.target:
            how = show(kind, link.kind, programme)
            source, target = (name_of(programme, REFERRED, each) for each in (link.source, link.target))
            found.setdefault(link.source, []).append(f"{how} {target}".strip())
            found.setdefault(link.target, []).append(f"{source} {how} this".strip())
    return found


def told(view: View, key: str, row: RegisterRow, names: Iterable[str]) -> list[list[Part]]:
    """A line for each of these columns that holds something; the title of the row is bold and has no label."""
    register = BY_KEY[key]
    columns = columns_of(key)
    lines: list[list[Part]] = []
    for name in names:
        value = _value(view, columns[name], row)
        if not value:
            continue
        if name == register.name_field == "title":
            lines.append([bold(f"{row.ref} {register.name_of(row)}".strip())])
        else:
            lines.append([muted(f"{columns[name].label} "), value])
    return lines


def _value(view: View, column: RegisterColumn, row: RegisterRow) -> Part:
    """What a column shows; empty for a flag that is not set, and for the matrix that is in use."""
    if isinstance(column.kind, Flag) and not getattr(row, column.name):
        return ""
    if column.name == "matrix" and getattr(row, column.name) == view.programme.matrix_id and isinstance(row, Risk):
        return ""
    shown = column.shown(view, row)
    return shown_cell(shown) if shown.text or shown.rag or shown.travel else ""


def family(view: View, child: str, parent: RegisterRow) -> list[list[Part]]:
    """The child rows of one kind under their title, a line each; nothing where there are none."""
    register = BY_KEY[child]
    rows = view.programme.children(register, parent.id)
    return [[bold(register.title)], *(["• ", *in_line(view, child, row)] for row in rows)] if rows else []


def in_line(view: View, key: str, row: RegisterRow) -> list[Part]:
    """A row in one line: words as they are, figures and days with their labels."""
    line: list[Part] = []
    for column in columns_of(key).values():
        value = _value(view, column, row)
        if not value:
            continue
        if line:
            line.append(muted(" · "))
        if not isinstance(column.kind, Text | Prose | Choice | Link):
            line.append(muted(f"{column.label.lower()} "))
        line.append(value)
    return line


def cells_of(view: View, key: str, row: Any, cells: Sequence[Cell], links: Relations) -> list[list[Part]]:  # noqa: ANN401
    """A row of an annex: in each cell its fields, then its child rows; links at the foot of the last."""
    made: list[list[Part]] = []
    for each in cells:
        lines = told(view, key, row, each.names)
        for child in each.children:
            lines += family(view, child, row)
        made.append(stacked(lines))
    related = links.get(row.id, ())
    if related:
        made[-1] += ["\n" if made[-1] else "", bold("Links"), *(f"\n• {words}" for words in related)]
    return made


def stacked(lines: Iterable[Sequence[Part]]) -> list[Part]:
    """Lines below one another in one cell."""
    parts: list[Part] = []
    for line in lines:
        parts += ["\n", *line] if parts else line
    return parts
