"""Issues by who must decide, with their age, and change requests with what they would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable

from sharedprog.domain import status
from sharedprog.domain.columns import columns_of
from sharedprog.domain.issue_lists import open_by_severity
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.registers.issues import ISSUES, Issue
from sharedprog.domain.values import show
from sharedprog.domain.words import counted, money_words
from sharedprog.reports.blocks import heading
from sharedprog.reports.columns import Column, figures, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.places import part, see_annex
from sharedprog.reports.table import Band, Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import NOTHING, day, person

BySeverity = Mapping[str | None, Sequence[Issue]]


def issues(order: PackOrder) -> Section:
    """Problems and off-specifications first, change requests after them."""
    others = open_by_severity(order.programme, changes=False)
    changes = open_by_severity(order.programme, changes=True)
    contents: list[Flowable] = [
        heading("Problems, concerns and off-specifications"),
        _open(order, others),
        heading("Change requests"),
        _changes(order, changes),
    ]
    return part(order, "issues", contents, summary=_summary(order, others, changes))


def _summary(order: PackOrder, others: BySeverity, changes: BySeverity) -> list[Part]:
    """``8 open, 1 overdue; 3 wait for this board.``."""
    counts = order.results.counts
    for_board = len(others.get("board", ())) + len(changes.get("board", ()))
    late: Part = bold(f"{counts['issues_late']} overdue") if counts["issues_late"] else "none overdue"
    waiting = f"{counted(for_board, 'decision')} for this board"
    log = see_annex(order, "annex_issues", "Full log")
    return [f"{counts['issues_open']} open, ", late, f"; {waiting}. {log}".rstrip()]


def _words(order: PackOrder, issue: Issue, field: str) -> str:
    return show(ISSUES.fields[field], getattr(issue, field), order.programme)


def _bands(order: PackOrder, groups: BySeverity, rows: list[list[Row]]) -> list[Row | Band]:
    """Rows under who must decide them."""
    every: list[Row | Band] = []
    for found, made in zip(groups.values(), rows, strict=True):
        who = _words(order, found[0], "severity").lower() or "not judged yet"
        every += [Band(f"Who decides: {who} ({len(found)})"), *made]
    return every


def _open(order: PackOrder, groups: BySeverity) -> Table:
    columns = [
        fitted("Ref"),
        Column("Issue and owner"),
        figures("Age"),
        fitted("Due, status"),
    ]
    rows = [[_row(order, issue) for issue in found] for found in groups.values()]
    return Table(columns, _bands(order, groups, rows), empty="No issue of these kinds is open.")


def _row(order: PackOrder, issue: Issue) -> Row:
    kind = _words(order, issue, "priority")
    named: list[Part] = [issue.ref, muted(f"\n{kind}" if kind else "")]
    return [named, _told(order, issue), _age(order, issue), _stands(order, issue)]


def _stands(order: PackOrder, issue: Issue) -> list[Part]:
    """When it is due, and how far it is."""
    return [*_due(order, issue), muted(f"\n{_words(order, issue, 'status')}")]


def _told(order: PackOrder, issue: Issue) -> list[Part]:
    """Its title, what it does, and whose it is."""
    said = issue.impact or issue.description
    owner = person(order.programme, issue.owner) or "Nobody owns it"
    return [bold(issue.title), f"\n{said}" if said else "", muted(f"\n{owner}")]


def _age(order: PackOrder, issue: Issue) -> str:
    return columns_of(ISSUES.key)["age"].shown(order.view, issue).text or NOTHING


def _due(order: PackOrder, issue: Issue) -> list[Part]:
    if issue.due is None:
        return [NOTHING]
    if status.issue_overdue(issue, order.view.as_at):
        return [bold(f"{day(issue.due)}, late")]
    return [day(issue.due)]


def _changes(order: PackOrder, groups: BySeverity) -> Table:
    columns = [
        fitted("Ref"),
        Column("Request and owner", share=1.5),
        Column("Time", share=0.6),
        figures("Cost"),
        Column("Benefits", share=0.6),
        figures("Age"),
        fitted("Due, status"),
    ]
    rows = [[_change(order, issue) for issue in found] for found in groups.values()]
    return Table(columns, _bands(order, groups, rows), empty="No change request is open.")


def _change(order: PackOrder, issue: Issue) -> Row:
    cost = money_words(issue.impact_cost) if issue.impact_cost is not None else NOTHING
    time, benefits = issue.impact_time or NOTHING, issue.impact_benefits or NOTHING
    return [issue.ref, _told(order, issue), time, cost, benefits, _age(order, issue), _stands(order, issue)]
