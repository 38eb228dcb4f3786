"""The histogram of a forecast, laid out in a square of side 1 for whoever draws it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sharedprog.domain.plan.duration_risk import Bin, Forecast
from sharedprog.domain.words import counted, day_words, short_day


class Bar(NamedTuple):
    """A bar from the left, its height from the foot; ``after`` is beyond the P80 date; ``words`` are its own."""

    left: float
    width: float
    height: float
    after: bool
    words: str


class Mark(NamedTuple):
    """A day across the bars."""

    at: float
    words: str


class Histogram(NamedTuple):
    """Bars, and the days marked on them from left to right."""

    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]


GAP = 0.1
"""Share of a bar's room that is left free."""


def laid_out(forecast: Forecast, day_one: date | None) -> Histogram:
    """Bars of a forecast, with its P50 and P80 dates and Day 1 where that is among them."""
    bins = forecast.bins
    most, width = max(each.runs for each in bins), 1 / len(bins)
    bars = tuple(
        Bar(
            (place + GAP / 2) * width,
            (1 - GAP) * width,
            each.runs / most,
            each.first > forecast.p80,
            f"{_days(each)}: {counted(each.runs, 'run')}",
        )
        for place, each in enumerate(bins)
    )
    named = [("P50", forecast.p50), ("P80", forecast.p80)]
    if day_one is not None and forecast.by_day_one is not None:
        named.append(("Day 1", day_one))
    places = [(_place(bins, day), f"{name} {short_day(day)}") for name, day in named]
    marks = sorted(Mark(at, words) for at, words in places if at is not None)
    return Histogram(bars, tuple(marks))


def _place(bins: Sequence[Bin], day: date) -> float | None:
    """Where a day stands; ``None`` outside the bars. Days on which nobody works stand after the bar before them."""
    if not bins[0].first <= day <= bins[-1].last:
        return None
    place = max(at for at, each in enumerate(bins) if each.first <= day)
    found = bins[place]
    days = (found.last - found.first).days + 1
    within = min(1.0, ((day - found.first).days + 0.5) / days)
    return (place + within) / len(bins)


def _days(each: Bin) -> str:
    if each.first == each.last:
        return day_words(each.first)
    return f"{day_words(each.first)} to {day_words(each.last)}"
