"""Toasts: short sentences at the foot of the window that say what was done and offer to undo it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.labels import Label, announce, set_role

SECONDS = 6.0
SECONDS_WITH_UNDO = 10.0
SECONDS_WHEN_OTHERS_WAIT = 1.5
FOOT = 80.0
"""Room beneath a toast, before scaling: for the status bar, and for the line that adds a row to a list."""


@dataclass(frozen=True)
class _Toast:
    sentence: str
    undo: Callable[[], object] | None
    kind: str = ""


class Toasts(QFrame):
    """One toast at a time over the foot of `host`, to the right of `beside`; the others wait their turn.

    Never takes the focus, though its buttons can be reached with Tab. It stays while the pointer or
    the focus is on it; Escape, where nothing nearer to the focus wants it, puts it away.
    """

    def __init__(self, host: QWidget, *, beside: QWidget | None = None, pace: float = 1.0) -> None:
        super().__init__(host)
        self._host, self._beside = host, beside
        self._pace = pace
        self._waiting: deque[_Toast] = deque()
        self._present: _Toast | None = None
        self._came_from: QWidget | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._time_is_up)
        set_role(self, "toast")
        self._sentence = Label(wrap=True)
        self._undo = button("Undo", self._undo_it)
        self._dismiss = button("Dismiss", self.dismiss)
        self._layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(*[fonts.scaled(length) for length in (16, 8, 8, 8)])
        layout.setSpacing(fonts.scaled(8))
        layout.addWidget(self._sentence, 1)
        layout.addWidget(self._undo)
        layout.addWidget(self._dismiss)
        self.hide()
        host.installEventFilter(self)
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._note_focus)

    def tell(self, sentence: str, undo: Callable[[], object] | None = None, kind: str = "") -> None:
        """Say this next; with `undo` the toast offers to call it.

        Of toasts of one ``kind`` only the newest is of use: it takes the place of the others at once.
        """
        if kind:
            self._waiting = deque(toast for toast in self._waiting if toast.kind != kind)
        self._waiting.append(_Toast(sentence, undo, kind))
        if self._present is None or (kind and self._present.kind == kind):
            self._show_next()
        else:
            self._timer.start(self._milliseconds())

    def forget_undo(self) -> None:
        """Offer no undo any more: something else was changed since."""
        self._waiting = deque(replace(toast, undo=None) for toast in self._waiting)
        self._undo.hide()

    def dismiss(self) -> None:
        """Put the present toast away and show the next, if one waits."""
        if self._has_focus() and self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_next()

    def present(self) -> str:
        """The sentence on the screen, or an empty text."""
        return self._present.sentence if self._present else ""

    def _show_next(self) -> None:
        if not self._waiting:
            self._present = None
            self._timer.stop()
            self.hide()
            return
        self._present = self._waiting.popleft()
        self._sentence.setText(self._present.sentence)
        self.setAccessibleName(self._present.sentence)
        self._undo.setVisible(self._present.undo is not None)
        self._place()
        self.show()
        self.raise_()
        announce(self, self._present.sentence)
        self._timer.start(self._milliseconds())

    def _milliseconds(self) -> int:
        seconds = SECONDS_WITH_UNDO if self._undo.isVisibleTo(self) else SECONDS
        if self._waiting:
            seconds = SECONDS_WHEN_OTHERS_WAIT
        return round(seconds * 1000 * self._pace)

    def _time_is_up(self) -> None:
        if (self.underMouse() or self._has_focus()) and not self._waiting:
            self._timer.start(self._milliseconds())
        else:
            self._show_next()

    def _has_focus(self) -> bool:
        return self._undo.hasFocus() or self._dismiss.hasFocus()

    def _note_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the focus was before it came here, to give it back."""
        if new in (self._undo, self._dismiss) and old not in (self._undo, self._dismiss):
            self._came_from = old

    def _undo_it(self) -> None:
        undo = self._present.undo if self._present else None
        self.dismiss()
        if undo is not None:
            undo()

    def _place(self) -> None:
        margin = fonts.scaled(16)
        least = margin if self._beside is None else margin + self._beside.width()
        width = min(self._wanted(), fonts.scaled(560), self._host.width() - 2 * margin)
        height = max(self._layout.heightForWidth(width), self.sizeHint().height())
        left = min(least, self._host.width() - margin - width)
        self.setGeometry(left, max(margin, self._host.height() - height - fonts.scaled(FOOT)), width, height)

    def _wanted(self) -> int:
        """The width that the sentence takes on one line, with the buttons beside it."""
        buttons = [each for each in (self._undo, self._dismiss) if each.isVisibleTo(self)]
        taken = sum(each.sizeHint().width() + self._layout.spacing() for each in buttons)
        edges = self._layout.contentsMargins()
        words = QFontMetrics(self._sentence.font()).horizontalAdvance(self._sentence.text())
        return words + taken + edges.left() + edges.right() + fonts.scaled(8)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer holds the toast."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """The time begins again."""
        if self._present is not None:
            self._timer.start(self._milliseconds())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and take an Escape that nobody nearer to the focus wanted."""
        if event.type() == QEvent.Type.Resize and self._present is not None:
            self._place()
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._present is not None
        ):
            self.dismiss()
            return True
        return False
