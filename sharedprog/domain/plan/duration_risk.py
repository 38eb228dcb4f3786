"""Duration risk: when the plan may finish, where some tasks take fewer days at best and more at worst.

The plan is worked out thousands of times (the Monte Carlo method for project networks, Van Slyke 1963). In each run
every task with a spread gets a length drawn from the triangular distribution of its days at best, its days and its
days at worst, which stands in for the beta distribution of PERT and leaves more room at the ends (Johnson 1997). The
draws do not depend on one another.

In the runs, dates that must be kept stop nothing: a milestone fixed on Day 1 comes later when what it waits for does.
Tasks that come as late as they can come as early as they can. Finished work and tasks placed by hand stay.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, sqrt
from operator import mul
from random import Random
from typing import NamedTuple

from sharedprog.domain.plan.axis import EVER, NEVER, finish_day, is_known
from sharedprog.domain.plan.calendar import WorkingCalendar
from sharedprog.domain.plan.figures import BEGUN, PLAIN, Figures
from sharedprog.domain.plan.outline import rows_by_id
from sharedprog.domain.plan.passes import Forward
from sharedprog.domain.plan.schedule import Schedule, schedule
from sharedprog.domain.plan.standing import last_planned
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.trouble import Trouble

RUNS, SEED = 2_000, 1
"""Usual numbers; the same seed on the same plan gives the same dates."""
MOST_RUNS = 100_000
BINS = 24
"""Bars of the histogram, at most."""
DRIVES = 0.1
"""The correlation from which a task is said to drive the spread."""
NO_SPREAD = (
    "No task that is left to do has days at best or days at worst. Give them to the tasks of which you are least sure."
)
Progress = Callable[[float, str], object]


class Spread(NamedTuple):
    """Minutes that a task takes at best, usually and at worst, by its place.

    ``ends_at`` is the moment before which it may not finish, where that is what keeps it from starting sooner.
    """

    place: int
    best: int
    usual: int
    worst: int
    ends_at: int = NEVER


class Bin(NamedTuple):
    """How many runs finish on these days."""

    first: date
    last: date
    runs: int


class Driver(NamedTuple):
    """A task, and how closely the finish goes with its length: 1 for nothing but it, 0 for not at all."""

    task_id: str
    correlation: float


@dataclass(frozen=True)
class Forecast:
    """When a task, or the whole plan, finishes over all runs; ``by_plan`` and ``by_day_one`` are shares of them.

    ``p50`` is the day by which half of the runs are finished, ``p80`` that by which four in five are.
    """

    task_id: str | None
    planned: date
    p50: date
    p80: date
    by_plan: float
    by_day_one: float | None
    bins: tuple[Bin, ...]
    drivers: tuple[Driver, ...]


@dataclass(frozen=True)
class DurationRisk:
    """The runs of a plan; ``spread`` is how many tasks had a spread, ``milestone`` the last one planned by Day 1."""

    runs: int
    seed: int
    spread: int
    finish: Forecast
    milestone: Forecast | None


def spread_of(task: Task, place: int, figures: Figures, begins: int = NEVER) -> Spread | None:
    """The spread of a task whose dates follow from its length; ``None`` where it has none, or nothing is left."""
    free = figures.active and figures.open and figures.kind in (PLAIN, BEGUN) and min(figures.left, figures.length) > 0
    if not free or (task.optimistic is None and task.pessimistic is None):
        return None
    usual = figures.length
    ends = [usual, *(max(0, end) for end in (task.optimistic, task.pessimistic) if end is not None)]
    if min(ends) == max(ends):
        return None
    by_finish = figures.kind == PLAIN and task.constraint in ("fnet", "mfo") and figures.low > begins
    ends_at = figures.time.span(figures.low, usual)[1] if by_finish else NEVER
    return Spread(place, min(ends), usual, max(ends), ends_at)


def duration_risk(
    programme: Programme, as_at: date, *, runs: int = RUNS, seed: int = SEED, progress: Progress | None = None
) -> DurationRisk:
    """Work the plan out so many times; raises ``Trouble`` where there is nothing to vary. ``progress`` may raise."""
    if not 1 <= runs <= MOST_RUNS:
        raise Trouble(f"{runs} runs cannot be made. Give 1 to {MOST_RUNS:,}.")
    made = schedule(programme, as_at)
    if made.worked.frame.ends > NEVER:
        raise Trouble("The plan is worked out from its finish, so its finish cannot be forecast.")
    rows = rows_by_id(programme)
    places = made.shape.places
    begins, figures = made.worked.frame.terms.begins, made.worked.made
    found = (spread_of(row.task, places[each], figures[places[each]], begins) for each, row in rows.items())
    spreads = [each for each in found if each is not None]
    if not spreads:
        raise Trouble(NO_SPREAD)
    day_one = programme.settings.day_one
    milestone = None if day_one is None else last_planned(rows, made, day_one)
    watched = [None] if milestone is None else [None, milestone]
    lengths, finishes = _run(made, spreads, watched, Random(seed), runs, progress)  # noqa: S311 - chance, no secret
    told = [_forecast(made, each, watched[at], day_one, spreads, lengths) for at, each in enumerate(finishes)]
    return DurationRisk(runs, seed, len(spreads), told[0], told[1] if milestone is not None else None)


def _run(
    made: Schedule,
    spreads: Sequence[Spread],
    watched: Sequence[str | None],
    chance: Random,
    runs: int,
    progress: Progress | None,
) -> tuple[list[array[int]], list[array[int]]]:
    """The drawn lengths by spread, and the finishes by what is watched, a number for each run."""
    base = [each._replace(high=EVER) if each.kind == PLAIN and each.high < EVER else each for each in made.worked.made]
    forward = Forward(made.worked.network, base)
    count = forward.count
    nodes = [None if task is None else made.shape.places[task] for task in watched]
    finishes = [array("q") for _ in watched]
    places = [each.place for each in spreads]
    replaced = [_replacing(made.worked.made[each.place], each) for each in spreads]
    lengths = [array("q", _drawn(each, chance.random, runs)) for each in spreads]
    step = max(1, runs // 50)
    for run, of_run in enumerate(zip(*lengths, strict=True)):
        if progress is not None and run % step == 0:
            progress(run / runs, f"Run {run:,} of {runs:,}")
        for place, replace, length in zip(places, replaced, of_run, strict=True):
            base[place] = replace(length)
        forward.run()
        for node, ended in zip(nodes, finishes, strict=True):
            ended.append(max(forward.finishes[:count]) if node is None else forward.finishes[node])
    return lengths, finishes


def _drawn(spread: Spread, uniform: Callable[[], float], runs: int) -> list[int]:
    """Lengths from the triangular distribution, by its inverse."""
    best, usual, worst = spread.best, spread.usual, spread.worst
    peak = (usual - best) / (worst - best)
    rise, fall = (worst - best) * (usual - best), (worst - best) * (worst - usual)
    return [
        round(best + sqrt(each * rise) if each < peak else worst - sqrt((1 - each) * fall))
        for each in (uniform() for _ in range(runs))
    ]


def _replacing(figures: Figures, spread: Spread) -> Callable[[int], Figures]:
    """What gives the figures of a task for a length; of begun work what is left varies, not what is done."""
    time, measure, begun = figures.time, figures.measure, figures.length - figures.left
    rest = figures[6:]
    if begun == 0 and spread.ends_at == NEVER:
        same = (figures.low, EVER, *rest)
        return lambda length: Figures._make((time, measure, length, length, *same))

    def replace(length: int) -> Figures:
        left = round(figures.left * length / figures.length)
        whole, low = begun + left, figures.low
        if spread.ends_at != NEVER:
            low = time.span_back(spread.ends_at, max(1, whole))[0]
        return Figures._make((time, measure, whole, left, low, EVER, *rest))

    return replace


def _forecast(
    made: Schedule,
    finishes: array[int],
    task_id: str | None,
    day_one: date | None,
    spreads: Sequence[Spread],
    lengths: Sequence[array[int]],
) -> Forecast:
    planned = made.finish if task_id is None else made.dates[task_id].finish
    if planned is None or not all(is_known(each) for each in finishes):
        raise Trouble("The plan has no finish to forecast. Give it a start, and its tasks their days.")
    usual = made.worked.frame.calendars.usual
    moments = [usual.index(each) for each in finishes]
    ids = made.shape.ids
    drivers = [
        Driver(ids[each.place], correlation)
        for each, drawn in zip(spreads, lengths, strict=True)
        if (correlation := correlated(drawn, moments)) >= DRIVES
    ]
    days = sorted(day for each in finishes if (day := finish_day(each)) is not None)
    return Forecast(
        task_id,
        planned,
        _percentile(days, 0.5),
        _percentile(days, 0.8),
        _share(days, planned),
        None if day_one is None else _share(days, day_one),
        histogram(days, made.calendar),
        tuple(sorted(drivers, key=lambda each: -each.correlation)),
    )


def correlated(ones: Sequence[int], others: Sequence[int]) -> float:
    """Pearson's correlation; 0 where one of the two never varies."""
    count = len(ones)
    one, other = sum(ones) / count, sum(others) / count
    first, second = [each - one for each in ones], [each - other for each in others]
    size = sqrt(sum(map(mul, first, first)) * sum(map(mul, second, second)))
    return sum(map(mul, first, second)) / size if size else 0.0


def histogram(days: Sequence[date], calendar: WorkingCalendar) -> tuple[Bin, ...]:
    """Runs by the days on which they finish, in bins of as many working days each; ``days`` are in order."""
    lowest, highest = calendar.index(days[0]), calendar.index(days[-1])
    width = ceil((highest - lowest + 1) / BINS)
    counts = [0] * ((highest - lowest) // width + 1)
    for day in days:
        counts[(calendar.index(day) - lowest) // width] += 1
    firsts = [lowest + place * width for place in range(len(counts))]
    return tuple(
        Bin(calendar.day_at(first), calendar.day_at(first + width - 1), count)
        for first, count in zip(firsts, counts, strict=True)
    )


def _percentile(days: Sequence[date], part: float) -> date:
    """The day by which at least this part of the runs is finished."""
    return days[ceil(part * len(days)) - 1]


def _share(days: Sequence[date], day: date) -> float:
    return sum(each <= day for each in days) / len(days)
