"""The tree of what the pack says, from which its tags are made: elements and where their marks are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class Leaf(NamedTuple):
    """One marked-content sequence: the page (from 0) and its number on that page."""

    page: int
    mcid: int


@dataclass(eq=False, slots=True)
class Element:
    """One element in reading order; split over pages it stays one element with several leaves.

    `alternative` is the text that stands for a figure, `scope` the direction of a table heading.
    """

    role: str
    alternative: str = ""
    scope: str = ""
    parent: Element | None = None
    children: list[Element | Leaf] = field(default_factory=list)

    def adopt(self, child: Element) -> None:
        """Take an element in, unless it already has its place."""
        if child.parent is None:
            child.parent = self
            self.children.append(child)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()
