"""A phrase on the screen: its names strong, its words never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharedprog.domain.phrases import Phrase, phrase, plain

NARROWEST = 120


class PhraseLabel(QWidget):
    """Wraps to its width; what it says is its accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrase: Phrase = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What it says."""
        return plain(self._phrase)

    def say(self, *parts: Phrase) -> None:
        """Say these phrases, a space between them."""
        said: list[Phrase] = []
        for part in filter(None, parts):
            said += [phrase(" "), part] if said else [part]
        self._phrase = tuple(each for part in said for each in part)
        self.setAccessibleName(self.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at a width."""
        return round(self._laid_out(max(width, NARROWEST))[1] + 0.5)

    def sizeHint(self) -> QSize:
        """Three lines, or so."""
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        """The lines at a width, and their height."""
        layout = QTextLayout("".join(part.text for part in self._phrase), self.font())
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        ranges, start = [], 0
        for part in self._phrase:
            if part.strong:
                made = QTextLayout.FormatRange()
                made.start, made.length, made.format = start, len(part.text), strong
                ranges.append(made)
            start += len(part.text)
        layout.setFormats(ranges)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height
