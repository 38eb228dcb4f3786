"""Searching everything: from a key in the field at the top to the row, the command or the page that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from sharedprog.domain.search import Find
from sharedprog.ui.actions import Actions
from sharedprog.ui.offers import offers_of
from sharedprog.ui.pages import groups
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.search.finder import Finder
from sharedprog.ui.search.found import Kind, Line
from sharedprog.ui.search.panel import FoundPanel

if TYPE_CHECKING:
    from sharedprog.ui.frame import Frame


class Searching(QObject):
    """Joins the search field of a frame with what can be found in its programme."""

    def __init__(self, frame: Frame, actions: Actions) -> None:
        super().__init__(frame)
        self._frame, self._actions = frame, actions
        self._field = frame.top.search
        self._came_from: QWidget | None = None
        self._closing = False
        places = {place: actions.keys_of(f"page {place.key}") for group in groups() for place in group.places}
        self.finder = Finder(frame.session, places, self)
        self.panel = FoundPanel(frame, self._field)
        self._field.asked.connect(self.begin)
        self._field.textChanged.connect(self._typed)
        self._field.moved.connect(self._moved)
        self._field.taken.connect(self._taken)
        self._field.left.connect(self.leave)
        self.panel.chosen.connect(self.follow)
        self.finder.renewed.connect(self._renewed)
        frame.session.changed.connect(lambda _: self._renew())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._note_focus)

    def begin(self) -> None:
        """Show what can be found, for what stands in the field."""
        if not self.panel.isVisible():
            page = self._frame.pages.currentWidget()
            own = page.actions() if page is not None else []
            self.finder.renew([*self._actions.offers(), *offers_of(own, "This page")])
        self._show()

    def leave(self) -> None:
        """Close the panel, and go back to where the person was."""
        came_from = self._came_from
        self._close()
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._frame.enter()

    def follow(self, line: Line) -> None:
        """Go where a line leads."""
        goal, typed = line.goal, self._field.text()
        find = self.finder.row(goal) if goal.kind is Kind.ROW else None
        self.finder.remember(goal)
        if goal.kind is Kind.COMMAND:
            self.leave()
            self.finder.give(goal.key)
            return
        self._close()
        if find is not None:
            self._open(find, line.field)
        elif goal.kind is not Kind.ROW:
            page = self._frame.go(goal.key)
            if goal.kind is Kind.ALL and isinstance(page, TablePage):
                page.show_all_that_fit(typed)
        if self._field.hasFocus():
            self._frame.enter()

    def _open(self, find: Find, field: str) -> None:
        """Go to a row, and to the place on its form where it was found."""
        page = self._frame.go(find.page, find.page_row)
        if not isinstance(page, TablePage):
            return
        if find.page_row != find.row_id:
            page.open_child(find.page_row, find.register.key, find.row_id)
        elif field:
            page.open_field(find.page_row, field)

    def _typed(self) -> None:
        if not self._closing:
            self.begin()

    def _moved(self, steps: int) -> None:
        if self.panel.isVisible():
            self.panel.step(steps)
        else:
            self.begin()

    def _taken(self) -> None:
        if self.panel.isVisible():
            self.panel.take()
        else:
            self.begin()

    def _close(self) -> None:
        self.panel.hide()
        self._closing = True
        self._field.clear()
        self._closing = False

    def _show(self) -> None:
        typed = self._field.text()
        self.panel.show_found(typed, self.finder.lines(typed), complete=self.finder.ready)

    def _renew(self) -> None:
        if self.panel.isVisible():
            self.finder.renew()

    def _renewed(self) -> None:
        if self.panel.isVisible():
            self._show()

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the person came from; leaving the field closes the panel."""
        if new is self._field and old is not None and old.window() is self._frame.window():
            self._came_from = old
        elif old is self._field and new is not None and self.panel.isVisible():
            self.panel.hide()
