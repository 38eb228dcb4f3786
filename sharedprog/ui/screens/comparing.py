"""Two sets of dates compared: slips by task, milestone and workstream, and the trend of the milestones."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sharedprog.domain.naming import name_of
from sharedprog.domain.plan.baselines import Slip, WorkstreamSlip
from sharedprog.domain.plan.milestone_trend import MilestoneTrend, Trend, milestone_trend
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.empty import EmptyPanel
from sharedprog.ui.labels import Label, announce, set_role
from sharedprog.ui.screens.health_models import Lines, ReadTable
from sharedprog.ui.screens.trend_view import TrendView
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices
from sharedprog.usecases.baselining import FEW, PRESENT, Comparison, Side, comparing, sides

WAIT = 150
"""Milliseconds without a change after which it is compared again."""
BOARDS = 6
"""Boards before now whose forecasts are told; the drawing goes back twice as far."""
KINDS = ("Tasks that moved", "Milestones", "Workstreams", "Milestone trend", "Trend in figures")
TASKS_MOVED, MILESTONES, WORKSTREAMS, TREND, FIGURES = range(len(KINDS))
NOTHING = "Once a baseline is kept or a board is held, what has moved since then is listed here."
SLIP_HEADS = ("Task", "From", "To", "Slip")
GROUP_HEADS = ("Workstream", "Later", "Largest slip", "Last finish from", "To", "Slip")


@dataclass(frozen=True)
class ToldSlips:
    """A comparison in words: a sentence, the cells of each line, and its task."""

    found: Comparison
    truth: str
    lines: list[tuple[str, ...]]
    tasks: list[str]


class ComparePanel(QFrame):
    """``wants`` carries the id of a task to go to."""

    wants = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self.found: Comparison | None = None
        self._sides: tuple[Side, ...] = ()
        self._stale = True
        self._wanted: str | None = None
        set_role(self, "card")
        self.kind, self.first, self.second = ComboField(), ComboField(), ComboField()
        self.kind.addItems(KINDS)
        for field, name in ((self.kind, "What to compare"), (self.first, "Compare from"), (self.second, "Compare to")):
            field.setAccessibleName(name)
        self._between = Label("to", "secondary")
        self._truth = Label("", "secondary", wrap=True)
        self.slips = Lines(SLIP_HEADS, self)
        self.slips_table = ReadTable(self.slips, "Slips", 0)
        self.groups = Lines(GROUP_HEADS, self)
        self.groups_table = ReadTable(self.groups, "Slips of workstreams", 0)
        self.drawing = TrendView()
        self.figures = Lines(("Milestone",), self)
        self.figures_table = ReadTable(self.figures, "Milestone trend in figures", 0)
        self._stack = QStackedWidget()
        self._empty = EmptyPanel("Nothing to compare yet", NOTHING)
        for part in (self._empty, self.slips_table, self.groups_table, self.drawing, self.figures_table):
            self._stack.addWidget(part)
        self._work: Slices[ToldSlips] = Slices(self._show_slips, self)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.renew)
        self._lay_out()
        self._connect()

    # What others call

    def choose_first(self, key: str | None) -> None:
        """Compare from this baseline or board, now or once it can be compared."""
        self._wanted = key
        place = self.first.findData(key)
        if place >= 0:
            self.first.setCurrentIndex(place)

    def renew(self) -> None:
        """List what can be compared now, and compare it again once what the boards saw has been read."""
        self._wait.stop()
        self._stale = False
        self._list()
        past = self._session.view.past
        self._desk.aside.run(lambda: [board.results for board in past], lambda _: self._show(), self.refused.emit)

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is compared now."""
        super().showEvent(event)
        if self._stale:
            self.renew()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(fonts.scaled(8))
        self.kind.setMaximumWidth(fonts.scaled(220))
        line.addWidget(self.kind, 3)
        line.addWidget(self.first, 4)
        line.addWidget(self._between)
        line.addWidget(self.second, 4)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(12)] * 4)
        column.setSpacing(fonts.scaled(8))
        column.addLayout(line)
        column.addWidget(self._truth)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        for field in (self.kind, self.first, self.second):
            field.currentIndexChanged.connect(lambda _: self._show())
        self.slips_table.activated.connect(lambda index: self._go(self.slips, index))
        self.figures_table.activated.connect(lambda index: self._go(self.figures, index))
        self._session.changed.connect(lambda _: self._changed())

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._wait.start()

    def _go(self, lines: Lines, index: QModelIndex) -> None:
        if lines.ids[index.row()]:
            self.wants.emit(lines.ids[index.row()])

    def _list(self) -> None:
        """What can be compared, the choices staying as they were; at first the baseline in force, or the last board."""
        view = self._session.view
        self._sides = sides(view)
        known = [side.key for side in self._sides]
        wishes = (self._wanted, view.programme.settings.baseline, *known[1:])
        usual = next((key for key in wishes if key in known), PRESENT.key)
        for field, at_first in ((self.first, usual), (self.second, PRESENT.key)):
            chosen = field.currentData()
            field.blockSignals(True)
            field.clear()
            for side in self._sides:
                field.addItem(f"{side.words[:1].upper()}{side.words[1:]}", side.key)
            field.setCurrentIndex(known.index(chosen if chosen in known else at_first))
            field.blockSignals(False)

    def _show(self) -> None:
        """The part that is chosen, of the two that are."""
        if not self._sides:
            return
        nothing = len(self._sides) == 1
        for part in (self.kind, self._truth):
            part.setHidden(nothing)
        if nothing:
            for part in (self.first, self._between, self.second):
                part.hide()
            self._stack.setCurrentWidget(self._empty)
            return
        self._work.stop()
        kind = self.kind.currentIndex()
        compares = kind not in (TREND, FIGURES)
        for part in (self.first, self._between, self.second):
            part.setVisible(compares)
        if compares:
            chosen = (self._sides[self.first.currentIndex()], self._sides[self.second.currentIndex()])
            self._work.run(_told_slips(kind, comparing(self._session.view, *chosen)), short=True)
        else:
            self._show_trend(kind, milestone_trend(self._session.view))
            announce(self._stack, self._truth.text())

    def _show_slips(self, told: ToldSlips) -> None:
        found = self.found = told.found
        self._truth.setText(told.truth)
        if self.kind.currentIndex() == WORKSTREAMS:
            self.groups.show_lines([self._group(each) for each in found.workstreams], [""] * len(found.workstreams))
            self._stack.setCurrentWidget(self.groups_table)
        else:
            self.slips.show_lines(told.lines, told.tasks)
            self._stack.setCurrentWidget(self.slips_table)
        announce(self._stack, self._truth.text())

    def _group(self, each: WorkstreamSlip) -> tuple[str, ...]:
        programme = self._session.programme
        name = name_of(programme, ("workstreams",), each.workstream) if each.workstream else "Without a workstream"
        largest = _days(each.largest) if each.largest > 0 else "–"
        return name, f"{each.slipped} of {each.tasks}", largest, _day(each.before), _day(each.after), _days(each.days)

    def _show_trend(self, kind: int, trend: Trend) -> None:
        """The drawing, and its figures: what is to come first, as on paper."""
        drawn = trend.last(2 * BOARDS + 1)
        self._truth.setText(drawn.words)
        self.drawing.show_trend(drawn)
        told = trend.last(BOARDS + 1)
        heads = ("Milestone", "Baseline", *(column.words for column in told.columns), "Slip")
        self.figures.show_heads(heads)
        shown = sorted(told.milestones, key=lambda each: each.reached is not None)
        self.figures.show_lines([_figures(each) for each in shown], [_target(each) for each in shown])
        self._stack.setCurrentWidget(self.drawing if kind == TREND else self.figures_table)


