"""What cannot be right, gathered by the pages on which it can be mended."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from sharedprog.domain.checks import PROBLEM_RULES
from sharedprog.domain.findings import Finding
from sharedprog.domain.programme import Programme
from sharedprog.domain.register import Row
from sharedprog.domain.registers import BY_KEY
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
    """The rows of one page with something that cannot be right; none where it is about the whole register."""

    register: str
    rows: tuple[str, ...]
    findings: tuple[Finding, ...]


def wrong_rows(programme: Programme) -> Generator[None, None, tuple[Wrong, ...]]:
    """Look for problems, one kind after another; those about rows that no page shows come last, with no register."""
    found: dict[str, list[tuple[str, Finding]]] = {}
    for rule in PROBLEM_RULES:
        for finding in rule(programme):
            register, row = _seen_on(programme, finding)
            found.setdefault(register, []).append((row, finding))
        yield
    pages = sorted(found, key=lambda key: (not key, list(BY_KEY).index(key) if key else 0))
    return tuple(
        Wrong(
            register,
            tuple(dict.fromkeys(row for row, _ in found[register] if row)),
            tuple(finding for _, finding in found[register]),
        )
        for register in pages
    )


def _seen_on(programme: Programme, finding: Finding) -> tuple[str, str]:
    """The page and the row of it on which a finding can be mended: those of the parent, for a child row."""
    register = BY_KEY[finding.register]
    if register.place:
        return register.key, finding.row
    row = programme.all_rows(register).get(finding.row)
    owner = programme.find(getattr(row, "parent", None), register.child_of)
    return (owner[0].key, owner[1].id) if owner is not None and owner[0].place else ("", "")
