"""What a person typed to find something, and how well words fit it: beginnings of words, whatever case or accent."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

LONGEST = 200
"""Letters of a search that are looked at."""
EXCERPT, BEFORE = 96, 28
"""Letters of an excerpt, and of those how many stand before what was found."""
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"([a-z]{1,4})[\W_]*([0-9]{1,9})")
_UNMARKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d"})
_QUOTES = str.maketrans("", "", "'’ʼ")


class Fit(IntEnum):
    """How well something fits, best first."""

    EXACT = 0
    BEGINS = 1
    TITLE = 2
    TEXT = 3


def fold(text: str) -> str:
    """Small letters, without accents and apostrophes: ``Café`` is found by ``cafe``."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
        text = text.translate(_UNMARKED).translate(_QUOTES)
    elif "'" in text:
        text = text.replace("'", "")
    return text.lower()


def strung(text: str) -> str:
    """The words of a text, folded, each behind one space: what a search looks through."""
    return "".join(f" {word}" for word in _WORD.findall(fold(text)))


@dataclass(frozen=True)
class LabelRead:
    """A label as it is compared: ``r012`` for ``R-012``, and ``r12`` without what people leave out."""

    whole: str
    bare: str


NO_LABEL = LabelRead("", "")


def read_label(text: str) -> LabelRead | None:
    """A label, however it is typed: ``R-012``, ``r 12``, ``R12``; ``None`` where the text is none."""
    found = _LABEL.fullmatch(fold(text.strip()))
    return LabelRead(f"{found[1]}{found[2]}", f"{found[1]}{int(found[2])}") if found else None


@dataclass(frozen=True)
class Query:
    """Words that must all be there, each as the beginning of a word."""

    typed: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words, folded; none where nothing was typed that could be found."""
        return tuple(_WORD.findall(fold(self.typed[:LONGEST])))

    @cached_property
    def run(self) -> str:
        """The words as they would stand at the beginning of a strung text."""
        return "".join(f" {word}" for word in self.words)

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """Each word as it would stand in a strung text, the longest first: it leaves least to look at."""
        return tuple(f" {word}" for word in sorted(set(self.words), key=len, reverse=True))

    @cached_property
    def label(self) -> LabelRead | None:
        """The label that was typed, if that is what it is."""
        return read_label(self.typed[:LONGEST])

    def fit(self, title: str, text: str = "") -> Fit | None:
        """How well a strung title, or a strung text that has it in it, fits; ``None`` where it does not."""
        if title.startswith(self.run):
            return Fit.EXACT if title == self.run else Fit.BEGINS
        if all(start in title for start in self.starts):
            return Fit.TITLE
        return Fit.TEXT if text and all(start in text for start in self.starts) else None


@dataclass(frozen=True)
class Marked:
    """A text to show, and where in it what was found stands: pairs of beginning and end."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def marked(text: str, query: Query) -> Marked:
    """A text on one line, with the beginnings of words that were looked for."""
    line = " ".join(text.split())
    marks = []
    for found in re.finditer(r"[\w'’ʼ]+", line):
        folded = fold(found[0])
        fitting = [word for word in query.words if folded.startswith(word)]
        if fitting:
            marks.append((found.start(), found.start() + _length(found[0], max(fitting, key=len))))
    return Marked(line, tuple(marks))


def excerpt(text: str, query: Query) -> Marked:
    """As much of a text as fits on a line, from shortly before the first thing found."""
    whole = marked(text, query)
    if len(whole.text) <= EXCERPT:
        return whole
    begin = max(0, whole.marks[0][0] - BEFORE) if whole.marks else 0
    if begin:
        begin = whole.text.find(" ", begin, begin + BEFORE) + 1 or begin
    cut = whole.text[begin : begin + EXCERPT].rstrip()
    end = "…" if begin + len(cut) < len(whole.text) else ""
    return marked(f"{'…' if begin else ''}{cut}{end}", query)


def _length(word: str, start: str) -> int:
    """How many letters of a word as written make its folded beginning."""
    return next((n for n in range(1, len(word) + 1) if fold(word[:n]).startswith(start)), len(word))
