"""Plans of all sorts for Hypothesis: small, but with everything that can stand in one."""

from datetime import date, timedelta
from typing import Any, cast

from hypothesis import strategies as st

from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.tasks import CONSTRAINTS, Dependency, Task
from tests.domain.plan.plans import MONDAY, link, milestone, plan, task

NEARBY = st.integers(-10, 40).map(lambda days: MONDAY + timedelta(days=days))
MAYBE_DAY = st.none() | NEARBY
DAYS = st.integers(1, 8)
LAGS = st.sampled_from([-2, -1, 0, 0, 0, 1, 3])
CONSTRAINT = st.none() | st.sampled_from([option.code for option in CONSTRAINTS])


@st.composite
def networks(draw: st.DrawFn, most: int = 7, *, leads: bool = True) -> tuple[list[Task], list[Dependency]]:
    """Scheduled tasks and milestones with links of every kind that run forward only, lags of every kind."""
    count = draw(st.integers(2, most))
    names = [f"T{n}" for n in range(count)]
    tasks = [
        milestone(name) if draw(st.integers(0, 4)) == 0 else task(name, draw(DAYS), **draw(beginnings()))
        for name in names
    ]
    pairs = [(one, other) for place, one in enumerate(names) for other in names[place + 1 :]]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2 * count))
    return tasks, [draw(links(one, other, leads=leads)) for one, other in chosen]


@st.composite
def beginnings(draw: st.DrawFn) -> dict[str, Any]:
    """Nothing, or a day before which a task cannot start or finish."""
    kind = draw(st.sampled_from([None, None, None, "snet", "fnet"]))
    return {} if kind is None else {"constraint": kind, "constraint_day": draw(NEARBY)}


@st.composite
def links(draw: st.DrawFn, one: str, other: str, *, leads: bool = True) -> Dependency:
    """A link of one kind or another with a lag of one kind or another."""
    ends = draw(st.sampled_from(["FS", "FS", "FS", "SS", "FF", "SF"]))
    kind = draw(st.sampled_from(["working", "working", "elapsed", "percent"]))
    lag = draw(LAGS)
    lag = lag if leads else max(0, lag)
    if kind == "percent":
        return link(one, other, kind=ends, lag_kind=kind, lag_percent=lag * 50)
    return link(one, other, lag, kind=ends, lag_kind=kind)


@st.composite
def any_task(draw: st.DrawFn, name: str, parents: st.SearchStrategy[str | None]) -> Task:
    """A task in any state at all, sensible or not."""
    values = {
        "parent": draw(parents),
        "milestone": draw(st.booleans()),
        "mode": draw(st.sampled_from(["scheduled", "scheduled", "placed", None])),
        "duration": draw(st.none() | st.integers(0, 3000)),
        "constraint": draw(CONSTRAINT),
        "constraint_day": draw(MAYBE_DAY),
        "placed_start": draw(MAYBE_DAY),
        "placed_finish": draw(MAYBE_DAY),
        "actual_start": draw(st.none() | st.none() | NEARBY),
        "actual_finish": draw(st.none() | st.none() | NEARBY),
        "percent_complete": draw(st.none() | st.integers(0, 100)),
        "baseline_finish": draw(MAYBE_DAY),
    }
    return Task(id=name, exists=True, title=name, order=name, **cast(Any, values))


@st.composite
def any_plan(draw: st.DrawFn, most: int = 8) -> Programme:
    """Tasks in any state, in any outline, waiting for one another in any way, loops included."""
    names = [f"T{n}" for n in range(draw(st.integers(1, most)))]
    parents = st.none() | st.sampled_from([*names, "gone"])
    tasks = [draw(any_task(name, parents)) for name in names]
    ends = st.sampled_from([*names, "gone"])
    pairs = draw(st.lists(st.tuples(ends, ends), unique=True, max_size=2 * len(names)))
    waits = [draw(links(one, other)) for one, other in pairs]
    start: date | None = draw(st.none() | st.just(MONDAY))
    return plan(*tasks, *waits, start=start)
