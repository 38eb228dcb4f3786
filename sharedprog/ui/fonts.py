"""The one family on screen, its sizes, and lengths that grow with it."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

FAMILY = "Source Sans Pro"
BODY = 14.0
SECONDARY = 12.5
CARD_TITLE = 15.0
PAGE_TITLE = 22.0
FORM_TITLE = 17.0

# What the system's own text measures, in pixels, before the person asks for larger text.
_USUAL_SYSTEM_TEXT = {"win32": 12.0, "darwin": 13.0}
_USUAL_ELSEWHERE = 15.0
_LARGEST_SCALE = 2.0

_FACES = ("Regular", "It", "Semibold", "Bold")


def load_family() -> str:
    """Make the family known to Qt and return its name; raises FileNotFoundError if a face is missing."""
    if FAMILY in QFontDatabase.families():
        return FAMILY
    import font_source_sans_pro

    folder = Path(font_source_sans_pro.font_directory)
    for face in _FACES:
        path = folder / f"SourceSansPro-{face}.ttf"
        if QFontDatabase.addApplicationFontFromData(path.read_bytes()) == -1:
            raise FileNotFoundError(path)
    return FAMILY


def system_scale(system_font: QFont) -> float:
    """How much larger than usual the system sets its text: 1.0 to 2.0."""
    usual = _USUAL_SYSTEM_TEXT.get(sys.platform, _USUAL_ELSEWHERE)
    scale = round(QFontInfo(system_font).pixelSize() / usual, 2)
    return min(_LARGEST_SCALE, max(1.0, scale))


def points(pixels: float) -> float:
    """A size in pixels at 100 % as the point size Qt needs to keep its fraction (12.5 px)."""
    screen = QGuiApplication.primaryScreen()
    return pixels * 72.0 / screen.logicalDotsPerInchY()


def body(scale: float = 1.0) -> QFont:
    """The font of ordinary text at a text scale."""
    font = QFont(FAMILY)
    font.setPointSizeF(points(BODY * scale))
    return font


def sized(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The application's family at a size given in pixels for 100 %."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(points(size * text_scale()))
    font.setWeight(weight)
    return font


def secondary() -> QFont:
    """Smaller text beside the body text."""
    return sized(SECONDARY)


def semibold(size: float = BODY) -> QFont:
    """Text that leads: titles of cards, the chosen line, figures that matter."""
    return sized(size, QFont.Weight.DemiBold)


def text_scale() -> float:
    """How large the application's body text is against 14 px."""
    return QGuiApplication.font().pointSizeF() / points(BODY)


def scaled(length: float) -> int:
    """A length given in pixels for 100 %, grown with the application's text."""
    return round(length * text_scale())
