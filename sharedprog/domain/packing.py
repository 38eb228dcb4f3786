"""What a pack is made from: everything its pages show, as plain values that another process can be given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.results import Results
from sharedprog.domain.since import Since
from sharedprog.domain.view import View

SECTIONS: dict[str, str] = {
    "cover": "Cover and agenda",
    "actions": "Action log",
    "since": "Since the last board",
    "highlight": "Highlight report",
    "plan": "Plan on a page",
    "risks": "Risks",
    "issues": "Issues and change requests",
    "poisons": "Poisons and antidotes",
    "decisions": "Decisions required",
    "forward": "Forward plan",
    "annex_risks": "Annex: risk register",
    "annex_issues": "Annex: issue log",
    "annex_gantt": "Annex: Gantt chart",
    "annex_trend": "Annex: milestone trend",
    "annex_poisons": "Annex: poisons and antidotes",
    "annex_actions": "Annex: actions",
    "annex_decisions": "Annex: decision register",
    "annex_terms": "Annex: terms used",
    "control": "Document control",
}
"""The parts of a pack by code, in the order in which they are printed unless someone says otherwise."""


@dataclass(frozen=True)
class Issue:
    """One version in the document control: which, its state, when, by whom, and what changed."""

    version: str
    state: str
    made: datetime
    who: str
    note: str


@dataclass(frozen=True)
class PackOrder:
    """One pack to be printed. ``results`` are what it shows; ``since`` is ``None`` before the second board."""

    view: View
    results: Results
    since: Since | None
    board: BoardMeeting
    sections: tuple[str, ...]
    version: str
    state: str
    made: datetime
    data_as_at: datetime
    saw: str
    who: str = ""
    note: str = ""
    gantt_paper: str = "A3"
    earlier: tuple[Issue, ...] = ()
    logos: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def programme(self) -> Programme:
        """The picture the pack shows."""
        return self.view.programme

    @property
    def short_hash(self) -> str:
        """The first eight figures of the hash of the results, as the foot of each page prints them."""
        return f"{self.results.sha256[:4]} {self.results.sha256[4:8]}"


@dataclass(frozen=True)
class MadePack:
    """A printed pack: its bytes and how many pages."""

    pdf: bytes
    pages: int


@dataclass(frozen=True)
class PlanOrder:
    """The chart of the plan, to be printed by itself; ``paper`` is A3 or A4."""

    view: View
    paper: str
    made: datetime


@dataclass(frozen=True)
class ListOrder:
    """A list to be printed as it stands on the screen: which rows, in what order, which columns."""

    view: View
    register: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    made: datetime
    title: str = ""
    filter: str = ""


@dataclass(frozen=True)
class PlanPageOrder:
    """The plan on one sheet: its milestones ``by`` workstream or partner, on A4 or A3 ``paper``."""

    view: View
    made: datetime
    by: str = "workstream"
    paper: str = "A3"
