"""Moments: the axis on which the plan is worked out, as whole numbers that count working days.

The moment ``2 * index + 1`` is the beginning of the working day with that index; ``2 * index`` is the end of the
working day before it. No working time lies between the two, but a milestone shows on one day or on the other:
it stands at the end of the day on which its predecessor finishes, or at the beginning of the day it is fixed to.
"""

from __future__ import annotations

from datetime import date, timedelta

from sharedprog.domain.plan.calendar import WorkingCalendar

NEVER = -(1 << 40)
"""Before every moment: what is not known holds nothing back."""
EVER = 1 << 40
"""After every moment."""
BEYOND = 1 << 30
"""Well after the year 9999: a moment that no calendar shows."""


def beginning(calendar: WorkingCalendar, day: date) -> int:
    """The beginning of a day; of the next working day where nobody works on it."""
    return 2 * calendar.index(day) + 1


def ending(calendar: WorkingCalendar, day: date) -> int:
    """The end of a day; of the working day before it where nobody works on it."""
    return 2 * (calendar.index(day) + calendar.is_working(day))


def day_of(calendar: WorkingCalendar, moment: int) -> date | None:
    """The working day on which a moment shows; ``None`` where it is not known or outside the years 1 to 9999."""
    if not 0 < moment < BEYOND:
        return None
    try:
        return calendar.day_at((moment - 1) >> 1)
    except OverflowError:
        return None


def elapsed(calendar: WorkingCalendar, moment: int, days: int) -> int:
    """The moment so many calendar days later; the beginning of the next working day where nobody works then."""
    day = day_of(calendar, moment)
    if day is None:
        return NEVER if moment <= 0 else BEYOND
    try:
        then = day + timedelta(days=days)
    except OverflowError:
        return NEVER if days < 0 else BEYOND
    if moment % 2 == 0 and calendar.is_working(then):
        return ending(calendar, then)
    return beginning(calendar, then)


def elapsed_back(calendar: WorkingCalendar, limit: int, days: int) -> int:
    """The last moment that, so many calendar days later, is not after the limit."""
    moment = elapsed(calendar, limit, -days)
    if not 0 < moment < BEYOND:
        return EVER
    while elapsed(calendar, moment, days) > limit:
        moment -= 1
    while elapsed(calendar, moment + 1, days) <= limit:
        moment += 1
    return moment
