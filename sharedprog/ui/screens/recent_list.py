"""The list of files that were open lately, each with what it is and where; they can be pinned and taken off it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.buttons import button
from sharedprog.ui.desk import Desk
from sharedprog.ui.labels import ElidedLabel, Label, tool_tip
from sharedprog.ui.recent import RecentFiles
from sharedprog.usecases.settings import Recent


class RecentList(QWidget):
    """``opened`` carries the path of a file that is to be opened."""

    opened = Signal(object)

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._files = RecentFiles(desk, self)
        self._files.looked.connect(self._list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(fonts.scaled(2))
        self._title = Label(title, "card-title")
        self._column.addWidget(self._title)
        self._lines: list[QWidget] = []
        self._buttons: list[QPushButton] = []
        desk.preferences.changed.connect(self._renew)
        self._renew()

    def _renew(self) -> None:
        self._list()
        self._files.look()

    def _list(self) -> None:
        """The lines anew; the cursor stays on the same button of the same file, or goes to one nearby."""
        held = next((place for place, each in enumerate(self._buttons) if each.hasFocus()), -1)
        at = self._buttons[held].objectName() if held >= 0 else ""
        old, self._lines, self._buttons = self._lines, [], []
        for recent in self._files.listed():
            self._lines.append(self._line(recent))
            self._column.addWidget(self._lines[-1])
            self._lines[-1].show()  # at once, or it could not take the focus
        if held >= 0 and self._buttons:
            near = self._buttons[min(held, len(self._buttons) - 1)]
            same = next((each for each in self._buttons if each.objectName() == at), near)
            same.setFocus(Qt.FocusReason.OtherFocusReason)
        for line in old:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def _line(self, recent: Recent) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(fonts.scaled(8))
        path, preferences, where = recent.path, self._desk.preferences, self._files.where(recent)
        turn = partial(preferences.pin, path, pinned=not recent.pinned)
        opens = button(recent.name, partial(self.opened.emit, path), "link")
        pin = button("Unpin" if recent.pinned else "Pin", turn, "link")
        remove = button("Remove", partial(preferences.forget, path), "link")
        opens.setToolTip(tool_tip(str(path)))
        opens.setAccessibleDescription(where)
        pin.setToolTip(tool_tip("Pinned files stay at the head of this list"))
        remove.setToolTip(tool_tip("Takes it off this list; the file itself stays"))
        for kind, each in (("Open", opens), (pin.text(), pin), ("Remove", remove)):
            each.setAccessibleName(f"{kind} {recent.name}" if each is opens else f"{kind} {path}")
            each.setObjectName(f"{'pin' if each is pin else kind} {path}")
            self._buttons.append(each)
        row.addWidget(opens)
        row.addWidget(ElidedLabel(where, "trouble" if self._files.gone(recent) else "truth"))
        row.addStretch(1)
        row.addWidget(pin)
        row.addWidget(remove)
        return line


class RecentDialog(QDialog):
    """The same list over an open programme; ``list`` tells what is to be opened."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = "Programmes that were open lately"
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(fonts.scaled(640))
        self.list = RecentList(desk, title)
        self.list.opened.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[fonts.scaled(20)] * 4)
        column.setSpacing(fonts.scaled(12))
        column.addWidget(self.list)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = button("Close", self.reject, "primary")
        close.setDefault(True)
        row.addWidget(close)
        column.addLayout(row)
