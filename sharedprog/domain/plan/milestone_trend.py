"""The milestone trend: what each milestone was forecast for when each board met, and what it is forecast for now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sharedprog.domain.ordering import natural
from sharedprog.domain.plan.milestones import Milestone, milestones
from sharedprog.domain.results import TaskResult
from sharedprog.domain.view import View
from sharedprog.domain.words import counted


@dataclass(frozen=True)
class TrendColumn:
    """A board that was held, by its number and its day; ``number`` is ``None`` for now."""

    number: int | None
    day: date

    @property
    def words(self) -> str:
        """``Board 3``, ``Now``."""
        return "Now" if self.number is None else f"Board {self.number}"


@dataclass(frozen=True)
class MilestoneTrend:
    """One milestone: a forecast for each column, ``None`` where it was not known.

    ``wbs`` is empty for one that is in the plan no more. ``reached`` is the first column at which it was done. ``slip``
    is in working days from the baseline to now, ``moved`` from the first forecast to the last; later when positive.
    """

    task_id: str
    wbs: str
    title: str
    baseline: date | None
    forecasts: tuple[date | None, ...]
    reached: int | None
    slip: int | None
    moved: int | None

    @property
    def gone(self) -> bool:
        """Whether it is in the plan no more."""
        return not self.wbs

    @property
    def open_forecasts(self) -> Iterator[tuple[int, date]]:
        """Columns with a forecast up to the one at which it was reached."""
        last = len(self.forecasts) if self.reached is None else self.reached + 1
        return ((place, each) for place, each in enumerate(self.forecasts[:last]) if each is not None)


@dataclass(frozen=True)
class Trend:
    """Boards from the oldest to now, and the milestones by their day now; those that are gone last."""

    columns: tuple[TrendColumn, ...]
    milestones: tuple[MilestoneTrend, ...]

    def last(self, count: int) -> Trend:
        """The same with so many columns only, the latest; what was reached or gone before these is left out."""
        first = max(len(self.columns) - count, 0)
        shown = (
            replace(
                each,
                forecasts=each.forecasts[first:],
                reached=None if each.reached is None else each.reached - first,
            )
            for each in self.milestones
            if each.reached is None or each.reached >= first
        )
        return Trend(self.columns[first:], tuple(each for each in shown if any(each.forecasts)))

    @property
    def words(self) -> str:
        """How many moved since the first board shown, and which of them furthest."""
        if len(self.columns) < 2:
            return "No board has been held yet, so there is no trend."
        moved = [each for each in self.milestones if each.moved and not each.gone]
        later = [each for each in moved if (each.moved or 0) > 0]
        since = f"Since board {self.columns[0].number}"
        told = (
            f"{since}, {counted(len(later), 'milestone')} moved later and {len(moved) - len(later) or 'none'} sooner."
        )
        if not later:
            return told
        furthest = max(later, key=lambda each: each.moved or 0)
        return f"{told} Furthest: {furthest.wbs} {furthest.title}, by {counted(furthest.moved or 0, 'working day')}."


def milestone_trend(view: View) -> Trend:
    """The forecasts of every milestone that the plan has or that a board saw."""
    columns = (*(TrendColumn(past.number, past.day) for past in view.past), TrendColumn(None, view.as_at))
    seen = [past.results.tasks for past in view.past]
    found = milestones(view.programme, view.schedule, view.as_at)
    present = [_present(view, each, [results.get(each.task_id) for results in seen]) for each in found]
    known = {each.task_id for each in found}
    gone = {
        task_id: result
        for results in seen
        for task_id, result in results.items()
        if result.milestone and task_id not in known
    }
    ordered = sorted(gone, key=lambda task_id: natural(gone[task_id].wbs))
    return Trend(columns, (*present, *(_gone(view, task_id, gone[task_id].title, seen) for task_id in ordered)))


def _present(view: View, each: Milestone, seen: list[TaskResult | None]) -> MilestoneTrend:
    forecasts = (*(result.finish if result is not None else None for result in seen), each.now)
    done = [*(result is not None and result.percent == 100 for result in seen), each.done]
    return MilestoneTrend(
        task_id=each.task_id,
        wbs=each.wbs,
        title=each.title,
        baseline=each.baseline,
        forecasts=forecasts,
        reached=done.index(True) if any(done) else None,
        slip=each.slip,
        moved=_moved(view, forecasts),
    )


def _gone(view: View, task_id: str, title: str, seen: list[dict[str, TaskResult]]) -> MilestoneTrend:
    results = [results.get(task_id) for results in seen]
    forecasts = (*(result.finish if result is not None else None for result in results), None)
    done = [result is not None and result.percent == 100 for result in results]
    reached = done.index(True) if any(done) else None
    return MilestoneTrend(task_id, "", title, None, forecasts, reached, None, _moved(view, forecasts))


def _moved(view: View, forecasts: tuple[date | None, ...]) -> int | None:
    known = [each for each in forecasts if each is not None]
    return view.schedule.calendar.between(known[0], known[-1]) if known else None
