"""The manual in a window of its own: short pages in Markdown, nothing loaded from anywhere else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.labels import set_role

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "manual"
PAGES = {
    "start": "Start",
    "plan": "Plan",
    "health": "Schedule health",
    "risks": "Risks and issues",
    "poisons": "Poisons and antidotes",
    "actions": "Actions and decisions",
    "boards": "Boards and packs",
    "people": "Partners and people",
    "history": "History",
    "finding": "Finding and adding",
    "files": "Files and backups",
    "exchange": "Import and export",
    "keyboard": "Keyboard",
    "about": "About",
}
"""Pages by the name of their file, in reading order, with their titles."""
OF_REGISTER = {
    "dashboard": "start",
    "since": "boards",
    "tasks": "plan",
    "workstreams": "plan",
    "risks": "risks",
    "issues": "risks",
    "matrices": "risks",
    "poisons": "poisons",
    "actions": "actions",
    "decisions": "actions",
    "board_meetings": "boards",
    "packs": "boards",
    "pack": "boards",
    "again": "boards",
    "programme": "start",
    "partners": "people",
    "people": "people",
    "bank_holidays": "plan",
    "health": "health",
    "import": "exchange",
    "history": "history",
}


def page_for(key: str) -> str:
    """The page of the manual that goes with a page of the window."""
    return OF_REGISTER.get(key, "start")


class Manual(QWidget):
    """A list of pages and the page; links lead from one to another and nowhere else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Manual – sharedprog")
        self.resize(fonts.scaled(900), fonts.scaled(680))
        self.pages = QListWidget()
        self.pages.setAccessibleName("Pages of the manual")
        set_role(self.pages, "side-list")
        self.pages.addItems(list(PAGES.values()))
        self.pages.setFixedWidth(fonts.scaled(212))
        self.text = ManualText()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pages)
        row.addWidget(self.text, 1)
        self.pages.currentRowChanged.connect(lambda place: self.text.show_page(list(PAGES)[place]))
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Escape"), self, self.close)
        self.show_page("start")

    def show_page(self, name: str) -> None:
        """Show a page; KeyError for one that is not there."""
        self.pages.setCurrentRow(list(PAGES).index(name))

    def _follow(self, url: QUrl) -> None:
        name = Path(url.path()).stem
        if name in PAGES:
            self.show_page(name)


class ManualText(QTextBrowser):
    """Shows our own pages; whatever else a page might name is not loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName("Manual")
        set_role(self, "manual")
        self.document().setDocumentMargin(fonts.scaled(24))

    def show_page(self, name: str) -> None:
        """One of the pages; FileNotFoundError where it is missing."""
        self.setMarkdown((FOLDER / f"{name}.md").read_text(encoding="utf-8"))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: no page has pictures or styles, and no other place is asked for any."""
        return None
