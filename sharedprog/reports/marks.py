"""Things drawn in a line that are neither text nor RAG: a page number known later, a box to tick."""

from __future__ import annotations

from dataclasses import dataclass

from sharedprog.reports import fonts
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.styles import INK, REGULAR_FACE


@dataclass(frozen=True)
class PageNumber:
    """The page on which a section begins, filled in when all pages are laid out; – if it is not in the pack.

    Takes the room of `digits` figures and stands at their right end, as in a column of figures.
    """

    section: str
    digits: int = 3

    def width(self, size: float) -> float:
        """Points of that many figures."""
        return fonts.width("0" * self.digits, REGULAR_FACE, size)

    def draw(self, canvas: PackCanvas, x: float, baseline: float, size: float) -> None:
        """Leave a place for it."""
        right = x + self.width(size)

        def write() -> None:
            canvas.write(right, baseline, canvas.book.page_of(self.section), size=size, align="right")

        canvas.later(write)


@dataclass(frozen=True)
class TickBox:
    """An empty square to tick with a pen, or a ticked one."""

    ticked: bool = False

    def width(self, size: float) -> float:
        """A square as high as a capital letter, and a little room behind it."""
        return size * 1.15

    def draw(self, canvas: PackCanvas, x: float, baseline: float, size: float) -> None:
        """The square stands on the line of the text."""
        side = size * 0.8
        low = baseline - size * 0.08
        with canvas.artifact():
            canvas.setStrokeColor(INK)
            canvas.setLineWidth(size * 0.07)
            canvas.rect(x, low, side, side, stroke=1, fill=0)
        if self.ticked:
            canvas.write(x + side / 2, baseline, "✓", size=size * 0.9, align="centre")
