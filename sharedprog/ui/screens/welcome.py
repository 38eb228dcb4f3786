"""The page from which everything begins: the sample, a programme of one's own, or a file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button, icon_size
from sharedprog.ui.desk import Desk
from sharedprog.ui.icons import icon
from sharedprog.ui.labels import Label, set_role, tool_tip
from sharedprog.ui.name_panel import NamePanel
from sharedprog.ui.progress import ProgressPanel
from sharedprog.ui.screens.recent_list import RecentList
from sharedprog.ui.scrolled import Scrolled
from sharedprog.ui.trouble import TroublePanel

WIDTH = 760.0


class WelcomePage(QWidget):
    """Nothing here holds anybody up: one press opens the sample."""

    sample = Signal()
    new = Signal()
    open = Signal()
    recent = Signal(object)
    """Open a file that was open lately: its ``Path``."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QToolButton()
        self.menu.setIcon(icon("menu"))
        self.menu.setIconSize(icon_size())
        self.menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu.setAccessibleName("Menu")
        self.menu.setToolTip(tool_tip("Menu (F10)"))
        set_role(self.menu, "plain")
        self.name = NamePanel(desk.preferences)
        self.trouble = TroublePanel()
        self.progress = ProgressPanel()
        self._opening = Label("", "truth")
        self._opening.hide()
        self._recent = RecentList(desk, "Lately open")
        self._recent.opened.connect(self.recent)
        self._lay_out()

    def enter(self) -> None:
        """Put the cursor on what a newcomer does first: Enter opens the sample."""
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def opening(self, name: str) -> None:
        """Say which programme is on its way; an empty name says nothing."""
        self._opening.setText(f"Opening “{name}”…" if name else "")
        self._opening.setVisible(bool(name))
        if name:
            self.trouble.clear()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(fonts.scaled(16))
        column.addWidget(Label("sharedprog", "page-title"))
        words = "Programme management for public bodies that share services: one window, one file, one board pack."
        column.addWidget(Label(words, "truth", wrap=True))
        column.addWidget(self.trouble)
        column.addLayout(self._cards())
        column.addWidget(self.progress)
        column.addWidget(self._opening)
        column.addWidget(self.name)
        column.addWidget(self._recent)
        column.addStretch(1)
        inside.setMaximumWidth(fonts.scaled(WIDTH))
        middle = QHBoxLayout()
        middle.setContentsMargins(fonts.scaled(20), fonts.scaled(40), fonts.scaled(20), fonts.scaled(20))
        middle.addStretch(1)
        middle.addWidget(inside, 8)
        middle.addStretch(1)
        scrolled = QWidget()
        scrolled.setLayout(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, fonts.scaled(6), 0, 0)
        whole.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(fonts.scaled(8), 0, fonts.scaled(8), 0)
        head.addWidget(self.menu)
        head.addStretch(1)
        whole.addLayout(head)
        whole.addWidget(Scrolled(scrolled), 1)

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(16))
        first = self._first = button("Open the sample", self.sample.emit, "primary")
        second = button("Start my own", self.new.emit)
        third = button("Open a file…", self.open.emit)
        row.addWidget(_card("See how it works", "Two councils share 21 functions, seven boards into it.", first), 1)
        row.addWidget(_card("A new programme", "Its name, the partners and the dates: the rest can wait.", second), 1)
        row.addWidget(_card("A programme you have", "A file on this computer that ends in .sharedprog.", third), 1)
        return row


def _card(title: str, sentence: str, does: QPushButton) -> QFrame:
    card = QFrame()
    set_role(card, "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*[fonts.scaled(16)] * 4)
    column.setSpacing(fonts.scaled(8))
    column.addWidget(Label(title, "card-title"))
    words = Label(sentence, "truth", wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(words, 1)
    column.addWidget(does, alignment=Qt.AlignmentFlag.AlignLeft)
    return card