def _told_slips(kind: int, work: Generator[None, None, Comparison]) -> Generator[None, None, ToldSlips]:
    """Compare, then put the slips of a kind in words, a few at a time."""
    found = yield from work
    leaves = [slip for slip in found.tasks if not slip.summary]
    if kind == MILESTONES:
        shown = sorted((slip for slip in leaves if slip.milestone), key=lambda slip: slip.after[1] or date.max)
    else:
        shown = sorted((slip for slip in leaves if slip.days), key=lambda slip: -(slip.days or 0))
    yield
    lines: list[tuple[str, ...]] = []
    for begin in range(0, len(shown), FEW):
        lines += [_slip(slip) for slip in shown[begin : begin + FEW]]
        yield
    return ToldSlips(found, _told(leaves, found), lines, [slip.task for slip in shown])


def _told(leaves: Sequence[Slip], found: Comparison) -> str:
    """How many are later and how many sooner."""
    if not any(slip.days is not None for slip in leaves):
        return f"No task has a finish both in {found.before} and in {found.after}."
    later, sooner = (sum(sign * (slip.days or 0) > 0 for slip in leaves) for sign in (1, -1))
    return f"From {found.before} to {found.after}: {counted(later, 'task')} later, {sooner or 'none'} sooner."


def _slip(slip: Slip) -> tuple[str, ...]:
    mark = "◆ " if slip.milestone else ""
    return f"{slip.wbs} {mark}{slip.title}", _day(slip.before[1]), _day(slip.after[1]), _days(slip.days)


def _figures(each: MilestoneTrend) -> tuple[str, ...]:
    name = f"{each.title} (not in the plan any more)" if each.gone else f"{each.wbs} {each.title}"
    cells = [
        "reached" if each.reached is not None and place > each.reached else _day(forecast)
        for place, forecast in enumerate(each.forecasts)
    ]
    return name, _day(each.baseline), *cells, _days(each.slip)


def _target(each: MilestoneTrend) -> str:
    return "" if each.gone else each.task_id


def _day(day: date | None) -> str:
    return "–" if day is None else day_words(day)


def _days(days: int | None) -> str:
    """``5 days later``, ``no change``."""
    if days is None:
        return "–"
    return f"{counted(abs(days), 'day')} {'later' if days > 0 else 'sooner'}" if days else "no change"
