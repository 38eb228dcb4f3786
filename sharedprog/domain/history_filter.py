"""Which lines of the history a person asked to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sharedprog.domain.history import Line
from sharedprog.domain.history_words import HistoryWords
from sharedprog.domain.words import from_local


@dataclass(frozen=True)
class Sought:
    """Words that must all be in a line, a person, a register with what belongs to it, and a range of days.

    What is empty asks for nothing; ``who`` is ``None`` for everybody and empty for what nobody's name is kept with.
    """

    words: str = ""
    who: str | None = None
    register: str = ""
    first: date | None = None
    last: date | None = None

    @property
    def everything(self) -> bool:
        """Whether every line fits."""
        return not self.words.split() and self == Sought(self.words)


class Sieve:
    """Tells the lines that fit from those that do not."""

    def __init__(self, sought: Sought, words: HistoryWords) -> None:
        self._sought, self._words = sought, words
        self._texts = sought.words.casefold().split()
        self._begin = _begin(sought.first) if sought.first is not None else None
        self._end = _begin(sought.last + timedelta(days=1)) if sought.last is not None else None

    def fits(self, line: Line) -> bool:
        """Whether a line is one of those asked for."""
        sought, action = self._sought, line.action
        if sought.who is not None and action.who != sought.who:
            return False
        if (self._begin is not None and action.at < self._begin) or (self._end is not None and action.at >= self._end):
            return False
        if sought.register and self._words.home(line.register, line.row)[0] != sought.register:
            return False
        if not self._texts:
            return True
        text = self._words.text(line)
        return all(each in text for each in self._texts)


def _begin(day: date) -> datetime:
    """The moment at which a day begins in the United Kingdom."""
    return from_local(day, time())
