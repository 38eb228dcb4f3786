"""The outline and its chart beside one another, their heads and feet at the same heights."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.gantt.head import head_height
from sharedprog.ui.registers.outline_model import OutlineModel
from sharedprog.ui.registers.outline_table import OutlineTable
from sharedprog.ui.session import Session

OUTLINE = 0.38
"""The part of the width that the outline has at first."""
LEAST_OUTLINE, MOST_OUTLINE, LEAST_CHART = 300.0, 470.0, 160.0


class OutlineAndChart(QSplitter):
    """Neither can be pushed away altogether."""

    def __init__(self, session: Session, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._moved = False
        self.outline = OutlineTable(model, self)
        self.chart = Chart(session, self.outline, self)
        self.outline.setMinimumWidth(fonts.scaled(LEAST_OUTLINE) // 2)
        self.chart.setMinimumWidth(fonts.scaled(LEAST_CHART))
        self.outline.horizontalHeader().setFixedHeight(head_height())
        self.addWidget(self.outline)
        self.addWidget(self.chart)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(max(4, fonts.scaled(4)))
        self.splitterMoved.connect(self._note)

    def _note(self) -> None:
        self._moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each its part, until the person says otherwise."""
        super().resizeEvent(event)
        if not self._moved:
            least, most = fonts.scaled(LEAST_OUTLINE), fonts.scaled(MOST_OUTLINE)
            wide = min(max(round(self.width() * OUTLINE), least), most, self.width() // 2)
            self.setSizes([wide, self.width() - wide])
