"""The dashboard: where the programme stands at the start of a day, each line leading to what it tells of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sharedprog.domain.board_cycle import headline, meeting_words
from sharedprog.domain.dashboard import Dashboard, dashboard
from sharedprog.domain.filters import cell_filter, named
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.dashboard import lines
from sharedprog.ui.dashboard.card import Card
from sharedprog.ui.dashboard.card_table import CardTable
from sharedprog.ui.dashboard.cells import Line
from sharedprog.ui.dashboard.guide import Guide
from sharedprog.ui.dashboard.placing import CardGrid
from sharedprog.ui.heat.panel import beside_words
from sharedprog.ui.heat.table import HeatTable
from sharedprog.ui.labels import Label
from sharedprog.ui.session import Session
from sharedprog.ui.slices import Slices

CELL_TALL = 56.0


class DashboardPage(QWidget):
    """Worked out a few milliseconds at a time when it is shown, and again when the programme changes under it.

    Not in the background's process: handing it a large programme would stop the window for longer than this takes.

    ``wants`` carries a page and a row of it, ``wants_rows`` a page and the filter that shows just the rows meant;
    ``filled`` tells that the present picture is shown.
    """

    wants = Signal(str, str)
    wants_rows = Signal(str, object)
    filled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.shown: Dashboard | None = None
        self._stale = True
        self._enter_when_filled = False
        self._enter_from: QWidget | None = None
        self._title = Label("", "page-title")
        self._truth = Label("", "truth", wrap=True)
        self._details = button("See what changed", lambda: self.wants_rows.emit("since", None), "link", "right")
        self._details.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._details.hide()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.confidence = CardTable(
            "Delivery confidence by workstream", lines.CONFIDENCE, stretched=3, least=70, most=130
        )
        self.heat = HeatTable(CELL_TALL)
        self.needs = CardTable("What needs you", lines.NEEDS, stretched=1)
        self.milestones = CardTable("Milestones", lines.MILESTONES, stretched=5, least=90, most=210)
        self.steps = CardTable("Days until the next board", lines.STEPS, stretched=0, most=190)
        self._off_map = Label("", "secondary", wrap=True)
        self._place = Label("", "secondary", wrap=True)
        self.guide = Guide()
        self._make_cards()
        self._lay_out()
        self._work: Slices[Dashboard] = Slices(self._fill, self)
        self._connect()

    # What the window asks

    @property
    def up_to_date(self) -> bool:
        """Whether what is shown is of the programme as it is."""
        return self.shown is not None and not self._stale and not self._work.busy

    def enter(self) -> None:
        """Put the cursor on what needs someone, or on the first step; once there is something to be on."""
        if self.shown is not None:
            self._enter(self.shown)
        if not self.up_to_date:
            self._enter_from, self._enter_when_filled = QApplication.focusWidget(), True

    # Inside

    def _enter(self, shown: Dashboard) -> None:
        if not shown.begun:
            target: QWidget = self.guide.steps[0]
        else:
            tables = (self.needs, self.confidence, self.milestones, self.steps)
            target = next((each for each in tables if each.lines.rowCount()), self.heat)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is told now."""
        super().showEvent(event)
        if self._stale:
            self._begin(short=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards beside one another as there is room for."""
        super().resizeEvent(event)
        self.cards.arrange(self.width())
        beside = self.cards.columns == 3
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._head.setSpacing(fonts.scaled(12 if beside else 2))

    def _begin(self, *, short: bool) -> None:
        self._stale = False
        self._title.setText(headline(self.session.programme, self.session.view.as_at))
        self._work.run(dashboard(self.session.view), short=short)

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._begin(short=False)

    def _fill(self, found: Dashboard) -> None:
        """Show another picture; a table with the same lines as before is left alone."""
        waits = QApplication.focusWidget() is self._enter_from  # asked before what has the cursor may be hidden
        self.shown = found
        today = self.session.view.as_at
        self._title.setText(found.headline)
        self._truth.setText(found.since.sentence if found.since is not None else "")
        self._details.setVisible(found.since is not None)
        self.guide.setVisible(not found.begun)
        self.cards.setVisible(found.begun)
        self._show(self._confidence_card, self.confidence, [lines.confidence_line(each) for each in found.confidence])
        self._show(self._needs_card, self.needs, [lines.need_line(each) for each in found.waiting])
        told = [lines.milestone_line(each, today) for each in found.milestones]
        self._show(self._milestones_card, self.milestones, told)
        self._every_milestone.setText(lines.left_words(found))
        self._show_heat(found)
        self._show_board(found)
        self.cards.arrange(self.width())
        if self._enter_when_filled and self.isVisible() and waits:
            self.enter()
        self._enter_when_filled, self._enter_from = False, None
        self.filled.emit()

    def _show(self, card: Card, table: CardTable, told: list[Line]) -> None:
        card.fill(filled=bool(told))
        table.show_lines(told)

    def _show_heat(self, found: Dashboard) -> None:
        held = any(cell.risks for cell in found.heat.cells)
        self._heat_card.fill(filled=held)
        if held and found.heat != self.heat.heat.heat:
            self.heat.show_heat(found.heat)
        left_out = beside_words(found.heat)
        self._off_map.setText(left_out)
        self._off_map.setVisible(bool(left_out))

    def _show_board(self, found: Dashboard) -> None:
        when, where = meeting_words(found.board) if found.board is not None else ("", "")
        self._board_card.title.setText(when or "Next board")
        self._place.setText(where)
        self._place.setVisible(bool(where))
        today = self.session.view.as_at
        self._show(self._board_card, self.steps, [lines.step_line(each, today) for each in found.steps])

    def _make_cards(self) -> None:
        self._confidence_card = Card(
            "Delivery confidence",
            self.confidence,
            "No workstreams yet. Name the parts of the programme and who leads them.",
        )
        self._heat_card = Card("Risks, current score", self.heat, "No open risk is scored yet.")
        self._needs_card = Card("Needs you", self.needs, "Nothing is late, due or unfinished.")
        self._milestones_card = Card(
            "Milestones", self.milestones, "No milestones to come. Mark tasks of the plan as milestones."
        )
        self._board_card = Card("Next board", self.steps, "No board is planned. Propose the next one on its page.")
        self._board_card.column.insertWidget(1, self._place)
        self._heat_card.column.insertWidget(self._heat_card.column.count() - 1, self._off_map)
        self._every_milestone = self._milestones_card.add_link(
            "All milestones",
            "All milestones, in the plan",
            lambda: self.wants_rows.emit(TASKS.key, named(TASKS.key, "Milestones")),
        )
        self._confidence_card.add_link(
            "Workstreams", "Open the workstreams", lambda: self.wants_rows.emit(WORKSTREAMS.key, None)
        )
        self._heat_card.add_link("Register", "Open the risk register", lambda: self.wants_rows.emit(RISKS.key, None))
        self._board_card.add_link("Board", "Open the next board", self._go_to_board)
        self.cards = CardGrid(
            confidence=self._confidence_card,
            heat=self._heat_card,
            needs=self._needs_card,
            milestones=self._milestones_card,
            board=self._board_card,
        )
        self.cards.hide()
        self.guide.hide()

    def _lay_out(self) -> None:
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._head.addWidget(self._title)
        changed = QHBoxLayout()
        changed.setSpacing(fonts.scaled(12))
        changed.addWidget(self._truth, 1)
        changed.addWidget(self._details)
        self._head.addLayout(changed, 1)
        inside = self._inside = QWidget()
        filled = QVBoxLayout(inside)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.addWidget(self.guide)
        filled.addWidget(self.cards)
        filled.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        side = fonts.scaled(20)
        whole.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(12))
        whole.setSpacing(fonts.scaled(12))
        whole.addLayout(self._head)
        whole.addWidget(area, 1)

    def _connect(self) -> None:
        self.session.changed.connect(lambda _: self._changed())
        for table in (self.confidence, self.needs, self.milestones, self.steps):
            table.led.connect(self._lead)
        for part in (self.confidence, self.needs, self.milestones, self.steps, self.heat):
            part.selectionModel().currentChanged.connect(partial(self._keep_in_sight, part))
        self.heat.chosen.connect(lambda *levels: self.wants_rows.emit(RISKS.key, cell_filter(*levels)))
        self.guide.wants.connect(lambda key: self.wants_rows.emit(key, None))

    def _keep_in_sight(self, part: QTableView, now: QModelIndex, _before: QModelIndex) -> None:
        """The page scrolls with the keys, for the tables in it are as high as their lines."""
        if part.hasFocus() and now.isValid():
            line = part.visualRect(now)
            at = part.viewport().mapTo(self._inside, line.center())
            self._area.ensureVisible(at.x(), at.y(), 0, line.height())

    def _lead(self, lead: object) -> None:
        if not isinstance(lead, lines.Lead) or not lead.register:
            return
        if lead.row:
            self.wants.emit(lead.register, lead.row)
        else:
            self.wants_rows.emit(lead.register, lead.only)

    def _go_to_board(self) -> None:
        board = self.shown.board if self.shown is not None else None
        self.wants_rows.emit(BOARD_MEETINGS.key, None) if board is None else self.wants.emit(
            BOARD_MEETINGS.key, board.id
        )
