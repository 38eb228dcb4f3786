"""Words with a little emphasis, which every renderer shows in its own way: screen, paper, plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """A run of words: plain, strong, or inside a rating's pill (``rag`` is red, amber, green, blue or none)."""

    text: str
    strong: bool = False
    rag: str | None = None


Phrase = tuple[Part, ...]


def phrase(*parts: str | Part) -> Phrase:
    """A phrase of parts; bare text is plain."""
    return tuple(Part(part) if isinstance(part, str) else part for part in parts)


LETTERS = {"red": "R", "amber": "A", "green": "G", "blue": "B", "none": "–"}
"""The letter of each rating."""
RAG_WORDS = {"red": "Red", "amber": "Amber", "green": "Green", "blue": "Complete", "none": "Not started"}
"""The word of each rating."""


def letter(rag: str | None) -> str:
    """The letter of a rating; a dash where there is none."""
    return LETTERS.get(rag or "none", "–")


def plain(words: Iterable[Part]) -> str:
    """The phrase as text; a pill as its letter and what stands in it."""
    return "".join(_plain(part) for part in words)


def _plain(part: Part) -> str:
    if part.rag is None:
        return part.text
    shown = letter(part.rag)
    return shown if part.text == shown else f"{shown} {part.text}"
