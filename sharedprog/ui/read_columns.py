"""Columns of a table to read: as wide as their words, one of them with the room that is left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from sharedprog.ui import fonts
from sharedprog.ui.head_hands import HeadHands
from sharedprog.ui.heads import HEAD_PAD, halves
from sharedprog.ui.sharing import Need, fixed, share
from sharedprog.ui.when_seen import WhenSeen

LOOKED_AT = 60
"""Rows looked at to see how wide a column must be."""
AIR = 18.0
"""Room round the words of a cell."""
SHORT, LONG = 180.0, 420.0
"""Before scaling: words up to the first are shown whole; the second is the most that a column asks for."""
LEAST, LEAST_TAKER = 110.0, 150.0
"""The least width of columns whose words are longer, and of the one that takes what is left."""


class ReadColumns(QObject):
    """Keeps the columns of a table in step with its width and its words; one that a person widened stays so.

    ``extra`` is room for what else stands in the cells of a column, before scaling.
    """

    def __init__(self, table: QTableView, taker: int, extra: Mapping[int, float] | None = None) -> None:
        super().__init__(table)
        self._table, self._taker, self._extra = table, taker, dict(extra or {})
        self._needs: list[Need] = []
        self._held: dict[int, int] = {}
        self._looked_at = -1
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        HeadHands(heads).widened.connect(self._hold)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.viewport().installEventFilter(self)
        model = table.model()
        resetting, renewing = WhenSeen(table, self._reset), WhenSeen(table, self.renew)
        model.modelReset.connect(resetting.want)
        model.dataChanged.connect(lambda *_: renewing.want())
        model.rowsInserted.connect(self._more)
        self.renew()

    def renew(self) -> None:
        """Look at the words again."""
        model = self._table.model()
        self._looked_at = min(model.rowCount(), LOOKED_AT)
        self._needs = [self._need(column) for column in range(model.columnCount())]
        self.give_room()

    def give_room(self) -> None:
        """Share the width of now."""
        shown = [place for place in range(len(self._needs)) if not self._table.isColumnHidden(place)]
        if self._taker not in shown:
            return
        needs = [self._needs[place] for place in shown]
        widths = share(self._table.viewport().width(), needs, shown.index(self._taker))
        for place, width in zip(shown, widths, strict=True):
            self._table.setColumnWidth(place, self._held.get(place, width))

    def leave(self) -> None:
        """Leave the columns alone: the table gets another model."""
        self._table.viewport().removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the table."""
        if event.type() == QEvent.Type.Resize:
            self.give_room()
        return False

    def _reset(self) -> None:
        if self._table.model().columnCount() != len(self._needs):
            self._held.clear()
        self.renew()

    def _more(self) -> None:
        if self._looked_at < LOOKED_AT:
            self.renew()

    def _hold(self, section: int) -> None:
        self._held[section] = self._table.columnWidth(section)
        self.renew()

    def _need(self, column: int) -> Need:
        if column in self._held:
            return fixed(self._held[column])
        line, word, half = self._widest(column)
        head, head_word = self._head(column)
        if column != self._taker and line <= fonts.scaled(SHORT):
            whole = max(line, head)
            return Need(min(whole, max(half, head_word)), whole, whole) if self._table.wordWrap() else fixed(whole)
        most, least = fonts.scaled(LONG), fonts.scaled(LEAST_TAKER if column == self._taker else LEAST)
        wanted, least = max(head, min(line, most)), max(head, min(line, least))
        tight = max(word, head_word) if self._table.wordWrap() else least
        return Need(min(tight, least), least, wanted)

    def _widest(self, column: int) -> tuple[int, int, int]:
        """The widest line of the first rows, the widest word, and what two lines take, with the air round them."""
        model, metrics = self._table.model(), QFontMetrics(QApplication.font())
        texts = [str(model.index(row, column).data() or "") for row in range(self._looked_at)]
        air = fonts.scaled(AIR + self._extra.get(column, 0.0))
        line = max((metrics.horizontalAdvance(each) for text in texts for each in text.split("\n")), default=0)
        word = max((metrics.horizontalAdvance(max(text.split(), key=len, default="")) for text in texts), default=0)
        half = 0
        if self._table.wordWrap() and line <= fonts.scaled(SHORT):
            half = max((metrics.horizontalAdvance(each) for text in texts for each in halves(metrics, text)), default=0)
        return line + air, word + air, half + air

    def _head(self, column: int) -> tuple[int, int]:
        label = str(self._table.model().headerData(column, Qt.Orientation.Horizontal) or "")
        metrics = QFontMetrics(fonts.semibold(fonts.SECONDARY))
        air = 2 * fonts.scaled(HEAD_PAD) + 2
        return metrics.horizontalAdvance(label) + air, max(map(metrics.horizontalAdvance, halves(metrics, label))) + air
