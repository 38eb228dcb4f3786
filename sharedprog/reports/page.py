"""The shapes of paper and the running lines at head and foot of every page."""

from __future__ import annotations

from dataclasses import dataclass

MM = 72 / 25.4


@dataclass(frozen=True)
class Shape:
    """A page with its margins, in points. The reader's bottom edge is the bottom, also on wide pages."""

    name: str
    width: float
    height: float
    left: float = 22 * MM
    right: float = 18 * MM
    top: float = 24 * MM
    bottom: float = 20 * MM

    @property
    def body_width(self) -> float:
        """The room for text between the margins, in points."""
        return self.width - self.left - self.right

    @property
    def body_height(self) -> float:
        """The room for text between head and foot, in points."""
        return self.height - self.top - self.bottom


A4_PORTRAIT = Shape("a4-portrait", 210 * MM, 297 * MM)
A4_LANDSCAPE = Shape("a4-landscape", 297 * MM, 210 * MM, left=18 * MM)  # bound at its top edge
A3_LANDSCAPE = Shape("a3-landscape", 420 * MM, 297 * MM)
