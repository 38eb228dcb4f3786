"""The highlight report: what the board is asked, how confident everybody is, what was done, what comes next."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain import boards
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.phrases import letter
from sharedprog.domain.registers.board_meetings import ASKS, RATINGS, TOLERANCES, Rating, Tolerance
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.workstreams import WORKSTREAMS, Workstream
from sharedprog.domain.trends import boards_shown, declared_letters
from sharedprog.domain.values import show
from sharedprog.domain.words import day_words
from sharedprog.reports.blocks import heading, paragraph
from sharedprog.reports.boxes import asks, beside, bulleted, cards, facts
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.places import part
from sharedprog.reports.rag import strip
from sharedprog.reports.stacks import Stack
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import NOTHING, person, rating, rating_word

LAST_BOARDS = 6
STATES = {"within": ("green", "within"), "at": ("amber", "at tolerance"), "beyond": ("red", "beyond tolerance")}
"""The rating and the words of each state of a tolerance."""


def highlight(order: PackOrder) -> Section:
    """Two sides at most for a programme with the usual number of workstreams."""
    wanted = [ask.title for ask in order.programme.children(ASKS, order.board.id)]
    contents: list[Flowable] = [asks(wanted)] if wanted else []
    contents += [cards(_cards(order)), *_reasons(order)]
    contents += [heading("By workstream"), _workstreams(order)]
    contents += [_done_and_next(order), heading("Tolerances"), _tolerances(order)]
    return part(order, "highlight", contents, summary=_summary(order))


def _summary(order: PackOrder) -> str:
    until = f"To {day_words(order.view.as_at)}"
    last = order.view.last
    return f"{until}, from board {last.number} ({day_words(last.day)})." if last is not None else f"{until}."


def _cards(order: PackOrder) -> list[tuple[str, Parts]]:
    """Declared, calculated, and each partner's own rating."""
    overall = order.results.overall
    values: list[tuple[str, Parts]] = [
        ("Delivery confidence, declared", rating_word(overall.declared)),
        ("Calculated by rule", rating_word(overall.calculated)),
    ]
    own = {row.partner: row for row in order.programme.children(RATINGS, order.board.id) if row.partner}
    for partner in order.programme.rows(PARTNERS):
        row = own.get(partner.id)
        values.append((f"{partner.short_name or partner.title} rates it", rating_word(row.rag if row else None)))
    return values


def _reasons(order: PackOrder) -> list[Flowable]:
    """Why declared and calculated differ, then the reason of each who rated."""
    overall = order.results.overall
    said: list[Flowable] = []
    if overall.declared != overall.calculated and overall.declared is not None:
        words = order.board.rag_reason or "Declared and calculated differ; no reason is given."
        said.append(paragraph(words, style=NOTE))
    reasons: list[Part] = []
    for row in order.programme.children(RATINGS, order.board.id):
        if row.reason:
            reasons += [*([" "] if reasons else []), bold(f"{_rater(order, row)}: "), row.reason]
    return [*said, paragraph(*reasons, style=NOTE)] if reasons else said


def _rater(order: PackOrder, row: Rating) -> str:
    partner = order.programme.row(PARTNERS, row.partner)
    return (partner.short_name or partner.title) if partner is not None else "Overall"


def _workstreams(order: PackOrder) -> Table:
    columns = [
        Column("Workstream", share=0.8),
        Column("Lead", share=0.75, muted=True),
        fitted("Now"),
        fitted("By rule"),
        fitted(boards_shown(order.view, order.board, LAST_BOARDS)),
        Column("Path to green", share=1.2),
    ]
    rows = [_workstream(order, workstream) for workstream in order.programme.rows(WORKSTREAMS)]
    return Table(columns, rows, empty="No workstreams yet.")


def _workstream(order: PackOrder, workstream: Workstream) -> Row:
    result = order.results.workstreams[workstream.id]
    letters = declared_letters(order.view, order.results, workstream.id, LAST_BOARDS)
    return [
        workstream.title,
        person(order.programme, workstream.lead),
        rating(result.declared) if result.declared is not None else muted("–"),
        rating(result.calculated) if result.calculated != result.declared else muted(letter(result.calculated)),
        strip(letters),
        workstream.path_to_green or workstream.rag_reason or NOTHING,
    ]


def _done_and_next(order: PackOrder) -> Flowable:
    """Two lists side by side."""
    columns: list[list[Flowable]] = []
    for title, kind, empty in (
        ("Done this fortnight", "done", "Nothing is told."),
        ("Next fortnight", "next", "Nothing is told."),
    ):
        lines = boards.lines(order.programme, order.board, kind)
        told = bulleted(list(lines)) if lines else [paragraph(empty, style=NOTE)]
        columns.append([heading(title), *told])
    return Stack([beside(*columns)], whole=True)


def _tolerances(order: PackOrder) -> Flowable:
    rows = order.programme.children(TOLERANCES, order.board.id)
    if not rows:
        return paragraph("No tolerance is reported.", style=NOTE)
    return facts([_tolerance(order, row) for row in rows])


def _tolerance(order: PackOrder, row: Tolerance) -> tuple[str, Parts]:
    parts: list[Part] = [row.title]
    if row.state in STATES:
        rag, words = STATES[row.state]
        parts += ["  ", rating(rag, words)]
    return show(TOLERANCES.fields["kind"], row.kind, order.programme), parts
