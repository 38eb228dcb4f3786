"""The heads of a table, whose labels go on in a second line where their column is narrow."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

from sharedprog.ui import fonts

PAD, HEAD_PAD = 8.0, 9.0
"""Room at each side of a label, as the stylesheet has it, and what a column allows for it."""


class Heads(QHeaderView):
    """As high as the highest of the labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def fit(self) -> None:
        """Be as high as the labels are at the widths of now."""
        self.geometriesChanged.emit()

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, logicalIndex: int) -> None:  # Qt's name
        """The label in its lines."""
        super().initStyleOptionForIndex(option, logicalIndex)
        option.text = "\n".join(self._lines(logicalIndex))

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # Qt's name
        """What a label takes at the width that its column has now."""
        size = super().sectionSizeFromContents(logicalIndex)
        further = len(self._lines(logicalIndex)) - 1
        return QSize(size.width(), size.height() + further * self._metrics().lineSpacing())

    def _lines(self, section: int) -> tuple[str, ...]:
        """The label, broken between words where there is no room for it."""
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        metrics = self._metrics()
        if metrics.horizontalAdvance(words) <= self.sectionSize(section) - 2 * fonts.scaled(PAD):
            return (words,)
        return halves(metrics, words)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(fonts.semibold(fonts.SECONDARY))


def halves(metrics: QFontMetrics, text: str) -> tuple[str, ...]:
    """A text broken between words into the two lines that need least width; one word stays as it is."""
    words = text.split(" ")
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(pairs, key=lambda pair: max(map(metrics.horizontalAdvance, pair)), default=(text,))
