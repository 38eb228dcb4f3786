"""Which fields of a register stand together in one cell of its annex: the groups of its form, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sharedprog.domain.columns import columns_of
from sharedprog.domain.registers import children_of


@dataclass(frozen=True)
class Cell:
    """One column of an annex: its head, its share of the width, and what stands in it, from the top."""

    head: str
    share: float
    names: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


_LAYOUTS: dict[str, tuple[Cell, ...]] = {
    "risks": (
        Cell("Risk", 1.35, ("title", "cause", "event", "effect", "category", "workstream", "partners")),
        Cell(
            "How bad",
            1.08,
            (
                "score",
                "travel",
                "inherent_likelihood",
                "inherent_impact",
                "inherent",
                "likelihood",
                "impact",
                "target_likelihood",
                "target_impact",
                "target",
                "target_day",
                "proximity",
                "matrix",
            ),
        ),
        Cell("What we do about it", 1.75, ("response", "response_text", "owner", "actionee"), ("response_actions",)),
        Cell(
            "Where it stands",
            0.95,
            ("status", "raised", "next_review", "escalated", "closed_day", "closing_reason", "from_poison"),
            ("risk_partners",),
        ),
        Cell("Reviews, notes, links", 1.35, (), ("reviews", "notes")),
    ),
    "issues": (
        Cell("Issue", 1.45, ("title", "kind", "description", "workstream", "from_risk")),
        Cell("What it does", 1.1, ("impact", "impact_time", "impact_cost", "impact_benefits")),
        Cell(
            "Who decides, by when",
            1.0,
            ("severity", "priority", "owner", "raised", "raised_by", "due", "age"),
        ),
        Cell("How it ends", 1.1, ("status", "resolution", "closed_day")),
        Cell("Notes, links", 1.25, (), ("notes",)),
    ),
    "poisons": (
        Cell("Poison", 1.3, ("title", "named", "anonymous", "session_day", "symptoms", "hurts")),
        Cell("How strong", 0.9, ("potency_then", "potency", "status", "next_retest", "owner", "doses")),
        Cell("Antidotes", 1.7, (), ("antidotes",)),
        Cell("Notes, links", 1.1, (), ("notes",)),
    ),
    "actions": (
        Cell("Action", 1.7, ("title", "progress")),
        Cell("Who, from where", 1.0, ("owner", "board", "item")),
        Cell("By when", 0.9, ("raised", "due", "revised_due", "late")),
        Cell("Where it stands", 0.7, ("status", "closed_day")),
        Cell("Notes, links", 1.1, (), ("notes",)),
    ),
    "decisions": (
        Cell("What is asked", 1.3, ("title", "recommendation", "owner", "board", "item", "needed_by")),
        Cell("Why", 1.1, ("reason", "options_considered", "consequence")),
        Cell("What it means", 1.3, ("finance", "legal", "people", "equalities", "data_protection", "ict")),
        Cell("What was decided", 1.1, ("status", "resolved", "decided", "dissent", "authority")),
        Cell("After it", 1.1, ("ratify_by", "effective", "review", "ratified"), ("ratifications",)),
    ),
}

TWICE = {"poisons": frozenset({"named_by"})}
"""Columns that say what another one of the same cell says."""


def layout(key: str) -> tuple[Cell, ...]:
    """The cells of a register; what no cell names stands in the last one, so that nothing is left out."""
    cells = _LAYOUTS[key]
    named = {name for cell in cells for name in cell.names} | TWICE.get(key, frozenset()) | {"ref"}
    children = {child for cell in cells for child in cell.children}
    others = tuple(name for name in columns_of(key) if name not in named)
    orphans = tuple(child.key for child in children_of(key) if child.key not in children)
    last = cells[-1]
    return (*cells[:-1], replace(last, names=(*last.names, *others), children=(*last.children, *orphans)))
