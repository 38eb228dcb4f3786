"""Five short notes that show a newcomer round the window, and hold nobody up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.frame import Frame
from sharedprog.ui.labels import Label, announce, literal, set_role
from sharedprog.ui.tokens import current

PAGE = "risks"
"""The page that the notes are shown on: it has a table and a form."""
WIDTH = 340.0


@dataclass(frozen=True)
class Note:
    """One note and what it points at in a frame."""

    title: str
    words: str
    target: Callable[[Frame], QWidget]


def _table(frame: Frame) -> QWidget:
    """The list of the page, in front where there is room for one of the two only."""
    page = frame.pages.list_page()
    if page is None:
        return frame.pages
    page.splitter.leave_form()
    return page.splitter.rows


def _form(frame: Frame) -> QWidget:
    """The form of the page, in front where there is room for one of the two only."""
    page = frame.pages.list_page()
    if page is None:
        return frame.pages
    page.splitter.show_form()
    return page.splitter.form


NOTES = (
    Note(
        "Every page is here",
        "Ctrl+1 to Ctrl+9 go to the first nine. What needs somebody is counted in red.",
        lambda frame: frame.side,
    ),
    Note(
        "One line is one row",
        "Type in the line at the foot to add a row; only its title is needed. Ctrl+F filters the list.",
        _table,
    ),
    Note(
        "The row you are on, in full",
        "Enter goes into the form, Escape back to the list. Shift+F1 says what a field is. What you type is saved "
        "as you leave the field.",
        _form,
    ),
    Note(
        "Nothing is lost",
        "Undo says what it would take back, as far as when you opened the file. The history keeps who changed what.",
        lambda frame: frame.top.undo_button,
    ),
    Note(
        "And this makes the pack",
        "The papers for the next board, with what has changed since the last. You see the pages before anybody else.",
        lambda frame: frame.top.pack_button,
    ),
)


class Tour(QFrame):
    """The notes, one at a time, over a frame that can be used as before. ``over`` is sent when it is left."""

    over = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._began_at = frame.pages.key
        self._place = 0
        self._target: QWidget | None = None
        self._ring = _Ring(frame)
        set_role(self, "note")
        self._title = Label(role="card-title", wrap=True)
        self._words = Label(wrap=True)
        self._count = Label(role="secondary")
        self._skip = button("Skip", self.leave, "link")
        self._back = button("Back", self.back)
        self._next = button("Next", self.forward, "primary")
        self._lay_out()
        frame.installEventFilter(self)

    def begin(self) -> None:
        """Show the first note, with the cursor on its button."""
        self._frame.go(PAGE, enter=False)
        self._frame.came.connect(self._elsewhere)
        self.show_note(0)

    @property
    def number(self) -> int:
        """Which note is shown, from 1."""
        return self._place + 1

    def pointed(self) -> QRect:
        """What is pointed at, as a part of the frame."""
        if self._target is None:
            return QRect()
        whole = QRect(self._target.mapTo(self._frame, QPoint(0, 0)), self._target.size())
        return whole.intersected(self._frame.rect())

    def forward(self) -> None:
        """The next note; after the last the tour is over."""
        if self._place + 1 == len(NOTES):
            self.leave()
        else:
            self.show_note(self._place + 1)

    def back(self) -> None:
        """The note before."""
        self.show_note(max(0, self._place - 1))

    def show_note(self, place: int) -> None:
        """Show a note beside what it points at."""
        self._place = place
        note, count = NOTES[place], f"{place + 1} of {len(NOTES)}"
        self._title.setText(note.title)
        self._words.setText(note.words)
        self._count.setText(count)
        self._back.setEnabled(place > 0)
        self._next.setText(literal("Done" if place + 1 == len(NOTES) else "Next"))
        said = f"{note.title}. {note.words}"
        self.setAccessibleName(f"Tour, {count}")
        self.setAccessibleDescription(said)
        target = note.target(self._frame)
        self.show()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow(target)
        announce(self, f"{count}. {said}")

    def leave(self) -> None:
        """Put the notes away and go back to where the person was."""
        self._frame.removeEventFilter(self)
        self._frame.came.disconnect(self._elsewhere)
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._ring.hide()
        self.hide()
        if self._frame.pages.key == PAGE:
            self._frame.go(self._began_at)
        self.over.emit()
        self._ring.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the sizes of the window and of what is pointed at; take an Escape that nobody else wanted."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show):
            self._point()
        elif (
            event.type() == QEvent.Type.KeyPress
            and watched is self._frame
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.leave()
            return True
        return False

    # Inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(16)] * 4)
        column.setSpacing(fonts.scaled(6))
        column.addWidget(self._title)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(fonts.scaled(8))
        row.addWidget(self._count)
        row.addStretch(1)
        for each in (self._skip, self._back, self._next):
            row.addWidget(each)
        column.addSpacing(fonts.scaled(4))
        column.addLayout(row)

    def _follow(self, target: QWidget) -> None:
        """Keep beside another target."""
        if self._target is not None:
            self._target.removeEventFilter(self)
        self._target = target
        target.installEventFilter(self)
        self._point()

    def _point(self) -> None:
        """Stand beside the target, and ring it."""
        if self._target is None:
            return
        width = fonts.scaled(WIDTH)
        column = self.layout()
        height = column.heightForWidth(width) if column is not None else self.sizeHint().height()
        pointed = self.pointed()
        self.setGeometry(beside(pointed, QSize(width, height), self._frame.size(), fonts.scaled(12)))
        around = fonts.scaled(4)
        self._ring.setGeometry(pointed.adjusted(-around, -around, around, around).intersected(self._frame.rect()))
        self._ring.show()
        self._ring.raise_()
        self.raise_()

    def _elsewhere(self, key: str) -> None:
        """Whoever goes to another page has begun to work: the notes are over."""
        if key != PAGE:
            self.leave()


def beside(target: QRect, note: QSize, room: QSize, gap: int) -> QRect:
    """Where a note stands: right of its target, or beneath, or left of it; over its edge where nothing else fits."""
    places = (
        QPoint(target.right() + gap, target.top() + gap),
        QPoint(target.right() - note.width(), target.bottom() + gap),
        QPoint(target.left() - gap - note.width(), target.top() + gap),
    )
    whole = QRect(QPoint(gap, gap), room - QSize(2 * gap, 2 * gap))
    for place in places:
        if whole.contains(QRect(place, note)):
            return QRect(place, note)
    left = min(max(target.center().x() - note.width() // 2, gap), max(gap, room.width() - note.width() - gap))
    top = min(max(target.bottom() - note.height() - 4 * gap, gap), max(gap, room.height() - note.height() - gap))
    return QRect(QPoint(left, top), note)


class _Ring(QWidget):
    """A line round what a note points at; the mouse goes through it."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = fonts.scaled(3)
        painter.setPen(QPen(QColor(current().accent), width))
        room = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(room, fonts.scaled(6), fonts.scaled(6))
