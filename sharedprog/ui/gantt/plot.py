"""Where things stand in the part of the chart that is in sight: days across and rows down, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF

from sharedprog.domain.plan.gantt_rows import BAR, Bar
from sharedprog.domain.plan.gantt_window import x_day

LEAST_BAR = 2.0
"""Pixels that a bar is wide, however short it is."""


@dataclass(frozen=True)
class Plot:
    """``left`` is the place, in days, of the left edge; ``top`` the place, in pixels, of row ``first``.

    Rows are all of one height, and row ``last`` is the last in sight; -1 where there is none.
    """

    left: float
    pitch: float
    width: int
    height: int
    first: int
    last: int
    top: int
    row_height: int

    def x(self, days: float) -> float:
        """Pixels across."""
        return (days - self.left) * self.pitch

    def days(self, x: float) -> float:
        """The place, in days, of a pixel."""
        return self.left + x / self.pitch

    def y(self, rows: float) -> float:
        """Pixels down; row n spans n to n + 1."""
        return self.top + (rows - self.first) * self.row_height

    def bar(self, index: int, bar: Bar, part: tuple[float, float] = BAR) -> QRectF:
        """The rectangle of a bar in its row; of a milestone, the square in which its diamond stands."""
        top = round(self.y(index + part[0]))
        height = round((part[1] - part[0]) * self.row_height)
        if bar.x0 == bar.x1:
            return QRectF(self.x(bar.x0) - height / 2, top, height, height)
        left = self.x(bar.x0)
        return QRectF(left, top, max(self.x(bar.x1) - left, LEAST_BAR), height)

    @property
    def first_day(self) -> date:
        """The day at the left edge."""
        return x_day(self.left)

    @property
    def last_day(self) -> date:
        """The day at the right edge."""
        return x_day(self.days(self.width))
