"""Risks: the common page with the heat map beside it; each shows what is chosen in the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from sharedprog.domain import status
from sharedprog.domain.filters import AT_FIRST, Filter, cell_filter
from sharedprog.domain.heatmap import heat_map
from sharedprog.domain.listing import Test
from sharedprog.domain.narrowing import Narrowing
from sharedprog.domain.register import Row
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.domain.view import View
from sharedprog.ui import fonts
from sharedprog.ui.heat.panel import HeatPanel
from sharedprog.ui.labels import set_role, tool_tip
from sharedprog.ui.preferences import Preferences
from sharedprog.ui.registers.form_panel import FormPanel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.narrow_button import NarrowButton, narrowing_words
from sharedprog.ui.session import Session

MARKED = 24
"""Risks of the list that have a mark of their own on the map; the others of a cell are counted."""
ROOMY = 610.0
"""The height, before scaling, from which the map stands above the form; on less they take turns."""
PAUSE = 120
"""Milliseconds without a key after which the map follows a filter that is typed."""


class MapAndForm(QWidget):
    """The map above the form; where there is room for one of them only, the form comes when a row is opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heat = HeatPanel(self)
        self.form = FormPanel(session, RISKS, self)
        self._wanted = self._opened = self._in_turn = False
        self.setMinimumWidth(self.form.minimumWidth())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._between = QFrame(self)
        set_role(self._between, "hairline")
        self._between.setFixedHeight(1)
        column.addWidget(self.heat)
        column.addWidget(self._between)
        column.addWidget(self.form, 1)

    def want_map(self, *, wanted: bool) -> None:
        """Have the map, or not."""
        self._wanted = wanted
        self._opened = False
        self._fit()

    def open_form(self, *, opened: bool) -> None:
        """A row is worked on in the form, or is not any more."""
        self._opened = opened
        self._fit()

    def take_turns(self, in_turn: bool) -> None:
        """Stand in the place of the list: then there is the map or the form, and not both."""
        self._in_turn = in_turn
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both, or one of them, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        roomy = self.height() >= fonts.scaled(ROOMY) and not self._in_turn
        self.heat.setVisible(self._wanted and (roomy or not self._opened))
        self.form.setVisible(roomy or self._opened or not self._wanted)
        self._between.setVisible(roomy and self._wanted)


class RisksPage(TablePage):
    """Risks and their heat map. A partner or workstream narrows both; whether the map is shown is remembered."""

    def __init__(self, session: Session, preferences: Preferences, parent: QWidget | None = None) -> None:
        self._preferences = preferences
        self.narrow = NarrowButton(session)
        self._soon = QTimer(singleShot=True, interval=PAUSE)
        super().__init__(session, RISKS, parent)
        self.heat = self.together.heat
        self._soon.setParent(self)
        self._soon.timeout.connect(self._draw)
        self.toggle = QPushButton("Heat map")
        self.toggle.setCheckable(True)
        self.toggle.setToolTip(tool_tip("Show or hide the heat map"))
        set_role(self.toggle, "chip")
        self.tools.addWidget(self.toggle)
        self.line.insertWidget(self.line.count() - 1, self.narrow)
        self.toggle.clicked.connect(lambda on: self.show_map(wanted=on or not self.heat.isVisible()))
        self.heat.hidden_by_person.connect(lambda: self.show_map(wanted=False))
        self.heat.table.chosen.connect(self._choose_cell)
        self.heat.table.picked.connect(self._pick)
        self.narrow.chosen.connect(self._want)
        self.table.present.connect(lambda _: self._follow())
        self.splitter.narrow.connect(self.together.take_turns)
        self.splitter.left.connect(lambda: self.together.open_form(opened=False))
        self.toggle.setChecked(preferences.settings.heat_map)
        self.together.want_map(wanted=preferences.settings.heat_map)

    def show_map(self, *, wanted: bool) -> None:
        """Show the map, or hide it, from now on."""
        self.toggle.setChecked(wanted)
        self.together.want_map(wanted=wanted)
        if wanted:
            self._draw()
            self.splitter.show_form()
        else:
            self.splitter.show_list()
        self._preferences.show_heat_map(shown=wanted)

    def go_to(self, row_id: str) -> None:
        """Show a risk, dropping what hides it: filters, and a partner or workstream."""
        if self.model.row_of(row_id) < 0:
            self.narrow.narrow(Narrowing())
        super().go_to(row_id)

    def show_only(self, passing: Filter) -> None:
        """Just the risks of a filter from elsewhere, whosever they are."""
        self.narrow.narrow(Narrowing())
        super().show_only(passing)

    # What the common page asks

    def _make_side(self) -> FormPanel:
        self.together = MapAndForm(self.session, self.splitter)
        return self.together.form

    def _beside(self) -> QWidget:
        return self.together

    def _test(self) -> Test | None:
        """Risks of the chip that are of the partner and the workstream."""
        of_chip, narrowing = super()._test(), self.narrow.narrowing
        if narrowing.none:
            return of_chip

        def fits(view: View, row: Row) -> bool:
            return isinstance(row, Risk) and narrowing.holds(view, row) and (of_chip is None or of_chip(view, row))

        return fits

    def _show_beside(self, row_id: str | None) -> None:
        self.together.open_form(opened=True)
        super()._show_beside(row_id)

    def _refresh(self) -> None:
        super()._refresh()
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is drawn now."""
        super().showEvent(event)
        self._draw()

    # Inside

    def _follow(self) -> None:
        """Draw the map: at once, or when the person who types a filter has paused."""
        if self.filter.hasFocus():
            self._soon.start()
        else:
            self._draw()

    def _draw(self) -> None:
        """Draw the map of all open risks of the partner and workstream; those of the list have marks."""
        if not self.isVisible() or not self._preferences.settings.heat_map:
            return
        view, narrowing = self.session.view, self.narrow.narrowing
        risks = [risk for risk in status.open_risks(view.programme) if narrowing.holds(view, risk)]
        present = self.table.present_id()
        marked = (*([present] if present else []), *self.model.ids[:MARKED])
        chosen = view.programme.row(RISKS, present)
        heat = heat_map(view, risks, marked)
        if present is not None and present not in {point.risk for point in heat.points}:
            risks.sort(key=lambda risk: risk.id != present)  # its cell is full: it takes the place of another
            heat = heat_map(view, risks, marked)
        self.heat.show_map(view, heat, narrowing_words(view.programme, narrowing), chosen)

    def _choose_cell(self, likelihood: int, impact: int) -> None:
        """The risks of a cell; the same cell again shows those of the first chip."""
        only = cell_filter(likelihood, impact)
        if self.chips.present == only.title:
            self.chips.choose(AT_FIRST)
        else:
            super().show_only(only)
            self.heat.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, risk_id: str) -> None:
        """Go to the row of a mark."""
        self.go_to(risk_id)
