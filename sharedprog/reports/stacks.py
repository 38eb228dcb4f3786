"""Flowables inside flowables: one below another, in a box, or side by side."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from sharedprog.reports.blocks import Block, lead_height, link
from sharedprog.reports.styles import HAIRLINE, RADIUS, STRONG_LINE

_FUZZ = 0.01


class Stack(Block):
    """Flowables one below another, taken as one; `whole` keeps them on one page where they fit on any.

    Unless told otherwise it keeps the distance that its first and its last would keep.
    """

    def __init__(
        self,
        contents: Sequence[Flowable],
        *,
        space_before: float | None = None,
        space_after: float | None = None,
        whole: bool = False,
    ) -> None:
        super().__init__()
        self.contents, self.whole = list(contents), whole
        first = self.contents[0].getSpaceBefore() if self.contents else 0
        last = self.contents[-1].getSpaceAfter() if self.contents else 0
        self.spaceBefore = first if space_before is None else space_before
        self.spaceAfter = last if space_after is None else space_after
        self._tops: list[float] = []
        link(self.contents)

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """Measure all of it; the spaces before the first and after the last fall away."""
        self.width, self.height, self._tops = width, 0.0, []
        between = 0.0
        for flowable in self.contents:
            if self._tops:
                self.height += max(between, flowable.getSpaceBefore())
            self._tops.append(self.height)
            self.height += flowable.wrapOn(self.sheet, width, max(room - self.height, 0))[1]
            between = flowable.getSpaceAfter()
        return width, self.height

    def lead_height(self, width: float) -> float:
        """The lead of what stands first."""
        if self.whole:
            return super().lead_height(width)
        return lead_height(self.contents[0], self.sheet, width) if self.contents else 0

    def split(self, width: float, room: float) -> list[Flowable]:
        """What fits, and the rest."""
        self.wrap(width, room)
        fits_elsewhere = self.height <= self.sheet.body_height and not self.at_top(room)
        if self.height <= room + _FUZZ or (self.whole and fits_elsewhere):
            return []
        for index, (flowable, top) in enumerate(zip(self.contents, self._tops, strict=True)):
            if top + flowable.wrapOn(self.sheet, width, max(room - top, 0))[1] <= room + _FUZZ:
                continue
            parts = flowable.splitOn(self.sheet, width, room - top) if top < room else []
            if not parts and index == 0:
                return []
            first = [*self.contents[:index], *parts[:1]]
            rest = [*(parts[1:] or [flowable]), *self.contents[index + 1 :]]
            return [Stack(first, space_after=0), Stack(rest, space_after=self.spaceAfter)]
        return []

    def draw(self) -> None:
        """Draw each where it was measured."""
        for flowable, top in zip(self.contents, self._tops, strict=True):
            flowable.drawOn(self.sheet, 0, self.height - top - flowable.height)


class Box(Block):
    """A stack with a line around it."""

    def __init__(
        self,
        stack: Stack,
        *,
        colour: Color = STRONG_LINE,
        line: float = HAIRLINE,
        padding: tuple[float, float] = (12, 9),
    ) -> None:
        super().__init__()
        self.stack, self.colour, self.line = stack, colour, line
        self.across, self.down = padding
        self.spaceBefore, self.spaceAfter = stack.spaceBefore, stack.spaceAfter
        self.least_height = 0.0

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """The stack and the padding, at least as high as asked."""
        inner = self.stack.wrapOn(self.sheet, width - 2 * self.across, room - 2 * self.down)[1]
        self.width, self.height = width, max(inner + 2 * self.down, self.least_height)
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        """Two boxes."""
        stacks = self.stack.splitOn(self.sheet, width - 2 * self.across, room - 2 * self.down)
        return [
            Box(stack, colour=self.colour, line=self.line, padding=(self.across, self.down))
            for stack in stacks
            if isinstance(stack, Stack)
        ]

    def draw(self) -> None:
        """The line, then what is inside."""
        canvas = self.sheet
        with canvas.artifact():
            canvas.setStrokeColor(self.colour)
            canvas.setLineWidth(self.line)
            canvas.roundRect(0, 0, self.width, self.height, RADIUS)
        self.stack.drawOn(canvas, self.across, self.height - self.down - self.stack.height)


class Beside(Block):
    """Stacks side by side, whose widths have the given shares of the room left by the gaps."""

    def __init__(self, stacks: Sequence[Stack | Box], shares: Sequence[float] = (), gap: float = 20) -> None:
        super().__init__()
        self.stacks, self.gap = list(stacks), gap
        self.shares = list(shares) or [1.0] * len(self.stacks)
        self.spaceBefore = max((stack.getSpaceBefore() for stack in self.stacks), default=0.0)
        self.spaceAfter = max((stack.getSpaceAfter() for stack in self.stacks), default=0.0)

    def _widths(self, width: float) -> list[float]:
        free = width - self.gap * (len(self.stacks) - 1)
        return [free * share / sum(self.shares) for share in self.shares]

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """As high as the highest."""
        heights = [
            stack.wrapOn(self.sheet, each, room)[1]
            for stack, each in zip(self.stacks, self._widths(width), strict=True)
        ]
        self.width, self.height = width, max(heights, default=0)
        return width, self.height

    def lead_height(self, width: float) -> float:
        """The highest lead among them."""
        leads = []
        for stack, each in zip(self.stacks, self._widths(width), strict=True):
            stack.canv = self.sheet
            leads.append(stack.lead_height(each))
        return max(leads, default=0)

    def split(self, width: float, room: float) -> list[Flowable]:
        """Each stack is split where it must be; none where one of them cannot."""
        firsts: list[Stack | Box] = []
        rests: list[Stack | Box] = []
        for stack, each in zip(self.stacks, self._widths(width), strict=True):
            if stack.wrapOn(self.sheet, each, room)[1] <= room + _FUZZ:
                parts: list[Flowable] = [stack, Stack([])]
            else:
                parts = stack.splitOn(self.sheet, each, room)
            if len(parts) != 2:
                return []
            firsts += [part for part in parts[:1] if isinstance(part, Stack | Box)]
            rests += [part for part in parts[1:] if isinstance(part, Stack | Box)]
        return [Beside(firsts, self.shares, self.gap), Beside(rests, self.shares, self.gap)]

    def draw(self) -> None:
        """From left to right, their tops level."""
        x = 0.0
        for stack, each in zip(self.stacks, self._widths(self.width), strict=True):
            stack.drawOn(self.sheet, x, self.height - stack.height)
            x += each + self.gap
