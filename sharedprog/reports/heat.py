"""The risk heat map on paper: the geometry of the domain, painted so that no marker or line covers a word."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import Color

from sharedprog.domain.heatmap import HeatCell, HeatMap, HeatPoint
from sharedprog.domain.phrases import RAG_WORDS, letter
from sharedprog.domain.words import counted
from sharedprog.reports import fonts, lines
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.figures import Figure
from sharedprog.reports.rag import TINTS
from sharedprog.reports.styles import BOLD_FACE, INK, MUTED, SMALL, WHITE, TextStyle
from sharedprog.reports.wording import rag_of

LABELS = 54.0
"""Room for the words of likelihood, in points."""
TALL, NARROWEST = 45.0, 46.0
"""The height of a cell, and the least width of one."""
_ABOVE, _TITLE = 14.0, 16.0
_GAP, _RADIUS, _SIZE, _COUNT_SIZE = 1.5, 3.6, 8.5, 12.0
_RIGHT_OF_MARKER, _MARKER = 5.2, 0.42
_AXIS = TextStyle(size=_SIZE, leading=10, colour=SMALL.colour, align="right")
_FOOT = TextStyle(size=_SIZE, leading=10, colour=SMALL.colour, align="centre")


def cell_width(refs: list[str]) -> float:
    """Points that a cell needs so that the longest of these labels ends inside it."""
    longest = max((fonts.width(ref, BOLD_FACE, _SIZE) for ref in refs), default=0)
    return max(NARROWEST, (longest + _RIGHT_OF_MARKER + 2.5) / (1 - _MARKER))


@dataclass(frozen=True)
class _Grid:
    """Where a place of the map is on the drawing, in points; ``below`` is the room for the words of impact."""

    wide: float
    below: float

    def x(self, place: float) -> float:
        """Across."""
        return LABELS + place * self.wide

    def y(self, place: float) -> float:
        """Up."""
        return self.below + place * TALL


def heat_figure(heat: HeatMap, wide: float) -> Figure:
    """The map with cells of this width in points."""
    words = [_set(f"{level} {name}", _FOOT, wide - 4) for level, name in heat.scale.impact.items()]
    grid = _Grid(wide, _TITLE + max((len(each) for each in words), default=0) * _FOOT.leading)

    def paint(canvas: PackCanvas, _width: float) -> None:
        for cell in heat.cells:
            _ground(canvas, grid, cell)
        for now, then in heat.joins:
            _join(canvas, grid, now, then)
        for cell in heat.cells:
            _figures(canvas, grid, cell)
        for point in heat.points:
            _marker(canvas, grid, point, _tint_at(heat, point))
        _axes(canvas, grid, heat)

    return Figure(grid.y(len(heat.scale.likelihood)) + _ABOVE, paint, _words(heat))


def figure_width(heat: HeatMap, wide: float) -> float:
    """Points across of the whole drawing."""
    return LABELS + len(heat.scale.impact) * wide


def _ground(canvas: PackCanvas, grid: _Grid, cell: HeatCell) -> None:
    canvas.setFillColor(_tint(cell))
    left, low = grid.x(cell.impact - 1), grid.y(cell.likelihood - 1)
    canvas.rect(left, low, grid.wide - _GAP, TALL - _GAP, stroke=0, fill=1)


def _tint(cell: HeatCell) -> Color:
    return TINTS[rag_of(cell.rag)].ground


def _figures(canvas: PackCanvas, grid: _Grid, cell: HeatCell) -> None:
    """The letter and the score in the corner, and how many others stand here."""
    ink = TINTS[rag_of(cell.rag)].ink
    right, top = grid.x(cell.impact) - _GAP - 3, grid.y(cell.likelihood) - _GAP - 9
    _plate(canvas, right - fonts.width(f"{letter(cell.rag)}{cell.score}", BOLD_FACE, _SIZE), top, right, _tint(cell))
    canvas.write(right, top, f"{letter(cell.rag)}{cell.score}", size=_SIZE, colour=ink, align="right")
    if cell.others:
        x, y = grid.x(cell.count_at[0]), grid.y(cell.count_at[1]) - _COUNT_SIZE * 0.35
        half = fonts.width(str(cell.others), BOLD_FACE, _COUNT_SIZE) / 2
        _plate(canvas, x - half, y, x + half, _tint(cell), _COUNT_SIZE)
        canvas.write(x, y, str(cell.others), face=BOLD_FACE, size=_COUNT_SIZE, align="centre")


def _plate(canvas: PackCanvas, left: float, base: float, right: float, tint: Color, size: float = _SIZE) -> None:
    """The cell's own tint under a word, so that no line runs through it."""
    canvas.setFillColor(tint)
    canvas.rect(left - 1, base - size * 0.22, right - left + 2, size * 1.0, stroke=0, fill=1)


