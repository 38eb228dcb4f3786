"""Which kinds of file hold plans, by their endings, and what to do with one that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from sharedprog.exchange.trouble import AS_PLAN


@dataclass(frozen=True)
class Format:
    """What a plan is, to complete "it is", and how its own program gives it in a form that is always read."""

    words: str
    instead: str


_PRIMAVERA = Format("a plan from Primavera", "export it there as Microsoft Project XML, and import that.")
_PROJECT = Format("a plan in Microsoft Project's own format", AS_PLAN)
FORMATS = {
    ".mpp": _PROJECT,
    ".mpt": Format("a template of Microsoft Project", AS_PLAN),
    ".mpx": Format("a plan in Microsoft Project's old exchange format", AS_PLAN),
    ".xer": _PRIMAVERA,
    ".pmxml": _PRIMAVERA,
    ".xml": _PRIMAVERA,
    ".pod": Format(
        "a plan from ProjectLibre", "open it there, choose Save As and “Microsoft Project 2003 XML”, and import that."
    ),
    ".planner": Format("a plan from Planner", "export it there as Microsoft Project XML, and import that."),
}
"""By the ending; XML comes here only where it is Primavera's."""

GANTTPROJECT = ".gan"
PLAN_ENDINGS = (".xml", GANTTPROJECT, *(ending for ending in FORMATS if ending != ".xml"))
