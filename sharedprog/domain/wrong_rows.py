"""What cannot be right, gathered by the pages on which it can be mended."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

from sharedprog.domain.checks import PROBLEM_RULES
from sharedprog.domain.findings import Finding
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.links import LINKED, Reference
from sharedprog.domain.registers.saved_filters import SavedFilter
from sharedprog.domain.view import View


@dataclass(frozen=True)
class Among:
    """A test that rows with these ids pass; two of the same ids are equal."""

    ids: frozenset[str]

    def __call__(self, _view: View, row: Row) -> bool:
        """Whether the row is one of them."""
        return row.id in self.ids


@dataclass(frozen=True)
class Wrong:
    """Rows of one page with something that cannot be right; none where it is about the list, or about no page."""

    register: str
    rows: tuple[str, ...]
    findings: tuple[Finding, ...]


def wrong_rows(programme: Programme) -> Generator[None, None, tuple[Wrong, ...]]:
    """Look for problems, one kind after another; those about rows that no page shows come last, with no register."""
    found: dict[tuple[str, bool], list[tuple[str, Finding]]] = {}
    for rule in PROBLEM_RULES:
        for finding in rule(programme):
            register, row = _seen_on(programme, finding)
            found.setdefault((register, bool(row)), []).append((row, finding))
        yield
    order = {register: place for place, register in enumerate(BY_KEY)}
    pages = sorted(found, key=lambda page: (order.get(page[0], len(order)), page[1]))
    return tuple(
        Wrong(
            page[0],
            tuple(dict.fromkeys(row for row, _ in found[page] if row)),
            tuple(finding for _, finding in found[page]),
        )
        for page in pages
    )


def _seen_on(programme: Programme, finding: Finding) -> tuple[str, str]:
    """The page and the row of it on which a finding can be mended: that of the parent, of an end, of the list."""
    register = BY_KEY[finding.register]
    if register.place:
        return register.key, finding.row
    row: Any = programme.all_rows(register).get(finding.row)
    if isinstance(row, SavedFilter):
        return (row.page, "") if row.page in BY_KEY else ("", "")
    ends = ((row.source, LINKED), (row.target, LINKED)) if isinstance(row, Reference) else ()
    for above, keys in ends or ((getattr(row, "parent", None), register.child_of),):
        owner = programme.find(above, keys)
        if owner is not None and owner[0].place:
            return owner[0].key, owner[1].id
    return "", ""
