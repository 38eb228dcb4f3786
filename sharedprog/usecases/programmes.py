"""Making a new programme: its name, partners, dates and cadence, the matrices and the bank holidays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sharedprog.domain.drafting import Draft
from sharedprog.domain.registers.bank_holidays import BANK_HOLIDAYS
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.partners import COLOURS, PARTNERS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.bank_holidays import published
from sharedprog.usecases.document import Clock, Document, system_clock
from sharedprog.usecases.writer import Writer

YEARS_BEFORE, YEARS_AFTER = 1, 4
COMMON_WORDS = frozenset(["borough", "council", "county", "district", "city", "police", "force", "of", "the"])

FIVE = (
    ("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
    ("Minor", "Low", "Moderate", "Major", "Severe"),
    ((1, "green", "Green"), (10, "amber", "Amber"), (16, "red", "Red")),
)
"""Five by five, multiplied: words for likelihood and impact, and where each band begins."""
FOUR = (
    ("Very low", "Low", "Medium", "High"),
    ("Negligible", "Marginal", "Serious", "Critical"),
    ((1, "green", "Green"), (6, "amber", "Amber"), (12, "red", "Red")),
)
"""Four by four, multiplied."""

USUAL_WORKSTREAMS = {
    "Two councils, one back office": (
        "Programme and governance",
        "Legal and delegation",
        "Finance and savings",
        "People and structure",
        "IT and joint working",
        "Customers and communications",
        "Day 1 readiness",
    ),
    "One management team": (
        "Programme and governance",
        "Legal and delegation",
        "Structure and appointments",
        "Pay, terms and conditions",
        "Brand and culture",
        "Day 1 readiness",
    ),
    "One control room": (
        "Programme and governance",
        "Operations and procedures",
        "Call handling and dispatch systems",
        "Radio and telephony",
        "People, shifts and training",
        "Building and power",
        "Cut-over",
    ),
    "One contract for several bodies": (
        "Programme and governance",
        "Requirements",
        "Procurement",
        "Legal and contract",
        "Finance and savings",
        "Mobilisation",
    ),
}
"""Workstreams to begin with, by the kind of partnership they are usual for."""


@dataclass(frozen=True)
class Start:
    """What a person says when they start a programme; partners are names, two or more, workstreams any number."""

    name: str
    partners: Sequence[str]
    start: date | None = None
    day_one: date | None = None
    cadence: int = 14
    division: str = "england"
    workstreams: Sequence[str] = ()


def new_programme(document: Document, start: Start) -> None:
    """Fill an empty file with what every programme needs, as one change set; raises ``Trouble``."""
    names = [name.strip() for name in start.partners if name.strip()]
    if not start.name.strip():
        raise Trouble("The programme has no name. Give it one.")
    if len(names) < 2:
        raise Trouble("A partnership has two partners or more. Name at least two.")
    if len({name.casefold() for name in names}) < len(names):
        raise Trouble("Two partners have the same name. Give each its own.")
    draft = document.draft()
    matrix = add_matrix(draft, "5 × 5", FIVE)
    add_matrix(draft, "4 × 4", FOUR)
    draft.add(
        PROGRAMME,
        None,
        title=start.name.strip(),
        start=start.start,
        day_one=start.day_one,
        cadence=start.cadence,
        division=start.division,
        matrix=matrix,
    )
    for number, (name, short) in enumerate(zip(names, short_forms(names), strict=True)):
        colour = COLOURS[number % len(COLOURS)].code
        draft.add(PARTNERS, None, title=name, short_name=short, kind=kind_of(name), colour=colour)
    for name in start.workstreams:
        draft.add(WORKSTREAMS, None, title=name)
    first = (start.start or document.today).year
    add_holidays(draft, start.division, range(first - YEARS_BEFORE, first + YEARS_AFTER + 1))
    document.apply(f"Start {start.name.strip()}", draft.edits)


def create(
    path: Path, start: Start, *, who: str = "", clock: Clock = system_clock, writer: Writer | None = None
) -> Document:
    """A new programme in a new file, with nothing to undo.

    Raises ``Trouble`` where it cannot be made, and leaves nothing behind.
    """
    document = Document.create(path, who=who, clock=clock)
    try:
        new_programme(document, start)
    except Exception:
        document.close()
        path.unlink()
        raise
    document.close()
    return Document.open(path, who=who, clock=clock, writer=writer)


def add_matrix(
    draft: Draft,
    title: str,
    words: tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[int, str, str], ...]],
) -> str:
    """A scoring matrix with its words and bands; its id."""
    matrix = draft.add(MATRICES, None, title=title, note="Likelihood multiplied by impact.")
    for axis, names in zip(("likelihood", "impact"), words[:2], strict=True):
        for level, name in enumerate(names, start=1):
            draft.add(MATRIX_LEVELS, None, parent=matrix, axis=axis, level=level, title=name)
    for lowest, rag, name in words[2]:
        draft.add(MATRIX_BANDS, None, parent=matrix, lowest=lowest, rag=rag, title=name)
    return matrix


def add_holidays(draft: Draft, division: str, years: range) -> None:
    """Bank holidays of a nation as rows of the programme, so that no update of a library moves a plan."""
    for day, name in published(division, years).items():
        draft.add(BANK_HOLIDAYS, None, day=day, title=name)


def short_forms(names: Sequence[str]) -> list[str]:
    """Partners' names without the words that every council or force has; whole where two would be alike."""
    short = [" ".join(word for word in name.split() if word.casefold() not in COMMON_WORDS) or name for name in names]
    alike = Counter(form.casefold() for form in short)
    return [name if alike[form.casefold()] > 1 else form for name, form in zip(names, short, strict=True)]


def kind_of(name: str) -> str | None:
    """What a partner is, where its name says so."""
    text = name.casefold()
    for sign, kind in (("council", "council"), ("police", "police"), ("constabulary", "police"), ("fire", "fire")):
        if sign in text:
            return kind
    return "health" if "nhs" in text else None
