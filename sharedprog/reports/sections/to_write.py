"""Items of the agenda that have no section: the roll, the form of declaration, minutes to confirm, room to write."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.platypus import Flowable

from sharedprog.domain import agenda, boards
from sharedprog.domain.agenda import NumberedItem, Outcome
from sharedprog.domain.naming import name_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.registers.board_meetings import ATTENDANCES, Attendance, BoardMeeting
from sharedprog.domain.registers.decisions import DECISIONS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.status import due_of
from sharedprog.domain.values import show
from sharedprog.domain.words import day_words
from sharedprog.reports.blocks import heading, paragraph, subheading
from sharedprog.reports.boxes import Ruled, Signatures, facts, section_head
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.marks import TickBox
from sharedprog.reports.places import place_of_item
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Band, Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import day, person

_LINES = 5
_DECLARATIONS = 4


def to_write(order: PackOrder, item: NumberedItem, *, new_page: bool) -> Section:
    """The page, or the part of one, for an item without a section."""
    place = place_of_item(order, item)
    contents: list[Flowable] = [*section_head(place.title, item=place.label, purpose=place.purpose)]
    contents += _form(item.row.title)(order)
    return Section(place.code, place.bookmark, contents, place.label, new_page=new_page)


def stands_alone(item: NumberedItem) -> bool:
    """Whether an item without a section has a page of its own: minutes to confirm."""
    return _form(item.row.title) is _minutes


def _form(title: str) -> Callable[[PackOrder], list[Flowable]]:
    """What to print, by the words that agendas everywhere use."""
    words = title.casefold()
    if "apolog" in words or "attendance" in words:
        return _roll
    if "declar" in words or "disclos" in words:
        return _declarations
    if "minutes" in words:
        return _minutes
    return _room


def _roll(order: PackOrder) -> list[Flowable]:
    """Everybody who is expected, by partner, with boxes to tick."""
    programme = order.programme
    columns = [Column("Member"), fitted("As"), fitted("Present"), fitted("Apologies"), Column("Substitute", share=0.7)]
    rows: list[Row | Band] = []
    for partner, seats in _by_partner(order).items():
        rows.append(Band(partner or "Others"))
        rows += [_seat(order, seat) for seat in seats]
    quorum = order.board.quorum or programme.settings.quorum
    return [
        *([paragraph(bold("Quorum. "), quorum.rstrip(".") + ".")] if quorum else []),
        Table(columns, rows, empty="Nobody is listed for this board yet."),
    ]


def _by_partner(order: PackOrder) -> dict[str, list[Attendance]]:
    """Seats by the short name of the partner, in the order of the list."""
    seats: dict[str, list[Attendance]] = {}
    for seat in order.programme.children(ATTENDANCES, order.board.id):
        someone = order.programme.row(PEOPLE, seat.person)
        if someone is not None:
            partner = name_of(order.programme, ("partners",), someone.partner) if someone.partner else ""
            seats.setdefault(partner, []).append(seat)
    return seats


def _seat(order: PackOrder, seat: Attendance) -> Row:
    name = person(order.programme, seat.person)
    chair: list[Part] = [name, muted(" (chair)")] if seat.person == order.board.chair else [name]
    capacity = show(ATTENDANCES.fields["capacity"], seat.capacity, order.programme)
    boxes = [TickBox(seat.present == "yes"), TickBox(seat.present in ("no", "substitute"))]
    return [chair, capacity, *boxes, person(order.programme, seat.substitute)]


def _declarations(_order: PackOrder) -> list[Flowable]:
    """A form to write each interest on."""
    words = (
        "Members declare any interest in an item of this agenda: the item, what the interest is, and whether they "
        "leave the room for it."
    )
    columns = [
        Column("Member", width=130),
        Column("Item", width=44),
        Column("Nature of the interest"),
        Column("Type", width=90),
    ]
    rows: list[Row] = [["\n", "", "", ""] for _line in range(_DECLARATIONS)]
    return [paragraph(words, style=NOTE), Table(columns, rows)]


def _minutes(order: PackOrder) -> list[Flowable]:
    """What the file knows of the last board, as draft minutes to correct, confirm and sign."""
    last = boards.before(order.programme, order.board)
    if last is None:
        return [paragraph("No board was held before this one, so there are no minutes to confirm."), Ruled(_LINES)]
    when = f" on {day_words(last.day)}" if last.day is not None else ""
    at = f" at {last.place}" if last.place else ""
    outcomes = agenda.outcomes(order.programme, last)
    return [
        paragraph(bold("Draft until confirmed. "), f"Board {last.number or '–'} met{when}{at}."),
        *_attended(order, last),
        *([heading("What was said"), paragraph(last.notes)] if last.notes else []),
        heading("What came of each item"),
        Table(
            [fitted("Item"), Column("Subject", share=0.42), Column("Decided, and asked of people")],
            [_outcome(order, outcome) for outcome in outcomes],
            empty="No decision or action of that board is recorded.",
        ),
        subheading("Corrections"),
        Ruled(3),
        paragraph("Agreed as a correct record, and signed by the chair:"),
        Signatures(["Signed", "Name", "Date"], [2, 2, 1]),
    ]


def _attended(order: PackOrder, board: BoardMeeting) -> list[Flowable]:
    """Who came, sent apologies, or sent somebody, as far as the file says."""
    seats = order.programme.children(ATTENDANCES, board.id)
    said = (("yes", "Present"), ("no", "Apologies"), ("substitute", "Substitutes"))
    pairs: list[tuple[str, Parts]] = []
    for code, words in said:
        named = [_with_substitute(order, seat) for seat in seats if seat.present == code]
        if named:
            pairs.append((words, " · ".join(named)))
    return [facts(pairs)] if pairs else []


def _with_substitute(order: PackOrder, seat: Attendance) -> str:
    name = person(order.programme, seat.person)
    if seat.present != "substitute" or not seat.substitute:
        return name
    return f"{person(order.programme, seat.substitute)} for {name}"


def _outcome(order: PackOrder, outcome: Outcome) -> Row:
    parts: list[Part] = []
    for decision in outcome.decisions:
        status = show(DECISIONS.fields["status"], decision.status, order.programme).lower()
        said = f"{decision.title}: {decision.resolved or status}"
        parts += ["\n" if parts else "", bold(f"{decision.ref} "), said]
    for action in outcome.actions:
        asked = f"{person(order.programme, action.owner) or 'No owner'}, by {day(due_of(action))}"
        parts += ["\n" if parts else "", bold(f"{action.item or action.ref} "), action.title, muted(f" · {asked}")]
    return [str(outcome.number or "–"), outcome.subject or "Without an item", parts]


def _room(_order: PackOrder) -> list[Flowable]:
    """Lines to write on."""
    return [Ruled(_LINES)]
