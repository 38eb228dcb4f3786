"""Text as a flowable, and what all our flowables share: never leaving a heading alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Self

from reportlab.platypus import Flowable

from sharedprog.reports import lines
from sharedprog.reports.canvas import PackCanvas
from sharedprog.reports.lines import Line, Parts
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import BODY, HEADING, SUBHEADING, TextStyle

_FUZZ = 0.01
_NEARLY_ALL = 24


class Block(Flowable):
    """A flowable of ours. `follower` is the one below it, beside which a heading must stand."""

    keep_with_next = False
    follower: Flowable | None = None

    @property
    def sheet(self) -> PackCanvas:
        """The canvas it is measured for or drawn on; raises TypeError on a foreign one."""
        if not isinstance(self.canv, PackCanvas):
            raise TypeError("Blocks are drawn on a PackCanvas")
        return self.canv

    def at_top(self, room: float) -> bool:
        """Whether this much room is a whole page, but for the padding of a box."""
        return room >= self.sheet.body_height - _NEARLY_ALL

    def another(self) -> Self:
        """A copy for the other side of a page break, without what ReportLab noted on this one."""
        copied = self.__class__.__new__(self.__class__)
        copied.__dict__.update(self.__dict__)
        copied.__dict__.pop("_postponed", None)
        return copied

    def lead_height(self, width: float) -> float:
        """Points of it that must stand on the same page as a heading above it."""
        return self.wrapOn(self.sheet, width, self.sheet.body_height)[1]

    def height_with_follower(self, height: float, width: float, room: float) -> float:
        """Its height, or more than the room where it would stand at the foot of a page alone."""
        if not self.keep_with_next or self.follower is None or height > room or self.at_top(room):
            return height
        above, page = height + self.getSpaceAfter(), self.sheet.body_height
        lead = lead_height(self.follower, self.sheet, width)
        together = above + (lead if above + lead <= page else min(lead, page / 2))
        return height if together <= room else room + 1


def lead_height(flowable: Flowable, canvas: PackCanvas, width: float) -> float:
    """Points of any flowable that must stand on the same page as a heading above it."""
    if isinstance(flowable, Block):
        flowable.canv = canvas
        return flowable.lead_height(width)
    return flowable.wrapOn(canvas, width, canvas.body_height)[1]


def link(flowables: Sequence[Flowable]) -> None:
    """Tell each block what follows it."""
    for block, follower in pairwise(flowables):
        if isinstance(block, Block):
            block.follower = follower


class TextBlock(Block):
    """A paragraph or a heading. Split over pages it stays one element of the structure."""

    def __init__(self, parts: Parts, style: TextStyle = BODY) -> None:
        super().__init__()
        self.style = style
        self.spaceBefore, self.spaceAfter = style.space_before, style.space_after
        self.keep_with_next = style.keep_with_next
        self.element = Element(style.role)
        self._text = lines.read(parts, style)
        self._lines: list[Line] = []
        self._set_for: float | None = None
        self._is_slice = False

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """Break into lines for this width, once."""
        self.width, self.height = width, self._set(width)
        return width, self.height_with_follower(self.height, width, room)

    def _set(self, width: float) -> float:
        if self._set_for != width and not self._is_slice:
            self._lines = lines.set_lines(self._text, width - self.style.indent, self.style.size)
            self._set_for = width
        return len(self._lines) * self.style.leading

    def lead_height(self, width: float) -> float:
        """Two lines of a paragraph; all of a heading with the lead of what it heads."""
        height = self._set(width)
        if not self.keep_with_next:
            return min(height, 2 * self.style.leading)
        below = 0.0 if self.follower is None else lead_height(self.follower, self.sheet, width)
        return height + self.getSpaceAfter() + below

    def split(self, width: float, room: float) -> list[Flowable]:
        """At least two lines on either side, unless a whole page cannot give them."""
        if self._set(width) <= room:
            return []
        count = int((room + _FUZZ) // self.style.leading)
        if not self.at_top(room):
            count = min(count, len(self._lines) - 2)
            if count < 2:
                return []
        return [self._slice(0, max(count, 1)), self._slice(max(count, 1), len(self._lines))]

    def _slice(self, start: int, stop: int) -> Self:
        """Some of the lines, as a block of their own that continues the same element."""
        part = self.another()
        part._lines, part._is_slice = self._lines[start:stop], True  # noqa: SLF001  # its own class
        if stop < len(self._lines):
            part.spaceAfter, part.keep_with_next = 0, False
        return part

    def draw(self) -> None:
        """Write the lines as one stretch of content."""
        with self.sheet.content(self.element):
            self.paint(self.sheet)

    def paint(self, canvas: PackCanvas) -> None:
        """Write the lines, whatever they are part of."""
        canvas.lost |= self._text.lost
        indent = self.style.indent
        lines.paint(canvas, self._lines, self.style, indent, self.height, self.width - indent)


PageOf = Callable[[str], str]
"""From the key of a section to the page on which it begins, or – where it is not in the pack."""


class CrossReference(TextBlock):
    """A short paragraph that names pages; measured for pages of three figures, written when they are known."""

    def __init__(self, words: Callable[[PageOf], Parts], style: TextStyle) -> None:
        super().__init__(words(lambda _section: "000"), style)
        self._words = words

    def split(self, _width: float, _room: float) -> list[Flowable]:
        """Never: it is one thought."""
        return []

    def paint(self, canvas: PackCanvas) -> None:
        """Leave a place for the lines."""
        height, room = self.height, self.width - self.style.indent

        def write() -> None:
            text = lines.read(self._words(canvas.book.page_of), self.style)
            known = lines.set_lines(text, room, self.style.size)
            lines.paint(canvas, known, self.style, self.style.indent, height, room)

        canvas.later(write)


def cross_reference(words: Callable[[PageOf], Parts], style: TextStyle = BODY) -> CrossReference:
    """``cross_reference(lambda page: f"Full register: annex A, page {page('annex-a')}.")``."""
    return CrossReference(words, style)


def paragraph(*parts: lines.Part, style: TextStyle = BODY) -> TextBlock:
    """Plain text, `Run`s and marks as one paragraph; text prints as typed, whatever it holds."""
    return TextBlock(parts, style)


def heading(text: str) -> TextBlock:
    """The head of a part of a section; it never stands alone at the foot of a page."""
    return TextBlock(text, HEADING)


def subheading(text: str) -> TextBlock:
    """A small head inside a part."""
    return TextBlock(text, SUBHEADING)
