"""Icons by what they mean. The one file that knows QtAwesome.

QtAwesome brings the icon fonts and their names. Importing it costs 0.2 s, as it loads a dozen fonts
and parts of Qt the window does not use (and on Windows installs them for the user), so only its
files are read: one font, drawn as outlines in the colour of the palette of the moment.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QRawFont,
)
from PySide6.QtWidgets import QWidget

from sharedprog.ui import fonts
from sharedprog.ui.tokens import Tokens, current

_NAMES = {
    "undo": "arrow-go-back-line",
    "redo": "arrow-go-forward-line",
    "search": "search-line",
    "add": "add-line",
    "remove": "delete-bin-line",
    "close": "close-line",
    "calendar": "calendar-line",
    "menu": "menu-line",
    "more": "more-line",
    "filter": "filter-line",
    "columns": "layout-column-line",
    "print": "printer-line",
    "pdf": "file-text-line",
    "save": "save-line",
    "open": "folder-open-line",
    "saved": "check-line",
    "saving": "loader-4-line",
    "trouble": "error-warning-line",
    "information": "information-line",
    "link": "links-line",
    "unlink": "link-unlink",
    "indent": "indent-increase",
    "outdent": "indent-decrease",
    "history": "history-line",
    "down": "arrow-down-s-line",
    "up": "arrow-up-s-line",
    "left": "arrow-left-s-line",
    "right": "arrow-right-s-line",
    "zoom-in": "zoom-in-line",
    "zoom-out": "zoom-out-line",
    "fit-width": "fullscreen-line",
    "person": "user-line",
    "people": "team-line",
    "settings": "settings-3-line",
    "panel": "layout-right-line",
}

MEANINGS = tuple(_NAMES)


def icon(meaning: str, colour: str = "ink") -> QIcon:
    """The icon for one of `MEANINGS`, in a colour named as in `Tokens`; KeyError for any other."""
    return QIcon(_Engine(_NAMES[meaning], colour))


class Mark(QWidget):
    """An icon that stands beside text, the size of a line, and is no button."""

    def __init__(self, meaning: str, colour: str = "ink", size: float = 18.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(meaning, colour)
        self.setFixedSize(fonts.scaled(size), fonts.scaled(size))

    def show_meaning(self, meaning: str, colour: str = "ink") -> None:
        """Show another icon."""
        self._icon = icon(meaning, colour)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, in the colours of the moment."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())


class _Engine(QIconEngine):
    """Draws one glyph at any size and scaling, tinted when it is painted."""

    def __init__(self, glyph: str, colour: str) -> None:
        super().__init__()
        self._glyph = glyph
        self._colour = colour

    def clone(self) -> QIconEngine:
        """Another engine for the same glyph, as Qt asks when icons are copied."""
        return _Engine(self._glyph, self._colour)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """The outline, scaled to the rectangle."""
        tokens = current()
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.center().x() + 0.5 - side / 2, rect.center().y() + 0.5 - side / 2)
        painter.scale(side / _EM, side / _EM)
        painter.fillPath(_outline(self._glyph), _colour(tokens, self._colour, mode))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The glyph on nothing, in device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


_EM = 1024


def _colour(tokens: Tokens, name: str, mode: QIcon.Mode) -> QColor:
    if mode == QIcon.Mode.Disabled:
        return QColor(tokens.strong_line)
    return QColor(str(getattr(tokens, name)))


@lru_cache(maxsize=1)
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome")
    return Path(spec.origin).parent / "fonts"


@lru_cache(maxsize=1)
def _names_to_letters() -> dict[str, str]:
    (path,) = _folder().glob("remixicon-charmap-*.json")
    return dict(json.loads(path.read_text("utf-8")))


@lru_cache(maxsize=1)
def _font() -> QRawFont:
    (path,) = _folder().glob("remixicon-*.ttf")
    return QRawFont(str(path), float(_EM))


@lru_cache(maxsize=len(_NAMES))
def _outline(glyph: str) -> QPainterPath:
    """The glyph in a square of `_EM` units, its top left corner at the origin."""
    font = _font()
    letter = chr(int(_names_to_letters()[glyph], 16))
    (index,) = font.glyphIndexesForString(letter)
    path = font.pathForGlyph(index)
    (advance,) = font.advancesForGlyphIndexes([index])
    path.translate((_EM - advance.x()) / 2, (_EM - font.descent() + font.ascent()) / 2)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path