def _join(canvas: PackCanvas, grid: _Grid, now: HeatPoint, then: HeatPoint) -> None:
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.setDash([2, 2])
    canvas.line(grid.x(now.x), grid.y(now.y), grid.x(then.x), grid.y(then.y))
    canvas.setDash([])


def _tint_at(heat: HeatMap, point: HeatPoint) -> tuple[Color, Color]:
    """Ink and ground of the cell that a marker stands in."""
    place = (int(point.y) + 1, int(point.x) + 1)
    rag = next((cell.rag for cell in heat.cells if (cell.likelihood, cell.impact) == place), None)
    return TINTS[rag_of(rag)].ink, TINTS[rag_of(rag)].ground


def _marker(canvas: PackCanvas, grid: _Grid, point: HeatPoint, tint: tuple[Color, Color]) -> None:
    """Filled with its label to the right, or open for a target."""
    x, y = grid.x(point.x), grid.y(point.y)
    if not point.target:
        left, base = x + _RIGHT_OF_MARKER, y - _SIZE * 0.34
        _plate(canvas, left, base, left + fonts.width(point.ref, BOLD_FACE, _SIZE), tint[1])
        canvas.write(left, base, point.ref, face=BOLD_FACE, size=_SIZE)
    canvas.setStrokeColor(INK if point.target else tint[0])
    canvas.setFillColor(WHITE if point.target else tint[0])
    canvas.setLineWidth(0.9)
    canvas.circle(x, y, _RADIUS, stroke=1, fill=1)


def _axes(canvas: PackCanvas, grid: _Grid, heat: HeatMap) -> None:
    """The words of both scales, broken into lines where they are long."""
    top = grid.y(len(heat.scale.likelihood))
    canvas.write(LABELS - 5, top + 4, "Likelihood", face=BOLD_FACE, size=_SIZE, colour=MUTED, align="right")
    for level, words in heat.scale.likelihood.items():
        set_lines = _set(f"{level} {words}", _AXIS, LABELS - 5)
        middle = grid.y(level - 0.5) + len(set_lines) * _AXIS.leading / 2
        lines.paint(canvas, set_lines, _AXIS, 0, middle, LABELS - 5)
    for level, words in heat.scale.impact.items():
        set_lines = _set(f"{level} {words}", _FOOT, grid.wide - 4)
        lines.paint(canvas, set_lines, _FOOT, grid.x(level - 1) + 1, grid.below - 2, grid.wide - 4)
    middle = grid.x(len(heat.scale.impact) / 2)
    canvas.write(middle, 2, "Impact", face=BOLD_FACE, size=_SIZE, colour=MUTED, align="centre")


def _set(words: str, style: TextStyle, room: float) -> list[lines.Line]:
    return lines.set_lines(lines.read(words, style), room, style.size)


def _words(heat: HeatMap) -> str:
    """The map told cell by cell, for those who cannot see it."""
    held = [cell for cell in heat.cells if cell.risks]
    told = [
        f"likelihood {cell.likelihood}, impact {cell.impact}, {RAG_WORDS.get(cell.rag or 'none', '')} "
        f"{cell.score}: {counted(len(cell.risks), 'risk')}"
        for cell in held
    ]
    return "Open risks by likelihood and impact. " + ("; ".join(told) or "None is scored") + "."
