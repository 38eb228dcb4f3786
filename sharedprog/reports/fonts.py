"""Source Sans Pro: registered once for a process, measured, and what it prints for each character."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import font_source_sans_pro
from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from sharedprog.reports.styles import BOLD_FACE, HEAVY_FACE, ITALIC_FACE, REGULAR_FACE
from sharedprog.reports.text import MARK, clean, forbidden

rl_config.useA85 = 0

FILES = {
    REGULAR_FACE: "SourceSansPro-Regular.ttf",
    ITALIC_FACE: "SourceSansPro-It.ttf",
    BOLD_FACE: "SourceSansPro-Semibold.ttf",
    HEAVY_FACE: "SourceSansPro-Bold.ttf",
}

_LOOK_ALIKES = {"‐": "-", "‑": "-", "●": "•", "▪": "•", "\uf0b7": "•", "✔": "✓", "✗": "×", "➔": "→", "➜": "→"}
_LONGEST_REMEMBERED = 60


class Shown(NamedTuple):
    """Text as a face can print it, and the characters that had to be replaced by `MARK`."""

    text: str
    lost: frozenset[str]


def path(face: str) -> Path:
    """Where the TrueType file of a face is."""
    return Path(font_source_sans_pro.font_directory) / FILES[face]


@cache
def _font(face: str) -> TTFont:
    font = TTFont(face, str(path(face)))
    pdfmetrics.registerFont(font)
    return font


def register() -> None:
    """Make every face known to ReportLab; raises TTFError where the package of fonts is damaged."""
    for face in FILES:
        _font(face)


class _Glyphs(dict[int, str]):
    """What one face prints for each code point, learnt as characters are met; for `str.translate`."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self.covered: dict[int, int] = _font(face).face.charToGlyph

    def __missing__(self, code: int) -> str:
        self[code] = printed = self._printed(chr(code))
        return printed

    def _printed(self, character: str) -> str:
        if character in "\n\t":
            return character
        if _is_invisible(character):
            return ""
        if ord(character) in self.covered:
            return character
        if unicodedata.category(character) == "Zs":
            return " "
        alike = _LOOK_ALIKES.get(character) or unicodedata.normalize("NFKC", character)
        return alike if all(ord(each) in self.covered for each in alike) else MARK


def _is_invisible(character: str) -> bool:
    """Joiners, soft hyphens, byte-order marks and variation selectors: nothing to see by definition."""
    code = ord(character)
    return unicodedata.category(character) == "Cf" or 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF


@cache
def _glyphs(face: str) -> _Glyphs:
    return _Glyphs(face)


def shown(text: str, face: str) -> Shown:
    """What prints when a person's text is set in a face: clean, near look-alikes used, the rest marked."""
    glyphs = _glyphs(face)
    printed = clean(text).translate(glyphs)
    if MARK not in printed:
        return Shown(printed, frozenset())
    lost = {each for each in clean(text) if each != MARK and glyphs[ord(each)] == MARK}
    return Shown(printed, forbidden(text) | lost)


@cache
def _advances(face: str) -> tuple[dict[int, float], float]:
    description = _font(face).face
    return description.charWidths, description.defaultWidth


def advance(character: str, face: str) -> float:
    """The width of one character, in thousandths of the size."""
    widths, default = _advances(face)
    return widths.get(ord(character), default)


@lru_cache(maxsize=100_000)
def _remembered_width(text: str, face: str) -> float:
    widths, default = _advances(face)
    return sum(widths.get(ord(each), default) for each in text)


def width(text: str, face: str, size: float) -> float:
    """The width of printed text in points."""
    if len(text) <= _LONGEST_REMEMBERED:
        return _remembered_width(text, face) * size / 1000
    widths, default = _advances(face)
    return sum(widths.get(ord(each), default) for each in text) * size / 1000
