"""Values of Microsoft Project XML: each is read, or is ``None`` and a problem that says where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from sharedprog.domain.problems import Problem
from sharedprog.exchange.project_records import Record

MOST_PROBLEMS = 1_000
"""Problems that are listed; the others are counted."""
LONGEST_MINUTES = 60_000_000
"""A million hours: more than a century on the clock."""
YEARS = range(1900, 2200)

_NUMBER = r"\d{1,12}(?:\.\d{1,12})?"
_DURATION = re.compile(rf"(-?)PT(?=\d)(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?")
_WHOLE = re.compile(r"[+-]?\d{1,18}(?:\.0*)?")
_FLAGS = {"1": True, "true": True, "0": False, "false": False}


@dataclass
class ProblemList:
    """Collects problems, and past a thousand only counts them."""

    listed: list[Problem] = field(default_factory=list)
    uncounted: int = 0

    def add(self, problem: Problem) -> None:
        """List or count one more."""
        if len(self.listed) < MOST_PROBLEMS:
            self.listed.append(problem)
        else:
            self.uncounted += 1

    def all(self) -> tuple[Problem, ...]:
        """Those listed by their lines, and one that says how many more there are."""
        ordered = sorted(self.listed, key=lambda problem: problem.row or 0)
        if not self.uncounted:
            return tuple(ordered)
        more = Problem("The plan", None, "", f"{self.uncounted:,} more problems", "those above to be mended first")
        return (*ordered, more)


class Reading:
    """Reads the fields of one record; what cannot be read is ``None`` and is added to the problems."""

    def __init__(self, record: Record, where: str, problems: ProblemList) -> None:
        self.record = record
        self.where = where
        self.problems = problems

    def problem(self, column: str, found: str, expected: str) -> None:
        """Note what is wrong with one element of the record."""
        self.problems.add(Problem(self.where, self.record.line, column, found, expected, counted_in="line"))

    def text(self, name: str) -> str:
        """Text without spaces around it; empty when it is missing."""
        return self.record.fields.get(name, "")

    def flag(self, name: str, *, missing: bool = False) -> bool:
        """1 or 0, true or false."""
        text = self.record.fields.get(name, "")
        if not text:
            return missing
        value = _FLAGS.get(text.lower())
        if value is None:
            self.problem(name, text, "1 for yes or 0 for no")
            return missing
        return value

    def whole(self, name: str, lowest: int = -(2**31), highest: int = 2**31 - 1) -> int | None:
        """A whole number within the bounds."""
        text = self.record.fields.get(name, "")
        if not text:
            return None
        if _WHOLE.fullmatch(text):
            value = int(text.partition(".")[0])
            if lowest <= value <= highest:
                return value
        self.problem(name, text, f"a whole number from {lowest:,} to {highest:,}")
        return None

    def moment(self, name: str) -> datetime | None:
        """A day and time without a zone, in the years 1900 to 2199."""
        text = self.record.fields.get(name, "")
        if not text:
            return None
        try:
            value = datetime.fromisoformat(text)
        except ValueError:
            value = None
        if value is None or value.year not in YEARS:
            self.problem(name, text, "a day and time such as 2026-12-03T08:00:00, from 1900 to 2199")
            return None
        return value.replace(tzinfo=None)

    def minutes(self, name: str) -> int | None:
        """A duration such as ``PT16H30M0S``, rounded to a minute."""
        text = self.record.fields.get(name, "")
        if not text:
            return None
        found = _DURATION.fullmatch(text)
        if found:
            hours, minutes, seconds = (float(part or 0) for part in found.groups()[1:])
            value = round(hours * 60 + minutes + seconds / 60)
            if value <= LONGEST_MINUTES:
                return -value if found[1] else value
        self.problem(name, text, "a duration in hours, minutes and seconds such as PT16H0M0S, below a million hours")
        return None


def calendar_uid(reading: Reading) -> int | None:
    """The calendar that a record names; ``-1`` names none."""
    uid = reading.whole("CalendarUID")
    return None if uid is None or uid < 0 else uid


def named(kind: str, number: object, name: str) -> str:
    """How a problem names a thing: ``Task 12 “Go live”``."""
    return " ".join(part for part in (kind, str(number), f"“{shortened(name)}”" if name else "") if part)


def shortened(name: str) -> str:
    """The name, cut where a sentence would drown in it."""
    return f"{name[:59]}…" if len(name) > 60 else name
