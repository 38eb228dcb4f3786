"""RAG pills: always a shape, a letter or number, and a tint, so that they survive a grey printer.

The shapes are drawn, as the family has no circle: red ◆, amber ▲, green ●, blue ■, not started ○.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.tokens import current

WORDS = {"R": "Red", "A": "Amber", "G": "Green", "B": "Blue, complete", "–": "Not started"}

TRAVEL = {"worse": "↑ worse", "same": "→ same", "better": "↓ better", "new": "new"}
"""Direction of travel as it is shown: the arrow says where the score went."""

_SHAPE = 9.0
_GAP = 4.0
_ACROSS = 7.0
_DOWN = 2.0


def pill_size(text: str) -> QSize:
    """The size of a pill with this letter or number in it."""
    metrics = QFontMetrics(fonts.semibold(fonts.SECONDARY))
    gap = _GAP if text else 0
    across = 2 * _ACROSS + _SHAPE + gap
    return QSize(fonts.scaled(across) + metrics.horizontalAdvance(text), metrics.height() + fonts.scaled(2 * _DOWN))


def paint_pill(painter: QPainter, rect: QRectF, rag: str, text: str | None = None) -> None:
    """Paint a pill at the left of `rect`, in its middle; `text` None shows the letter of the RAG.

    `rag` is one of R, A, G, B and –; anything else is shown as not started.
    """
    words = (rag if rag in WORDS else "–") if text is None else text
    tokens = current()
    pair = tokens.pair(rag)
    scale = fonts.text_scale()
    size = pill_size(words)
    box = QRectF(rect.left(), rect.center().y() - size.height() / 2, size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(pair.ink)) if tokens.high_contrast else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4 * scale, 4 * scale)
    side = _SHAPE * scale
    mark = QRectF(box.left() + _ACROSS * scale, box.center().y() - side / 2, side, side)
    paint_shape(painter, mark, rag)
    painter.setPen(QColor(pair.ink))
    painter.setFont(fonts.semibold(fonts.SECONDARY))
    left = mark.right() + _GAP * scale
    room = QRectF(left, box.top(), box.right() - left, box.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()


def paint_shape(painter: QPainter, box: QRectF, rag: str) -> None:
    """Paint only the shape of a RAG, in its ink, filling the box."""
    ink = QColor(current().pair(rag).ink)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if rag in ("R", "A", "G", "B"):
        painter.fillPath(_shape(box, rag), ink)
    else:
        width = box.width() / 7
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, width))
        painter.drawEllipse(box.adjusted(width, width, -width, -width))
    painter.restore()


def _shape(box: QRectF, rag: str) -> QPainterPath:
    path = QPainterPath()
    centre = box.center()
    match rag:
        case "R":
            corners = [
                QPointF(centre.x(), box.top()),
                QPointF(box.right(), centre.y()),
                QPointF(centre.x(), box.bottom()),
                QPointF(box.left(), centre.y()),
            ]
            path.addPolygon(QPolygonF(corners))
        case "A":
            top, foot = box.top() + box.height() * 0.04, box.bottom() - box.height() * 0.08
            corners = [QPointF(centre.x(), top), QPointF(box.right(), foot), QPointF(box.left(), foot)]
            path.addPolygon(QPolygonF(corners))
        case "G":
            inset = box.width() * 0.08
            path.addEllipse(box.adjusted(inset, inset, -inset, -inset))
        case _:
            inset = box.width() * 0.1
            path.addRect(box.adjusted(inset, inset, -inset, -inset))
    return path


class Pill(QWidget):
    """A RAG pill as a widget, for forms and cards."""

    def __init__(self, rag: str = "–", text: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rag = ""
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_rag(rag, text)

    def show_rag(self, rag: str, text: str | None = None) -> None:
        """Show another RAG, with its letter or with a number."""
        self._rag = rag
        self._text = (rag if rag in WORDS else "–") if text is None else text
        self.setAccessibleName(spoken(rag, text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the pill."""
        return pill_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pill."""
        painter = QPainter(self)
        paint_pill(painter, QRectF(self.rect()), self._rag, self._text)


def spoken(rag: str, text: str | None = None) -> str:
    """What a screen reader says of a pill: `Red, 20`."""
    word = WORDS.get(rag, WORDS["–"])
    return f"{word}, {text}" if text else word
