"""The named colours of the window: light, dark, high contrast, or made from the system's own contrast palette.

Whatever paints asks `current()`, which reads the application's palette; no theme is passed about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True)
class Pair:
    """Text colour on its ground, as `#RRGGBB`."""

    ink: str
    ground: str


@dataclass(frozen=True)
class Tokens:
    """Every colour of the window, as `#RRGGBB`; `rag` is keyed by the letters R, A, G, B and –."""

    canvas: str
    surface: str
    ink: str
    muted: str
    line: str
    strong_line: str
    accent: str
    accent_tint: str
    on_accent: str
    critical: str
    rag: Mapping[str, Pair]
    dark: bool = False
    high_contrast: bool = False

    def pair(self, rag: str) -> Pair:
        """The colours of a RAG letter; anything unknown is shown as not started."""
        return self.rag.get(rag, self.rag["–"])


LIGHT = Tokens(
    canvas="#F5F7F9",
    surface="#FFFFFF",
    ink="#1B2733",
    muted="#5B6B7A",
    line="#DDE3E9",
    strong_line="#C9D2DA",
    accent="#0B5C6B",
    accent_tint="#E3F0F2",
    on_accent="#FFFFFF",
    critical="#8E1A13",
    rag={
        "R": Pair("#8E1A13", "#FBE3E0"),
        "A": Pair("#6B4700", "#FFF0CC"),
        "G": Pair("#14532B", "#DFF2E4"),
        "B": Pair("#183F73", "#E1ECF9"),
        "–": Pair("#42505E", "#EAEEF2"),
    },
)

DARK = Tokens(
    canvas="#14191E",
    surface="#1C232A",
    ink="#E6EBEF",
    muted="#9AA8B5",
    line="#2B343D",
    strong_line="#3A4650",
    accent="#58B7C6",
    accent_tint="#17343A",
    on_accent="#0B1A1E",
    critical="#FF8A80",
    rag={
        "R": Pair("#FFB4AB", "#4A1512"),
        "A": Pair("#FFD27D", "#473200"),
        "G": Pair("#9BDDB1", "#143A22"),
        "B": Pair("#A9CBF7", "#12294A"),
        "–": Pair("#B3BFCA", "#2A333C"),
    },
    dark=True,
)

CONTRAST = Tokens(
    canvas="#000000",
    surface="#000000",
    ink="#FFFFFF",
    muted="#C8C8C8",
    line="#8C8C8C",
    strong_line="#FFFFFF",
    accent="#FFE600",
    accent_tint="#3D3700",
    on_accent="#000000",
    critical="#FFB3AB",
    rag={
        "R": Pair("#FFB3AB", "#000000"),
        "A": Pair("#FFD27D", "#000000"),
        "G": Pair("#9BE8B4", "#000000"),
        "B": Pair("#B5D3FF", "#000000"),
        "–": Pair("#FFFFFF", "#000000"),
    },
    dark=True,
    high_contrast=True,
)
"""White on black, yellow for what matters: every text at least 7 : 1 on its ground."""


def current() -> Tokens:
    """The colours in force in the application now."""
    return _of_application(QGuiApplication.palette().cacheKey())


@lru_cache(maxsize=4)
def _of_application(_cache_key: int) -> Tokens:
    return tokens_of(QGuiApplication.palette())


def tokens_of(palette: QPalette) -> Tokens:
    """The colours that go with a palette: our own three, or those of a high-contrast system palette."""
    roles = (
        QPalette.ColorRole.Window,
        QPalette.ColorRole.Base,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Highlight,
        QPalette.ColorRole.HighlightedText,
    )
    names = tuple(palette.color(QPalette.ColorGroup.Active, role).name().upper() for role in roles)
    for known in (LIGHT, DARK, CONTRAST):
        if (names[0], names[2], names[3]) == (known.canvas, known.ink, known.accent):
            return known
    return high_contrast(*names)


@lru_cache(maxsize=8)
def high_contrast(window: str, base: str, text: str, highlight: str, highlighted: str) -> Tokens:
    """Colours made from those the person chose for the system: no tints, lines as strong as text."""
    plain = Pair(text, base)
    return Tokens(
        canvas=window,
        surface=base,
        ink=text,
        muted=text,
        line=text,
        strong_line=text,
        accent=highlight,
        accent_tint=base,
        on_accent=highlighted,
        critical=text,
        rag=dict.fromkeys("RAGB–", plain),
        dark=QColor(base).lightnessF() < 0.5,
        high_contrast=True,
    )


def palette_of(tokens: Tokens) -> QPalette:
    """The Qt palette that paints in these colours."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.surface), QColor(tokens.canvas))
    colours = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.canvas,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.critical,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.ink,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.strong_line,
        role.Dark: tokens.strong_line,
        role.Shadow: tokens.strong_line,
    }
    for each, colour in colours.items():
        palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.muted))
    return palette
