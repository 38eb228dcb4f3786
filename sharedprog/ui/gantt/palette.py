"""The colours of the chart, mixed from the window's own; whatever they say is said by shape or hatching as well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap

from sharedprog.ui.tokens import Tokens, current

TILE = 6
"""Pixels from one line of the hatching to the next."""


COLOURS = {
    "teal": ("#0B6B73", "#58B7C6"),
    "plum": ("#7B2D72", "#CF8FC6"),
    "ochre": ("#94650A", "#E0B050"),
    "slate": ("#46586A", "#A3B4C4"),
    "moss": ("#4C6A1E", "#A5C76A"),
    "brick": ("#A24A22", "#E6946C"),
    "navy": ("#20407F", "#8FB0F0"),
    "rose": ("#B23A68", "#F09ABB"),
}
"""The colours that groups of bars can have, on a light ground and on a dark one."""


@dataclass(frozen=True)
class Fill:
    """How a bar is painted: what is done, what is left, and its edge, whose width is in pixels."""

    done: QColor
    left: QBrush
    edge: QColor
    width: float = 1.0


class Palette:
    """Pens and brushes made once for the colours of the moment."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._fills: dict[tuple[str, bool], Fill] = {}
        self.surface, self.ink = QColor(tokens.surface), QColor(tokens.ink)
        self.muted, self.line = QColor(tokens.muted), QColor(tokens.line)
        self.strong, self.accent = QColor(tokens.strong_line), QColor(tokens.accent)
        self.tint, self.critical = QColor(tokens.accent_tint), QColor(tokens.critical)
        plain = tokens.high_contrast
        self.done = self.ink if plain else mixed(tokens.accent, tokens.surface, 0.82)
        self.left = self.surface if plain else mixed(tokens.accent, tokens.surface, 0.42)
        self.edge = self.ink if plain else mixed(tokens.accent, tokens.surface, 0.9)
        self.ghost = self.ink if plain else mixed(tokens.muted, tokens.surface, 0.5)
        self.tail = self.ink if plain else mixed(tokens.muted, tokens.surface, 0.78)
        self.rest = mixed(tokens.line, tokens.surface, 0.15 if plain else 0.45)
        self.summary = self.ink
        self.veil = QColor(tokens.surface)
        self.veil.setAlphaF(0.8)
        red = self.surface if plain else mixed(tokens.critical, tokens.surface, 0.62)
        self.hatch = hatched(red.name(), tokens.critical)
        self.selected = QColor(tokens.accent if plain else tokens.accent_tint)
        self.selected.setAlphaF(0.25 if plain else 0.7)
        self.link_pen = QPen(self.tail, 1.0)
        self.critical_pen = QPen(self.critical, 1.2)
        self.month_pen = QPen(self.line, 1.0)
        self.today_pen = QPen(self.accent, 1.6)
        self.board_pen = QPen(self.edge, 1.0, Qt.PenStyle.DashLine)
        self.held_pen = QPen(self.line, 1.0)
        self.day_one_pen = QPen(self.ink, 1.4, Qt.PenStyle.DashLine)

    def fill(self, colour: str | None, *, critical: bool) -> Fill:
        """Of a group's colour, empty for those of no group; ``None`` where bars are not coloured by group.

        What is critical is hatched and has a red edge, whatever its colour.
        """
        if colour is None:
            if critical:
                return Fill(self.critical, self.hatch, self.critical)
            return Fill(self.done, QBrush(self.left), self.edge)
        known = self._fills.get((colour, critical))
        if known is None:
            known = self._fills[colour, critical] = self._mixed(colour, critical=critical)
        return known

    def _mixed(self, colour: str, *, critical: bool) -> Fill:
        tokens = self._tokens
        own = COLOURS[colour][tokens.dark] if colour else tokens.muted
        if tokens.high_contrast:
            own = tokens.ink
        if not colour and not tokens.high_contrast:
            own = mixed(own, tokens.surface, 0.72).name()
        done, left = mixed(own, tokens.surface, 0.92), mixed(own, tokens.surface, 0.40)
        if tokens.high_contrast:
            left = self.surface
        if critical:
            return Fill(done, hatched(left.name(), tokens.critical), self.critical, 1.6)
        return Fill(done, QBrush(left), done)


def palette() -> Palette:
    """The palette of the moment."""
    tokens = current()
    if not _MADE or _MADE[0][0] is not tokens:
        _MADE[:] = [(tokens, Palette(tokens))]
    return _MADE[0][1]


_MADE: list[tuple[Tokens, Palette]] = []


def mixed(colour: str, ground: str, part: float) -> QColor:
    """So much of a colour on a ground, without seeing through it."""
    one, other = QColor(colour), QColor(ground)
    pairs = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(a * part + b * (1 - part)) for a, b in pairs))


@lru_cache(maxsize=32)
def hatched(ground: str, line: str) -> QBrush:
    """A brush of slanted lines that meet from tile to tile."""
    tile = QPixmap(TILE, TILE)
    tile.fill(QColor(ground))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), 1.6))
    for shift in (-TILE, 0, TILE):
        painter.drawLine(QPointF(shift - 1, TILE + 1), QPointF(shift + TILE + 1, -1))
    painter.end()
    return QBrush(tile)
