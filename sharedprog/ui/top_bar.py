"""The head of the window: which programme this is, search, undo, and the one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import icon_size
from sharedprog.ui.editors.fields import LineField
from sharedprog.ui.icons import icon
from sharedprog.ui.labels import ElidedLabel, literal, set_role, tool_tip
from sharedprog.ui.offers import words_of

HEIGHT = 44.0

_LONGEST_NAME = 200.0
_WIDE_ENOUGH_FOR_NAMES = 1100.0
_WIDE_ENOUGH_FOR_PARTNERS = 800.0
_LEAST_WIDTH = 600.0
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
"""Keys that go through what is found, and how far."""


class TopBar(QFrame):
    """Built round the window's own actions, so that bar, menu and shortcuts never disagree.

    `undo` and `redo` are named through `name_action`.
    """

    def __init__(self, undo: QAction, redo: QAction, make_the_pack: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "top-bar")
        self._menu = QToolButton()
        self._menu.setIcon(icon("menu"))
        self._menu.setIconSize(icon_size())
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setAccessibleName("Menu")
        self._menu.setToolTip(tool_tip("Menu (F10)"))
        set_role(self._menu, "plain")
        self._menu.hide()
        self._programme = ElidedLabel(role="card-title", least=160)
        self._partners = ElidedLabel(role="secondary")
        self.search = SearchField()
        self.undo_button = ActionButton(undo, "undo")
        self.redo_button = ActionButton(redo, "redo")
        self.pack_button = ActionButton(make_the_pack)
        set_role(self.pack_button, "primary")
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+K"), self, self.focus_search)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(fonts.scaled(8), 0, fonts.scaled(16), 0)
        row.setSpacing(fonts.scaled(12))
        row.addWidget(self._menu)
        row.addWidget(self._programme)
        row.addWidget(self._partners)
        row.addStretch(1)
        row.addWidget(self.search, 100)
        for action in (self.undo_button, self.redo_button, self.pack_button):
            row.addWidget(action)
        least = self.pack_button.sizeHint().height() + fonts.scaled(12)
        self.setMinimumHeight(max(fonts.scaled(HEIGHT), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window shows Undo by its icon, and one narrower still leaves out the partners."""
        super().resizeEvent(event)
        self.undo_button.show_words(self.width() >= fonts.scaled(_WIDE_ENOUGH_FOR_NAMES))
        self._partners.setVisible(self.width() >= fonts.scaled(_WIDE_ENOUGH_FOR_PARTNERS))

    def minimumSizeHint(self) -> QSize:
        """What is needed once all that may give way has done so."""
        return QSize(fonts.scaled(_LEAST_WIDTH), super().minimumSizeHint().height())

    def set_programme(self, name: str, partners: str) -> None:
        """Show which programme is open, and whose."""
        self._programme.setText(name)
        self._partners.setText(partners)

    def set_menu(self, menu: QMenu) -> None:
        """Show the menu button at the left."""
        self._menu.setMenu(menu)
        self._menu.show()

    def open_menu(self) -> None:
        """Open the menu from the keyboard."""
        self._menu.showMenu()

    def focus_search(self) -> None:
        """Go to the search field, ready to type over what is there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self.search.asked.emit()


def name_action(action: QAction, verb: str, what: str | None) -> None:
    """Say what an undo or redo would do: `Undo: Edit risk R-012`; None leaves nothing to do."""
    words = verb if what is None else f"{verb}: {what}"
    short = QFontMetrics(fonts.semibold()).elidedText(words, Qt.TextElideMode.ElideRight, fonts.scaled(_LONGEST_NAME))
    action.setText(literal(words))
    action.setIconText(literal(short))
    action.setEnabled(what is not None)


class SearchField(LineField):
    """Search everything: the cursor stays here while keys go through what is found.

    ``asked`` says that the person wants to search, ``moved`` carries how many lines further down they go, ``taken``
    is Enter, and ``left`` Escape.
    """

    asked = Signal()
    moved = Signal(int)
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search everything")
        self.setAccessibleName("Search everything")
        self.setToolTip(tool_tip("Search everything (Ctrl+K)"))
        self.setClearButtonEnabled(True)
        self.add_mark(QAction(icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(fonts.scaled(120))
        self.setMaximumWidth(fonts.scaled(280))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that go through what is found; all others are typed."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.moved.emit(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click means to search, too."""
        super().mousePressEvent(event)
        self.asked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field; while it is empty, its shortcut at the right."""
        self.show_hint("" if self.text() or self.hasFocus() else "Ctrl+K")
        super().paintEvent(event)


class ActionButton(QToolButton):
    """Shows an action, following its words, tool-tip and whether it can be done now."""

    def __init__(self, action: QAction, meaning: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if meaning:
            action.setIcon(icon(meaning))
        self.setDefaultAction(action)
        self.setIconSize(icon_size())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_words(not meaning)
        action.changed.connect(self._tell)
        self._tell()

    def _tell(self) -> None:
        """The whole name and the keys, which Qt would otherwise take for markup."""
        action = self.defaultAction()
        words = words_of(action.text())
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tool_tip(f"{words} ({keys})" if keys else words))
        self.setAccessibleName(words)

    def show_words(self, words: bool) -> None:
        """Show the words of the action, or its icon alone."""
        style = Qt.ToolButtonStyle
        beside = style.ToolButtonTextOnly if self.icon().isNull() else style.ToolButtonTextBesideIcon
        self.setToolButtonStyle(beside if words else style.ToolButtonIconOnly)
