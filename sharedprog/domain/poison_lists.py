"""Poisons in the order in which a board reads them, and what each is linked to."""

from __future__ import annotations

from sharedprog.domain import status
from sharedprog.domain.naming import REFERRED
from sharedprog.domain.ordering import natural
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.poisons import POISONS, Poison


def worst_first(programme: Programme) -> tuple[Poison, ...]:
    """Poisons that may still kill the partnership: recurring ones first, then the most potent."""
    rows = [poison for poison in programme.rows(POISONS) if status.poison_open(poison)]
    return tuple(sorted(rows, key=lambda each: (each.status != "recurred", -(each.potency or 0), natural(each.ref))))


def neutralised(programme: Programme) -> tuple[Poison, ...]:
    """Poisons that are done with, in the order of their labels."""
    rows = [poison for poison in programme.rows(POISONS) if not status.poison_open(poison)]
    return tuple(sorted(rows, key=lambda each: natural(each.ref)))


def linked(programme: Programme) -> dict[str, tuple[str, ...]]:
    """By row id the labels of the rows that it is linked to, either way round."""
    found: dict[str, set[str]] = {}
    for link in programme.rows(LINKS):
        for one, other in ((link.source, link.target), (link.target, link.source)):
            named = programme.find(other, REFERRED)
            if one and named is not None:
                found.setdefault(one, set()).add(named[1].ref)
    return {row: tuple(sorted(refs, key=natural)) for row, refs in found.items()}
