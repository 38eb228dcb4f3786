"""Duration risk on the screen: thousands of runs in the background, their dates, and what drives them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sharedprog.domain.plan.duration_risk import RUNS, SEED, DurationRisk, Forecast
from sharedprog.domain.plan.histogram import Bar, Histogram, laid_out
from sharedprog.domain.plan.risk_words import day_one_words, forecast_words, runs_words, strength_words, subject
from sharedprog.domain.words import day_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.labels import Label, announce, set_role
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.screens.health_models import Lines, ReadTable
from sharedprog.ui.session import Session
from sharedprog.ui.tokens import current
from sharedprog.ui.worker import Failure
from sharedprog.usecases.duration_risk import forecast, plan_alone

WORDS = (
    "Give tasks their days at best and at worst, and the plan is worked out "
    f"{RUNS:,} times with lengths drawn between them: by when it is likely to finish, and which tasks matter most."
)
CHANGED = "The plan has changed since. Work it out again to see the dates as they would be now."
HEIGHT, LEAST = 190.0, 300.0


class HistogramView(QWidget):
    """Bars of runs by the day on which they finish; what it shows is its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn: Histogram | None = None
        self._ends = ("", "")
        self.setAccessibleName("Runs by the day on which they finish")
        self.setMinimumSize(fonts.scaled(LEAST), fonts.scaled(120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Wide enough to tell the bars apart."""
        return QSize(fonts.scaled(LEAST + 100), fonts.scaled(HEIGHT))

    def show_forecast(self, found: Forecast, drawn: Histogram) -> None:
        """Draw another."""
        self._drawn = drawn
        self._ends = (day_words(found.bins[0].first), day_words(found.bins[-1].last))
        self.setAccessibleDescription("; ".join(bar.words for bar in drawn.bars))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars on a line with the first and the last day beneath; marked days above, one line each."""
        if self._drawn is None:
            return
        tokens, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.secondary())
        line = painter.fontMetrics().height()
        top, foot = line * len(self._drawn.marks) + 4.0, self.height() - line - 4.0
        for bar in self._drawn.bars:
            self._paint_bar(painter, bar, top, foot)
        painter.setPen(QPen(QColor(tokens.strong_line), 1))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))
        beneath = QRectF(0, foot + 4, self.width(), line)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(beneath, Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(beneath, Qt.AlignmentFlag.AlignRight, self._ends[1])
        for row, mark in enumerate(self._drawn.marks):
            x = mark.at * self.width()
            painter.setPen(QPen(QColor(tokens.ink), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, line * (row + 0.5)), QPointF(x, foot))
            width = painter.fontMetrics().horizontalAdvance(mark.words)
            left = x + 4 if x + 4 + width <= self.width() else x - 4 - width
            painter.setPen(QColor(tokens.ink))
            painter.drawText(QPointF(left, line * row + painter.fontMetrics().ascent()), mark.words)

    def _paint_bar(self, painter: QPainter, bar: Bar, top: float, foot: float) -> None:
        """Beyond the P80 date only the edge of a bar is drawn."""
        tokens = current()
        height = bar.height * (foot - top)
        if not height:
            return
        area = QRectF(bar.left * self.width(), foot - height, bar.width * self.width(), height)
        painter.setPen(QPen(QColor(tokens.accent), 1))
        painter.setBrush(QColor(tokens.accent_tint if bar.after else tokens.accent))
        painter.drawRect(area)


class DurationRiskPanel(QFrame):
    """A card; ``wants`` carries the id of a task to go to."""

    wants = Signal(str)
    refused = Signal(str)
    done = Signal()

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._desk = session, desk
        self.found: DurationRisk | None = None
        set_role(self, "card")
        self.words, self._more = Label(WORDS, wrap=True), Label("", "secondary", wrap=True)
        self.of = ComboField()
        self.of.setAccessibleName("What finishes")
        self.of.hide()
        self.of.setMaximumWidth(fonts.scaled(260))
        self._run = button("Work out the dates", self.run)
        self.progress = ProgressPanel()
        self.histogram = HistogramView()
        self.drivers = Lines(("Task", "Drives the finish"), self)
        self.drivers_table = ReadTable(self.drivers, "Tasks that drive the finish", 0)
        self._result = QWidget()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.of.currentIndexChanged.connect(lambda _: self._show())
        self.drivers_table.activated.connect(self._activated)
        self.progress.cancelled.connect(self._cancelled)
        session.changed.connect(lambda _: self._changed())

    def run(self) -> None:
        """Hand the plan to the worker."""
        self._run.setEnabled(False)
        self.words.setText(WORDS if self.found is None else self.words.text())
        task = self._desk.background.run(
            forecast,
            plan_alone(self._session.programme),
            self._session.view.as_at,
            RUNS,
            SEED,
            done=self._arrived,
            failed=self._failed,
            progress=self.progress.heard,
        )
        self.progress.watch(f"Working the plan out {RUNS:,} times…", task)

    def stand(self, way: QBoxLayout.Direction) -> None:
        """Words beside the picture, or above it."""
        self._row.setDirection(way)

    # Inside

    def _arrived(self, found: DurationRisk) -> None:
        self.progress.finish()
        self._run.setEnabled(True)
        self.found = found
        chosen = self.of.currentIndex()
        self.of.blockSignals(True)
        self.of.clear()
        for each in filter(None, (found.milestone, found.finish)):
            self.of.addItem(subject(self._session.programme, each))
        self.of.setCurrentIndex(chosen if 0 <= chosen < self.of.count() else 0)
        self.of.blockSignals(False)
        self.of.setVisible(self.of.count() > 1)
        self._result.show()
        self._show()
        announce(self, self.words.text())
        self.done.emit()

    def _failed(self, failure: Failure) -> None:
        self._cancelled()
        tell_failure(failure, self._told)

    def _told(self, sentence: str) -> None:
        """Why there is no forecast: on the card, where it was asked for."""
        self.found = None
        self._result.hide()
        self.of.hide()
        self._more.setText("")
        self.words.setText(sentence)
        announce(self, sentence)
        self.done.emit()

    def _cancelled(self) -> None:
        self._run.setEnabled(True)

    def _changed(self) -> None:
        if self.found is not None:
            self._more.setText(CHANGED)

    def _show(self) -> None:
        """The dates of the milestone or of the plan."""
        if self.found is None:
            return
        programme = self._session.programme
        shown = [each for each in (self.found.milestone, self.found.finish) if each is not None]
        each = shown[max(0, self.of.currentIndex())]
        self.words.setText(forecast_words(programme, each))
        day_one = day_one_words(programme, self.found)
        self._more.setText(" ".join(filter(None, (day_one, f"{runs_words(self.found)}."))))
        self.histogram.show_forecast(each, laid_out(each, programme.settings.day_one))
        rows = self._session.view.outline
        known = [driver for driver in each.drivers if driver.task_id in rows]
        lines = [(f"{rows[one.task_id].wbs} {rows[one.task_id].task.title}", _drives(one.correlation)) for one in known]
        self.drivers.show_lines(lines, [one.task_id for one in known])

    def _activated(self, index: QModelIndex) -> None:
        self.wants.emit(self.drivers.ids[index.row()])

    def _lay_out(self) -> None:
        told = QWidget()
        left = QVBoxLayout(told)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(fonts.scaled(8))
        left.addWidget(Label("Duration risk", "card-title"))
        left.addWidget(self.words)
        left.addWidget(self._more)
        asks = QHBoxLayout()
        asks.setSpacing(fonts.scaled(8))
        asks.addWidget(self._run)
        asks.addWidget(self.of, 1)
        asks.addStretch(0)
        left.addStretch(1)
        left.addLayout(asks)
        beside = QHBoxLayout(self._result)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(fonts.scaled(16))
        beside.addWidget(self.histogram, 1)
        beside.addWidget(self.drivers_table, 1)
        self._result.setFixedHeight(fonts.scaled(HEIGHT))
        self._result.hide()
        self._row.setSpacing(fonts.scaled(20))
        self._row.addWidget(told, 1)
        self._row.addWidget(self._result, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[fonts.scaled(16)] * 4)
        whole.setSpacing(fonts.scaled(8))
        whole.addLayout(self._row)
        whole.addWidget(self.progress)


def _drives(correlation: float) -> str:
    return f"{strength_words(correlation)}, {correlation:.2f}"
