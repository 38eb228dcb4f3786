"""A small programme with a board behind it and one before it, told through the use cases."""

import io
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from sharedprog.domain.packing import SECTIONS, MadePack, PackOrder
from sharedprog.domain.register import Register
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import (
    AGENDA_ITEMS,
    ASKS,
    ATTENDANCES,
    BOARD_MEETINGS,
    FORTNIGHT_LINES,
    RATINGS,
    TOLERANCES,
    BoardMeeting,
)
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISK_PARTNERS, RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.words import DAY_MINUTES
from sharedprog.reports.pack import make_pack
from sharedprog.usecases import boards
from sharedprog.usecases.board_pack import board_named, order
from sharedprog.usecases.document import Document
from sharedprog.usecases.programmes import Start, create
from tests.builders import Clock

BEFORE = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


class Story:
    """The document, and ids of its rows by the names the tests use."""

    def __init__(self, document: Document, clock: Clock, ids: dict[str, str]) -> None:
        self.document = document
        self.clock = clock
        self.ids = ids

    @classmethod
    def begun(cls, folder: Path) -> "Story":
        """A new programme of two councils."""
        clock = Clock(BEFORE)
        start = Start(
            name="One Service Programme",
            partners=("Ashmere Borough Council", "Tolland Council"),
            start=date(2026, 9, 1),
            day_one=date(2027, 1, 4),
        )
        document = create(folder / "story.sharedprog", start, who="Programme Manager", clock=clock)
        partners = zip(("ashmere", "tolland"), document.rows(PARTNERS), strict=True)
        return cls(document, clock, {name: row.id for name, row in partners})

    def copied(self, folder: Path) -> "Story":
        """The same as far as it was told, in a file of its own, with nothing to undo."""
        clock = Clock(self.clock.now)
        copy = Path(shutil.copy(self.document.path, folder))
        return Story(Document.open(copy, who=self.document.who, clock=clock), clock, dict(self.ids))

    def add(self, register: Register[Any], name: str = "", **values: object) -> str:
        """A row; text values that name an earlier row stand for its id where the field is a link."""
        kinds = register.fields
        linked = {
            field: self.ids.get(str(value), value) if type(kinds[field]).__name__ == "Link" else value
            for field, value in values.items()
        }
        made = self.document.add(register, **linked)  # type: ignore[arg-type]  # values of a cell
        self.ids[name or str(values.get("title", made))] = made
        return made

    def edit(self, register: Register[Any], name: str, **values: object) -> None:
        for field, value in values.items():
            linked = self.ids.get(str(value), value) if type(register.fields[field]).__name__ == "Link" else value
            self.document.edit(register, self.ids[name], field, linked)  # type: ignore[arg-type]  # as above

    @property
    def board(self) -> BoardMeeting:
        return board_named(self.document, "next")

    def order(self, *sections: str, **options: str) -> PackOrder:
        """An order for the next board's pack, made at the same minute by every test."""
        self.clock.now = NOW
        return order(self.document, self.board, sections or tuple(SECTIONS), **options)


def story(folder: Path) -> Story:
    """Board 13 was held on Thu 19 Nov 2026; the pack is made on Mon 30 Nov for board 14 on Thu 3 Dec."""
    told = Story.begun(folder)
    _people(told)
    _plan(told)
    _registers(told)
    _board(told, 13, date(2026, 11, 19))
    told.add(RATINGS, "overall 13", parent="13", rag="green")
    told.edit(ACTIONS, "old", board="13")
    told.clock.now = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
    boards.hold(told.document, told.ids["13"])
    _board(told, 14, date(2026, 12, 3))
    _board_papers(told)
    told.clock.now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    _changes(told)
    told.clock.now = NOW
    return told


