"""Schedule health: the fourteen checks of the plan, the tasks to look at, and when the plan may finish."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from sharedprog.domain.plan.health import Health
from sharedprog.domain.plan.health_terms import KINDS, PRESETS, Check
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.asking import Asking
from sharedprog.ui.buttons import button
from sharedprog.ui.desk import Desk
from sharedprog.ui.editors.fields import ComboField
from sharedprog.ui.failures import tell_failure
from sharedprog.ui.labels import ElidedLabel, Label, announce, tool_tip
from sharedprog.ui.screens.duration_risk import DurationRiskPanel
from sharedprog.ui.screens.health_models import RESULT, Checks, Lines, Pills, ReadTable
from sharedprog.ui.session import Session
from sharedprog.ui.worker import Failure
from sharedprog.usecases.duration_risk import plan_alone
from sharedprog.usecases.schedule_health import examined, failing_tasks

CHECKING = "Checking…"
WAIT = 150
"""Milliseconds without a change after which the plan is checked again."""
PILL = 48.0
"""The room that a pill takes beside its word, before scaling."""
CHECKS_WIDTH, WIDE = 610.0, 980.0
"""Before scaling: the least width of the checks, and that of the page from which the tasks stand beside them."""


class HealthPage(QWidget):
    """Checks at the left, the tasks of the chosen one at the right, the forecast beneath.

    ``checked`` says that the plan was checked anew.
    """

    refused = Signal(str)
    wants = Signal(str, str)
    checked = Signal()

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.asking = Asking(desk.background, self)
        self._wanted = ""
        self.health: Health | None = None
        self.preset = ComboField()
        self.preset.setAccessibleName("Limits of the checks")
        self.preset.addItem("Limits that suit the plan", "")
        for each in PRESETS:
            self.preset.addItem(each.title, each.key)
        self._truth = ElidedLabel("", "truth")
        self.checks = Checks(self)
        self.checks_table = ReadTable(self.checks, "Checks", 0, {RESULT: PILL})
        self.checks_table.setItemDelegateForColumn(RESULT, Pills(self.checks_table))
        self.checks_table.wrap()
        self.checks_table.measured.connect(self._show_all_checks)
        self._title, self._measures = Label("", "card-title", wrap=True), Label("", "secondary", wrap=True)
        self.failing = Lines(("Task", "What to do"), self)
        self.failing_table = ReadTable(self.failing, "Tasks to look at", 1)
        self.failing_table.wrap()
        self._go = button("Show it in the plan", self.show_in_plan)
        self.risk = DurationRiskPanel(session, desk)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.examine)
        self._stale = True
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.preset.currentIndexChanged.connect(lambda _: self.examine())
        self.checks_table.selectionModel().currentRowChanged.connect(lambda now, _: self._show(now.row()))
        self.failing_table.activated.connect(self._activated)
        self.risk.wants.connect(lambda task_id: self.wants.emit(TASKS.key, task_id))
        self.risk.refused.connect(self.refused)
        session.changed.connect(lambda _: self._changed())

    # What others call

    def enter(self) -> None:
        """Put the cursor on the checks."""
        self.checks_table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to(self, key: str) -> None:
        """Choose a check by its key."""
        keys = [check.kind.key for check in self.checks.checks]
        self._wanted = "" if keys else key
        if key in keys:
            self.checks_table.selectRow(keys.index(key))

    def examine(self) -> None:
        """Have the plan checked as it is now."""
        self._wait.stop()
        self._stale = False
        self.asking.ask(
            examined,
            plan_alone(self.session.programme),
            self.session.view.as_at,
            self._chosen(),
            done=self._tell,
            failed=self._failed,
        )
        self._truth.setText(CHECKING)

    def _chosen(self) -> str | None:
        """The key of the preset that the person chose."""
        return str(self.preset.currentData() or "") or None

    def _failed(self, failure: Failure) -> None:
        self._truth.setText("The plan could not be checked.")
        tell_failure(failure, self.refused.emit)

    def _tell(self, found: Health) -> None:
        self.health, chosen = found, self._chosen()
        title = self.health.preset.title
        self._truth.setText(self.health.line if chosen else f"{self.health.line} Limits: {title}.")
        self.preset.setToolTip(tool_tip(self.health.preset.words))
        self.checks.show_checks(self.health.checks)
        if self.checks_table.currentIndex().row() < 0:
            first = next((place for place, each in enumerate(self.health.checks) if each.state == "fail"), 0)
            self.checks_table.selectRow(first)
        if self._wanted:
            self.go_to(self._wanted)
        self._show(self.checks_table.currentIndex().row())
        self.checked.emit()

    def show_in_plan(self) -> None:
        """Go to the row of the task that is chosen."""
        row = self.failing_table.currentIndex().row()
        if row < 0:
            self.refused.emit("No task is chosen. Choose one in the list, then try again.")
        else:
            self.wants.emit(TASKS.key, self.failing.ids[row])

    # Inside

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while another page was shown is checked now."""
        super().showEvent(event)
        if self._stale:
            self.examine()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._wait.start()

    def _show(self, row: int) -> None:
        """Another check, or the same with other tasks; the task that was chosen stays where it is still there."""
        if not 0 <= row < len(self.checks.checks):
            return
        check = self.checks.checks[row]
        now = self.failing_table.currentIndex().row()
        present = self.failing.ids[now] if 0 <= now < len(self.failing.ids) else ""
        tasks = failing_tasks(self.session.programme, check)
        self._title.setText(check.kind.title)
        self._measures.setText(" ".join((check.measures, _told(check, len(tasks)))))
        ids = [task.id for task in tasks]
        self.failing.show_lines([(f"{task.wbs} {task.name}", task.what_to_do) for task in tasks], ids)
        self.failing_table.setVisible(bool(tasks))
        self._go.setVisible(bool(tasks))
        if tasks:
            self.failing_table.selectRow(ids.index(present) if present in ids else 0)
        announce(self.failing_table, self._measures.text())

    def _activated(self, index: QModelIndex) -> None:
        self.wants.emit(TASKS.key, self.failing.ids[index.row()])

    def _show_all_checks(self) -> None:
        self.checks_table.setFixedHeight(self.checks_table.whole_height(len(KINDS)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        title = Label("Schedule health", "page-title")
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        head.addWidget(title)
        head.addWidget(self._truth, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.preset.setMinimumWidth(fonts.scaled(200))
        self.preset.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addWidget(self.preset)
        column = QVBoxLayout()
        column.setSpacing(fonts.scaled(6))
        column.addWidget(self._title)
        column.addWidget(self._measures)
        column.addWidget(self.failing_table, 1)
        column.addWidget(self._go)
        column.addStretch(0)
        self._show_all_checks()
        self.failing_table.setMinimumSize(fonts.scaled(300), fonts.scaled(200))
        self._beside.setSpacing(fonts.scaled(16))
        self._beside.addWidget(self.checks_table, 3)
        self._beside.addLayout(column, 2)
        inside = QWidget()
        filled = QVBoxLayout(inside)
        filled.setContentsMargins(0, 0, 0, 0)
        filled.setSpacing(fonts.scaled(12))
        filled.addLayout(self._beside)
        filled.addWidget(self.risk)
        filled.addStretch(1)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        side = fonts.scaled(20)
        whole.setContentsMargins(side, fonts.scaled(12), side, fonts.scaled(12))
        whole.setSpacing(fonts.scaled(12))
        whole.addLayout(head)
        whole.addWidget(area, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, what stood beside stands beneath."""
        super().resizeEvent(event)
        wide = self.width() >= fonts.scaled(WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(way)
        self.checks_table.setMinimumWidth(fonts.scaled(CHECKS_WIDTH) if wide else 0)
        self.risk.stand(way)


def _told(check: Check, tasks: int) -> str:
    """What was found, after what is measured."""
    if check.reason:
        return f"Not measured. {check.reason}"
    if not tasks:
        return "No task needs to be looked at."
    return f"{counted(tasks, 'task').capitalize()} to look at:"
