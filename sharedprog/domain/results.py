"""Results: what was computed on a day, so that a board's page never changes after it was printed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import cached_property, lru_cache
from json import JSONDecoder
from sys import intern
from typing import Any, TypeVar


@dataclass(frozen=True)
class TaskResult:
    """A task's computed dates; float in working days; ``percent`` is how much of it was done."""

    wbs: str
    title: str
    start: date | None
    finish: date | None
    percent: int | None
    milestone: bool
    critical: bool
    total_float: int | None


@dataclass(frozen=True)
class RiskResult:
    """A risk's score and band on a matrix, and the status that made it open or not."""

    ref: str
    title: str
    score: int | None
    rag: str | None
    likelihood: int | None
    impact: int | None
    matrix: str | None
    open: bool
    status: str | None


@dataclass(frozen=True)
class IssueResult:
    """Whether an issue was open, and who had to decide it."""

    ref: str
    title: str
    open: bool
    severity: str | None


@dataclass(frozen=True)
class PoisonResult:
    """A poison's potency and doses."""

    ref: str
    title: str
    potency: int | None
    status: str | None
    administered: int
    antidotes: int


@dataclass(frozen=True)
class ActionResult:
    """How an action stood, and when it was due (the revised day where there was one)."""

    ref: str
    title: str
    status: str | None
    due: date | None


@dataclass(frozen=True)
class DecisionResult:
    """How a decision stood, and by ratification id what each partner's body had done."""

    ref: str
    title: str
    status: str | None
    ratified: dict[str, str | None]


@dataclass(frozen=True)
class RatingResult:
    """A rating declared by someone and the one worked out by rule."""

    title: str
    declared: str | None
    calculated: str | None


R = TypeVar("R", TaskResult, RiskResult, IssueResult, PoisonResult, ActionResult, DecisionResult, RatingResult)


@dataclass(frozen=True)
class Results:
    """Everything a board page shows that was computed, by row id."""

    as_at: date
    tasks: dict[str, TaskResult] = field(default_factory=dict)
    risks: dict[str, RiskResult] = field(default_factory=dict)
    issues: dict[str, IssueResult] = field(default_factory=dict)
    poisons: dict[str, PoisonResult] = field(default_factory=dict)
    actions: dict[str, ActionResult] = field(default_factory=dict)
    decisions: dict[str, DecisionResult] = field(default_factory=dict)
    workstreams: dict[str, RatingResult] = field(default_factory=dict)
    overall: RatingResult = field(default_factory=lambda: RatingResult("", None, None))
    counts: dict[str, int] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """JSON with sorted keys, so that equal results are equal bytes."""
        return self._bytes

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return self._sha256

    @cached_property
    def _bytes(self) -> bytes:
        return json.dumps(asdict(self), sort_keys=True, default=_iso, ensure_ascii=False).encode()

    @cached_property
    def _sha256(self) -> str:
        return hashlib.sha256(self._bytes).hexdigest()

    @classmethod
    def from_bytes(cls, content: bytes) -> Results:
        """Results as they were stored; what another version added is left out; raises ``ValueError``."""
        held = json.loads(content)
        try:
            return cls(
                as_at=date.fromisoformat(held["as_at"]),
                tasks=_rows(TaskResult, held["tasks"], "start", "finish"),
                risks=_rows(RiskResult, held["risks"]),
                issues=_rows(IssueResult, held["issues"]),
                poisons=_rows(PoisonResult, held["poisons"]),
                actions=_rows(ActionResult, held["actions"], "due"),
                decisions=_rows(DecisionResult, held["decisions"]),
                workstreams=_rows(RatingResult, held["workstreams"]),
                overall=_rows(RatingResult, {"": held["overall"]})[""],
                counts=dict(held["counts"]),
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"results that cannot be read: {error}") from error


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in results")


_day = lru_cache(maxsize=4096)(date.fromisoformat)


def _rows(kind: type[R], held: Mapping[str, Mapping[str, Any]], *days: str) -> dict[str, R]:
    """Rows of one kind by id; the named fields are days. Boards saw much the same, so equal words and days are one."""
    known = [slot.name for slot in fields(kind)]
    rows = {}
    for row_id, values in held.items():
        cells: dict[str, Any] = {name: values[name] for name in known}
        for name, value in cells.items():
            if isinstance(value, str):
                cells[name] = intern(value)
        for name in days:
            cells[name] = _day(cells[name]) if cells[name] else None
        rows[intern(row_id)] = kind(**cells)
    return rows


class KeptResults:
    """Results that are read when they are asked for; ``load`` gives their bytes, which are not kept.

    From ``content``, where it is at hand, the declared ratings are taken at once: every page shows those.
    """

    def __init__(self, load: Callable[[], bytes], content: bytes | None = None) -> None:
        self._load = load
        self._ratings: Mapping[str, str | None] | None = None
        if content is not None:
            with suppress(ValueError):  # raised when they are asked for
                self._ratings = _declared(content)

    @cached_property
    def results(self) -> Results:
        """What the bytes say; raises ``ValueError`` where they are not results."""
        return Results.from_bytes(self._load())

    @property
    def ratings(self) -> Mapping[str, str | None]:
        """The declared rating of each workstream by id, without reading the rest; raises ``ValueError``."""
        if self._ratings is None:
            self._ratings = _declared(self._load())
        return self._ratings


WORKSTREAMS = '"workstreams": '


def _declared(content: bytes) -> Mapping[str, str | None]:
    """The declared ratings in the bytes of results: with keys in order they come last; words have no bare quotes."""
    text = content.decode()
    place = text.rfind(WORKSTREAMS)
    try:
        if place < 0:
            held = json.loads(text)["workstreams"]
        else:
            held, _ = JSONDecoder().raw_decode(text, place + len(WORKSTREAMS))
        return {intern(row_id): values["declared"] for row_id, values in held.items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"results that cannot be read: {error}") from error


@dataclass(frozen=True)
class PastBoard:
    """A board that was held, and what it saw: a change set, and the results after it."""

    id: str
    number: int
    day: date
    saw: str
    kept: KeptResults

    @property
    def results(self) -> Results:
        """What the board's pages showed."""
        return self.kept.results
