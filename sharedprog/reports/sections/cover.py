"""The cover: which board, when and where, who sits on it, and the agenda with the page of every item."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain import boards
from sharedprog.domain.agenda import NumberedItem, numbered_items
from sharedprog.domain.coming import coming_boards
from sharedprog.domain.packing import SECTIONS, PackOrder
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.words import clock_words, day_words, moment_words
from sharedprog.reports.blocks import CrossReference, PageOf, cross_reference, heading, paragraph
from sharedprog.reports.boxes import facts
from sharedprog.reports.columns import Column, figures, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.logos import Logo, Logos
from sharedprog.reports.marks import PageNumber
from sharedprog.reports.places import annexes, place_of, place_of_item
from sharedprog.reports.styles import COVER_LINE, COVER_TITLE, ITEM_LINE, NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, unbroken


def cover(order: PackOrder) -> Section:
    """The first page, with page numbers that are filled in when the pack is laid out."""
    board = order.board
    state = "" if order.state == "final" else " · DRAFT"
    contents: list[Flowable] = _logos(order)
    contents += [
        paragraph(f"AGENDA AND PAPERS{state}", style=ITEM_LINE),
        paragraph(board_title(order), style=COVER_TITLE),
        paragraph(_when_and_where(board), style=COVER_LINE),
        facts(_facts(order)),
        heading("Agenda"),
        _agenda(order),
        _after_the_agenda(order),
    ]
    return Section("cover", SECTIONS["cover"], contents)


def _logos(order: PackOrder) -> list[Flowable]:
    names = {partner.id: partner.title for partner in order.programme.rows(PARTNERS)}
    logos = [Logo(name, order.logos[key]) for key, name in names.items() if key in order.logos]
    return [Logos(logos)] if logos else []


def board_title(order: PackOrder) -> str:
    """``Programme Board 14``."""
    body = order.programme.settings.body or "Programme Board"
    return f"{body} {order.board.number}" if order.board.number is not None else body


def _when_and_where(board: BoardMeeting) -> str:
    """``Thu 3 Dec 2026, 10:00 to 11:30 · Committee room 2, Tolland``."""
    when = day_words(board.day) if board.day is not None else "Day to be fixed"
    if board.starts is not None:
        when += f", {clock_words(board.starts)}"
        when += f" to {clock_words(board.ends)}" if board.ends is not None else ""
    return " · ".join(filter(None, (when, board.place)))


def _facts(order: PackOrder) -> list[tuple[str, Parts]]:
    """Members and attendees by partner, quorum, how fresh the data is, whom to ask."""
    pairs: list[tuple[str, Parts]] = []
    members = boards.members_by_partner(order.programme, order.board, "member")
    for partner, names in members.items():
        pairs.append((f"Members, {partner}" if partner else "Members", " · ".join(names)))
    attending = boards.members_by_partner(order.programme, order.board, "attending")
    everyone = [name for names in attending.values() for name in names]
    known: list[tuple[str, str]] = [
        ("In attendance", " · ".join(everyone)),
        ("Quorum", order.board.quorum or order.programme.settings.quorum),
        ("Data as at", moment_words(order.data_as_at)),
        ("Contact", order.programme.settings.contact),
    ]
    return [*pairs, *((label, words) for label, words in known if words)]


def _agenda(order: PackOrder) -> Table:
    columns = [
        fitted("Item"),
        Column("Subject"),
        fitted("Purpose"),
        Column("Presenter", share=0.66),
        figures("Minutes"),
        figures("Page"),
    ]
    rows = [_agenda_row(order, item) for item in numbered_items(order.programme, order.board)]
    return Table(columns, rows, empty="This board has no agenda yet.", space_after=10)


def _agenda_row(order: PackOrder, item: NumberedItem) -> Row:
    place = place_of_item(order, item)
    purpose: Part = bold(place.purpose) if item.row.purpose == "decide" else place.purpose
    minutes = "" if item.row.minutes is None else str(item.row.minutes)
    return [str(item.number), item.row.title, purpose, item.presenter, minutes, PageNumber(place.code)]


def _after_the_agenda(order: PackOrder) -> CrossReference:
    """Where the annexes are, how long the agenda takes, and the next board."""
    found = [*annexes(order), *(["control"] if "control" in order.sections else [])]
    titles = [(code, place_of(order, code).bookmark.removeprefix("Annex ")) for code in found]
    words = _minutes(order) + _next_board(order)

    def written(page: PageOf) -> str:
        named = ", ".join(f"{title} {page(code)}" for code, title in titles)
        return f"Annexes, with their pages: {named}. {words}" if named else words

    return cross_reference(written, NOTE)


def _minutes(order: PackOrder) -> str:
    minutes = sum(item.row.minutes or 0 for item in numbered_items(order.programme, order.board))
    return f"The agenda takes {minutes} minutes. " if minutes else ""


def _next_board(order: PackOrder) -> str:
    following = coming_boards(order.programme, order.board, 1)
    if not following:
        return ""
    after = following[0]
    papers = after.deadlines.get("Papers issued")
    issued = f"; papers issued {unbroken(day_words(papers))}" if papers is not None else ""
    return f"Next board: {unbroken(day_words(after.day))}{issued}."
