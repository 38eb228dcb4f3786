"""The words of the scales, and the matrix that turns likelihood and impact into a score and a band."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import is_

from sharedprog.domain.plan.recent import Recent
from sharedprog.domain.programme import Programme, Table
from sharedprog.domain.register import Row
from sharedprog.domain.registers.matrices import MATRICES, MATRIX_BANDS, MATRIX_LEVELS
from sharedprog.domain.registers.risks import RISKS, RiskPartner

POTENCY = {1: "Faint", 2: "Mild", 3: "Strong", 4: "Dangerous", 5: "Deadly"}
"""Our own words for how strong a poison is."""


@dataclass(frozen=True)
class Band:
    """Scores from ``lowest`` up to the next band."""

    lowest: int
    rag: str
    words: str


@dataclass(frozen=True)
class Scale:
    """A matrix ready for use: words by level on each axis, bands from the lowest score upwards."""

    id: str
    title: str
    likelihood: dict[int, str]
    impact: dict[int, str]
    bands: tuple[Band, ...]

    def band(self, score: int | None) -> str | None:
        """``red``, ``amber``, ``green`` or another rating; ``None`` for a score that is not known."""
        if score is None:
            return None
        return next((band.rag for band in reversed(self.bands) if score >= band.lowest), None)

    def holds(self, likelihood: int | None, impact: int | None) -> bool:
        """Whether the matrix has a cell for these levels."""
        return likelihood in self.likelihood and impact in self.impact

    @property
    def highest(self) -> int:
        """The highest score there can be."""
        return max(self.likelihood, default=0) * max(self.impact, default=0)


@dataclass(frozen=True)
class _Scales:
    """Scales of one state of the matrices by id, made when first asked for."""

    tables: tuple[Table, ...]
    by_id: dict[str, Scale] = field(default_factory=dict)


_RECENT: Recent[_Scales] = Recent()


def scale(programme: Programme, matrix: str | None = None) -> Scale:
    """The matrix with this id, or the one in use; an empty scale where there is none."""
    tables = programme.tables
    now = (tables[MATRICES.key], tables[MATRIX_LEVELS.key], tables[MATRIX_BANDS.key])
    known = next((each for each in _RECENT if all(map(is_, each.tables, now))), None) or _RECENT.hold(_Scales(now))
    wanted = matrix or programme.matrix_id or ""
    if wanted not in known.by_id:
        known.by_id[wanted] = _made(programme, wanted)
    return known.by_id[wanted]


def matrix_of(programme: Programme, row: Row) -> str | None:
    """The matrix that a row's levels belong to: a risk's own, or that of the risk a partner scored."""
    if isinstance(row, RiskPartner):
        risk = programme.row(RISKS, row.parent)
        return risk.matrix if risk is not None else None
    return getattr(row, "matrix", None)


def _made(programme: Programme, matrix: str) -> Scale:
    chosen = programme.row(MATRICES, matrix)
    if chosen is None:
        return Scale("", "", {}, {}, ())
    steps = programme.children(MATRIX_LEVELS, chosen.id)
    axes = {
        axis: dict(sorted((s.level, s.title) for s in steps if s.axis == axis and s.level is not None))
        for axis in ("likelihood", "impact")
    }
    bands = sorted(
        (Band(b.lowest, b.rag, b.title) for b in programme.children(MATRIX_BANDS, chosen.id) if b.lowest and b.rag),
        key=lambda band: band.lowest,
    )
    return Scale(chosen.id, chosen.title, axes["likelihood"], axes["impact"], tuple(bands))


def levels(programme: Programme, axis: str, matrix: str | None = None) -> dict[int, str]:
    """The words of a scale by step: ``likelihood``, ``impact`` of a matrix, or ``potency``."""
    if axis == "potency":
        return POTENCY
    chosen = scale(programme, matrix)
    return chosen.likelihood if axis == "likelihood" else chosen.impact


def level_words(programme: Programme, axis: str, level: int, matrix: str | None = None) -> str:
    """``4 Likely``."""
    return f"{level} {levels(programme, axis, matrix).get(level, '')}".rstrip()


def score(likelihood: int | None, impact: int | None) -> int | None:
    """Likelihood times impact; not known while either is."""
    return None if likelihood is None or impact is None else likelihood * impact