def _people(told: Story) -> None:
    told.document.edit(PROGRAMME, told.document.programme.settings.id, "contact", "Board Secretary, 01234 567890")
    told.document.edit(PROGRAMME, told.document.programme.settings.id, "tolerance", 16)
    told.add(PEOPLE, "chair", title="Senior Responsible Owner", partner="ashmere")
    told.add(PEOPLE, "ict", title="Head of ICT", partner="tolland")
    told.add(PEOPLE, "manager", title="Programme Manager")
    told.add(
        WORKSTREAMS, "it", title="IT and joint working", lead="ict", rag="amber", path_to_green="Fifty pilot users"
    )
    told.add(WORKSTREAMS, "money", title="Finance and money", lead="chair", rag="green")


def _plan(told: Story) -> None:
    day = DAY_MINUTES
    told.add(TASKS, "directory", title="Directory work", workstream="it")
    told.add(
        TASKS,
        "merge",
        title="Merge the directories",
        parent="directory",
        duration=20 * day,
        constraint="snet",
        constraint_day=date(2026, 11, 2),
        owner="ict",
        baseline_start=date(2026, 11, 2),
        baseline_finish=date(2026, 11, 27),
    )
    told.add(
        TASKS,
        "mail",
        title="Shared mail addresses live",
        parent="directory",
        milestone=True,
        duration=0,
        owner="ict",
        partner="tolland",
        baseline_finish=date(2026, 11, 27),
    )
    told.add(DEPENDENCIES, "waits", parent="mail", predecessor="merge")
    told.add(
        TASKS, "agreed", title="Agreement sealed", milestone=True, duration=0, percent_complete=100,
        actual_finish=date(2026, 10, 20), baseline_finish=date(2026, 10, 14),
    )  # fmt: skip
    told.add(
        TASKS, "reviews", title="Service reviews complete", milestone=True, duration=0, constraint="mso",
        constraint_day=date(2029, 2, 12), baseline_finish=date(2029, 2, 12),
    )  # fmt: skip


def _registers(told: Story) -> None:
    told.add(
        RISKS, "login", title="Staff cannot log in on Day 1", cause="Two directories.", event="Nobody reaches mail.",
        effect="Confidence is lost.", likelihood=3, impact=5, target_likelihood=2, target_impact=3, owner="ict",
        target_day=date(2027, 1, 4), next_review=date(2026, 11, 20), matrix=told.document.programme.matrix_id,
        status="monitoring",
    )  # fmt: skip
    told.add(RISK_PARTNERS, "login at tolland", parent="login", partner="tolland", likelihood=4, impact=5)
    told.add(
        RESPONSE_ACTIONS, "pilot", parent="login", title="Fifty pilot users log in", owner="ict", due=date(2026, 11, 20)
    )
    told.add(
        RISKS, "brand", title="Brand launched too early", likelihood=2, impact=2, status="monitoring",
        matrix=told.document.programme.matrix_id, owner="chair",
    )  # fmt: skip
    told.add(RISKS, "unscored", title="Floor-walkers at libraries")
    told.add(
        ISSUES, "room", title="No room for the payroll team", kind="problem", severity="board", priority="high",
        owner="chair", raised=date(2026, 11, 10), due=date(2026, 11, 27), impact="Five people on another floor.",
    )  # fmt: skip
    told.add(
        POISONS, "two", title="“We will need two of everything”", named_by="tolland", session_day=date(2026, 9, 3),
        potency_then=5, potency=4, status="agreed", owner="ict",
    )  # fmt: skip
    told.add(POISONS, "secret", title="“Nobody trusts them”", named_by="ashmere", anonymous=True, potency=3)
    told.add(ANTIDOTES, "ledger", parent="two", title="Adopt one ledger", owner="chair", progress="begun")
    told.add(
        ACTIONS, "old", title="Claim the cost of the delay", item="13/6a", owner="ict",
        due=date(2026, 11, 16), revised_due=date(2026, 11, 24), raised=date(2026, 11, 5),
    )  # fmt: skip
    told.add(
        ACTIONS, "closing", title="Rehearse a hardship payment", item="13/8a", owner="chair", due=date(2026, 11, 26)
    )
    told.add(DECISIONS, "key", title="Adopt the apportionment key", status="taken", resolved="Agreed.")


