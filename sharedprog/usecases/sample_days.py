"""When things happen in the sample: boards and Day 1 counted from today, and days written as ``board5-2``."""

from __future__ import annotations

import re
from datetime import date, timedelta

from sharedprog.domain.drafting import Draft
from sharedprog.domain.plan.calendar import WorkingCalendar, calendar_of
from sharedprog.domain.programme import Programme
from sharedprog.usecases.programmes import add_holidays
from sharedprog.usecases.sample_content import SampleError

BOARDS = 12
NEXT = 8
CADENCE = timedelta(days=14)
SHORTEST = 95
"""Working days that the plan needs from its start to Day 1."""
WRITTEN = re.compile(r"(?P<anchor>[a-z]+\d*)(?P<steps>[+-]\d+)?")


WEEKDAYS = WorkingCalendar()
"""Monday to Friday, bank holidays among them."""
TO_FIRST_BOARD = 8
"""Weekdays from the start to the first board."""


class Days:
    """The days of the story: seven boards behind today, the eighth two to eight days ahead, Day 1 after the ninth."""

    def __init__(self, today: date) -> None:
        self.today = today
        years = range(today.year - 1, today.year + 5)
        draft = Draft(Programme())
        add_holidays(draft, "england", years)
        self.calendar: WorkingCalendar = calendar_of(draft.programme)
        thursday = today + timedelta(days=2 + (1 - today.weekday()) % 7)
        self.thursdays = {number: thursday + CADENCE * (number - NEXT) for number in range(1, BOARDS + 1)}
        self.boards = {number: self._meeting(day) for number, day in self.thursdays.items()}
        self.start = self.calendar.on_or_after(thursday - timedelta(days=108))
        self.day_one = self._day_one(thursday)
        self.last_board = self.boards[NEXT - 1]
        self.latest = max(self.last_board, self.calendar.on_or_before(today - timedelta(days=1)))
        """The last day on which anything was written."""

    def _meeting(self, thursday: date) -> date:
        """A working day that is not a Monday, the Thursday itself if it can be."""
        day = self.calendar.on_or_after(thursday)
        return self.calendar.after(day) if day.weekday() == 0 else day

    def _day_one(self, thursday: date) -> date:
        """A Monday between the ninth and tenth boards, or the first after it that people work and are not away."""
        monday = thursday + timedelta(days=25)
        while (
            not self.calendar.is_working(monday)
            or self.calendar.between(self.start, monday) < SHORTEST
            or (monday.month, monday.day) >= (12, 18)
            or (monday.month, monday.day) <= (1, 3)
        ):
            monday += timedelta(days=7)
        return monday

    def named(self, anchor: str, now: date | None = None) -> date | None:
        """The day an anchor stands for: ``start``, ``day1``, ``today``, ``now`` or ``board5``."""
        known = {"start": self.start, "day1": self.day_one, "today": self.today, "now": now}
        if anchor in known:
            return known[anchor]
        number = anchor.removeprefix("board")
        return self.boards.get(int(number)) if anchor.startswith("board") and number.isdigit() else None

    def read(self, written: str, place: str, now: date | None = None) -> date:
        """A day as the files write it: an anchor and working days, or ``lately+6``, tenths of the way to today."""
        match = WRITTEN.fullmatch(written)
        if match is None:
            raise SampleError(place, f"{written!r} is not a day; write board5-2, start+3, day1-10 or lately+4")
        steps = int(match["steps"] or 0)
        if match["anchor"] == "lately":
            return self.lately(steps)
        day = self.named(match["anchor"], now)
        if day is None:
            raise SampleError(place, f"{written!r} counts from {match['anchor']!r}, which is no day of the story")
        number = match["anchor"].removeprefix("board")
        if steps and number.isdigit():
            return self._beside(int(number), steps)
        if match["anchor"] == "start" and steps > TO_FIRST_BOARD:
            return self._beside(1, steps - TO_FIRST_BOARD)
        counted = self.calendar.add(day, steps) if steps else day
        return min(counted, self.boards[1]) if match["anchor"] == "start" else counted

    def _beside(self, board: int, steps: int) -> date:
        """So many weekdays after a board's Thursday, or before it; on the day of the meeting at the soonest.

        Bank holidays are not left out, for over Christmas there are too few working days between two boards for the
        story to keep its order.
        """
        day = self.calendar.on_or_after(WEEKDAYS.add(self.thursdays[board], steps))
        return max(day, self.boards[board]) if steps > 0 else day

    def lately(self, tenths: int) -> date:
        """A working day after the last board, so many tenths of the way to the last day of writing."""
        passed = self.calendar.between(self.last_board, self.latest)
        return self.calendar.add(self.last_board, max(1, -(-passed * tenths // 10))) if passed else self.latest
