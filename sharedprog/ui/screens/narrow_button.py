"""A button that narrows a page to one partner or one workstream, and says to which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from sharedprog.domain.narrowing import Narrowing
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.ui.buttons import icon_size
from sharedprog.ui.icons import icon
from sharedprog.ui.labels import literal, set_role, tool_tip
from sharedprog.ui.session import Session


class NarrowButton(QToolButton):
    """``chosen`` tells that another partner or workstream was chosen, or all of them again."""

    chosen = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.narrowing = Narrowing()
        self.setIcon(icon("filter"))
        self.setIconSize(icon_size())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(self, "plain")
        menu = QMenu(self)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)
        self._say()

    def narrow(self, wanted: Narrowing) -> None:
        """Narrow to these."""
        self.narrowing = wanted
        self._say()
        self.chosen.emit()

    def fill(self) -> None:
        """Fill the menu with the partners and workstreams that there are now."""
        menu, programme, now = self.menu(), self._session.programme, self.narrowing
        menu.clear()
        self._add("All partners", now.partner is None, partial(replace, now, partner=None))
        for partner in programme.rows(PARTNERS):
            title = partner.short_name or partner.title
            self._add(title, now.partner == partner.id, partial(replace, now, partner=partner.id))
        menu.addSeparator()
        self._add("All workstreams", now.workstream is None, partial(replace, now, workstream=None))
        for row in programme.rows(WORKSTREAMS):
            self._add(row.title, now.workstream == row.id, partial(replace, now, workstream=row.id))

    def _add(self, title: str, checked: bool, wanted: Callable[[], Narrowing]) -> None:
        action = QAction(literal(title), self.menu())
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _checked=False: self.narrow(wanted()))
        self.menu().addAction(action)

    def _say(self) -> None:
        names = narrowing_words(self._session.programme, self.narrowing)
        self.setText(literal(names))
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if names else style.ToolButtonIconOnly)
        words = f"Only {names}" if names else "Show one partner or one workstream"
        self.setToolTip(tool_tip(words))
        self.setAccessibleName(words)


def narrowing_words(programme: Programme, narrowing: Narrowing) -> str:
    """``Tolland · IT and joint working``; empty where nothing is left out."""
    partner = programme.row(PARTNERS, narrowing.partner)
    workstream = programme.row(WORKSTREAMS, narrowing.workstream)
    names = [
        (partner.short_name or partner.title) if partner is not None else "",
        workstream.title if workstream else "",
    ]
    return " · ".join(filter(None, names))
