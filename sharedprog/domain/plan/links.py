"""What one link asks: from which moment it lets its successor start, and by when its predecessor must finish."""

from __future__ import annotations

from collections.abc import Sequence

from sharedprog.domain.plan.axis import EVER, NEVER
from sharedprog.domain.plan.figures import PLAIN, Figures
from sharedprog.domain.plan.network import PlanLink
from sharedprog.domain.plan.working_time import ALL_HOURS


def hold(link: PlanLink, made: Sequence[Figures], starts: Sequence[int], finishes: Sequence[int]) -> int:
    """The moment from which a link lets its successor start; ``NEVER`` where its predecessor has no dates.

    A link to a finish holds the start that leads to it. Lags count the successor's working time, as in Microsoft
    Project, whatever the times of the person who works on it.
    """
    successor = made[link.second]
    moment = (finishes if link.kind[0] == "F" else starts)[link.first]
    if moment <= NEVER or moment >= EVER:
        return moment
    moment = lagged(link, made, moment, 1)
    if link.kind[1] == "F" and successor.left and moment < EVER:
        return successor.time.span_back(moment, successor.left)[0]
    return moment


def release(
    link: PlanLink, made: Sequence[Figures], late_starts: Sequence[int], late_finishes: Sequence[int], last: int
) -> int:
    """The latest finish that a link leaves its predecessor, when its successor comes as late as it may."""
    predecessor, successor = made[link.first], made[link.second]
    moment = (late_starts if link.kind[1] == "S" else late_finishes)[link.second]
    if counts_clock(link, made) and abs(moment) < EVER:
        moment = successor.time.next_start(moment)  # whatever the clock says until work goes on is as late
    moment = lagged(link, made, moment, -1)
    if link.kind[0] == "F":
        return moment
    if predecessor.kind != PLAIN:
        return last  # it has begun, so its start holds nothing any more
    if not predecessor.length or abs(moment) >= EVER:
        return moment
    time = predecessor.time
    if counts_clock(link, made) and time.next_start(moment) > moment:
        moment = time.start_form(time.index(moment) - 1)  # work cannot start while nobody works
    return time.span(moment, predecessor.length)[1]


def lag_minutes(link: PlanLink, made: Sequence[Figures]) -> int:
    """The lag with its share of the predecessor's length; on the clock where ``counts_clock``."""
    return link.lag + round(made[link.first].length * link.percent / 100)


def counts_clock(link: PlanLink, made: Sequence[Figures]) -> bool:
    """Whether the lag goes on day and night."""
    return link.elapsed or (link.percent != 0 and made[link.first].time is ALL_HOURS)


def lagged(link: PlanLink, made: Sequence[Figures], moment: int, sign: int) -> int:
    """The moment with the lag added (``sign`` 1) or taken off (-1)."""
    minutes = sign * lag_minutes(link, made)
    if not minutes or not NEVER < moment < EVER:
        return moment
    if counts_clock(link, made):
        return moment + minutes
    successor = made[link.second]
    return (successor.float_in or successor.time).add(moment, minutes)
