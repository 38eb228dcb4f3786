"""What the fourteen checks are called, what they measure, and the limits that each preset sets.

They are those of the Defense Contract Management Agency (2005, in its program analysis pamphlet of October 2012).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sharedprog.domain.words import counted


@dataclass(frozen=True)
class Preset:
    """Limits by name; ``float_days`` and ``duration_days`` are working days, the others shares or indexes."""

    key: str
    title: str
    words: str
    float_days: int = 44
    duration_days: int = 44
    missing_links: float = 0.05
    leads: float = 0.0
    lags: float = 0.05
    finish_to_start: float = 0.9
    hard_dates: float = 0.05
    high_float: float = 0.05
    negative_float: float = 0.0
    long_tasks: float = 0.05
    invalid_dates: float = 0.0
    missed: float = 0.05
    delay_days: int = 600
    path_index: float = 0.95
    execution_index: float = 0.95


PRESETS = (
    Preset("dcma", "DCMA", "The limits of the DCMA: float and tasks of more than 44 working days are questioned."),
    Preset(
        "short",
        "Short programme",
        "For a programme of some months: as DCMA, but float and tasks of more than 20 working days are questioned.",
        float_days=20,
        duration_days=20,
    ),
)
SHORT_DAYS = 130
"""A plan of at most so many working days, six months, is a short one unless someone says otherwise."""


def preset(key: str) -> Preset:
    """A preset by its key; ``KeyError`` where there is none."""
    return {each.key: each for each in PRESETS}[key]


class Kind(NamedTuple):
    """One of the fourteen; ``fault`` is how a failing one is told in a line, after its tasks or links are counted."""

    number: int
    key: str
    title: str
    measures: str
    fault: str
    noun: str = "task"


KINDS = (
    Kind(
        1,
        "missing_links",
        "Missing links",
        "Unfinished tasks that wait for nothing, or that nothing waits for; the first task and the last are let off.",
        "missing links on {}",
    ),
    Kind(2, "leads", "Leads", "Links by which a task starts before what it waits for is done.", "leads on {}", "link"),
    Kind(3, "lags", "Lags", "Links with a wait that no task accounts for.", "lags on {}", "link"),
    Kind(
        4,
        "finish_to_start",
        "Finish to start",
        "Links from finish to start, the only kind that everyone reads in the same way.",
        "{} not from finish to start",
        "link",
    ),
    Kind(
        5,
        "hard_dates",
        "Hard dates",
        "Unfinished tasks held by a date whatever their links say: must start or finish on, no later than.",
        "hard dates on {}",
    ),
    Kind(
        6,
        "high_float",
        "High float",
        "Unfinished tasks that can slip more than {float_days} working days, so that a link may be missing.",
        "high float on {}",
    ),
    Kind(
        7,
        "negative_float",
        "Negative float",
        "Unfinished tasks that cannot be done by a date that must be kept.",
        "{} too late for a date",
    ),
    Kind(
        8,
        "long_tasks",
        "Long tasks",
        "Unfinished tasks that take more than {duration_days} working days, too long to see whether they go well.",
        "{} too long",
    ),
    Kind(
        9,
        "invalid_dates",
        "Invalid dates",
        "Work that is still to be done in the past, or said to be done in the future.",
        "invalid dates on {}",
    ),
    Kind(10, "owners", "Without an owner", "Unfinished tasks that take time and have no owner.", "no owner on {}"),
    Kind(
        11,
        "missed",
        "Missed tasks",
        "Tasks due by now in the baseline that finished later, or will.",
        "{} later than the baseline",
    ),
    Kind(
        12,
        "critical_path",
        "Critical path test",
        "How far the finish moves when an unfinished critical task takes {delay_days} working days longer.",
        "a delay on the critical path does not reach the finish",
        "working day",
    ),
    Kind(
        13,
        "path_index",
        "Critical path length index",
        "Working days left to the finish with the least float added, against the days left.",
        "the critical path is too long for its dates",
    ),
    Kind(
        14,
        "execution_index",
        "Baseline execution index",
        "Tasks done against those that the baseline has done by now.",
        "too few tasks done for the baseline",
    ),
)
BY_KEY = {kind.key: kind for kind in KINDS}


@dataclass(frozen=True)
class Failing:
    """A task that makes a check fail or comes near it, and one sentence that says what to do."""

    task_id: str
    sentence: str


@dataclass(frozen=True)
class Check:
    """One check of a plan. ``passed`` is ``None`` where it was not measured, or is for information only.

    ``count`` is out of ``of``; an index has its ``value`` instead. ``reason`` says why nothing was measured.
    """

    kind: Kind
    measures: str
    threshold: str
    passed: bool | None = None
    count: int | None = None
    of: int | None = None
    value: float | None = None
    failing: tuple[Failing, ...] = ()
    reason: str = ""

    @property
    def state(self) -> str:
        """``pass``, ``fail``, ``information`` or ``unmeasured``."""
        if self.reason:
            return "unmeasured"
        return "information" if self.passed is None else "pass" if self.passed else "fail"

    @property
    def percent(self) -> float | None:
        """The count in per cent."""
        return None if self.count is None or not self.of else self.count * 100 / self.of

    @property
    def found(self) -> str:
        """What was found: ``3 of 60 tasks, 5 %``, or an index with what it comes from."""
        counts = f"{self.count} of {counted(self.of, self.kind.noun)}" if self.of else ""
        if self.value is not None:
            return ", ".join(filter(None, (f"{self.value:.2f}", counts)))
        if self.percent is None or self.kind.key == "critical_path":
            return counts
        return f"{counts}, {percent_words(self.percent)}"


def percent_words(percent: float) -> str:
    """``5 %``, ``5.3 %``."""
    return f"{percent:.1f}".removesuffix(".0") + "\xa0%"


STATES = {"pass": "Pass", "fail": "Fail", "information": "For information", "unmeasured": "Not measured"}
"""States in words."""
