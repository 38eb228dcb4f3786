"""The parts of a pack: ticked or not, and in what order they are printed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sharedprog.domain.packing import SECTIONS
from sharedprog.ui import fonts
from sharedprog.ui.buttons import button, icon_button
from sharedprog.ui.labels import Label, set_role
from sharedprog.ui.ticks import Ticks
from sharedprog.ui.wrapping import wrapping

_CODE = Qt.ItemDataRole.UserRole


class SectionList(QWidget):
    """Space ticks a part, Alt+Up and Alt+Down move it; parts can be dragged too."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = QListWidget()
        set_role(self.parts, "sections")
        self.parts.setItemDelegate(Ticks(self.parts))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setAccessibleName("Parts of the pack")
        self.parts.setAccessibleDescription("Space ticks a part, Alt with Up or Down moves it.")
        self.parts.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.parts.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.parts.itemChanged.connect(lambda _: self.changed.emit())
        self.parts.model().rowsMoved.connect(lambda *_: self.changed.emit())
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.parts, lambda step=step: self.move_present(step))
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(fonts.scaled(6))
        above, head = wrapping(fonts.scaled(4))
        head.addWidget(Label("What is in it, in order", "secondary"))
        head.addWidget(button("All", lambda: self._tick(ticked=True), "link"))
        head.addWidget(button("None", lambda: self._tick(ticked=False), "link"))
        head.addWidget(icon_button("up", "Move up (Alt+Up)", lambda: self.move_present(-1)))
        head.addWidget(icon_button("down", "Move down (Alt+Down)", lambda: self.move_present(1)))
        column.addWidget(above)
        column.addWidget(self.parts, 1)
        self.choose(SECTIONS)

    def chosen(self) -> tuple[str, ...]:
        """Codes of the ticked parts, in order."""
        items = [self.parts.item(place) for place in range(self.parts.count())]
        return tuple(str(item.data(_CODE)) for item in items if item.checkState() is Qt.CheckState.Checked)

    def choose(self, codes: Iterable[str]) -> None:
        """Tick these parts, in this order; the others follow, unticked, in the usual order."""
        ticked = [code for code in codes if code in SECTIONS]
        self.parts.clear()
        for code in [*ticked, *(code for code in SECTIONS if code not in ticked)]:
            item = QListWidgetItem(SECTIONS[code])
            item.setData(_CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if code in ticked else Qt.CheckState.Unchecked)
            self.parts.addItem(item)
        self.parts.setCurrentRow(0)
        self.changed.emit()

    def move_present(self, step: int) -> None:
        """Move the part the person is on up (-1) or down (1)."""
        place = self.parts.currentRow()
        if not 0 <= place + step < self.parts.count():
            return
        item = self.parts.takeItem(place)
        self.parts.insertItem(place + step, item)
        self.parts.setCurrentRow(place + step)
        self.changed.emit()

    def _tick(self, *, ticked: bool) -> None:
        for place in range(self.parts.count()):
            self.parts.item(place).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
