"""Parts of text set into lines of a width: plain runs and drawn marks, broken where a reader expects it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from reportlab.lib.colors import Color
from reportlab.pdfgen.textobject import PDFTextObject

from sharedprog.reports import fonts
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.styles import Align, TextStyle
from sharedprog.reports.text import Run

_STRETCH = re.compile(r"\n|[ \t]+|[^ \t\n]+")
_SOFT_BREAK = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_TAB = "    "
_FUZZ = 1e-6
_BELOW_MIDDLE = 0.27


class Mark(Protocol):
    """Something drawn that stands in a line like a word: a RAG pill, a tick box, a page number."""

    def width(self, size: float) -> float:
        """Points that it takes in text of this size."""

    def draw(self, canvas: PackCanvas, x: float, baseline: float, size: float) -> None:
        """Draw it with its left edge at x."""


Part = str | Run | Mark
Parts = Part | list[Part] | tuple[Part, ...]


class Look(NamedTuple):
    """Face and colour of a piece of a line."""

    face: str
    colour: Color


class Piece(NamedTuple):
    """A stretch of one look, or one mark, and its width in points."""

    text: str
    look: Look
    width: float
    mark: Mark | None = None


@dataclass(slots=True)
class Word:
    """Pieces that no line may part unless they are wider than a line; `gap` typed spaces stand before."""

    pieces: list[Piece]
    width: float
    gap: int = 0


class Line(NamedTuple):
    """Pieces with where each begins, in points from the left end of the line."""

    pieces: list[tuple[float, Piece]]
    width: float


class Text(NamedTuple):
    """What was typed as lines of words, not yet broken; `lost` are characters that the font lacks."""

    lines: list[list[Word]]
    lost: frozenset[str]

    def natural_width(self, size: float) -> float:
        """Points that the longest typed line takes when nothing breaks it."""
        return max((_line_width(words, size) for words in self.lines), default=0)

    def longest_word(self) -> float:
        """Points of the widest thing that a line should not part."""
        return max((word.width for words in self.lines for word in words), default=0)


def _line_width(words: list[Word], size: float) -> float:
    return sum(word.width + word.gap * _space(word.pieces[0].look, size) for word in words)


def _space(look: Look, size: float) -> float:
    return fonts.width(" ", look.face, size)


class _Reader:
    """Reads parts one after another into typed lines of words."""

    def __init__(self, style: TextStyle) -> None:
        self.style = style
        self.lines: list[list[Word]] = [[]]
        self.lost: frozenset[str] = frozenset()
        self._gap, self._glued = 0, False

    def add(self, part: Part) -> None:
        """Take one part; it is glued to the one before unless a space stands between."""
        if isinstance(part, str):
            self._add_text(part, Look(self.style.face, self.style.colour))
        elif isinstance(part, Run):
            look = Look(part.face or self.style.face, part.colour or self.style.colour)
            self._add_text(part.text, look)
        else:
            look = Look(self.style.face, self.style.colour)
            self._append(Piece("", look, part.width(self.style.size), part))
            self._glued = True

    def _add_text(self, text: str, look: Look) -> None:
        shown = fonts.shown(text, look.face)
        self.lost |= shown.lost
        for stretch in _STRETCH.findall(shown.text):
            if stretch == "\n":
                self.lines.append([])
                self._gap, self._glued = 0, False
            elif stretch[0] in " \t":
                self._gap, self._glued = len(stretch.replace("\t", _TAB)), False
            else:
                for piece in _SOFT_BREAK.split(stretch):
                    self._append(Piece(piece, look, fonts.width(piece, look.face, self.style.size)))
                self._glued = True

    def _append(self, piece: Piece) -> None:
        words = self.lines[-1]
        if self._glued and words:
            words[-1].pieces.append(piece)
            words[-1].width += piece.width
        else:
            words.append(Word([piece], piece.width, self._gap))
        self._gap, self._glued = 0, False


def read(parts: Parts, style: TextStyle) -> Text:
    """Split parts into typed lines of words."""
    reader = _Reader(style)
    for part in parts if isinstance(parts, list | tuple) else [parts]:
        reader.add(part)
    return Text(reader.lines, reader.lost)


class _Setter:
    """Fills lines one after another."""

    def __init__(self, room: float, size: float) -> None:
        self.room, self.size = room, size
        self.lines: list[Line] = []
        self._pieces: list[tuple[float, Piece]] = []
        self._used = 0.0

    def set_line(self, words: list[Word]) -> None:
        """One typed line, which becomes one or more set lines."""
        for word in words:
            spaces = word.gap
            gap = spaces * _space(word.pieces[0].look, self.size)
            if self._pieces and self._used + gap + word.width > self.room + _FUZZ:
                self._end()
                spaces = 0
            elif not self._pieces and gap > self.room / 2:
                spaces = 0
            gap = gap if spaces else 0
            if self._used + gap + word.width <= self.room + _FUZZ:
                for piece in word.pieces:
                    self._put(piece, spaces, gap)
                    spaces, gap = 0, 0
            else:
                self._part(word)
        self._end()

    def _put(self, piece: Piece, spaces: int = 0, gap: float = 0) -> None:
        """Add a piece at the end behind typed spaces, joined to the one before when that looks the same."""
        start = self._used
        self._used += gap + piece.width
        if piece.mark is not None:
            self._pieces.append((start + gap, piece))
            return
        text = " " * spaces + piece.text
        if self._pieces:
            x, last = self._pieces[-1]
            if last.mark is None and last.look == piece.look:
                self._pieces[-1] = (x, Piece(last.text + text, piece.look, self._used - x))
                return
        self._pieces.append((start, Piece(text, piece.look, gap + piece.width)))

    def _part(self, word: Word) -> None:
        """A word wider than a line, cut between characters where each line is full."""
        for piece in word.pieces:
            if piece.mark is not None:
                if self._used + piece.width > self.room and self._pieces:
                    self._end()
                self._put(piece)
                continue
            for text in self._slices(piece):
                if text:
                    self._put(Piece(text, piece.look, fonts.width(text, piece.look.face, self.size)))
                else:
                    self._end()

    def _slices(self, piece: Piece) -> Iterator[str]:
        """Stretches of a piece that fill a line, with an empty one wherever the line ends."""
        start, used = 0, self._used
        for index, character in enumerate(piece.text):
            step = fonts.advance(character, piece.look.face) * self.size / 1000
            at_start = index == start and not self._pieces
            if used + step > self.room and not at_start and not unicodedata.combining(character):
                if start < index:
                    yield piece.text[start:index]
                yield ""
                start, used = index, self._used
            used += step
        if start < len(piece.text):
            yield piece.text[start:]

    def _end(self) -> None:
        self.lines.append(Line(self._pieces, self._used))
        self._pieces, self._used = [], 0.0


def set_lines(text: Text, room: float, size: float) -> list[Line]:
    """Break text into lines at most `room` points wide; one character at least stands on each."""
    setter = _Setter(room, size)
    for words in text.lines:
        setter.set_line(words)
    return setter.lines


def paint(canvas: PackCanvas, lines: list[Line], style: TextStyle, x: float, top: float, room: float) -> None:
    """Write set lines downwards from `top`, aligned in `room` points from `x`."""
    pen = _Pen(canvas, style)
    baseline = top - style.leading / 2 - style.size * _BELOW_MIDDLE
    for line in lines:
        start = x + _offset(style.align, room - line.width)
        for offset, piece in line.pieces:
            if piece.mark is None:
                pen.write(piece, start + offset, baseline)
            else:
                pen.lift()
                piece.mark.draw(canvas, start + offset, baseline, style.size)
        baseline -= style.leading
    pen.lift()


class _Pen:
    """Writes pieces one after another, moving, and changing its look, only where it must."""

    def __init__(self, canvas: PackCanvas, style: TextStyle) -> None:
        self._canvas, self._style = canvas, style
        self._text: PDFTextObject | None = None
        self._look: Look | None = None
        self._begin = self._baseline = 0.0

    def write(self, piece: Piece, x: float, baseline: float) -> None:
        """Write a piece at a place on the page."""
        if self._text is None:
            self._text = self._canvas.beginText(x, baseline)
            self._begin, self._look = x, None
        elif baseline != self._baseline:
            if x == self._begin and abs(self._baseline - baseline - self._style.leading) < _FUZZ:
                self._text.textLine()
            else:
                self._text.setTextOrigin(x, baseline)
                self._begin = x
        if piece.look != self._look:
            self._text.setFont(piece.look.face, self._style.size, self._style.leading)
            self._text.setFillColor(piece.look.colour)
            self._look = piece.look
        self._text.textOut(piece.text)
        self._baseline = baseline

    def lift(self) -> None:
        """End what was written, before something is drawn."""
        if self._text is not None:
            self._canvas.drawText(self._text)
            self._text = None


def _offset(align: Align, spare: float) -> float:
    return {"left": 0.0, "right": spare, "centre": spare / 2}[align]
