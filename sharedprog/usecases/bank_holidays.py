"""Bank holidays of a nation, filled in from published tables; from then on they are the programme's own."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS, DIVISIONS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document

SUBDIVISIONS = {"england": "ENG", "scotland": "SCT", "northern_ireland": "NIR"}
"""Codes of the published tables by ours; those of England are those of Wales."""
YEARS = range(1990, 2101)
"""Years that can be filled in."""


def published(division: str, years: range) -> dict[date, str]:
    """The bank holidays of a nation by day, in order."""
    import holidays

    found = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[division], years=years, language="en_GB")
    return {day: str(name) for day, name in sorted(found.items())}


def fill(document: Document, division: str, years: range) -> ChangeSet | None:
    """Add the bank holidays of a nation that are not there yet; ``None`` where all are.

    Days that close everywhere, because only one nation was known so far, become those of the programme's own nation,
    so that a partner in the other is not closed with it. Raises ``Trouble`` for years that cannot be.
    """
    if not years or years[0] not in YEARS or years[-1] not in YEARS:
        raise Trouble(f"Give years from {YEARS[0]} to {YEARS[-1]}, the first before the last.")
    draft, programme = document.draft(), document.programme
    home = programme.settings.division
    rows = programme.rows(BANK_HOLIDAYS)
    known = {row.day for row in rows if row.division == division or (row.division is None and division == home)}
    for row in rows:
        everywhere = division != home and home in SUBDIVISIONS and row.division is None
        if everywhere and row.day in published(str(home), _year_of(row.day)):
            draft.set(BANK_HOLIDAYS, row.id, "division", home)
    where = None if division == home and all(row.division is None for row in rows) else division
    for day, name in published(division, years).items():
        if day not in known:
            draft.add(BANK_HOLIDAYS, None, day=day, title=name, division=where)
    if not draft.edits:
        return None
    words = next(option.words for option in DIVISIONS if option.code == division)
    span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return document.apply(f"Fill in the bank holidays of {words}, {span}", draft.edits)


def _year_of(day: date | None) -> range:
    return range(day.year, day.year + 1) if day is not None else range(0)
