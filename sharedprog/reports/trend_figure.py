"""The milestone trend on paper: each line with its own mark and colour, named at its end."""

from __future__ import annotations

from reportlab.lib.colors import HexColor

from sharedprog.domain.plan.milestone_trend import Trend
from sharedprog.domain.plan.trend_chart import Frame, Point, TrendChart, TrendLine, trend_chart
from sharedprog.reports import fonts
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.figures import Figure
from sharedprog.reports.gantt_palette import GHOST
from sharedprog.reports.styles import BOLD_FACE, HAIRLINE, INK, LINE, MUTED, REGULAR_FACE, STRONG_LINE

PALETTE = tuple(HexColor(each) for each in ("#0B5C6B", "#A34700", "#6A3D9A", "#1F62B0", "#8E1A13", "#3F6212"))
"""Told apart by people who do not tell red from green, and each of another shade of grey or mark."""
_SIZE, _LINE = 8.5, 11.5
_NAMES, _MONTHS = 190.0, 46.0
_RADIUS = 2.6
_LEADER = 10.0


def trend_figure(trend: Trend, width: float, height: float) -> tuple[Figure, TrendChart] | None:
    """The chart in so many points, and what was drawn; ``None`` where no milestone has been seen by two boards."""
    frame = Frame(width, height, left=_MONTHS, right=_NAMES, top=6, bottom=20, line=_LINE)
    chart = trend_chart(trend, frame)
    if chart is None:
        return None
    words = f"Chart of forecasts at each board. {trend.words} The table below holds every figure."
    return Figure(height, lambda canvas, _width: _paint(canvas, chart), words), chart


def _paint(canvas: PackCanvas, chart: TrendChart) -> None:
    """The ground, then the lines from below."""
    frame = chart.frame
    canvas.setLineWidth(HAIRLINE)
    for y, label in chart.levels:
        canvas.setStrokeColor(LINE)
        canvas.line(frame.left, frame.height - y, frame.end, frame.height - y)
        canvas.write(frame.left - 6, frame.height - y - 3, label, size=_SIZE, colour=MUTED, align="right")
    for x, label in chart.columns:
        canvas.setStrokeColor(STRONG_LINE)
        canvas.line(x, frame.height - frame.top, x, frame.height - frame.foot)
        canvas.write(x, frame.height - frame.foot - 12, label, size=_SIZE, colour=INK, align="centre")
    canvas.write(frame.left - 6, frame.height - frame.foot - 12, "Board", size=_SIZE, colour=MUTED, align="right")
    canvas.setStrokeColor(GHOST)
    canvas.setDash([4, 3])
    (x0, y0), (x1, y1) = chart.diagonal
    canvas.line(x0, frame.height - y0, x1, frame.height - y1)
    canvas.setDash([])
    for line in chart.lines:
        _paint_line(canvas, frame, line)


def _paint_line(canvas: PackCanvas, frame: Frame, line: TrendLine) -> None:
    """Its way, a mark at each board, a leader to its name."""
    colour = PALETTE[line.colour]
    places = [(x, frame.height - y) for x, y in line.points]
    path = canvas.beginPath()
    path.moveTo(*places[0])
    for place in places[1:]:
        path.lineTo(*place)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(1.3)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setFillColor(colour)
    for place in places:
        _mark(canvas, line.mark, place)
    y, end = frame.height - line.label_y, places[-1]
    canvas.setLineWidth(0.5)
    canvas.line(end[0] + _RADIUS, end[1], frame.end + _LEADER, y)
    _mark(canvas, line.mark, (frame.end + _LEADER + 4, y))
    words = _fitting(line, _NAMES - _LEADER - 12)
    canvas.write(frame.end + _LEADER + 10, y - 3, words, size=_SIZE, face=_face(line))


def _face(line: TrendLine) -> str:
    """What moved stands out."""
    return BOLD_FACE if line.milestone.moved else REGULAR_FACE


def _fitting(line: TrendLine, room: float) -> str:
    """How far it moved is never cut off."""
    name, moved = line.name, f" {line.moved_words}" if line.moved_words else ""
    words, kept = f"{name}{moved}", len(name)
    while fonts.width(fonts.shown(words, BOLD_FACE).text, BOLD_FACE, _SIZE) > room and kept > 1:
        kept -= 1
        words = f"{name[:kept].rstrip()}…{moved}"
    return words


def _mark(canvas: PackCanvas, mark: str, at: Point) -> None:
    x, y = at
    r = _RADIUS
    match mark:
        case "circle":
            canvas.circle(x, y, r, stroke=0, fill=1)
            return
        case "square":
            corners = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
        case "up":
            corners = [(x - 1.2 * r, y - r), (x + 1.2 * r, y - r), (x, y + 1.3 * r)]
        case "down":
            corners = [(x - 1.2 * r, y + r), (x + 1.2 * r, y + r), (x, y - 1.3 * r)]
        case _:
            corners = [(x, y - 1.4 * r), (x + 1.4 * r, y), (x, y + 1.4 * r), (x - 1.4 * r, y)]
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)
