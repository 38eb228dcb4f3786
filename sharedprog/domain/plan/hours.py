"""Hours of a day as people write them: ``08:00-12:00, 13:00-17:00``, or ``closed``."""

from __future__ import annotations

import re
from functools import lru_cache

from sharedprog.domain.plan.axis import DAY

Hours = tuple[tuple[int, int], ...]
"""Stretches of working time in minutes after midnight, in order; empty when nobody works."""
CLOSED = "closed"
STANDARD: Hours = ((480, 720), (780, 1020))
"""Eight hours with a break, as in Microsoft Project's standard calendar."""
MOST = 5
"""Stretches in a day, as in Microsoft Project."""

_STRETCH = re.compile(r"(\d{1,2})[:.]?(\d{2})?\s*(?:-|–|to)\s*(\d{1,2})[:.]?(\d{2})?")


@lru_cache(maxsize=1024)
def read_hours(text: str) -> Hours | None:
    """The hours that a text says; ``None`` where it is empty, or is not hours in order."""
    words = text.strip().casefold()
    if words == CLOSED:
        return ()
    stretches: list[tuple[int, int]] = []
    for part in words.split(","):
        found = _STRETCH.fullmatch(part.strip())
        if found is None:
            return None
        begin = int(found[1]) * 60 + int(found[2] or 0)
        end = int(found[3]) * 60 + int(found[4] or 0)
        if not (stretches[-1][1] if stretches else 0) <= begin < end <= DAY:
            return None
        if stretches and stretches[-1][1] == begin:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((begin, end))
    return tuple(stretches)


def hours_words(hours: Hours) -> str:
    """Hours as they are written; midnight at the end of the day is ``24:00``."""
    if not hours:
        return CLOSED
    return ", ".join(f"{_clock(begin)}-{_clock(end)}" for begin, end in hours)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
