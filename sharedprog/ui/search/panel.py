"""The panel beneath the search field: what was found, chosen with the keys while the cursor stays in the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.labels import Label, announce, set_role
from sharedprog.ui.search.found import FoundModel, Heading, Line
from sharedprog.ui.search.found_painter import FoundPainter
from sharedprog.ui.tokens import current

WIDTH = 640.0
HINT = "Up and Down to choose, Enter to go there, Escape to leave."
FIRST_HINT = "Type a label such as R-012, a word, a name, or what you want to do."
NOTHING = (
    "Nothing was found for “{typed}”. Try fewer words, only the beginnings of words, or a label such as R-012. "
    "Ctrl+F filters the list you are on."
)
READING = "The programme is still being read: more may be found in a moment."


class FoundPanel(QFrame):
    """Lies over ``host`` beneath ``field``. ``chosen`` carries the ``Line`` that the person takes."""

    chosen = Signal(object)

    def __init__(self, host: QWidget, field: QWidget) -> None:
        super().__init__(host)
        self._host, self._field = host, field
        # It covers all of its place, so that the page beneath is not painted anew at each key.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Found")
        self.model = FoundModel()
        self.list = QListView()
        self.list.setAccessibleName("Found")
        set_role(self.list, "found")
        self._painter = FoundPainter(self.list)
        self.list.setItemDelegate(self._painter)
        self.list.setModel(self.model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._take)
        self.words = Label(role="help", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.words)
        self.words.setContentsMargins(*[fonts.scaled(length) for length in (14, 8, 14, 8)])
        self.hide()
        host.installEventFilter(self)

    def show_found(self, typed: str, lines: Sequence[Heading | Line], *, complete: bool) -> None:
        """Show what was found for a text, with the first line chosen."""
        before = self.present if self.isVisible() else None
        self.model.show_lines(lines)
        refs = [line.ref for line in lines if isinstance(line, Line)]
        metrics = QFontMetrics(fonts.secondary())
        self._painter.give_labels(max((metrics.horizontalAdvance(ref) for ref in refs), default=0))
        self.words.setText(_said(typed, found=bool(lines), complete=complete))
        self.list.setVisible(bool(lines))
        self._place()
        self.show()
        self.raise_()
        choices = self.model.choices
        if choices:
            self._choose(choices[0], speak=self.model.line(choices[0]) != before)
            self.list.scrollToTop()
        elif typed.strip():
            announce(self._field, self.words.text())

    def step(self, steps: int) -> None:
        """Choose another line, so many further down."""
        choices = self.model.choices
        if not choices:
            return
        present = self.list.currentIndex().row()
        place = choices.index(present) if present in choices else 0
        self._choose(choices[max(0, min(len(choices) - 1, place + steps))], speak=True)

    def take(self) -> None:
        """Take the line that is chosen."""
        self._take(self.list.currentIndex())

    @property
    def present(self) -> Line | None:
        """The line that is chosen."""
        return self.model.line(self.list.currentIndex().row())

    def _choose(self, place: int, *, speak: bool) -> None:
        index = self.model.index(place)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        # The heading above the first line of a group comes into sight with it.
        if place and self.model.line(place - 1) is None:
            self.list.scrollTo(self.model.index(place - 1))
        self.list.scrollTo(index)
        line = self.model.line(place)
        if speak and line is not None:
            announce(self._field, line.spoken)

    def _take(self, index: QModelIndex) -> None:
        line = self.model.line(index.row())
        if line is not None:
            self.chosen.emit(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole ground, and a line round it."""
        tokens = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.surface))
        painter.setPen(QColor(tokens.strong_line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _place(self) -> None:
        """Beneath the field and in line with its right end, as high as what was found, within the window."""
        margin = fonts.scaled(12)
        corner = self._field.mapTo(self._host, QPoint(self._field.width(), self._field.height()))
        width = min(max(fonts.scaled(WIDTH), self._field.width()), self._host.width() - 2 * margin)
        left = max(margin, min(corner.x(), self._host.width() - margin) - width)
        top = corner.y() + fonts.scaled(6)
        words = self.words.heightForWidth(width - 2)
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.model.rowCount()))
        height = min(rows + 2 * fonts.scaled(6) + 2 if rows else 0, self._host.height() - top - words - 3 * margin)
        self.setGeometry(left, top, width, max(0, height) + words + 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False


def _said(typed: str, *, found: bool, complete: bool) -> str:
    """The sentence at the foot."""
    if not complete:
        return READING
    if not typed.strip():
        return FIRST_HINT
    return HINT if found else NOTHING.format(typed=typed.strip()[:60])
