"""The action log: what is open and late, what was closed since the last board, and one line of counts."""

from __future__ import annotations

from sharedprog.domain import status
from sharedprog.domain.action_log import ActionLog, action_log, latest_note
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.registers.actions import ACTIONS, Action
from sharedprog.domain.values import show
from sharedprog.domain.words import counted, day_words
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.places import part
from sharedprog.reports.table import Band, Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import day, person_and_partner, rating


def actions(order: PackOrder) -> Section:
    """A wide page, since progress is told in sentences."""
    log = action_log(order.view, order.since)
    columns = [
        fitted("Ref, item"),
        Column("Action and owner", share=1.1),
        fitted("Due"),
        Column("Progress", share=1.3),
        fitted("Status"),
    ]
    rows: list[Row | Band] = []
    last = order.since.board.number if order.since is not None else None
    closed = f"Closed since board {last}" if last is not None else "Closed"
    for words, group in (("Overdue", log.overdue), ("Open", log.open), (closed, log.closed)):
        rows += [Band(f"{words} ({len(group)})")] if group else []
        rows += [_row(order, action) for action in group]
    table = Table(columns, rows, empty="No action is open, and none was closed since the last board.")
    return part(order, "actions", [table], summary=count_line(order, log), shape=A4_LANDSCAPE)


def count_line(order: PackOrder, log: ActionLog) -> Parts:
    """``4 new, 7 closed, 12 carried, 3 overdue since board 13 (Thu 19 Nov 2026).``."""
    late: Part = bold(f"{len(log.overdue)} overdue") if log.overdue else "none overdue"
    counts = f"{log.new} new, {len(log.closed)} closed, {log.carried} carried, "
    if order.since is None:
        active = len(log.overdue) + len(log.open)
        return [f"{active} open, {len(log.closed)} closed, ", late, ". No board was held before this one."]
    board = order.since.board
    shown = " Those closed are listed this once." if log.closed else ""
    return [counts, late, f" since board {board.number} ({day_words(board.day)}).{shown}"]


def _row(order: PackOrder, action: Action) -> Row:
    named: list[Part] = [action.ref, *([f"\n{action.item}"] if action.item else [])]
    asked: list[Part] = [bold(action.title), "\n", muted(person_and_partner(order.programme, action.owner))]
    return [named, asked, _due(action), _progress(order, action), _status(order, action)]


def _due(action: Action) -> list[Part]:
    """The original day, and the revised one beneath it."""
    if action.revised_due is None:
        return [day(action.due)]
    return [muted(f"first {day(action.due)}"), "\n", bold(f"now {day(action.revised_due)}")]


def _progress(order: PackOrder, action: Action) -> list[Part]:
    parts: list[Part] = [action.progress] if action.progress else []
    note = latest_note(order.view, action.id)
    if note is not None:
        when = f"{day_words(note.day)}: " if note.day is not None else ""
        parts += ["\n" if parts else "", muted(when), note.text]
    return parts or [muted("No progress told")]


def _status(order: PackOrder, action: Action) -> list[Part]:
    if action.status != "open":
        words = show(ACTIONS.fields["status"], action.status, order.programme) or "–"
        on = f"\n{day(action.closed_day)}" if action.closed_day is not None else ""
        return [rating("blue" if action.status == "done" else "none", words.lower()), muted(on)]
    due = status.due_of(action)
    if due is not None and status.overdue(action, order.view.as_at):
        return [rating("red", f"{counted((order.view.as_at - due).days, 'day')} late")]
    return ["Open"]
