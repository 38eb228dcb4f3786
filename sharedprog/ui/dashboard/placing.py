"""Where the cards of the dashboard stand: three, two or one beside one another."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.dashboard.card import Card

Place = tuple[int, int, int, int]
"""Row, column, and how many of each a card takes."""
THREE, TWO = 900.0, 600.0
"""The widths of the page, before scaling, from which so many stand beside one another."""
PLACES: dict[int, dict[str, Place]] = {
    3: {
        "confidence": (0, 0, 1, 1),
        "heat": (0, 1, 1, 1),
        "needs": (0, 2, 1, 1),
        "milestones": (1, 0, 1, 2),
        "board": (1, 2, 1, 1),
    },
    2: {
        "needs": (0, 0, 1, 1),
        "board": (0, 1, 1, 1),
        "confidence": (1, 0, 1, 1),
        "heat": (1, 1, 1, 1),
        "milestones": (2, 0, 1, 2),
    },
    1: {
        "needs": (0, 0, 1, 1),
        "board": (1, 0, 1, 1),
        "confidence": (2, 0, 1, 1),
        "heat": (3, 0, 1, 1),
        "milestones": (4, 0, 1, 1),
    },
}
"""Places by how many columns there are, in reading order, which is the order of Tab as well."""
SHARES = {3: (38, 33, 29), 2: (1, 1, 0), 1: (1, 0, 0)}


class CardGrid(QWidget):
    """The cards, arranged by the width that there is."""

    def __init__(self, **cards: Card) -> None:
        super().__init__()
        self.columns = 0
        self._cards = cards
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(fonts.scaled(16))

    def arrange(self, width: int) -> None:
        """Place the cards for a page of this width."""
        columns = 3 if width >= fonts.scaled(THREE) else 2 if width >= fonts.scaled(TWO) else 1
        if columns == self.columns:
            return
        self.columns = columns
        for name, place in PLACES[columns].items():
            self._grid.removeWidget(self._cards[name])
            self._grid.addWidget(self._cards[name], *place)
        for column, share in enumerate(SHARES[columns]):
            self._grid.setColumnStretch(column, share)
        stops = [stop for name in PLACES[columns] for stop in self._cards[name].stops]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
