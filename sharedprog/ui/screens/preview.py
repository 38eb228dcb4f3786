"""Pages made for a look: a list to print, or an earlier pack made again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.domain.packing import ListOrder, MadePack
from sharedprog.domain.words import counted
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.choosing import file_name
from sharedprog.ui.desk import Desk
from sharedprog.ui.labels import ElidedLabel, Label
from sharedprog.ui.registers.table_page import TablePage
from sharedprog.ui.screens.pages_panel import PagesPanel
from sharedprog.ui.session import Session
from sharedprog.usecases import board_pack

LONGEST = 120
"""Characters of each thing that was asked of a list that stand on its pages."""


class PreviewPage(QWidget):
    """Shows pages as they come from the worker; ``wants`` goes back to the page it was asked from."""

    said = Signal(str)
    refused = Signal(str)
    wants = Signal(str)

    def __init__(self, desk: Desk, title: str, back: str, proposed: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proposed = proposed
        self._title = title
        self._truth = ElidedLabel("", "truth")
        self._save = button("Save as PDF…", self.save, "primary", "save")
        self._save.setEnabled(False)
        self._print = button("Print…", self.print_pages, "", "print")
        self._print.setEnabled(False)
        self.pages = PagesPanel(desk, title, "The pages are on their way.")
        self.pages.made.connect(self._made)
        self.pages.refused.connect(self.refused)
        self.pages.said.connect(self.said)
        head = QHBoxLayout()
        head.setSpacing(fonts.scaled(12))
        head.addWidget(Label(title, "page-title"))
        head.addWidget(self._truth, 1)
        head.addWidget(button("Back", lambda: self.wants.emit(back)))
        head.addWidget(self._print)
        head.addWidget(self._save)
        self.head = head
        column = QVBoxLayout(self)
        side = fonts.scaled(20)
        column.setContentsMargins(side, fonts.scaled(12), side, 0)
        column.setSpacing(fonts.scaled(8))
        column.addLayout(head)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(fonts.scaled(8))
        column.addLayout(self.tools)
        column.addWidget(self.pages, 1)

    def enter(self) -> None:
        """Put the cursor into the pages."""
        self.pages.view.area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self, sentence: str, work: Callable[..., MadePack], order: object, *, tells: bool = True) -> None:
        """Have the pages made once this page is shown."""
        QTimer.singleShot(0, self, lambda: self.pages.make(sentence, work, order, tells=tells))

    def save(self) -> None:
        """Save the pages that are shown."""
        self.pages.save(f"Save {self._title}", self._proposed)

    def print_pages(self) -> None:
        """Send the pages that are shown to a printer."""
        self.pages.print_pages()

    def _made(self, made: MadePack) -> None:
        self._truth.setText(counted(made.pages, "page"))
        self._save.setEnabled(True)
        self._print.setEnabled(True)


def list_preview(session: Session, desk: Desk, page: TablePage) -> PreviewPage:
    """The list of a page as it stands: its rows, its columns, its order, and what it leaves out in words."""
    words = page.filter.text().strip()
    asked = [page.chips.present, f"“{words}”" if words else "", *map(str, page.filters.conditions)]
    filtered = [shorten(part, LONGEST, placeholder="…") for part in asked if part]
    order = ListOrder(
        view=session.view,
        register=page.register.key,
        rows=page.model.ids,
        columns=page.model.names,
        made=session.document.clock().replace(microsecond=0),
        title=page.register.title,
        filter=", ".join(filtered),
    )
    name = file_name(f"{session.programme.settings.title} {page.register.title.lower()}")
    proposed = session.document.path.with_name(f"{name}.pdf")
    made = PreviewPage(desk, f"Print {page.register.title.lower()}", page.register.key, proposed)
    made.begin("Making the pages…", board_pack.print_list, order, tells=False)
    return made


def pack_again(session: Session, desk: Desk, pack_id: str) -> PreviewPage:
    """An earlier final pack as it was; raises ``Trouble`` where it cannot be made."""
    order = board_pack.again(session.document, pack_id)
    title = f"Pack {order.version} of board {order.board.number}"
    name = file_name(f"{order.programme.settings.title} board {order.board.number} pack {order.version}")
    made = PreviewPage(desk, title, "packs", session.document.path.with_name(f"{name}.pdf"))
    made.begin(f"Making {title[0].lower()}{title[1:]} again…", board_pack.print_pack, order)
    return made
