"""Which colours the bars have: those of the plan, of the partners or of the workstreams, as the person prefers."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from sharedprog.domain.plan.bar_groups import PARTNER, WORKSTREAM
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.gantt.legend import Legend
from sharedprog.ui.preferences import Preferences

CHOICES = (("", "Nothing"), (PARTNER, "Partner"), (WORKSTREAM, "Workstream"))


class ColourMenu(QMenu):
    """A choice that is remembered; the legend says what the colours mean."""

    def __init__(self, chart: Chart, legend: Legend, preferences: Preferences, parent: QWidget) -> None:
        super().__init__("Colour bars by", parent)
        self._chart, self._legend, self.preferences = chart, legend, preferences
        self.setAccessibleName("Colour bars by")
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for by, words in CHOICES:
            action = QAction(words, self)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, by=by: preferences.colour_bars(by))
            group.addAction(action)
            self.addAction(action)
            self._actions[by] = action
        preferences.changed.connect(self._follow)
        chart.renewed.connect(self._explain)
        self._follow()

    def _follow(self) -> None:
        """Show what is preferred; anything else in the person's settings means nothing."""
        preferred = self.preferences.settings.bars
        by = preferred if preferred in self._actions else ""
        self._actions[by].setChecked(True)
        if by != self._chart.coloured_by:
            self._chart.colour_by(by)

    def _explain(self) -> None:
        """A legend that comes takes room from the rows; the one the person is on stays in sight."""
        before = self._legend.isHidden()
        self._legend.show_groups(self._chart.sight.bar_groups)
        if self._legend.isHidden() != before:
            table = self._chart.table
            QTimer.singleShot(0, self, lambda: table.scrollTo(table.currentIndex()))
