"""Risks: the heat map, the trend, the risks a board must see with their history, and what was not looked at."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from sharedprog.domain import board_risks, status
from sharedprog.domain.columns import columns_of
from sharedprog.domain.heatmap import HeatMap, heat_map
from sharedprog.domain.packing import PackOrder
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.domain.trends import bands, boards_shown, score_history
from sharedprog.domain.words import counted
from sharedprog.reports.blocks import heading, paragraph, subheading
from sharedprog.reports.charts import BandCounts, risks_by_band
from sharedprog.reports.columns import Column, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.figures import chart
from sharedprog.reports.heat import cell_width, figure_width, heat_figure
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A4_PORTRAIT
from sharedprog.reports.places import part, see_annex
from sharedprog.reports.rag import strip
from sharedprog.reports.stacks import Beside, Stack
from sharedprog.reports.styles import CAPTION, NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.wording import cell, counted_words, day, listed, person, sentence

SCORES_SHOWN = 4
BOARDS_IN_TREND = 8
_LEAST_BESIDE = 120.0
_BETWEEN = 18.0
_TREND_HEIGHT = 96.0


def risks(order: PackOrder) -> Section:
    """The page of risks; the register itself is an annex."""
    shown = status.open_risks(order.programme)
    top = board_risks.for_the_board(order.view)
    contents: list[Flowable] = [*_map(order, shown, top), heading("Top risks"), _top(order, top)]
    contents += [*_overdue(order, shown), *_trend(order)]
    return part(order, "risks", contents, summary=_summary(order, shown))


def _summary(order: PackOrder, shown: Sequence[Risk]) -> list[Part]:
    """``40 open: 4 red, 12 amber, 24 green. Two worse, one better, one new since board 13. …``."""
    counts = order.results.counts
    reds: Part = bold(f"{counts['risks_red']} red") if counts["risks_red"] else "none red"
    tail = f", {counts['risks_amber']} amber, {counts['risks_green']} green"
    unscored = f", {counts['risks_not_scored']} not scored" if counts["risks_not_scored"] else ""
    words = [_travelled(order, shown)]
    if counts["reviews_overdue"]:
        reviews = "review is" if counts["reviews_overdue"] == 1 else "reviews are"
        words.append(sentence(counted_words(counts["reviews_overdue"], f"{reviews} overdue")))
    words.append(see_annex(order, "annex_risks", "Full register"))
    return [f"{counts['risks_open']} open: ", reds, f"{tail}{unscored}. ", " ".join(filter(None, words))]


def _travelled(order: PackOrder, shown: Sequence[Risk]) -> str:
    """Which way the open risks went since the last board; nothing before the second one."""
    last = order.view.last
    if last is None:
        return ""
    ways = [order.view.travel(risk) for risk in shown]
    told = [counted_words(ways.count(way), way) for way in ("worse", "better", "new") if way in ways]
    return sentence(f"{', '.join(told) or 'none worse, better or new'} since board {last.number}")


def _map(order: PackOrder, shown: Sequence[Risk], top: Sequence[Risk]) -> list[Flowable]:
    """The map with the words on how to read it beside it, or below it where cells must be wide."""
    room = A4_PORTRAIT.body_width
    heat = heat_map(order.view, shown, [risk.id for risk in top])
    if not heat.cells:
        return [paragraph("There is no scoring matrix, so risks cannot be mapped. Choose one in the settings.")]
    wide = cell_width([point.ref for point in heat.points if not point.target])
    if figure_width(heat, wide) > room:
        heat = heat_map(order.view, shown, [])
        wide = min(cell_width([]), (room - figure_width(heat, 0)) / len(heat.scale.impact))
    drawing = heat_figure(heat, wide)
    words = _how_to_read(order, heat)
    left = figure_width(heat, wide)
    if room - left - _BETWEEN < _LEAST_BESIDE:
        return [drawing, *words]
    return [Beside([Stack([drawing]), Stack(words)], [left, room - left - _BETWEEN], _BETWEEN)]


def _how_to_read(order: PackOrder, heat: HeatMap) -> list[Flowable]:
    words = "Numbers count the open risks of a cell."
    if heat.points:
        words = (
            "Filled circle: where a risk of the table below stands now. Open circle: its target. The line is the way "
            "still to go. Numbers count the other open risks."
        )
    left_out = [
        sentence(f"not scored: {listed(heat.not_scored)}") if heat.not_scored else "",
        sentence(f"to score again, on an earlier matrix: {listed(heat.to_rescore)}") if heat.to_rescore else "",
    ]
    beside = " ".join(filter(None, left_out))
    return [
        subheading("How to read it"),
        paragraph(words, style=NOTE),
        *([paragraph(f"Not on the map. {beside}", style=NOTE)] if beside else []),
        subheading("Tolerance"),
        paragraph(board_risks.tolerance_words(order.view), style=NOTE),
    ]


def _trend(order: PackOrder) -> list[Flowable]:
    """Open risks by band at each of the last boards, once there is a board to compare with."""
    if not order.view.past:
        return []
    counts = [
        BandCounts(str(each.board or "now"), each.red, each.amber, each.green)
        for each in bands(order.view, order.results, order.board, BOARDS_IN_TREND)
    ]
    first, last = counts[0], counts[-1]
    words = (
        f"Board {first.board} saw {counted(first.total, 'open risk')}, {first.red} of them red; now there are "
        f"{last.total}, {last.red} of them red."
    )
    return [
        heading("Open risks at each board"),
        paragraph(words, style=CAPTION),
        chart(lambda width, height: risks_by_band(counts, width, height), _TREND_HEIGHT, words),
    ]


def _top(order: PackOrder, top: Sequence[Risk]) -> Table:
    columns = [
        fitted("Ref"),
        Column("Cause, event, effect", share=1.5),
        fitted("Score"),
        fitted(f"{boards_shown(order.view, order.board, SCORES_SHOWN)}, target"),
        Column("Owner, next action", share=0.95),
    ]
    return Table(columns, [_row(order, risk) for risk in top], empty="No risk is at or above the tolerance.")


def _row(order: PackOrder, risk: Risk) -> Row:
    shown = columns_of(RISKS.key)
    view = order.view
    story = " ".join(filter(None, (risk.cause, risk.event, risk.effect)))
    told: list[Part] = [bold(risk.title), muted(f"\n{story}" if story else "")]
    score: list[Part] = [cell(shown["score"].shown(view, risk)), "\n", cell(shown["travel"].shown(view, risk))]
    partners = shown["partners"].shown(view, risk).text
    named: list[Part] = [risk.ref, muted(f"\n{partners}" if partners else "")]
    history: list[Part] = [strip(score_history(view, risk, SCORES_SHOWN)), muted(f"\n{_target(order, risk)}")]
    return [named, told, score, history, _next(order, risk)]


def _target(order: PackOrder, risk: Risk) -> str:
    """``target 6 by``, and the day on a line of its own."""
    target = status.target(order.programme, risk).score
    if target is None:
        return "no target"
    return f"target {target} by\n{day(risk.target_day)}" if risk.target_day is not None else f"target {target}"


def _next(order: PackOrder, risk: Risk) -> list[Part]:
    """The owner; the undone response action that is due first, who does it, and whether it is late."""
    parts: list[Part] = [bold(person(order.programme, risk.owner) or "Nobody owns it")]
    action = status.next_response(order.programme, risk)
    if action is None:
        return [*parts, muted("\nNo action planned")]
    who = person(order.programme, action.owner)
    parts += [f"\n{action.title}", muted(f"\n{who}" if who else "")]
    if action.due is not None:
        late = action.due < order.view.as_at
        parts.append(bold(f"\ndue {day(action.due)}, late") if late else muted(f"\ndue {day(action.due)}"))
    return parts


def _overdue(order: PackOrder, shown: Sequence[Risk]) -> list[Flowable]:
    """Risks that should have been looked at by now."""
    late = [risk for risk in shown if status.review_overdue(risk, order.view.as_at)]
    if not late:
        return []
    columns = [fitted("Ref"), Column("Risk"), Column("Owner", share=0.6, muted=True), fitted("Was due"), fitted("Late")]
    late.sort(key=lambda risk: (risk.next_review or order.view.as_at, risk.ref))
    rows: list[Row] = []
    for risk in late:
        days = (order.view.as_at - risk.next_review).days if risk.next_review is not None else 0
        owner = person(order.programme, risk.owner) or "Nobody"
        rows.append([risk.ref, risk.title, owner, day(risk.next_review), counted(days, "day")])
    return [heading("Reviews overdue"), Table(columns, rows)]
