"""RAG by shape, letter and tint: R ◆, A ▲, G ●, B ■, – ○, drawn so that a grey printer keeps them apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from reportlab.lib.colors import Color, HexColor

from sharedprog.reports import fonts
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.lines import Part
from sharedprog.reports.styles import BOLD_FACE, MUTED, REGULAR_FACE
from sharedprog.reports.text import Run, bold

Rag = Literal["R", "A", "G", "B", "–"]
Direction = Literal["worse", "better", "same", "new"]


class Tint(NamedTuple):
    """Dark ink on a light ground (at least 4.5 : 1), and the word for it."""

    ink: Color
    ground: Color
    word: str


TINTS: dict[Rag, Tint] = {
    "R": Tint(HexColor("#8E1A13"), HexColor("#FBE3E0"), "Red"),
    "A": Tint(HexColor("#6B4700"), HexColor("#FFF0CC"), "Amber"),
    "G": Tint(HexColor("#14532B"), HexColor("#DFF2E4"), "Green"),
    "B": Tint(HexColor("#183F73"), HexColor("#E1ECF9"), "Complete"),
    "–": Tint(HexColor("#42505E"), HexColor("#EAEEF2"), "Not started"),
}

_ARROWS: dict[Direction, str] = {"worse": "↑", "better": "↓", "same": "→"}


def draw_shape(canvas: PackCanvas, rag: Rag, x: float, y: float, radius: float) -> None:
    """The shape of a RAG in its ink, its middle at x, y."""
    ink = TINTS[rag].ink
    canvas.setFillColor(ink)
    canvas.setStrokeColor(ink)
    match rag:
        case "R":
            _polygon(canvas, [(x, y + radius), (x + radius, y), (x, y - radius), (x - radius, y)])
        case "A":
            low, high = y - 0.8 * radius, y + 0.95 * radius
            _polygon(canvas, [(x - radius, low), (x + radius, low), (x, high)])
        case "B":
            side = 0.82 * radius
            canvas.rect(x - side, y - side, 2 * side, 2 * side, stroke=0, fill=1)
        case "G":
            canvas.circle(x, y, 0.85 * radius, stroke=0, fill=1)
        case "–":
            canvas.setLineWidth(radius * 0.3)
            canvas.circle(x, y, 0.7 * radius, stroke=1, fill=0)


def _polygon(canvas: PackCanvas, corners: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


@dataclass(frozen=True)
class Pill:
    """Shape and letter (or number, or word) on the tint; stands in a line of text like a word."""

    rag: Rag
    label: str = ""

    @property
    def words(self) -> str:
        """The letter, unless something says more."""
        return self.label or self.rag

    def width(self, size: float) -> float:
        """Points in text of this size."""
        return size * 1.8 + self._label_width(size)

    def _label_width(self, size: float) -> float:
        return fonts.width(fonts.shown(self.words, BOLD_FACE).text, BOLD_FACE, size * 0.95)

    def draw(self, canvas: PackCanvas, x: float, baseline: float, size: float) -> None:
        """A rounded ground a little higher than the line's letters, the shape, the label."""
        tint = TINTS[self.rag]
        with canvas.artifact():
            canvas.setFillColor(tint.ground)
            low = baseline - size * 0.31
            canvas.roundRect(x, low, self.width(size), size * 1.29, size * 0.25, stroke=0, fill=1)
            draw_shape(canvas, self.rag, x + size * 0.75, baseline + size * 0.33, size * 0.36)
        canvas.write(x + size * 1.38, baseline, self.words, face=BOLD_FACE, size=size * 0.95, colour=tint.ink)


def pill(rag: Rag, label: str = "") -> Pill:
    """``◆ R``, ``◆ 20`` or ``▲ at tolerance``."""
    return Pill(rag, label)


def word_pill(rag: Rag) -> Pill:
    """``▲ Amber``."""
    return Pill(rag, TINTS[rag].word)


@dataclass(frozen=True)
class Strip:
    """Letters or scores of the last boards, oldest first, each in a place as wide as the widest."""

    values: tuple[str, ...]

    def _pitch(self, size: float) -> float:
        widest = max((fonts.width(value, BOLD_FACE, size) for value in self.values), default=0)
        return widest + size * 0.3

    def width(self, size: float) -> float:
        """Points in text of this size."""
        return self._pitch(size) * len(self.values)

    def draw(self, canvas: PackCanvas, x: float, baseline: float, size: float) -> None:
        """The last one, which is now, is bold; what was unknown is muted."""
        pitch = self._pitch(size)
        for index, value in enumerate(self.values):
            middle = x + pitch * (index + 0.5) - size * 0.15
            face = BOLD_FACE if index == len(self.values) - 1 else REGULAR_FACE
            colour = MUTED if value == "–" else TINTS["–"].ink
            canvas.write(middle, baseline, value, face=face, size=size, colour=colour, align="centre")


def strip(values: Sequence[str]) -> Strip:
    """``A A A A R R``, or scores ``12 12 15 20``; ``–`` where there was none."""
    return Strip(tuple(values))


def direction(which: Direction) -> Part:
    """An arrow and always its word: ``↑ worse``, ``↓ better``, ``→ same``, ``new``."""
    words = f"{_ARROWS[which]}\xa0{which}" if which in _ARROWS else which
    return bold(words) if which in ("worse", "new") else Run(words, None, MUTED)