def _board(told: Story, number: int, day: date) -> None:
    name = str(number)
    told.add(BOARD_MEETINGS, name, number=number, day=day, place="Committee room 2", chair="chair", quorum="Two each")
    told.add(ATTENDANCES, f"chair {name}", parent=name, person="chair", present="yes" if number == 13 else None)
    told.add(ATTENDANCES, f"ict {name}", parent=name, person="ict", present="no" if number == 13 else None)
    told.add(ATTENDANCES, f"manager {name}", parent=name, person="manager", capacity="attending")
    agenda = (
        ("Apologies and quorum", "note", "blank"),
        ("Declarations of interest", "note", "blank"),
        ("Minutes of the last board", "decide", "blank"),
        ("Actions and matters arising", "discuss", "actions"),
        ("Since the last board", "note", "since"),
        ("Highlight report", "discuss", "highlight"),
        ("Plan on a page", "discuss", "plan"),
        ("Risks", "discuss", "risks"),
        ("Issues and change requests", "decide", "issues"),
        ("Poisons and antidotes", "discuss", "poisons"),
        ("Decisions required", "decide", "decisions"),
        ("Forward plan", "note", "forward"),
        ("Any other business", "discuss", "blank"),
    )
    for title, purpose, section in agenda:
        told.add(AGENDA_ITEMS, f"{title} {name}", parent=name, title=title, purpose=purpose, section=section,
                 presenter="manager", minutes=5)  # fmt: skip


def _board_papers(told: Story) -> None:
    told.add(ASKS, parent="14", title="Agree that Tolland ports its numbers first")
    told.add(RATINGS, "overall 14", parent="14", rag="amber", reason="The merge has a fallback.")
    told.add(RATINGS, "ashmere 14", parent="14", partner="ashmere", rag="green")
    told.add(FORTNIGHT_LINES, parent="14", kind="done", title="Fourth staff briefing held")
    told.add(FORTNIGHT_LINES, parent="14", kind="next", title="Finish the merge")
    told.add(TOLERANCES, parent="14", kind="time", title="Day 1 holds.", state="at")
    told.edit(BOARD_MEETINGS, "14", rag_reason="The schedule does not show the fallback.")


def _changes(told: Story) -> None:
    """Between board 13 and the pack of board 14."""
    told.edit(TASKS, "merge", duration=25 * DAY_MINUTES)
    told.edit(RISKS, "login", likelihood=4)
    told.edit(WORKSTREAMS, "it", rag="red")
    told.edit(ACTIONS, "closing", status="done", closed_day=date(2026, 11, 24), progress="Rehearsed in 50 minutes.")
    told.add(ACTIONS, "new", title="Ask the carrier", item="14/1a", owner="ict", due=date(2026, 12, 10))
    told.add(NOTES, parent="old", day=date(2026, 11, 25), text="The carrier disputes the rest.")
    told.edit(ANTIDOTES, "ledger", progress="administered")
    told.add(
        DECISIONS, "port", title="Port the numbers first", board="14", item="14/11", owner="ict",
        recommendation="1. Port on Day 5. 2. Move the desks a fortnight later.", reason="The landlord will not move.",
        options_considered="Port first; move first.", consequence="Callers reach empty desks.", finance="£2,200.",
    )  # fmt: skip
    told.add(RATIFICATIONS, "cabinet", parent="port", partner="tolland", body="Tolland Cabinet",
             notice=date(2026, 12, 1), day=date(2026, 12, 10))  # fmt: skip
    told.add(
        ISSUES, "walkers", title="Hire four floor-walkers", kind="change", severity="board", raised=date(2026, 11, 23),
        impact_time="None", impact_cost=960_000, impact_benefits="First week", owner="ict",
    )  # fmt: skip
    told.add(LINKS, source="two", target="login", kind="became")


def pages(made: MadePack) -> list[str]:
    """The text of every page."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages]


def printed(ordered: PackOrder) -> str:
    """The text of a pack, with single spaces."""
    return " ".join(" ".join(pages(make_pack(ordered))).replace("\xa0", " ").split())
