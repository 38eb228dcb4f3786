"""The plan: its outline and its chart as one, with the tools that move, link and compare tasks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QToolButton, QVBoxLayout, QWidget

from sharedprog.domain.filters import Tally
from sharedprog.domain.plan.why import critical_path
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words
from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.desk import Desk
from sharedprog.ui.gantt.buttons import BaselineButton, MoreButton, ZoomButton
from sharedprog.ui.gantt.card import WhyCard
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.gantt.colouring import ColourMenu
from sharedprog.ui.gantt.hands import Hands
from sharedprog.ui.gantt.legend import Legend
from sharedprog.ui.gantt.split import OutlineAndChart
from sharedprog.ui.registers.list_and_form import ListAndForm
from sharedprog.ui.registers.outline_model import OutlineModel
from sharedprog.ui.registers.outline_table import OutlineTable
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.screens.driving import driving_action
from sharedprog.ui.screens.keep_baseline import keep_as_asked
from sharedprog.ui.screens.plan_steps import Act, StepMenu
from sharedprog.ui.screens.what_if import what_if_action
from sharedprog.ui.session import Session
from sharedprog.usecases import planning, replanning

TOOLS: tuple[tuple[str, str, str, Act], ...] = (
    ("outdent", "Outdent", "Alt+Shift+Left", planning.outdent),
    ("indent", "Indent", "Alt+Shift+Right", planning.indent),
    ("up", "Move up", "Alt+Shift+Up", planning.move_up),
    ("down", "Move down", "Alt+Shift+Down", planning.move_down),
    ("link", "Link: each waits for the one before", "Ctrl+L", planning.link),
    ("unlink", "Unlink", "Ctrl+Shift+L", planning.unlink),
)
"""Icon, words, keys and use case of each tool."""
COLUMNS = ("wbs", "title", "days", "percent_complete", "start", "finish", "owner", "slip")
"""The columns at first: those that say most where there is little room."""
ROOMY, NARROW = 860.0, 720.0
"""The widths, before scaling, from which the tools that move rows are shown, and the others."""
WIDE = 900.0
"""The width, before scaling, from which the form stands beside the plan."""


class PlanPage(TablePage):
    """Tasks and milestones, whose selected rows can be moved and linked."""

    chart: Chart
    outline: OutlineTable
    outline_model: OutlineModel
    wants_sheets = Signal()

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        self._acts: list[tuple[QAction, QToolButton]] = []
        super().__init__(session, TASKS, parent)
        self.head.show_way_back(True)
        self._print_action = QAction("Print plan, or save it as a PDF…", self)
        self._print_action.setShortcut(QKeySequence("Ctrl+Alt+P"))
        self._print_action.setShortcutVisibleInContextMenu(True)
        self._print_action.triggered.connect(lambda _checked=False: self._print())
        self.addAction(self._print_action)
        self._open_action = QAction("Open", self)
        self._open_action.triggered.connect(lambda _checked=False: self._open(self.present_id() or ""))
        for meaning, words, keys, act in TOOLS:
            self._add_act(meaning, words, keys, act)
        self._asks = (what_if_action(self, desk), driving_action(self))
        self.addActions(self._asks)
        self.card = WhyCard(self.chart)
        self.hands = Hands(self.chart)
        self.baselines = BaselineButton(self.chart)
        self.zoom = ZoomButton(self.chart, self.outline_model, self.card, self)
        self.baselines.wants_keep.connect(partial(keep_as_asked, self))
        self.tools.addWidget(self.baselines)
        self.tools.addWidget(self.zoom)
        self.steps = StepMenu(self.together, self.act_on_chosen)
        self.colours = ColourMenu(self.chart, self.legend, desk.preferences, self)
        self.tools.addWidget(MoreButton(self._fill_more, self))
        self._join()

    def _join(self) -> None:
        """Chart, card and table hear of one another."""
        self.table.present.connect(self.card.show_task)
        self.card.show_task(self.table.present_id())
        self.hands.refused.connect(self.refused)
        self.hands.said.connect(self.said)
        self.hands.pressed.connect(self._pressed)
        self.hands.opened.connect(self._open)
        for part in (self.table, self.chart):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            part.customContextMenuRequested.connect(partial(self._offer, part))
        self.outline.dropped.connect(self._reorder)
        self.outline.indented.connect(
            lambda inwards: self.act_on_chosen(planning.indent if inwards else planning.outdent)
        )
        self.outline.inserts.connect(self.add_row)

    def go_to(self, row_id: str) -> None:
        """Show a task: its row, unfolding what it stands beneath, and its bar."""
        self.outline_model.reveal(row_id)
        super().go_to(row_id)
        self.chart.show_task(row_id)

    def act_on_chosen(self, act: Act) -> None:
        """Do something with the selected tasks, which stay selected."""
        self.commit()
        chosen = self.table.chosen_ids()
        if not chosen:
            self.refused.emit("No task is selected. Select one or more, then try again.")
            return
        try:
            act(self.session.document, chosen)
        except Trouble as refusal:
            self.refused.emit(str(refusal))

    def _print(self) -> None:
        self.commit()
        self.wants_sheets.emit()

    # What the common page asks

    def _make_model(self) -> RegisterModel:
        self.outline_model = OutlineModel(self.session, TASKS, None, self)
        self.outline_model.choose_columns(COLUMNS)
        return self.outline_model

    def _make_splitter(self) -> ListAndForm:
        return ListAndForm(self, asked_for=True, wide=WIDE)

    def _make_table(self, parent: QWidget) -> RegisterTable:
        self._plan = QWidget(parent)
        self.together = OutlineAndChart(self.session, self.outline_model, self._plan)
        self.outline, self.chart = self.together.outline, self.together.chart
        self.legend = Legend(self._plan)
        return self.outline

    def _body(self) -> QWidget:
        column = QVBoxLayout(self._plan)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(6))
        column.addWidget(self.together, 1)
        column.addWidget(self.legend)
        return self._plan

    def _show_beside(self, row_id: str | None) -> None:
        """The form takes room from the chart, which keeps the bar in sight."""
        super()._show_beside(row_id)
        QTimer.singleShot(0, self, lambda: self.chart.show_task(row_id))

    def _counted(self, found: Tally) -> None:
        super()._counted(found)
        self._truth.setText(plan_truth(self.session.view, found))

    def _pressed(self, task_id: str) -> None:
        """A press on the chart goes to the task, and leaves the keys with the table."""
        self.table.setFocus(Qt.FocusReason.MouseFocusReason)
        self.table.go_to(task_id)

    def _reorder(self, tasks: tuple[str, ...], target: str, after: bool) -> None:
        """Rows were dropped; after a folded summary means after all that is beneath it."""
        try:
            folded = self.outline_model.is_folded(target)
            replanning.reorder(self.session.document, tasks, target, after=after, beneath=not folded)
        except Trouble as refusal:
            self.refused.emit(str(refusal))

    def _offer(self, part: QAbstractScrollArea, place: QPoint) -> None:
        """What can be done with the selected tasks, where the pointer is."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_row(menu)
        menu.popup(part.viewport().mapToGlobal(place))

    def _fill_row(self, menu: QMenu) -> None:
        menu.addActions([self._open_action, *self._asks])
        menu.addSeparator()
        menu.addActions([action for action, _ in self._acts])
        menu.addMenu(self.steps)
        menu.addSeparator()
        menu.addActions([action for action in self.table.actions() if action.text()])

    def _fill_more(self, menu: QMenu) -> None:
        """Everything that can be done here: with the whole plan, then with the selected tasks."""
        menu.addMenu(self.colours)
        menu.addAction(self._print_action)
        menu.addSeparator()
        self._fill_row(menu)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the tools stand in the menu of a row only."""
        super().resizeEvent(event)
        for (_, shown), wide in zip(self._acts, (NARROW, NARROW, ROOMY, ROOMY, NARROW, NARROW), strict=True):
            shown.setVisible(self.width() >= fonts.scaled(wide))

    def _add_act(self, meaning: str, words: str, keys: str, act: Act) -> None:
        def does() -> None:
            self.act_on_chosen(act)

        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        shown_as = icon_button(meaning, f"{words} ({shown})", does)
        self.tools.addWidget(shown_as)
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutVisibleInContextMenu(True)
        self._acts.append((action, shown_as))
        action.triggered.connect(lambda _checked=False: does())
        self.addAction(action)


def plan_truth(view: View, found: Tally) -> str:
    """The line beside the title: how long until Day 1, and how many tasks lead to the end."""
    parts: list[str] = []
    day_one = view.programme.settings.day_one
    if day_one is not None:
        parts.append(f"Day 1 {day_words(day_one)}")
        left = view.schedule.calendar.between(view.as_at, day_one)
        if left > 0:
            parts.append(counted(left, "working day"))
    path = critical_path(view.schedule)
    if path:
        parts.append(f"critical path {counted(len(path), 'task')}")
    if found.get("Late"):
        parts.append(f"{found['Late']} late")
    return " · ".join(parts)
