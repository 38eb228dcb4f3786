"""Poisons and antidotes: how strong each is now, what was done against it, and how we know that it works."""

from __future__ import annotations

from reportlab.platypus import Flowable

from sharedprog.domain import status
from sharedprog.domain.columns import columns_of
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.poison_lists import linked, neutralised, worst_first
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS, Antidote, Poison
from sharedprog.domain.scales import level_words
from sharedprog.domain.status import Scored
from sharedprog.domain.values import show
from sharedprog.reports.blocks import paragraph
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.places import part
from sharedprog.reports.rag import direction
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import NOTHING, counted_words, day, person, rating, sentence


def poisons(order: PackOrder) -> Section:
    """Recurring ones first; neutralised ones in a sentence."""
    rows = worst_first(order.programme)
    links = linked(order.programme)
    columns = [
        fitted("Ref"),
        Column("Poison", share=1.0),
        fitted("Potency"),
        Column("Antidotes, and the evidence that they work", share=1.35),
        Column("Owner, re-test", width=104),
    ]
    table = Table(columns, [_row(order, each, links.get(each.id, ())) for each in rows], empty="No poison is open.")
    contents: list[Flowable] = [table]
    done = neutralised(order.programme)
    if done:
        named = ", ".join(f"{each.ref} {each.title}" for each in done)
        contents.append(paragraph(bold("Neutralised: "), f"{named}.", style=NOTE))
    return part(order, "poisons", contents, summary=_summary(order, rows), shape=A4_LANDSCAPE)


def _summary(order: PackOrder, rows: tuple[Poison, ...]) -> str:
    """How many are open, came back, have no antidote, or none that is known to work."""
    programme = order.programme
    recurred = sum(each.status == "recurred" for each in rows)
    bare = sum(status.doses(programme, each)[1] == 0 for each in rows)
    unproven = sum(status.without_evidence(programme, each) for each in rows)
    told = [
        counted_words(number, words)
        for number, words in (
            (recurred, "came back"),
            (bare, "without an antidote"),
            (unproven, "with an antidote given and no evidence that it works"),
        )
        if number
    ]
    return " ".join(filter(None, (f"{len(rows)} open.", sentence(", ".join(told)))))


def _row(order: PackOrder, poison: Poison, refs: tuple[str, ...]) -> Row:
    named: list[Part] = [poison.ref]
    named += ["\n", rating("red", "back")] if poison.status == "recurred" else []
    words = columns_of(POISONS.key)
    said = words["named"].shown(order.view, poison).text
    told: list[Part] = [bold(poison.title), muted(f"\n{poison.symptoms}" if poison.symptoms else "")]
    told.append(muted(f"\nNamed by {said}" if said and not poison.anonymous else "\nNamed in confidence"))
    told.append(muted(f" · hurts {poison.hurts[0].lower()}{poison.hurts[1:]}" if poison.hurts else ""))
    told.append(f"\nLinked: {', '.join(refs)}" if refs else "")
    return [named, told, _potency(poison, order), _antidotes(order, poison), _owner(order, poison)]


def _potency(poison: Poison, order: PackOrder) -> list[Part]:
    """``5 → 3``, in words, and which way it went since the session."""
    if poison.potency is None:
        return [NOTHING]
    now = level_words(order.programme, "potency", poison.potency)
    if poison.potency_then is None:
        return [bold(now)]
    way = status.direction(Scored(poison.potency_then, None), Scored(poison.potency, None))
    parts: list[Part] = [f"{poison.potency_then} → ", bold(now)]
    return [*parts, "\n", direction("worse" if way == "worse" else "better" if way == "better" else "same")]


def _antidotes(order: PackOrder, poison: Poison) -> list[Part]:
    done, every = status.doses(order.programme, poison)
    if not every:
        return [bold("No antidote yet")]
    parts: list[Part] = [bold(f"{done} of {every} administered")]
    for antidote in order.programme.children(ANTIDOTES, poison.id):
        parts += ["\n", *_antidote(order, antidote)]
    return parts


def _antidote(order: PackOrder, antidote: Antidote) -> list[Part]:
    """What it is, how far, who gives it by when, and the evidence."""
    progress = show(ANTIDOTES.fields["progress"], antidote.progress, order.programme).lower()
    known = [progress, person(order.programme, antidote.owner)]
    if antidote.progress != "administered" and antidote.due is not None:
        late = " (late)" if antidote.due < order.view.as_at else ""
        known.append(f"due {day(antidote.due)}{late}")
    parts: list[Part] = [antidote.title, muted(f" · {', '.join(filter(None, known))}.")]
    if antidote.evidence:
        parts.append(f" Evidence: {antidote.evidence}")
    elif antidote.progress == "administered":
        parts.append(bold(" No evidence yet."))
    return parts


def _owner(order: PackOrder, poison: Poison) -> list[Part]:
    owner = person(order.programme, poison.owner) or "Nobody"
    parts: list[Part] = [owner]
    if poison.next_retest is not None:
        late = poison.next_retest < order.view.as_at
        words = f"\nre-test {day(poison.next_retest)}"
        parts.append(bold(f"{words}, late") if late else muted(words))
    return parts
