"""The window: the welcome page, or the frame of the programme that is open; opening, leaving and closing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSettings, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.actions import NEED_LIST, NEED_PROGRAMME, Actions
from sharedprog.ui.board_commands import BoardCommands
from sharedprog.ui.desk import Desk
from sharedprog.ui.dropping import Dropping
from sharedprog.ui.exchange_commands import ExchangeCommands
from sharedprog.ui.file_commands import FileCommands
from sharedprog.ui.frame import Frame
from sharedprog.ui.help_commands import HelpCommands
from sharedprog.ui.import_commands import ImportCommands
from sharedprog.ui.leaving import may_leave
from sharedprog.ui.menu_keys import MenuKeys
from sharedprog.ui.opener import Opener
from sharedprog.ui.pages import groups
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.screens.welcome import WelcomePage
from sharedprog.ui.session import Session
from sharedprog.ui.slices import after_events
from sharedprog.ui.top_bar import name_action
from sharedprog.ui.view_commands import ViewCommands
from sharedprog.ui.warming import Warming
from sharedprog.ui.window_state import WindowState
from sharedprog.usecases.document import Document, Saving
from sharedprog.usecases.opening import back_up

SMALL_SCREEN = QSize(1240, 660)
"""Pixels that a laptop of 1280 × 720 has besides its own bars: room enough for text of twice the size."""
FIRST_PAGE = "dashboard"
NAME = "sharedprog"


class Window(QMainWindow):
    """One window for one programme. ``ready`` is sent when the person can work: on the first page, or the welcome."""

    ready = Signal()

    def __init__(self, desk: Desk, geometry: QSettings | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.frame: Frame | None = None
        self.commands = Actions(self)
        self.opener = Opener(desk, self)
        self._warming = Warming(self)
        self.welcome: WelcomePage | None = None
        self._state = WindowState(geometry)
        self._closing = False
        self._centre = QStackedWidget()
        self.setCentralWidget(self._centre)
        self.setMinimumSize(QSize(fonts.scaled(800), fonts.scaled(480)).boundedTo(SMALL_SCREEN))
        self.files = FileCommands(self)
        self.exchange = ExchangeCommands(self)
        self.imports = ImportCommands(self)
        self._dropping = Dropping(self)
        self.boards = BoardCommands(self)
        self.views = ViewCommands(self)
        self.help = HelpCommands(self)
        self._menu_keys = MenuKeys(self, self.open_menu)
        self.opener.opened.connect(self._opened)
        self.opener.refused.connect(self._refused)
        desk.preferences.changed.connect(self._sign)
        desk.preferences.refused.connect(self.tell_trouble)
        self._follow_programme()
        self._state.place(self)

    # What the application and the commands ask

    @property
    def session(self) -> Session | None:
        """The programme that is open."""
        return self.frame.session if self.frame is not None else None

    def open_file(self, path: Path) -> None:
        """Open a programme; the present one stays until the other is there."""
        if self.session is not None and self.session.document.path.absolute() == path.absolute():
            self.tell(f"“{path.stem}” is open already.")
            return
        if not self.may_leave():
            return
        if self.frame is None:
            self.show_welcome().opening(path.stem)
        self.opener.open(path)
        self._warming.first_page()

    def open_again(self) -> None:
        """Open the file of the present programme once more, as it is now."""
        if self.session is not None and self.may_leave():
            self.opener.open(self.session.document.path)

    def may_leave(self) -> bool:
        """Whether another programme may take the place of this one; where something would be lost, the person says."""
        return self.frame is None or may_leave(self, self.frame)

    def show_welcome(self) -> WelcomePage:
        """The page from which everything begins."""
        if self.welcome is None:
            self.welcome = WelcomePage(self.desk, self._centre)
            self.welcome.menu.setMenu(self.commands.menu)
            self.files.serve(self.welcome)
            self._centre.addWidget(self.welcome)
        self._centre.setCurrentWidget(self.welcome)
        return self.welcome

    def begin_with_welcome(self) -> None:
        """Nothing to open: the welcome page is what the person begins with."""
        self.show_welcome().enter()
        QTimer.singleShot(0, self, self.ready.emit)

    @property
    def progress(self) -> ProgressPanel:
        """Where long work is watched: on the page that is shown."""
        return self.frame.progress if self.frame is not None else self.show_welcome().progress

    def go(self, key: str, row_id: str | None = None) -> QWidget | None:
        """Show a page of the open programme."""
        return self.frame.go(key, row_id) if self.frame is not None else None

    def tell(self, sentence: str) -> None:
        """A toast, where there is a frame to show it on."""
        if self.frame is not None:
            self.frame.tell(sentence)

    def tell_trouble(self, sentence: str) -> None:
        """Trouble, on the page that is shown."""
        if self.frame is not None:
            self.frame.tell_trouble(sentence)
        else:
            self.show_welcome().trouble.tell(sentence)

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        if self.frame is not None:
            self.frame.top.open_menu()
        elif self.welcome is not None:
            self.welcome.menu.showMenu()

    # Inside

    def _opened(self, document: Document) -> None:
        """Show a programme in the place of the one before."""
        session = Session(document)
        frame = Frame(session, self.desk, self.commands, self._centre)
        before, self.frame = self.frame, frame
        self._centre.addWidget(frame)
        self._centre.setCurrentWidget(frame)
        if before is not None:
            before.pages.commit()
            before.leave()
        if self.welcome is not None:
            self.welcome.progress.leave()
        self._follow_programme()
        session.saving.connect(self._saving)
        frame.outdated.connect(self.open_again)
        after_events(frame, lambda: self._show_first(frame))

    def _show_first(self, frame: Frame) -> None:
        """The bars have come to the screen, the page follows; unless the programme was left meanwhile."""
        if frame is not self.frame:
            return
        document = frame.session.document
        self._go_where_it_was_left(frame)
        self.desk.preferences.remember(document.path, document.programme.settings.title)
        back_up(document, self.desk.data / "backups", frame.bars.backed_up)
        QTimer.singleShot(0, self, self._begin_work)

    def _begin_work(self) -> None:
        self.ready.emit()
        self._warming.other_pages()
        if not self.files.bring_in():
            self.help.greet()

    def _go_where_it_was_left(self, frame: Frame) -> None:
        """The page that the programme was left on, else the first; the window remembers from here."""
        frame.pages.made.connect(self._state.follow)
        programme = frame.session.document.file.uuid
        known = [place.key for group in groups() for place in group.places]
        left_on = self._state.page(programme)
        frame.go(left_on if left_on in known else FIRST_PAGE)
        frame.came.connect(lambda _: self._state.keep_page(programme, frame.last_place))

    def _refused(self, sentence: str, _path: Path) -> None:
        """A programme could not be opened: the present one stays."""
        if self.welcome is not None:
            self.welcome.opening("")
        self.tell_trouble(sentence)

    def _follow_programme(self) -> None:
        """Which commands can be given, and the title of the window."""
        is_open = self.frame is not None
        self.commands.enable(NEED_PROGRAMME, enabled=is_open)
        self.commands.enable([f"page {place.key}" for group in groups() for place in group.places], enabled=is_open)
        if self.frame is None:
            self.commands.enable(NEED_LIST, enabled=False)
            name_action(self.commands["undo"], "Undo", None)
            name_action(self.commands["redo"], "Redo", None)
            self.setWindowTitle(NAME)
        else:
            path = self.frame.session.document.path
            self.setWindowTitle(f"{path.stem} – {NAME}")
            self.setWindowFilePath(str(path))

    def _sign(self) -> None:
        """Changes are signed with the name of the moment."""
        if self.session is not None:
            self.session.document.who = self.desk.preferences.settings.name

    def _saving(self, saving: Saving) -> None:
        if self._closing and not saving.waiting:
            self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if self._dropping.takes(event.mimeData()):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They were carried on elsewhere."""
        self._dropping.mark.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a file, once the program that it comes from has its hands free."""
        self._dropping.mark.hide()
        event.acceptProposedAction()
        dropped = QMimeData()
        dropped.setUrls(event.mimeData().urls())
        QTimer.singleShot(0, self, lambda: self._dropping.drop(dropped))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what is being typed and wait for it to be written; ask where that cannot be."""
        if self.frame is not None:
            asked = self._closing and self.frame.session.document.saving.trouble is None
            if not asked and not may_leave(self, self.frame):
                self._closing = False
                event.ignore()
                return
            if self.frame.session.document.saving.waiting:
                self._closing = True
                event.ignore()
                return
            self.frame.leave()
            self.frame = None
        self.opener.close()
        self._state.keep_place(self)
        event.accept()
