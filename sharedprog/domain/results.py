"""Results: what was computed on a day, so that a board's page never changes after it was printed."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class TaskResult:
    """A task's computed dates; float in working days; ``rag`` has no place here."""

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
    """A risk's score and band on a matrix."""

    ref: str
    title: str
    score: int | None
    rag: str | None
    likelihood: int | None
    impact: int | None
    matrix: str | None
    open: bool


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
class RatingResult:
    """A rating declared by someone and the one worked out by rule."""

    title: str
    declared: str | None
    calculated: str | None


@dataclass(frozen=True)
class Results:
    """Everything a board page shows that was computed, by row id."""

    as_at: date
    tasks: dict[str, TaskResult] = field(default_factory=dict)
    risks: dict[str, RiskResult] = field(default_factory=dict)
    poisons: dict[str, PoisonResult] = field(default_factory=dict)
    workstreams: dict[str, RatingResult] = field(default_factory=dict)
    overall: RatingResult = field(default_factory=lambda: RatingResult("", None, None))
    counts: dict[str, int] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """JSON with sorted keys, so that equal results are equal bytes."""
        return json.dumps(asdict(self), sort_keys=True, default=_iso, ensure_ascii=False).encode()

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hex."""
        return hashlib.sha256(self.to_bytes()).hexdigest()

    @classmethod
    def from_bytes(cls, content: bytes) -> Results:
        """Results as they were stored; fields of a later version are left out; raises ``ValueError``."""
        held = json.loads(content)
        try:
            return cls(
                as_at=date.fromisoformat(held["as_at"]),
                tasks={key: _task(value) for key, value in held["tasks"].items()},
                risks={key: RiskResult(**value) for key, value in held["risks"].items()},
                poisons={key: PoisonResult(**value) for key, value in held["poisons"].items()},
                workstreams={key: RatingResult(**value) for key, value in held["workstreams"].items()},
                overall=RatingResult(**held["overall"]),
                counts=dict(held["counts"]),
            )
        except (KeyError, TypeError) as error:
            raise ValueError(f"results that cannot be read: {error}") from error


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in results")


def _task(held: dict[str, Any]) -> TaskResult:
    days = {name: date.fromisoformat(held[name]) if held[name] else None for name in ("start", "finish")}
    return TaskResult(**{**held, **days})


@dataclass(frozen=True)
class PastBoard:
    """A board that was held, and the results it saw, which are read from their bytes when first asked for."""

    id: str
    number: int
    day: date
    saw: str
    content: bytes

    @cached_property
    def results(self) -> Results:
        """What the board's pages showed; raises ``ValueError`` where the bytes are not results."""
        return Results.from_bytes(self.content)
