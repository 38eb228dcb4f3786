"""The heat map beside the risk register: the map, what it says of the chosen risk, and what is not on it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain import status
from sharedprog.domain.heatmap import HeatMap
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.heat.table import HeatTable
from sharedprog.ui.labels import Label, announce, set_role

CELL_TALL = 50.0
NO_MATRIX = "There is no scoring matrix, so risks cannot be mapped. Choose one on the page Programme."
HOW = "Filled: where a risk is now. Open: its target. A number counts the others."


class HeatPanel(QFrame):
    """``hidden_by_person`` tells that the map is not wanted."""

    hidden_by_person = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "panel")
        self.table = HeatTable(CELL_TALL)
        self._title = Label("Open risks", "card-title")
        self._words = Label("", "secondary", wrap=True)
        self._beside = Label("", "secondary", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(icon_button("close", "Hide the heat map", self.hidden_by_person.emit))
        column = QVBoxLayout(self)
        side = fonts.scaled(16)
        column.setContentsMargins(side, fonts.scaled(8), side, fonts.scaled(8))
        column.setSpacing(fonts.scaled(4))
        column.addLayout(head)
        column.addWidget(self.table)
        column.addWidget(self._words)
        column.addWidget(self._beside)
        column.addStretch(1)

    def show_map(self, view: View, heat: HeatMap, narrowed: str, chosen: Risk | None) -> None:
        """Show another map, or the same with another risk chosen; ``narrowed`` names what it is narrowed to."""
        self._title.setText(f"Open risks · {narrowed}" if narrowed else "Open risks")
        self.table.show_heat(heat, chosen.id if chosen is not None else None)
        self.table.setVisible(bool(heat.cells))
        words = risk_words(view, chosen) if chosen is not None else HOW
        words = words if heat.cells else NO_MATRIX
        if words != self._words.text():
            self._words.setText(words)
            announce(self.table, words)
        left_out = beside_words(heat)
        self._beside.setText(left_out)
        self._beside.setVisible(bool(left_out))


def risk_words(view: View, risk: Risk) -> str:
    """Where a risk stands and where it should come, in a sentence."""
    now, then = status.current(view.programme, risk), status.target(view.programme, risk)
    if now.score is None:
        return f"{risk.ref} is not scored, so it is not on the map."
    words = f"{risk.ref} now {now.score}: likelihood {risk.likelihood}, impact {risk.impact}."
    if then.score is None:
        return f"{words} It has no target."
    by = f" by {day_words(risk.target_day)}" if risk.target_day is not None else ""
    return f"{words} Target {then.score}{by}: likelihood {risk.target_likelihood}, impact {risk.target_impact}."


def beside_words(heat: HeatMap) -> str:
    """What has no cell, and why; empty where every risk has one."""
    told = [
        f"{counted(len(heat.not_scored), 'risk')} not scored" if heat.not_scored else "",
        f"{len(heat.to_rescore)} to score again with this matrix" if heat.to_rescore else "",
    ]
    words = ", ".join(filter(None, told))
    return f"Not on the map: {words}." if words else ""
