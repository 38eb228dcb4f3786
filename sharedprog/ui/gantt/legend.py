"""What the colours of the bars mean: a swatch, a mark and a name for each partner or workstream."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharedprog.domain.plan.bar_groups import NOBODY, BarGroups
from sharedprog.ui import fonts
from sharedprog.ui.gantt.palette import Fill, palette

SWATCH, GAP, APART = 26.0, 6.0, 18.0
"""Before scaling: the width of a swatch, the room between it and its words, and between one entry and the next."""
CRITICAL = "Critical"


class Legend(QWidget):
    """In as many lines as it needs; hidden while bars are not coloured by group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[tuple[str, bool, str]] = []
        self.setAccessibleName("Colours of the bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_groups(self, groups: BarGroups | None) -> None:
        """Explain these; ``None`` for nothing."""
        self._entries = []
        if groups is not None:
            self._entries = [(each.colour, False, f"{each.mark}  {each.name}") for each in groups.groups.values()]
            self._entries += [("", False, NOBODY[groups.by]), ("", True, CRITICAL)]
        self.setAccessibleDescription("; ".join(words for _, _, words in self._entries))
        self.setVisible(bool(self._entries))
        self._take_room()
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """The entries as they read."""
        return tuple(words for _, _, words in self._entries)

    def sizeHint(self) -> QSize:
        """The lines that the entries take in this width."""
        lines = 1 + max((line for line, *_ in self._places()), default=0)
        return QSize(fonts.scaled(200), lines * self._line())

    def minimumSizeHint(self) -> QSize:
        """A line at least."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines in another width."""
        super().resizeEvent(event)
        self._take_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Swatches and words."""
        painter, colours = QPainter(self), palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(fonts.secondary())
        metrics, height = QFontMetrics(fonts.secondary()), self._line()
        for (line, left, words), (colour, critical, _) in zip(self._places(), self._entries, strict=True):
            middle = line * height + height / 2
            box = QRectF(left, middle - height * 0.24, fonts.scaled(SWATCH), height * 0.48)
            _paint_swatch(painter, box, colours.fill(colour, critical=critical))
            painter.setPen(colours.ink)
            baseline = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(box.right() + fonts.scaled(GAP), baseline), words)

    def _line(self) -> int:
        return QFontMetrics(fonts.secondary()).height() + fonts.scaled(5)

    def _take_room(self) -> None:
        height = self.sizeHint().height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _places(self) -> list[tuple[int, int, str]]:
        """The line, the left edge and the words of each entry, cut where one is wider than all there is."""
        metrics, wide = QFontMetrics(fonts.secondary()), max(self.width(), fonts.scaled(120))
        before = fonts.scaled(SWATCH) + fonts.scaled(GAP)
        line, left, places = 0, 0, []
        for _, _, words in self._entries:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide - before)
            width = before + metrics.horizontalAdvance(shown)
            if left and left + width > wide:
                line, left = line + 1, 0
            places.append((line, left, shown))
            left += width + fonts.scaled(APART)
        return places


def _paint_swatch(painter: QPainter, box: QRectF, fill: Fill) -> None:
    """A small bar, half of it done."""
    painter.setPen(QPen(fill.edge, fill.width))
    painter.setBrush(fill.left)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill.done)
    painter.drawRoundedRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()), 2, 2)
