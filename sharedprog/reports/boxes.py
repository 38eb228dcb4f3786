"""The set pieces of a page: heads of sections, the asks box, cards, lists, facts, and room to write."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from sharedprog.reports.blocks import Block, TextBlock
from sharedprog.reports.columns import Column
from sharedprog.reports.lines import Parts
from sharedprog.reports.stacks import Beside, Box, Stack
from sharedprog.reports.structure import Element
from sharedprog.reports.styles import (
    ACCENT,
    CARD_VALUE,
    HAIRLINE,
    ITEM_LINE,
    LIST_ITEM,
    MUTED,
    SMALL,
    STRONG_LINE,
    STRONG_RULE,
    SUMMARY,
    TITLE,
    TextStyle,
)
from sharedprog.reports.table import Table
from sharedprog.reports.text import accented

_RULE_PITCH = 24.0
_CARD_HEIGHT = 50.0
_ABOVE_VALUE = 2.0


def section_head(title: str, *, summary: Parts = "", item: str = "", purpose: str = "") -> list[Flowable]:
    """``ITEM 6 · DISCUSS``, the title, and the page in one sentence; any of them may be missing."""
    line = " · ".join(words for words in (item, purpose) if words)
    head: list[Flowable] = [TextBlock(line.upper(), ITEM_LINE)] if line else []
    head.append(TextBlock(title, TITLE))
    if summary:
        head.append(TextBlock(summary, SUMMARY))
    return head


class ListItem(TextBlock):
    """A paragraph that hangs behind its bullet or number."""

    def __init__(self, label: str, parts: Parts, style: TextStyle, parent: Element) -> None:
        super().__init__(parts, style)
        self.label = label
        self._item = Element("LI")
        self._label_element = Element("Lbl")
        self._parent = parent

    def draw(self) -> None:
        """The label before the first line, then the text."""
        canvas = self.sheet
        with canvas.inside(self._parent), canvas.inside(self._item):
            if self._label_element.parent is None:
                with canvas.content(self._label_element):
                    baseline = self.height - self.style.leading / 2 - self.style.size * 0.27
                    size = self.style.size
                    right = self.style.indent - size * 0.5
                    canvas.write(right, baseline, self.label, size=size, align="right")
            with canvas.content(self.element):
                self.paint(canvas)


def bulleted(items: Sequence[Parts], style: TextStyle = LIST_ITEM) -> list[Flowable]:
    """A list; each item may run over several lines."""
    parent = Element("L")
    return [ListItem("•", item, style, parent) for item in items]


def numbered(items: Sequence[Parts], style: TextStyle = LIST_ITEM) -> list[Flowable]:
    """A list numbered from 1."""
    parent = Element("L")
    return [ListItem(f"{number}.", item, style, parent) for number, item in enumerate(items, 1)]


def asks(items: Sequence[Parts], title: str = "The board is asked to") -> Box:
    """What the board is asked to do, numbered, in the accent's frame."""
    lead = TextStyle(size=10.5, leading=16, space_after=2, keep_with_next=True)
    hanging = TextStyle(indent=19, space_after=1, role="LBody")
    stack = Stack([TextBlock(accented(title), lead), *numbered(items, hanging)], space_before=4, space_after=9)
    return Box(stack, colour=ACCENT, line=STRONG_RULE)


class Card(Box):
    """A label and under it a value, which stands at the foot of the card."""

    def __init__(self, label: str, value: Parts) -> None:
        self.value = TextBlock(value, CARD_VALUE)
        super().__init__(Stack([TextBlock(label, SMALL), self.value]), padding=(9, 7))
        self.least_height = _CARD_HEIGHT

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """With the value pushed down to the foot where there is more height than it needs."""
        self.value.spaceBefore = _ABOVE_VALUE
        size = super().wrap(width, room)
        spare = self.height - self.stack.height - 2 * self.down
        if spare > 0:
            self.value.spaceBefore = _ABOVE_VALUE + spare
            size = super().wrap(width, room)
        return size


