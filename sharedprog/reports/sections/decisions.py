"""Decisions required: one block for each, from the recommendation to the way through each partner's own body."""

from __future__ import annotations

import re
from datetime import date

from reportlab.platypus import Flowable

from sharedprog.domain import ratifying
from sharedprog.domain.naming import name_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS, Decision, Ratification
from sharedprog.domain.values import show
from sharedprog.domain.words import counted, day_words
from sharedprog.reports.blocks import heading, paragraph, subheading
from sharedprog.reports.boxes import facts, numbered
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part, Parts
from sharedprog.reports.places import part, see_annex
from sharedprog.reports.stacks import Stack
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import NOTHING, day, person

IMPLICATIONS = ("finance", "legal", "people", "equalities", "data_protection", "ict")


def decisions(order: PackOrder) -> Section:
    """Every decision that this board is asked for, then what partners have still to ratify."""
    asked = ratifying.required(order.programme, order.board)
    contents: list[Flowable] = []
    for decision in asked:
        contents += _block(order, decision)
    waiting = ratifying.awaited(order.programme)
    if waiting:
        columns = [fitted("Ref"), Column("Decision"), Column("Body", share=0.5), fitted("Notice by"), fitted("Meets")]
        rows: list[Row] = [
            [each.ref, each.title, _body(order, way), _notice(way), day(way.day)] for each, way in waiting
        ]
        contents += [heading("Taken, and waiting for a partner's own body"), Table(columns, rows)]
    register = see_annex(order, "annex_decisions", "Decisions taken so far")
    summary = f"{counted(len(asked), 'decision')} for this board. {register}".strip()
    return part(order, "decisions", contents, summary=summary[0].upper() + summary[1:])


def _block(order: PackOrder, decision: Decision) -> list[Flowable]:
    """Recommendation, reason, options, what it means, what happens without it, who ratifies."""
    owner = person(order.programme, decision.owner)
    known = [f"From {owner}" if owner else "", f"item {decision.item}" if decision.item else ""]
    known += [f"needed by {day(decision.needed_by)}" if decision.needed_by else ""]
    known += [f"authority: {decision.authority}" if decision.authority else ""]
    block: list[Flowable] = [heading(f"{decision.ref} {decision.title}")]
    line = " · ".join(filter(None, known))
    block += [paragraph(line, style=NOTE)] if line else []
    block.append(subheading("Recommendation"))
    recommended = numbered_points(decision.recommendation)
    if len(recommended) > 1:
        block.append(Stack(numbered(list(recommended)), space_after=6))
    else:
        block.append(paragraph(*(recommended or (muted("None is given yet."),))))
    block.append(_facts(decision))
    ways = order.programme.children(RATIFICATIONS, decision.id)
    if ways:
        block += [subheading("Ratification"), _route(order, ways)]
    return block


def numbered_points(text: str) -> tuple[str, ...]:
    """Points of a text numbered ``1. … 2. …`` from 1 on, or its lines; the numbers themselves are left out."""
    points: list[str] = []
    left, number = text.strip(), 1
    while (found := re.match(rf"{number}[.)]\s+", left)) is not None:
        number += 1
        rest = re.split(rf"\s(?={number}[.)]\s)", left[found.end() :], maxsplit=1)
        points.append(rest[0].strip())
        left = rest[1] if len(rest) > 1 else ""
    return tuple(points) or tuple(line.strip() for line in text.splitlines() if line.strip())


def _facts(decision: Decision) -> Table:
    """Reason, options, the six implications (also those not told), and the consequence of not deciding."""
    fields = DECISIONS.fields
    told = {name: str(getattr(decision, name)) for name in ("reason", "options_considered", *IMPLICATIONS)}
    pairs: list[tuple[str, Parts]] = [(_short(name), words) for name, words in told.items() if words]
    missing = [_short(name) for name in IMPLICATIONS if not told[name]]
    if missing:
        pairs.append(("Implications not told", muted(", ".join(missing))))
    pairs.append((fields["consequence"].label, decision.consequence or muted("Not told")))
    days = {"ratify_by": decision.ratify_by, "effective": decision.effective, "review": decision.review}
    pairs += [(fields[name].label, day(when)) for name, when in days.items() if when is not None]
    return facts(pairs, label_width=116)


def _short(name: str) -> str:
    return DECISIONS.fields[name].label.removesuffix(" implications")


def _route(order: PackOrder, ways: tuple[Ratification, ...]) -> Table:
    columns = [
        fitted("Partner"),
        Column("Body"),
        Column("Notice, 28 clear days before", share=1.3),
        fitted("Meets"),
        fitted("Outcome"),
    ]
    rows: list[Row] = [
        [
            name_of(order.programme, ("partners",), way.partner) if way.partner else NOTHING,
            way.body or NOTHING,
            _notice(way),
            day(way.day) if way.day is not None else _earliest(order, way),
            show(RATIFICATIONS.fields["outcome"], way.outcome, order.programme),
        ]
        for way in ways
    ]
    return Table(columns, rows)


def _body(order: PackOrder, way: Ratification) -> str:
    return way.body or (name_of(order.programme, ("partners",), way.partner) if way.partner else NOTHING)


def _notice(way: Ratification) -> list[Part]:
    """The day of the notice, and the last one that a key decision allows where it is another."""
    parts: list[Part] = [day(way.notice)] if way.notice is not None else []
    if way.day is not None:
        last = ratifying.latest_notice(way.day)
        if way.notice is None:
            parts.append(muted(f"by {day(last)} for a key decision"))
        elif way.notice > last:
            parts.append(bold(f"\ntoo late for a key decision: {day(last)}"))
    return parts or [NOTHING]


def _earliest(order: PackOrder, way: Ratification) -> Part:
    """Where no meeting is fixed: the first day on which one could decide."""
    given: date = max(way.notice, order.view.as_at) if way.notice is not None else order.view.as_at
    return muted(f"from {day_words(ratifying.earliest_meeting(given))}")
