"""Since the last board: everything that changed, on one page where it fits. Nothing on it was typed for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.platypus import Flowable

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.since import DateMoved, Line, Since
from sharedprog.domain.words import day_words, moment_words
from sharedprog.reports.blocks import TextBlock, paragraph
from sharedprog.reports.boxes import facts
from sharedprog.reports.columns import Column, figures, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.places import part
from sharedprog.reports.styles import HEADING
from sharedprog.reports.table import Band, Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import day, printed, rating


def since(order: PackOrder) -> Section:
    """The page; before the second board it says that there is nothing to compare with."""
    changes = order.since
    if changes is None:
        words = "No board was held before this one, so there is nothing to compare with."
        return part(order, "since", [], summary=words)
    board = changes.board
    seen, now = day_words(board.results.as_at), moment_words(order.data_as_at)
    summary = f"From what board {board.number} saw ({seen}) to {now}. Computed; nothing is typed."
    if changes.nothing:
        return part(order, "since", [paragraph(bold("Nothing changed. "), _NOTHING)], summary=summary)
    return part(order, "since", [*_dates(changes), *_registers(changes), *_rest(changes)], summary=summary)


_BECAUSE = "because "
_NOTHING = "No date moved, no register changed and no rating was declared anew."


def _dates(changes: Since) -> list[Flowable]:
    """Tasks that nothing else moved, then the others under what moved them; partners only where some is named."""
    named = any(each.partner != "Both" for each in changes.dates)
    columns = [
        fitted("WBS"),
        Column("Milestone or task"),
        *([fitted("Partner", muted=True)] if named else []),
        fitted(f"At board {changes.board.number}"),
        fitted("Now"),
        figures("Days"),
    ]
    groups: dict[str, list[DateMoved]] = {}
    for each in changes.dates:
        groups.setdefault(_cause(each), []).append(each)
    alone = [cause for cause, moved in groups.items() if len(moved) == 1 and not moved[0].why.startswith(_BECAUSE)]
    rows: list[Row | Band] = [_moved(each, each.why, named=named) for cause in alone for each in groups[cause]]
    for cause, moved in groups.items():
        if cause not in alone:
            rows += [Band(f"Because {cause}"), *(_moved(each, "", named=named) for each in moved)]
    return [_head("Dates that moved"), Table(columns, rows, empty="No date moved.")]


def _cause(each: DateMoved) -> str:
    """``5.1.5 Merge the directories takes 7 days longer``: the same for the cause and for all that it moved."""
    if each.why.startswith(_BECAUSE):
        return each.why.removeprefix(_BECAUSE)
    return f"{each.wbs} {each.title} {each.why}".rstrip()


def _moved(each: DateMoved, why: str, *, named: bool) -> Row:
    title: list[Part] = [each.title]
    if why:
        title.append(muted(f" · {why}"))
    if each.critical:
        title += ["  ", rating("red", "critical")]
    partner = [each.partner] if named else []
    return [each.wbs, title, *partner, day(each.then), bold(day(each.now)), _days(each.days)]


def _days(days: int | None) -> str:
    """``5 later``, ``5 sooner``, in working days."""
    if days is None:
        return "–"
    return f"{abs(days)}\xa0{'later' if days > 0 else 'sooner'}" if days else "0"


def _registers(changes: Since) -> list[Flowable]:
    """Risks, issues and poisons, each with what happened to it."""
    parts: list[Flowable] = []
    groups = (("Risks", "risk", changes.risks), ("Issues", "issue", changes.issues))
    for title, name, lines in (*groups, ("Poisons and antidotes", "poison", changes.poisons)):
        parts += [_head(title), _lines(lines, f"No {name} changed.", head=name == "risk")]
    return parts


def _lines(lines: Sequence[Line], empty: str, *, head: bool) -> Table:
    """Reference, title and change; the heads stand over the first of these tables only."""
    columns = [Column("Ref", width=44), Column("Title", share=1.35), Column("Change")]
    return Table(columns, [[line.ref, line.title, printed(line.change)] for line in lines], head=head, empty=empty)


def _rest(changes: Since) -> list[Flowable]:
    """Actions, then the decisions, ratings and packs that changed, a line each."""
    decisions: list[Parts] = [[bold(each.ref), f" {each.title}: ", *printed(each.change)] for each in changes.decisions]
    ratings: list[Parts] = [[f"{each.title} ", *printed(each.change)] for each in changes.confidence]
    packs: list[Parts] = [[f"{each.title} ", *printed(each.change)] for each in changes.packs]
    pairs: list[tuple[str, Parts]] = [("Actions", printed(changes.actions) or "None new, closed or overdue")]
    for label, lines in (("Decisions", decisions), ("Delivery confidence", ratings), ("Packs", packs)):
        pairs += [(label if place == 0 else "", line) for place, line in enumerate(lines)]
    return [_head("Actions, decisions and papers"), facts(pairs)]


def _head(words: str) -> Flowable:
    """A heading close to its neighbours: the page is to hold all that changed."""
    return TextBlock(words, replace(HEADING, space_before=12, space_after=4))
