"""The manual in a window of its own: short pages in Markdown, searched, nothing loaded from anywhere else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_button
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.labels import Label, announce, set_role
from sharedprog.ui.manual_pages import FOLDER, PAGES, PICTURES, Passage, found, text_of

SIZE = QSize(1000, 720)
SIDE = 264.0
_HIT = Qt.ItemDataRole.UserRole


class Manual(QWidget):
    """A list of pages and the page; links lead from one to another and nowhere else, and there is a way back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Manual – sharedprog")
        room = self.screen().availableSize()
        self.resize(QSize(fonts.scaled(SIZE.width()), fonts.scaled(SIZE.height())).boundedTo(room))
        self.search = LineField()
        self.search.setPlaceholderText("Search the manual")
        self.search.setAccessibleName("Search the manual")
        self.search.setClearButtonEnabled(True)
        self.pages = QListWidget()
        self.pages.setAccessibleName("Pages of the manual")
        self.pages.addItems(list(PAGES.values()))
        self.hits = QListWidget()
        self.hits.setAccessibleName("Passages found")
        self.hits.setWordWrap(True)
        self.hits.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hits.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.text = ManualText()
        self._told = Label(role="secondary", wrap=True)
        self._been: list[str] = []
        self._place = -1
        self.back = icon_button("left", "Back (Alt+Left)", lambda: self._travel(-1))
        self.forward = icon_button("right", "Forward (Alt+Right)", lambda: self._travel(1))
        self._lay_out()
        self._connect()
        self.show_page("start")
        self.text.setFocus()

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a page, at a heading of it; KeyError for one that is not there."""
        if name not in PAGES:
            raise KeyError(name)
        if self.present != name:
            self._been = [*self._been[: self._place + 1], name]
            self._place = len(self._been) - 1
        self._show()
        if heading:
            self.text.go_to(heading)

    @property
    def present(self) -> str:
        """The name of the page that is shown."""
        return self._been[self._place] if self._been else ""

    # Inside

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(fonts.scaled(SIDE))
        self._lists = QStackedWidget()
        for each in (self.pages, self.hits):
            set_role(each, "sections")
            self._lists.addWidget(each)
        way = QHBoxLayout()
        way.setSpacing(fonts.scaled(4))
        way.addWidget(self.back)
        way.addWidget(self.forward)
        way.addWidget(self.search, 1)
        column = QVBoxLayout(side)
        column.setContentsMargins(*[fonts.scaled(12)] * 4)
        column.setSpacing(fonts.scaled(8))
        column.addLayout(way)
        column.addWidget(self._told)
        column.addWidget(self._lists, 1)
        self._told.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addWidget(self.text, 1)

    def _connect(self) -> None:
        self.pages.currentRowChanged.connect(lambda place: self.show_page(list(PAGES)[place]))
        self.hits.currentItemChanged.connect(lambda item, _before: self._show_hit(item))
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._first_hit)
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Escape"), self, self._escape)
        QShortcut(QKeySequence("Alt+Left"), self, lambda: self._travel(-1))
        QShortcut(QKeySequence("Alt+Right"), self, lambda: self._travel(1))
        for keys in ("Ctrl+F", "Ctrl+K"):
            QShortcut(QKeySequence(keys), self, self._to_search)

    def _show(self) -> None:
        """The present page, in the list and beside it."""
        self.text.show_page(self.present)
        self.pages.blockSignals(True)
        self.pages.setCurrentRow(list(PAGES).index(self.present))
        self.pages.blockSignals(False)
        self.back.setEnabled(self._place > 0)
        self.forward.setEnabled(self._place + 1 < len(self._been))

    def _travel(self, step: int) -> None:
        if 0 <= self._place + step < len(self._been):
            self._place += step
            self._show()

    def _search(self, words: str) -> None:
        """Show the passages that hold the words; with no words, the pages."""
        hits = found(words)
        self.hits.blockSignals(True)
        self.hits.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.place}\n{excerpt(hit.text, words)}")
            item.setData(_HIT, hit)
            self.hits.addItem(item)
        self.hits.blockSignals(False)
        asked = bool(words.strip())
        self._lists.setCurrentWidget(self.hits if asked else self.pages)
        told = "" if not asked else counted(len(hits))
        self._told.setText(told)
        self._told.setVisible(asked)
        if told:
            announce(self.search, told)

    def _first_hit(self) -> None:
        if self.hits.count():
            self.hits.setCurrentRow(0)
            self.hits.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hit(self, item: QListWidgetItem | None) -> None:
        hit = item.data(_HIT) if item is not None else None
        if isinstance(hit, Passage):
            self.show_page(hit.page)
            self.text.point_out(hit, self.search.text().split())

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _escape(self) -> None:
        """First the search goes, then the window."""
        if self.search.text():
            self.search.clear()
            self._to_search()
        else:
            self.close()

    def _follow(self, url: QUrl) -> None:
        name = Path(url.path()).stem
        if url.isRelative() and name in PAGES:
            self.show_page(name)


class ManualText(QTextBrowser):
    """Shows our own pages and our own pictures; whatever else a page might name is not loaded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setOpenLinks(False)
        self.setAccessibleName("Manual")
        set_role(self, "manual")
        self.document().setDocumentMargin(fonts.scaled(24))
        self._fitted = QTimer(self, singleShot=True, interval=50)
        self._fitted.timeout.connect(self._fit)
        self._width = 0

    def show_page(self, name: str) -> None:
        """One of the pages; FileNotFoundError where it is missing."""
        self._name = name
        self.setExtraSelections([])
        self._width = self.viewport().width()
        self.setMarkdown(text_of(name))

    def go_to(self, heading: str) -> None:
        """Bring a heading to the top."""
        block = self.document().begin()
        while block.isValid() and not (block.blockFormat().headingLevel() and block.text() == heading):
            block = block.next()
        if block.isValid():
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top) - fonts.scaled(8))

    def point_out(self, hit: Passage, words: list[str]) -> None:
        """Bring a passage into sight with the first of the words marked in it."""
        self.go_to(hit.heading)
        block = self._block_of(hit)
        if not block.isValid():
            return
        cursor = QTextCursor(block)
        for word in words:
            marked = self.document().find(word, cursor)
            if not marked.isNull():
                cursor = marked
                break
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._mark(cursor)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Our own pictures, no wider than the page; nothing else, from no other place."""
        asked = name.toString() if isinstance(name, QUrl) else name
        own = asked == f"{PICTURES}/{Path(asked).name}"
        if kind != QTextDocument.ResourceType.ImageResource.value or not own:
            return None
        picture = QImage(str(FOLDER / PICTURES / Path(asked).name))
        room = self._width - 2 * round(self.document().documentMargin()) - fonts.scaled(8)
        if 0 < room < picture.width():
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width, once it stays."""
        super().resizeEvent(event)
        if self._name and self.viewport().width() != self._width:
            self._fitted.start()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        before = bar.value() / max(1, bar.maximum())
        self.show_page(self._name)
        bar.setValue(round(before * bar.maximum()))

    def _mark(self, cursor: QTextCursor) -> None:
        """Mark what was found, also while the cursor is in the list of what was found."""
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format.setBackground(self.palette().highlight())
        selection.format.setForeground(self.palette().highlightedText())
        self.setExtraSelections([selection])

    def _block_of(self, hit: Passage) -> QTextBlock:
        """The paragraph a passage begins with; a line of a table is found by its first cell."""
        begins = hit.text.split(": ")[0][:40]
        block, under = self.document().begin(), False
        while block.isValid():
            under = under or block.text() == hit.heading
            if under and block.text().startswith(begins):
                return block
            block = block.next()
        return block


def excerpt(text: str, words: str, most: int = 120) -> str:
    """The part of a passage that holds the first of the words."""
    first = (words.casefold().split() or [""])[0]
    place = max(0, text.casefold().find(first))
    begin = 0 if place < most // 2 else text.rfind(" ", 0, place - most // 4) + 1
    part = text[begin : begin + most]
    return f"{'…' if begin else ''}{part}{'…' if begin + most < len(text) else ''}"


def counted(number: int) -> str:
    """How many passages were found, or what to do where none was."""
    if number == 0:
        return "Nothing found. Try one word, or part of one."
    return "1 passage" if number == 1 else f"{number} passages"
