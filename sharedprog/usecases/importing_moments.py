"""Moments of an imported plan as a day and a time of day; the usual time of a calendar is left empty.

A start at midnight is a day without a time, and an end at midnight is the end of the day before. What runs day and
night may begin and end at midnight, so there it is kept.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sharedprog.domain.plan.axis import DAY
from sharedprog.domain.plan.working_time import WorkingTime

Parts = tuple[date | None, time | None]
NOTHING: Parts = (None, None)


def start_parts(moment: datetime | None, measure: WorkingTime, *, clock: bool = False) -> Parts:
    """The day on which something starts, and its time where work does not begin then; ``clock``: day and night."""
    if moment is None:
        return NOTHING
    day, minute = moment.date(), moment.hour * 60 + moment.minute
    hours = measure.hours(day)
    usual = hours[0][0] if hours else 0
    return day, None if minute == usual or (minute == 0 and not clock) else time(minute // 60, minute % 60)


def finish_parts(
    moment: datetime | None, measure: WorkingTime, start: datetime | None = None, *, clock: bool = False
) -> Parts:
    """The last day of something that starts at ``start`` where known, and its time where work does not end then."""
    if moment is None:
        return NOTHING
    day, minute = moment.date(), moment.hour * 60 + moment.minute
    if minute == 0 and (start is None or start < moment):
        before = day - timedelta(days=1)
        hours = measure.hours(before)
        if (hours and hours[-1][1] == DAY) or (start is not None and not clock):
            return before, None
    if minute == 0 and not clock:
        return day, None
    hours = measure.hours(day)
    usual = hours[-1][1] if hours else DAY - 1
    return day, None if minute == usual else time(minute // 60, minute % 60)
