"""The pages of one programme, each made when it is first visited."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.ui.desk import Desk
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.session import Session
from sharedprog.ui.side_list import Group, Place
from sharedprog.ui.tab_order import by_layout

FIRST = Group("", [Place("dashboard", "Dashboard")])
"""What stands above all groups."""
GROUPS = ("Deliver", "Control", "Board", "Partnership")
OTHERS = {
    "Deliver": (Place("health", "Schedule health"),),
    "Board": (Place("since", "Since the last board"),),
    "Partnership": (Place("history", "History"),),
}
"""Pages that are no registers, after those of their group."""


def groups() -> list[Group]:
    """The groups of the side list: every register that says where its place is, and the other pages."""
    of_registers = [
        Group(
            title,
            [*(Place(each.key, each.title) for each in REGISTERS if each.place == title), *OTHERS.get(title, ())],
        )
        for title in GROUPS
    ]
    return [FIRST, *of_registers]


def place_of(register: str) -> str:
    """The page on which rows of a register are seen: its own, or that of the register it belongs to."""
    described = BY_KEY[register]
    if described.place or not described.child_of:
        return register if described.place else ""
    return described.child_of[0]


class Pages(QStackedWidget):
    """``made`` carries each page when it is made, ``came`` the key of the page that is shown now."""

    made = Signal(str, QWidget)
    came = Signal(str)

    def __init__(self, session: Session, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._desk = desk
        self._pages: dict[str, QWidget] = {}
        self._present = ""

    @property
    def key(self) -> str:
        """The key of the page that is shown."""
        return self._present

    def page(self, key: str) -> QWidget:
        """A page, made now if this is the first visit; KeyError where there is none of that key."""
        if key not in self._pages:
            page = self._make(key)
            if isinstance(page, TablePage):
                page.remember(self._desk.preferences)
            self.put(key, page)
        return self._pages[key]

    def made_page(self, key: str) -> QWidget | None:
        """A page that was made before, if it was."""
        return self._pages.get(key)

    def put(self, key: str, page: QWidget) -> None:
        """Keep a page under a key, in the place of the one that was there."""
        old = self._pages.pop(key, None)
        self._pages[key] = page
        self.addWidget(page)
        by_layout(page)
        if old is not None:
            self.removeWidget(old)
            for panel in old.findChildren(ProgressPanel):
                panel.leave()
            old.deleteLater()
        self.made.emit(key, page)

    def show_page(self, key: str) -> QWidget:
        """Bring a page to the front; what was being typed on the one before is committed."""
        self.commit()
        page = self.page(key)
        self._present = key
        self.setCurrentWidget(page)
        if isinstance(page, TablePage) and page.model.ids and not page.table.selectionModel().hasSelection():
            page.table.go_to(page.present_id() or page.model.ids[0])
        self.came.emit(key)
        return page

    def list_page(self) -> TablePage | None:
        """The page that is shown, where it has a table."""
        page = self.currentWidget()
        return page if isinstance(page, TablePage) else None

    def commit(self) -> None:
        """Commit what is being typed on any page."""
        for page in self._pages.values():
            commit = getattr(page, "commit", None)
            if commit is not None:
                commit()

    def _make(self, key: str) -> QWidget:
        """Pages with a shape of their own are imported when they are first made."""
        match key:
            case "dashboard":
                from sharedprog.ui.dashboard.page import DashboardPage

                return DashboardPage(self.session, self)
            case "tasks":
                from sharedprog.ui.screens.plan import PlanPage

                return PlanPage(self.session, self._desk, self)
            case "risks":
                from sharedprog.ui.screens.risks import RisksPage

                return RisksPage(self.session, self._desk.preferences, self)
            case "health":
                from sharedprog.ui.screens.schedule_health import HealthPage

                return HealthPage(self.session, self._desk, self)
            case "history":
                from sharedprog.ui.screens.history import HistoryPage

                return HistoryPage(self.session, self)
            case "since":
                from sharedprog.ui.screens.since import SincePage

                return SincePage(self.session, self._desk, self)
            case "board_meetings":
                from sharedprog.ui.screens.boards import BoardsPage

                return BoardsPage(self.session, self)
            case "packs":
                from sharedprog.ui.screens.packs import PacksPage

                return PacksPage(self.session, self)
            case "bank_holidays":
                from sharedprog.ui.screens.bank_holidays import BankHolidaysPage

                return BankHolidaysPage(self.session, self)
            case "baselines":
                from sharedprog.ui.screens.baselines import BaselinesPage

                return BaselinesPage(self.session, self._desk, self)
            case "matrices":
                from sharedprog.ui.screens.matrices import MatricesPage

                return MatricesPage(self.session, self)
            case "programme":
                from sharedprog.ui.screens.programme import ProgrammePage

                return ProgrammePage(self.session, self)
            case "pack":
                from sharedprog.ui.screens.make_pack import MakePackPage

                return MakePackPage(self.session, self._desk, self)
            case _:
                return TablePage(self.session, BY_KEY[key], self)
