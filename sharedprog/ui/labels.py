"""Words on the screen as plain text: no text of a person is ever read as markup."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

from sharedprog.ui import fonts

LONGEST_TIP = 800
"""Characters of a tool-tip: more would cover the window, and is to be read in its place."""


class Label(QLabel):
    """Plain text in one of the roles of the stylesheet; wraps when asked to."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if role:
            set_role(self, role)
        self.setText(text)


PARTS = " · "
FEWEST = 12
"""Letters of a beginning that says something; fewer are left out."""


class ElidedLabel(Label):
    """One line that ends in … where there is no room, the whole being in its tool-tip.

    Of several facts as many are shown as there is room for, none of them in part.

    It gives way down to `least`, in pixels for 100 %, and is never wider than its text.
    """

    def __init__(self, text: str = "", role: str = "", *, least: float = 48.0, parent: QWidget | None = None) -> None:
        self._least = least
        super().__init__(text, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show this text; line ends become spaces."""
        super().setText(" ".join(text.split()))
        self.setToolTip(tool_tip(text))

    def minimumSizeHint(self) -> QSize:
        """Room for the text, or for as little of it as it may give way to."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), fonts.scaled(self._least)), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """As much of the line as there is room for."""
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        room = self.contentsRect()
        words = fitting(QFontMetrics(self.font()), self.text(), room.width())
        self.style().drawItemText(
            painter,
            room,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            option.palette,
            bool(option.state & QStyle.StateFlag.State_Enabled),
            words,
            self.foregroundRole(),
        )


def fitting(metrics: QFontMetrics, text: str, room: int) -> str:
    """As much of a line as there is room for: whole facts, or of the first its beginning."""
    parts = text.split(PARTS)
    for count in range(len(parts), 0, -1):
        words = PARTS.join(parts[:count])
        if metrics.horizontalAdvance(words) <= room:
            return words
    words = metrics.elidedText(parts[0], Qt.TextElideMode.ElideRight, room)
    return words if len(words) > FEWEST or len(parts) == 1 else ""


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is, for the stylesheet; may be called again to change it."""
    set_mark(widget, "role", role)


def set_mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property the stylesheet looks at, and have the widget drawn by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it will be, before it is drawn or measured
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def tool_tip(text: str) -> str:
    """The text as a tool-tip that Qt shows letter for letter; an empty text stays empty, a long one is cut."""
    if not text:
        return ""
    if len(text) > LONGEST_TIP:
        text = f"{text[: LONGEST_TIP - 1].rstrip()}…"
    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>")


def literal(text: str) -> str:
    """The text for a button or a menu, its ampersands shown as they are."""
    return text.replace("&", "&&")


def announce(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say a sentence without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
