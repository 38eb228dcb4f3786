"""The card in a corner of the chart: why the selected task stands where it does, and how far it has slipped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from sharedprog.domain.phrases import phrase
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.plan.schedule import Schedule
from sharedprog.domain.plan.why import why
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.labels import ElidedLabel, set_role
from sharedprog.ui.phrase_label import PhraseLabel
from sharedprog.ui.pills import Pill

WIDE = 420.0
INSET = 14
"""Pixels from the corner."""


class WhyCard(QFrame):
    """Stands in the lower right corner, or in the upper one where it would hide the row it is about."""

    closed = Signal()

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart)
        self.chart = chart
        self.task_id: str | None = None
        self.wanted = True
        set_role(self, "card")
        self.setAccessibleName("Why the selected task stands where it does")
        self._name = ElidedLabel("", "card-title")
        self._pill = Pill("R", "critical")
        self.words = PhraseLabel()
        self._close = icon_button("close", "Hide this card", self._dismiss)
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(8))
        head.addWidget(self._name, 0)
        head.addWidget(self._pill)
        head.addStretch(1)
        head.addWidget(self._close)
        column = self._column = QVBoxLayout(self)
        side = fonts.scaled(14)
        column.setContentsMargins(side, fonts.scaled(8), side, fonts.scaled(12))
        column.setSpacing(fonts.scaled(4))
        column.addLayout(head)
        column.addWidget(self.words)
        self.hide()
        chart.resized.connect(self._place)
        chart.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        chart.session.changed.connect(lambda _: self.show_task(self.task_id))

    def show_task(self, task_id: str | None) -> None:
        """Say why of another task, or of none."""
        self.task_id = task_id
        view = self.chart.session.view
        row = view.outline.get(task_id or "")
        if row is None or task_id is None or not self.wanted:
            self.hide()
            return
        dates = view.schedule.dates[task_id]
        self._name.setText(f"{row.wbs} {row.task.title}")
        self._pill.setVisible(dates.critical)
        slip = slipped(view.programme, view.schedule, task_id)
        self.words.say(why(view.programme, view.schedule, task_id), phrase(slip) if slip else ())
        self.setAccessibleDescription(self.words.text)
        self.show()
        self._place()

    def want(self, *, wanted: bool) -> None:
        """Have the card, or not."""
        self.wanted = wanted
        self.show_task(self.task_id)

    def _dismiss(self) -> None:
        self.want(wanted=False)
        self.closed.emit()

    def _place(self) -> None:
        """Below, above, or nowhere: never over the row that it is about."""
        row = self.chart.sight.window.row_of(self.task_id)
        if not self.wanted or self.task_id is None:
            return
        area = self.chart.viewport().geometry()
        width = min(fonts.scaled(WIDE), area.width() - 2 * INSET)
        self.resize(width, self._column.totalHeightForWidth(width))
        left = area.right() - INSET - width
        foot, head = area.bottom() - INSET - self.height(), area.top() + INSET
        plot = self.chart.plot()
        begin = area.top() + (plot.y(row.index) if row is not None else -self.height())
        free = [top for top in (foot, head) if top >= begin + plot.row_height or top + self.height() <= begin]
        self.setVisible(bool(free) and width > fonts.scaled(160) and foot > head)
        if free:
            self.move(left, free[0])
            self.raise_()


def slipped(programme: Programme, schedule: Schedule, task_id: str) -> str:
    """How far a task has gone from its baseline, in a sentence; empty where it has none, or has kept to it."""
    task, finish = programme.row(TASKS, task_id), schedule.dates[task_id].finish
    if task is None or task.baseline_finish is None or finish is None:
        return ""
    days = calendar_of(programme).between(task.baseline_finish, finish)
    if not days:
        return "It keeps to the baseline."
    way = "later" if days > 0 else "sooner"
    return f"It is {counted(abs(days), 'working day')} {way} than in the baseline."
