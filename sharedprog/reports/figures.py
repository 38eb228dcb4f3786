"""Drawings and charts as flowables: vectors with words that say what they show."""

from __future__ import annotations

from collections.abc import Callable

from sharedprog.reports.blocks import Block
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.structure import Element


class Figure(Block):
    """A drawing of fixed height as wide as the column, painted by a function of canvas and width.

    `words` stand for it where it cannot be seen. The painter draws from the lower left corner, in points.
    """

    def __init__(
        self, height: float, paint: Callable[[PackCanvas, float], None], words: str, space_after: float = 8
    ) -> None:
        super().__init__()
        self._drawn_height, self._paint = height, paint
        self.spaceAfter = space_after
        self.element = Element("Figure", alternative=words)

    def wrap(self, width: float, _room: float) -> tuple[float, float]:
        """Its own height, at most a page."""
        self.width, self.height = width, min(self._drawn_height, self.sheet.body_height)
        return width, self.height

    def draw(self) -> None:
        """One stretch of content."""
        canvas = self.sheet
        with canvas.content(self.element):
            canvas.saveState()
            self._paint(canvas, self.width)
            canvas.restoreState()


def chart(make: Callable[[float, float], bytes], height: float, words: str) -> Figure:
    """A chart made as a one-page PDF of a width and a height in points, placed as it is."""

    def paint(canvas: PackCanvas, width: float) -> None:
        canvas.place(make(width, height), 0, 0)

    return Figure(height, paint, words)
