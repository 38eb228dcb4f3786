"""The annex with the milestone trend: what each milestone was forecast for at every board, drawn and as figures."""

from __future__ import annotations

from datetime import date

from reportlab.platypus import Flowable

from sharedprog.domain.packing import PackOrder
from sharedprog.domain.plan.milestone_trend import MilestoneTrend, Trend, milestone_trend
from sharedprog.domain.words import counted
from sharedprog.reports.blocks import paragraph
from sharedprog.reports.columns import Column, figures, fitted
from sharedprog.reports.document import Section
from sharedprog.reports.lines import Part
from sharedprog.reports.page import A4_LANDSCAPE
from sharedprog.reports.places import part
from sharedprog.reports.styles import NOTE
from sharedprog.reports.table import Row, Table
from sharedprog.reports.text import bold, muted
from sharedprog.reports.trend_figure import trend_figure
from sharedprog.reports.wording import NOTHING, day

BOARDS = 6
"""Boards before now whose forecasts the table holds."""
DRAWN = 12
"""Boards before now that the chart goes back to."""
HEIGHT = 250.0
READING = (
    "Each line is one milestone, from board to board: rising, it slips; level, it holds; falling, it comes sooner. It "
    "ends at the dashed diagonal, where the day of the board is the day that was forecast."
)


def annex_trend(order: PackOrder) -> Section:
    """The chart under a sentence that says what moved; the table of the last boards, what is to come first."""
    trend = milestone_trend(order.view)
    drawn = trend_figure(trend.last(DRAWN + 1), A4_LANDSCAPE.body_width, HEIGHT)
    contents: list[Flowable] = []
    if drawn is not None:
        figure, chart = drawn
        left = f" {counted(chart.left_off, 'milestone')} only in the table." if chart.left_off else ""
        contents = [paragraph(f"{READING}{left}", style=NOTE), figure]
    contents.append(_table(trend.last(BOARDS + 1)))
    return part(order, "annex_trend", contents, summary=trend.last(DRAWN + 1).words, shape=A4_LANDSCAPE)


def _table(trend: Trend) -> Table:
    boards = [fitted(column.words) for column in trend.columns]
    columns = [fitted("WBS"), Column("Milestone", least=96), fitted("Baseline"), *boards, figures("Slip")]
    rows = sorted(trend.milestones, key=lambda each: each.reached is not None)
    return Table(columns, [_row(each) for each in rows], empty="The plan has no milestones.")


def _row(each: MilestoneTrend) -> Row:
    """A forecast stands out where it is another than the one before it."""
    cells: list[Part] = []
    before = None
    for place, forecast in enumerate(each.forecasts):
        changed = before is not None and forecast is not None and forecast != before
        shown = bold(_day(forecast)) if changed else _day(forecast)
        cells.append(shown if each.reached is None or place <= each.reached else muted("reached"))
        before = forecast or before
    title: list[Part] = [each.title, muted(" (not in the plan any more)") if each.gone else ""]
    return [each.wbs or NOTHING, title, _day(each.baseline), *cells, _slip(each.slip)]


def _day(when: date | None) -> str:
    """``Thu 3 Dec 2026``, parted before the year where the column is narrow."""
    words = day(when)
    return words if when is None else f"{words[:-5]} {words[-4:]}"


def _slip(days: int | None) -> Part:
    """Working days after the baseline."""
    if days is None:
        return NOTHING
    if days == 0:
        return muted("0\xa0d")
    return bold(f"+{days}\xa0d") if days > 0 else f"−{-days}\xa0d"
