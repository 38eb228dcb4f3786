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
        Column("Antidotes: given, the evidence that they work, and still to give", share=1.25),
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
    told.append(muted("\nNamed in confidence" if poison.anonymous else f"\nNamed by {said or 'nobody yet'}"))
    told.append(muted(f" · Hurts: {poison.hurts}" if poison.hurts else ""))
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
    """How many were given and how we know that they work, then each that is still to give."""
    every = order.programme.children(ANTIDOTES, poison.id)
    if not every:
        return [bold("No antidote yet")]
    given = [each for each in every if each.progress == "administered"]
    parts: list[Part] = [bold(f"{len(given)} of {len(every)} administered. ")]
    parts.append(" ".join(_closed(each.evidence) for each in every if each.evidence))
    unproven = sum(not each.evidence for each in given)
    if unproven:
        parts.append(bold(f" No evidence yet for {unproven} of those given."))
    for antidote in every:
        if antidote not in given:
            parts += ["\n", *_to_give(order, antidote)]
    return parts


def _to_give(order: PackOrder, antidote: Antidote) -> list[Part]:
    """``Desk staff swap sites one day in ten · begun, Service Desk Manager, due Thu 3 Dec 2026``."""
    progress = show(ANTIDOTES.fields["progress"], antidote.progress, order.programme).lower()
    known = [progress, person(order.programme, antidote.owner)]
    known.append(f"due {day(antidote.due)}" if antidote.due is not None else "")
    late = antidote.due is not None and antidote.due < order.view.as_at
    said = muted(f" · {', '.join(filter(None, known))}")
    return [antidote.title, said, *([bold(", late")] if late else [])]


def _closed(words: str) -> str:
    """With a full stop, unless it ends in one of its own."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _owner(order: PackOrder, poison: Poison) -> list[Part]:
    owner = person(order.programme, poison.owner) or "Nobody"
    parts: list[Part] = [owner]
    if poison.next_retest is not None:
        late = poison.next_retest < order.view.as_at
        words = f"\nre-test {day(poison.next_retest)}"
        parts.append(bold(f"{words}, late") if late else muted(words))
    return parts
