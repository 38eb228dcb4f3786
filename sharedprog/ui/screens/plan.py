"""The plan: its outline and its chart as one, with the tools that move, link and compare tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.gantt.chart import Chart
from sharedprog.ui.gantt.split import OutlineAndChart
from sharedprog.ui.registers.list_and_form import ListAndForm
from sharedprog.ui.registers.outline_model import OutlineModel
from sharedprog.ui.registers.outline_table import OutlineTable
from sharedprog.ui.registers.table_model import RegisterModel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.registers.table_view import RegisterTable
from sharedprog.ui.session import Session
from sharedprog.usecases import planning
from sharedprog.usecases.document import Document

Act = Callable[[Document, Sequence[str]], ChangeSet | None]

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
WIDE = 900.0
"""The width, before scaling, from which the form stands beside the plan."""


class PlanPage(TablePage):
    """Tasks and milestones, whose selected rows can be moved and linked."""

    chart: Chart
    outline_model: OutlineModel

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, TASKS, parent)
        self.head.show_way_back(True)
        for meaning, words, keys, act in TOOLS:
            self._add_act(meaning, words, keys, act)

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

    # What the common page asks

    def _make_model(self) -> RegisterModel:
        self.outline_model = OutlineModel(self.session, TASKS, None, self)
        self.outline_model.choose_columns(COLUMNS)
        return self.outline_model

    def _make_table(self) -> RegisterTable:
        table = OutlineTable(self.outline_model)
        self.chart = Chart(self.session, table)
        self.together = OutlineAndChart(table, self.chart)
        return table

    def _body(self) -> QWidget:
        return self.together

    def _beside(self, rows: QWidget, form: QWidget) -> ListAndForm:
        return ListAndForm(rows, form, self.table, asked_for=True, wide=WIDE)

    def _add_act(self, meaning: str, words: str, keys: str, act: Act) -> None:
        def does() -> None:
            self.act_on_chosen(act)

        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.tools.addWidget(icon_button(meaning, f"{words} ({shown})", does))
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: does())
        self.addAction(action)
