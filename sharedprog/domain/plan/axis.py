"""The axis on which the plan is worked out: minutes on the clock, counted from the beginning of 1 January of year 1.

Years outside ``FIRST`` and ``LAST`` are not planned in: a moment beyond them is not known.
"""

from __future__ import annotations

from datetime import date, datetime, time

DAY = 1440
"""Minutes on the clock in a day."""
FIRST = date(1600, 1, 3).toordinal() * DAY
"""The first moment that can be planned; a Monday."""
LAST = date(2600, 1, 1).toordinal() * DAY
"""The moment after the last that can be planned."""
NEVER = -(1 << 60)
"""Before every moment: what is not known holds nothing back."""
EVER = 1 << 60
"""After every moment."""


def at(day: date, minute: int = 0) -> int:
    """The moment so many minutes after midnight at the beginning of a day."""
    return day.toordinal() * DAY + minute


def minute_of(clock: time) -> int:
    """Minutes after midnight; seconds are left out."""
    return clock.hour * 60 + clock.minute


def is_known(moment: int) -> bool:
    """Whether a moment can be shown."""
    return FIRST <= moment <= LAST


def datetime_of(moment: int) -> datetime | None:
    """A moment as a day and a time; ``None`` where it is not known."""
    if not FIRST <= moment <= LAST:
        return None
    number, minute = divmod(moment, DAY)
    return datetime.combine(date.fromordinal(number), time(minute // 60, minute % 60))


def start_day(moment: int) -> date | None:
    """The day on which work that begins at a moment shows."""
    return date.fromordinal(moment // DAY) if FIRST <= moment <= LAST else None


def finish_day(moment: int) -> date | None:
    """The day on which work that ends at a moment shows: an end at midnight is of the day before."""
    return date.fromordinal((moment - 1) // DAY) if FIRST < moment <= LAST else None
