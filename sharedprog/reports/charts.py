"""Statistical charts as one-page PDFs: vectors, labelled directly, in the paper's palette.

matplotlib takes most of a second to load, so it loads when the first chart is drawn.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sharedprog.reports import fonts
from sharedprog.reports.rag import TINTS, Rag
from sharedprog.reports.styles import BOLD_FACE, INK, MUTED, REGULAR_FACE, STRONG_LINE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from reportlab.lib.colors import Color

_SMALLEST = 8.5
_LINE = 11.0
_FOOT, _TOP, _SIDE = 24.0, 18.0, 60.0
_BAR = 0.62
_HATCHES: dict[Rag, str] = {"R": "////", "A": "...", "G": ""}
_BANDS: tuple[Rag, ...] = ("G", "A", "R")
_LIGHT: dict[Rag, str] = {"R": "#E79A93", "A": "#F2CB7A", "G": "#A9D8B7"}


class BandCounts(NamedTuple):
    """Open risks in each band when one board met."""

    board: str
    red: int
    amber: int
    green: int

    def of(self, rag: Rag) -> int:
        """The count of one band."""
        return {"R": self.red, "A": self.amber, "G": self.green}[rag]

    @property
    def total(self) -> int:
        """Open risks in all."""
        return self.red + self.amber + self.green


def _hex(colour: Color) -> str:
    return f"#{int(colour.hexval(), 16):06X}"


@cache
def _face(name: str) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=str(fonts.path(name)), size=_SMALLEST)


def _figure(width: float, height: float) -> Figure:
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / 72, height / 72))
    FigureCanvasPdf(figure)
    return figure


def _saved(figure: Figure) -> bytes:
    """The figure as PDF: TrueType fonts, and neither a date nor the name of a program."""
    import matplotlib as mpl

    written = io.BytesIO()
    nothing: dict[str, Any] = dict.fromkeys(("CreationDate", "ModDate", "Producer", "Creator"))
    with mpl.rc_context({"pdf.fonttype": 42, "text.parse_math": False, "hatch.linewidth": 0.6}):
        figure.savefig(written, format="pdf", metadata=nothing, transparent=True)
    return written.getvalue()


def risks_by_band(counts: Sequence[BandCounts], width: float, height: float) -> bytes:
    """Open risks by band at each board, green at the foot; size in points, at least one board."""
    figure = _figure(width, height)
    axes = figure.add_axes((0.0, _FOOT / height, 1 - _SIDE / width, 1 - (_FOOT + _TOP) / height))
    highest = max(1, *(count.total for count in counts))
    _dress(axes, [count.board for count in counts], highest)
    scale = (height - _FOOT - _TOP) / highest
    for place, count in enumerate(counts):
        _stack(axes, place, count)
        _label(axes, place, count, scale, named=place == len(counts) - 1)
    return _saved(figure)


def _stack(axes: Axes, place: int, count: BandCounts) -> None:
    """One bar; each band has its own hatching, so that a grey printer keeps them apart."""
    low = 0
    for rag in _BANDS:
        axes.bar(
            place,
            count.of(rag),
            _BAR,
            bottom=low,
            color=_LIGHT[rag],
            edgecolor=_hex(TINTS[rag].ink),
            hatch=_HATCHES[rag],
            linewidth=0.6,
        )
        low += count.of(rag)


def _label(axes: Axes, place: int, count: BandCounts, scale: float, *, named: bool) -> None:
    """Counts in the bar, or beside it where the band is thin; the last bar also says which band is which."""
    beside: list[tuple[float, str, Rag]] = []
    low = 0
    for rag in _BANDS:
        value = count.of(rag)
        middle, thin = low + value / 2, value * scale < _LINE
        low += value
        if value and not thin:
            ground = {"facecolor": "#FFFFFF", "edgecolor": "none", "boxstyle": "round,pad=0.12"}
            ink = TINTS[rag].ink
            _write(axes, place, middle, str(value), BOLD_FACE, ink, ha="center", va="center", bbox=ground)
        if value and (thin or named):
            words = f"{rag} {TINTS[rag].word.lower()}" if named else ""
            beside.append((middle * scale, f"{words} {value if thin else ''}".strip(), rag))
    heights = spread([middle for middle, _words, _rag in beside], _LINE)
    for at, (_middle, words, rag) in zip(heights, beside, strict=True):
        _write(axes, place + _BAR / 2 + 0.06, at / scale, words, BOLD_FACE, TINTS[rag].ink, va="center")
    _write(axes, place, low + 4 / scale, str(low), REGULAR_FACE, MUTED, ha="center", va="bottom")


def spread(heights: Sequence[float], apart: float) -> list[float]:
    """Rising heights moved upwards as little as keeps them this far apart, all in points."""
    moved: list[float] = []
    for height in heights:
        moved.append(max(height, moved[-1] + apart) if moved else height)
    return moved


def _write(axes: Axes, x: float, y: float, words: str, face: str, colour: Color, **place: Any) -> None:  # noqa: ANN401
    printed = fonts.shown(words, face).text
    axes.text(x, y, printed, fontproperties=_face(face), color=_hex(colour), parse_math=False, **place)


def _dress(axes: Axes, boards: Sequence[str], highest: int) -> None:
    """A line to stand on and the boards under it; no frame, no legend."""
    axes.set_xlim(-0.5, len(boards) - 0.5)
    axes.set_ylim(0, highest)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(_hex(STRONG_LINE))
    axes.tick_params(length=0, pad=4)
    axes.set_yticks([])
    axes.set_xticks(range(len(boards)), [fonts.shown(board, REGULAR_FACE).text for board in boards])
    for label in axes.get_xticklabels():
        label.set_fontproperties(_face(REGULAR_FACE))
        label.set_color(_hex(INK))
        label.set_parse_math(False)
