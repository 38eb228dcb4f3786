"""Baselines: the common page, with keeping one, putting one in force, and what has slipped between any two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.plan.baselines import Slip
from sharedprog.domain.registers.baselines import BASELINES
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.desk import Desk
from sharedprog.ui.labels import Label, set_role
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.comparing import ComparePanel
from sharedprog.ui.screens.keep_baseline import keep_as_asked
from sharedprog.ui.session import Session
from sharedprog.ui.when_seen import WhenSeen
from sharedprog.usecases import baselining

COMPARISON = 610.0
"""The width, before scaling, at which the comparison has room."""


class BaselineTools(QFrame):
    """Whether the chosen baseline is in force, and how far the plan is from it now."""

    def __init__(self, page: BaselinesPage) -> None:
        super().__init__()
        self._page = page
        set_role(self, "card")
        self._state = Label("", wrap=True)
        self._slips = Label("", wrap=True)
        self._force = button("Put in force", page.put_in_force, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(12)] * 4)
        column.setSpacing(fonts.scaled(8))
        for each in (self._state, self._slips, self._force):
            column.addWidget(each)
        following = WhenSeen(page, lambda: self.show_row(page.form.row_id))
        page.session.changed.connect(lambda _: following.want())

    def show_row(self, row_id: str | None) -> None:
        """Stand for another baseline, or for the same after a change."""
        programme = self._page.session.programme
        row = programme.row(BASELINES, row_id)
        self.setVisible(row is not None)
        if row is None:
            return
        in_force = programme.settings.baseline == row.id
        self._force.setVisible(not in_force)
        found = baselining.compared(self._page.session.view, baselining.of_baseline(row), baselining.PRESENT)
        self._state.setText("In force: slips are counted from it." if in_force else "Kept, and not in force.")
        self._slips.setText(_told(found.tasks))


def _told(slips: tuple[Slip, ...]) -> str:
    """How many tasks are later or sooner than the baseline."""
    leaves = [slip for slip in slips if not slip.summary]
    if not any(slip.before[1] for slip in leaves):
        return "It holds no dates."
    later, sooner = (sum(sign * (slip.days or 0) > 0 for slip in leaves) for sign in (1, -1))
    return f"Now {counted(later, 'task')} later than it says, {sooner or 'none'} sooner."


class BaselinesPage(TablePage):
    """Baselines are kept, not typed; ``said`` carries what was done."""

    said = Signal(str)

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        super().__init__(session, BASELINES, parent)
        self.made_elsewhere("Keep a baseline…", self.ask)
        tools = BaselineTools(self)
        self.form.column.insertWidget(0, tools)
        self.table.present.connect(tools.show_row)
        tools.show_row(self.present_id())
        self.table.present.connect(self.comparing.choose_first)
        self.comparing.wants.connect(lambda task_id: self.wants.emit(TASKS.key, task_id))
        self.comparing.refused.connect(self.refused)

    def _list(self) -> QWidget:
        """The list at the top, the comparison beneath it, whether there is a baseline or not."""
        both = QWidget(self.splitter)
        self.comparing = ComparePanel(self.session, self._desk, both)
        column = QVBoxLayout(both)
        side = fonts.scaled(20)
        column.setContentsMargins(0, 0, 0, fonts.scaled(12))
        column.setSpacing(0)
        column.addWidget(super()._list(), 1)
        beneath = QHBoxLayout()
        beneath.setContentsMargins(side, 0, side, 0)
        beneath.addWidget(self.comparing)
        column.addLayout(beneath, 2)
        return both

    def _rooms(self) -> tuple[int, int]:
        """Not less than the comparison needs."""
        best, least = super()._rooms()
        comparison = fonts.scaled(COMPARISON)
        return max(best, comparison), max(least, comparison)

    def ask(self) -> None:
        """Ask for its name, and keep it as one change."""
        keep_as_asked(self)

    def put_in_force(self) -> None:
        """Count slips from the chosen baseline."""
        self.commit()
        chosen = self.present_id()
        if chosen is None:
            self.refused.emit("No baseline is chosen. Choose one in the list.")
            return
        try:
            done = baselining.put_in_force(self.session.document, chosen)
        except Trouble as refusal:
            self.refused.emit(str(refusal))
            return
        self.said.emit(f"{done.title}." if done is not None else "It is in force already.")