class Cards(Block):
    """Cards of one height in rows of equal places, at most `across` beside each other."""

    def __init__(self, cards: Sequence[Card], across: int = 4, gap: float = 9) -> None:
        super().__init__()
        self.cards, self.across, self.gap = list(cards), min(across, max(len(cards), 1)), gap
        self.spaceBefore, self.spaceAfter = 2, 8

    def _rows(self) -> list[list[Card]]:
        starts = range(0, len(self.cards), self.across)
        return [self.cards[start : start + self.across] for start in starts]

    def wrap(self, width: float, room: float) -> tuple[float, float]:
        """Every row is as high as its highest card."""
        each = (width - self.gap * (self.across - 1)) / self.across
        self.width, self.height = width, -self.gap
        for row in self._rows():
            tallest = max(card.wrapOn(self.sheet, each, room)[1] for card in row)
            for card in row:
                card.least_height = tallest
                card.wrapOn(self.sheet, each, room)
            self.height += tallest + self.gap
        self.height = max(self.height, 0)
        return width, self.height

    def split(self, width: float, room: float) -> list[Flowable]:
        """Between rows of cards; cards higher than a page give up their frames."""
        self.wrap(width, room)
        used, count = 0.0, 0
        for row in self._rows():
            used += row[0].height
            if used > room:
                break
            used += self.gap
            count += len(row)
        if count == 0:
            stacks = Stack([card.stack for card in self.cards])
            return stacks.splitOn(self.sheet, width, room) if self.at_top(room) else []
        return [Cards(part, self.across, self.gap) for part in (self.cards[:count], self.cards[count:]) if part]

    def draw(self) -> None:
        """Row by row from the top."""
        y = self.height
        for row in self._rows():
            for place, card in enumerate(row):
                card.drawOn(self.sheet, place * (card.width + self.gap), y - card.height)
            y -= row[0].height + self.gap


def cards(values: Sequence[tuple[str, Parts]], across: int = 4) -> Cards:
    """A row of small cards from labels and values (a pill, a figure)."""
    return Cards([Card(label, value) for label, value in values], across)


def beside(*columns: Sequence[Flowable], shares: Sequence[float] = (), gap: float = 20) -> Beside:
    """Columns side by side, each a list of flowables."""
    return Beside([Stack(column) for column in columns], shares, gap)


def facts(pairs: Sequence[tuple[str, Parts]], label_width: float = 100) -> Table:
    """What is what, one line each, muted names on the left."""
    columns = [Column("", width=label_width, muted=True), Column("")]
    return Table(columns, [[label, value] for label, value in pairs], head=False)


class Ruled(Block):
    """Empty ruled lines to write on."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count
        self.spaceAfter = 10

    def wrap(self, width: float, _room: float) -> tuple[float, float]:
        """One pitch for each line."""
        self.width, self.height = width, self.count * _RULE_PITCH
        return width, self.height

    def split(self, _width: float, room: float) -> list[Flowable]:
        """As many lines as fit, and the rest."""
        fitting = min(int(room // _RULE_PITCH), self.count)
        return [Ruled(fitting), Ruled(self.count - fitting)] if 0 < fitting < self.count else []

    def draw(self) -> None:
        """The lines, from the top."""
        canvas = self.sheet
        with canvas.artifact():
            canvas.setStrokeColor(STRONG_LINE)
            canvas.setLineWidth(HAIRLINE)
            for index in range(1, self.count + 1):
                canvas.line(0, self.height - index * _RULE_PITCH, self.width, self.height - index * _RULE_PITCH)


class Signatures(Block):
    """Ruled places with a caption under each: who signs, and the date."""

    def __init__(self, captions: Sequence[str], shares: Sequence[float] = ()) -> None:
        super().__init__()
        self.captions = list(captions)
        self.shares = list(shares) or [1.0] * len(self.captions)
        self.spaceBefore, self.spaceAfter = 6, 12
        self.element = Element("P")

    def wrap(self, width: float, _room: float) -> tuple[float, float]:
        """Room to sign above the rule, and the captions."""
        self.width, self.height = width, 50.0
        return width, self.height

    def draw(self) -> None:
        """Rules, and what belongs on them."""
        canvas = self.sheet
        gap = 16.0
        free = self.width - gap * (len(self.captions) - 1)
        places: list[tuple[float, float]] = []
        x = 0.0
        for share in self.shares:
            each = free * share / sum(self.shares)
            places.append((x, each))
            x += each + gap
        with canvas.artifact():
            canvas.setStrokeColor(MUTED)
            canvas.setLineWidth(HAIRLINE)
            for left, each in places:
                canvas.line(left, 16, left + each, 16)
        with canvas.content(self.element):
            for (left, _each), caption in zip(places, self.captions, strict=True):
                canvas.write(left, 4, caption, size=SMALL.size, colour=SMALL.colour)
