"""Where panels that come and go stand above a page; it takes no room while none is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharedprog.ui import fonts

_TURNS = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Notices(QWidget):
    """Hides itself with the last of its panels."""

    def __init__(self, *panels: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels = panels
        column = QVBoxLayout(self)
        side, air = fonts.scaled(20), fonts.scaled(12)
        column.setContentsMargins(side, air, side, 0)
        column.setSpacing(fonts.scaled(8))
        for panel in panels:
            column.addWidget(panel)
            panel.installEventFilter(self)
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow each panel."""
        if event.type() in _TURNS:
            self._follow()
        return False

    def _follow(self) -> None:
        self.setVisible(any(not panel.isHidden() for panel in self._panels))
