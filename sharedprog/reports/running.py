"""The running head and foot: what they say, and drawing them when the number of pages is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sharedprog.domain.words import moment_words
from sharedprog.reports import fonts
from sharedprog.reports.canvas import Book, PackCanvas, Page
from sharedprog.reports.styles import (
    HAIRLINE,
    HEAVY_FACE,
    MUTED,
    REGULAR_FACE,
    RUNNING_SIZE,
    STRONG_LINE,
)

HEAD_BASELINE = 33.5
HEAD_RULE = 43
FOOT_RULE = 43
FOOT_BASELINE = 28.5
_GAP = 12


@dataclass(frozen=True)
class Edition:
    """Which issue of the pack this is; `digest` is the SHA-256 of the data it shows, in hexadecimal."""

    version: str
    state: str
    issued: datetime
    digest: str = ""

    def words(self) -> str:
        """``Version 1.0 · ISSUED Mon 30 Nov 2026 12:04 · a41f 09c2``; a list has neither version nor hash."""
        parts = [f"Version {self.version}"] if self.version else []
        parts.append(f"{self.state} {moment_words(self.issued)}")
        if self.digest:
            parts.append(f"{self.digest[:4]} {self.digest[4:8]}")
        return " · ".join(parts)


@dataclass(frozen=True)
class Running:
    """What stands at the head of every page: protective marking, programme, board."""

    marking: str
    programme: str
    board: str


@dataclass(frozen=True)
class Furniture:
    """Draws head and foot; `labels` says what each section is called in the head (``Item 6``)."""

    running: Running
    edition: Edition
    labels: Mapping[str, str]

    def __call__(self, canvas: PackCanvas, page: Page, book: Book) -> None:
        """Draw both lines of one page."""
        labels = dict.fromkeys(filter(None, (self.labels.get(key, "") for key in page.sections)))
        self._head(canvas, page, " · ".join([self.running.board, *labels]))
        self._foot(canvas, page, f"Page {page.number} of {book.pages}")

    def _head(self, canvas: PackCanvas, page: Page, right_words: str) -> None:
        """The marking is never shortened; the programme, which the cover gives whole, may be."""
        shape = page.shape
        left, right = shape.left, shape.width - shape.right
        baseline = shape.height - HEAD_BASELINE
        start = left + canvas.write(left, baseline, self.running.marking, face=HEAVY_FACE) + _GAP
        right_words = shortened(right_words, right - start)
        end = right - _width(right_words) - _GAP
        programme = shortened(self.running.programme, end - start)
        half = _width(programme) / 2
        centre = min(max((left + right) / 2, start + half), end - half)
        canvas.write(centre, baseline, programme, colour=MUTED, align="centre")
        canvas.write(right, baseline, right_words, colour=MUTED, align="right")
        _rule(canvas, left, right, shape.height - HEAD_RULE)

    def _foot(self, canvas: PackCanvas, page: Page, number: str) -> None:
        left, right = page.shape.left, page.shape.width - page.shape.right
        _rule(canvas, left, right, FOOT_RULE)
        words = shortened(self.edition.words(), right - left - _width(number) - _GAP)
        canvas.write(left, FOOT_BASELINE, words, colour=MUTED)
        canvas.write(right, FOOT_BASELINE, number, colour=MUTED, align="right")


def _width(printed: str) -> float:
    return fonts.width(printed, REGULAR_FACE, RUNNING_SIZE)


def _rule(canvas: PackCanvas, left: float, right: float, y: float) -> None:
    canvas.setStrokeColor(STRONG_LINE)
    canvas.setLineWidth(HAIRLINE)
    canvas.line(left, y, right, y)


def shortened(text: str, room: float) -> str:
    """The text, ending in … where it is wider than the room in points; only for running lines."""
    printed = fonts.shown(text, REGULAR_FACE).text
    if _width(printed) <= room:
        return printed
    used, kept = _width("…"), 0
    for character in printed:
        used += _width(character)
        if used > room:
            break
        kept += 1
    return printed[:kept].rstrip() + "…" if kept else ""
