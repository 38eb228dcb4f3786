"""The frame round every page of an open programme: bars, side list, the present page, and what is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.changes import ChangeSet, Stale, inverse
from sharedprog.domain.fields import File
from sharedprog.domain.filters import Filter
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.trouble import Trouble
from sharedprog.ui.actions import NEED_LIST, Actions
from sharedprog.ui.bars import Bars
from sharedprog.ui.desk import Desk
from sharedprog.ui.messages import Toasts
from sharedprog.ui.name_panel import NamePanel
from sharedprog.ui.notices import Notices
from sharedprog.ui.pages import Pages, groups
from sharedprog.ui.pdf_view import PdfView
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.search.searching import Searching
from sharedprog.ui.session import Session
from sharedprog.ui.side_list import SideList
from sharedprog.ui.status_bar import StatusBar
from sharedprog.ui.top_bar import TopBar
from sharedprog.ui.trouble import TroublePanel
from sharedprog.ui.undoing import Undoing, place_of_change
from sharedprog.usecases import titles
from sharedprog.usecases.people import named_in_passing


class Frame(QWidget):
    """One open programme to work in. ``came`` carries the key of the page that is shown.

    ``outdated`` asks for the file to be opened again: it was changed elsewhere.
    """

    came = Signal(str)
    outdated = Signal()

    def __init__(self, session: Session, desk: Desk, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._desk = desk
        self._actions = actions
        self.top = TopBar(actions["undo"], actions["redo"], actions["pack"])
        self.top.set_menu(actions.menu)
        self.side = SideList(groups())
        self.pages = Pages(session, desk)
        self.status = StatusBar()
        self.trouble = TroublePanel()
        self.progress = ProgressPanel()
        self.name_panel = NamePanel(desk.preferences)
        self.toasts = Toasts(self, beside=self.side)
        self.bars = Bars(session, self.top, self.side, self.status)
        self.undoing = Undoing(session, actions["undo"], actions["redo"], self)
        self.searching = Searching(self, actions)
        self._last_place = ""
        self._lay_out()
        self._connect()

    # What the window asks

    def go(self, key: str, row_id: str | None = None, *, enter: bool = True) -> QWidget:
        """Show a page, and a row of it; with ``enter`` the person can work there at once."""
        page = self.pages.show_page(key) if self.pages.key != key else self.pages.page(key)
        if row_id is not None:
            go_to = getattr(page, "go_to", None)
            if go_to is not None:
                go_to(row_id)
        elif enter:
            self._enter(page)
        return page

    def enter(self) -> None:
        """Put the cursor where work on the page that is shown begins."""
        self._enter(self.pages.currentWidget())

    def show_rows(self, key: str, only: Filter | None) -> None:
        """The page of a register, showing just the rows of a filter."""
        page = self.go(key)
        if isinstance(page, TablePage) and only is not None:
            page.show_only(only)

    def make_pack(self, board_id: str = "") -> None:
        """The page that makes a pack, for a board or the one that comes next."""
        self._enter(self.go("pack", board_id))

    def show_change(self, change_set: ChangeSet) -> None:
        """Go where a change shows, unless the person is there."""
        key, row_id = place_of_change(change_set, self.session.programme)
        page = self.pages.list_page()
        here = page is not None and key == self.pages.key and row_id == page.present_id()
        if key and not here:
            self.go(key, row_id, enter=key != self.pages.key)

    @property
    def last_place(self) -> str:
        """The page of the side list that was shown last."""
        return self._last_place

    def leave(self) -> None:
        """Stop what is under way, write what is left, close the file, and go."""
        for panel in self.findChildren(ProgressPanel):
            while panel.under_way:
                panel.cancel()
        for view in self.findChildren(PdfView):
            view.close_pdf()
        self._desk.aside.wait()  # what reads the file must not find it closed
        self.session.close()
        self.hide()
        self.deleteLater()

    def tell(self, sentence: str, *, undo: bool = False) -> None:
        """A toast; with ``undo`` it offers to take back the last change."""
        self.trouble.clear()
        self.toasts.tell(sentence, self.undoing.undo if undo else None)

    def tell_trouble(self, sentence: str) -> None:
        """Trouble, above the page, until it is over or dismissed."""
        self.trouble.tell(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages come first where there is little room."""
        super().resizeEvent(event)
        self.side.fit(self.width())

    # Inside

    def _lay_out(self) -> None:
        self.pages.setObjectName("pages")
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(Notices(self.name_panel, self.trouble, self.progress))
        middle.addWidget(self.pages, 1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.side)
        body.addLayout(middle, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.top)
        whole.addLayout(body, 1)
        whole.addWidget(self.status)

    def _connect(self) -> None:
        self.pages.made.connect(self._join)
        self.pages.came.connect(self._arrived)
        self.side.chosen.connect(lambda key: self.go(key, enter=False))
        self.side.entered_page.connect(self.go)
        self.name_panel.signed.connect(self._signed)
        self.undoing.happened.connect(self._show_change)
        self.session.changed.connect(lambda _: self.toasts.forget_undo())
        self.session.changed.connect(self._tell_new_people)
        self.session.not_saved.connect(self._not_saved)

    def _join(self, key: str, page: QWidget) -> None:
        """Hear what a page has to say; not every page says everything."""
        joins: dict[str, Callable[..., object]] = {
            "told": lambda sentence: self.tell(sentence, undo=True),
            "said": self.tell,
            "refused": self.tell_trouble,
            "wants": self.go,
            "wants_page": self.go,
            "wants_rows": self.show_rows,
            "wants_pack": self.make_pack,
            "wants_again": self._again,
            "wants_import": self._actions["import"].trigger,
            "wants_sheets": self._sheets,
        }
        for name, hears in joins.items():
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(hears)

    def _again(self, pack_id: str) -> None:
        """An earlier pack, made again as it was."""
        from sharedprog.ui.screens.preview import pack_again

        try:
            page = pack_again(self.session, self._desk, pack_id)
        except Trouble as trouble:
            self.tell_trouble(str(trouble))
            return
        self.show_made("again", page)

    def _sheets(self) -> None:
        """The chart of the plan as it would be printed."""
        from sharedprog.ui.screens.plan_preview import PlanPreview

        self.show_made("sheets", PlanPreview(self.session, self._desk))

    def show_made(self, key: str, page: QWidget) -> None:
        """A page that was made for the moment, in the place of the last of its kind."""
        self.pages.put(key, page)
        self.go(key)

    def _arrived(self, key: str) -> None:
        places = {place.key for group in groups() for place in group.places}
        if key in places:
            self._last_place = key
            if self.side.chosen_key() != key:
                self.side.choose(key)
        else:
            self.side.clearSelection()
            self.side.setCurrentIndex(self.side.rootIndex())
        page = self.pages.list_page()
        self._actions.enable(NEED_LIST, page is not None)
        self.came.emit(key)

    def _enter(self, page: QWidget | None) -> None:
        """Put the cursor where work on a page begins."""
        if isinstance(page, TablePage):
            target = page.table if page.table.isVisibleTo(page) else page.new_line
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        enter = getattr(page, "enter", None)
        if enter is not None:
            enter()

    def _tell_new_people(self, change_set: ChangeSet) -> None:
        """A name that was written in another way makes a second person, which is seen at once or not at all."""
        names = named_in_passing(change_set)
        if len(names) == 1:
            self.toasts.tell(f"“{names[0]}” is new, and was added to People.", kind="new")
        elif names:
            self.toasts.tell(f"{len(names)} people are new, and were added to People.", kind="new")

    def _signed(self, name: str) -> None:
        """The panel is gone; work goes on where it was."""
        self.toasts.tell(f"Your changes are signed “{name}” from now on.")
        self.enter()

    def _show_change(self, sentence: str, change_set: ChangeSet) -> None:
        """After an undo or redo, show where it shows."""
        self.show_change(change_set)
        self.trouble.clear()
        self.toasts.tell(sentence, kind="undone")

    def _not_saved(self, change_set: ChangeSet, trouble: Exception) -> None:
        """A commit failed and the picture went back: say so, and offer to make the change once more."""
        if isinstance(trouble, Stale):
            to_do = "Open the programme again to see it as it is now."
            self.trouble.tell(str(trouble), to_do, [("Open it again", self.outdated.emit)])
            return
        if not isinstance(trouble, Trouble):
            raise trouble
        lost = inverse(change_set.edits)
        has_files = any(isinstance(BY_KEY[edit.cell.register].fields.get(edit.cell.field), File) for edit in lost)

        def again() -> None:
            self.trouble.clear()
            programme = self.session.programme
            try:
                self.session.document.apply(titles.of_edits("Edit", programme.apply(lost), lost), lost)
            except Stale:
                self.trouble.tell("This was changed since, so it cannot be made once more. Change it by hand.")

        self.trouble.tell(str(trouble), "", [] if has_files else [("Try again", again)])
