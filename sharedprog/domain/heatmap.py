"""The risk heat map as geometry, for paper and screen alike: cells, counts, and markers that never cover a label.

Lengths are in cells: ``x`` runs right with impact, ``y`` up with likelihood, so a cell is a unit square.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sharedprog.domain import status
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.risks import Risk
from sharedprog.domain.scales import Scale, scale
from sharedprog.domain.view import View

LINES = 3
"""Markers that stand beneath one another in a cell; more of them are counted instead."""
FIRST_LINE, LINE = 0.62, 0.24
"""Height of the first line of markers in a cell, and the way down to the next."""
MARKER_X, TARGET_X, COUNT_X = 0.42, 0.40, 0.17
"""Where in a cell current markers, target markers and the count of the others stand."""
SIDE = 0.17
"""The way from one target marker to the next on its line."""


@dataclass(frozen=True)
class HeatCell:
    """One cell: its levels, score and band, and how many open risks it holds beside the marked ones."""

    likelihood: int
    impact: int
    score: int
    rag: str | None
    others: int
    risks: tuple[str, ...]

    @property
    def count_at(self) -> tuple[float, float]:
        """Where the count of the others stands."""
        return self.impact - 1 + COUNT_X, self.likelihood - 1 + 0.42


@dataclass(frozen=True)
class HeatPoint:
    """A marker: filled where a risk stands now, open where it should come; a current one has its label to the right."""

    risk: str
    ref: str
    target: bool
    x: float
    y: float


@dataclass(frozen=True)
class HeatMap:
    """The whole map; ``joins`` are pairs of current and target markers; the last two lists stand beside it.

    ``to_rescore`` are labels of risks that this matrix has no cell for: scored with another one, or off its scales.
    """

    scale: Scale
    cells: tuple[HeatCell, ...]
    points: tuple[HeatPoint, ...]
    joins: tuple[tuple[HeatPoint, HeatPoint], ...]
    not_scored: tuple[str, ...]
    to_rescore: tuple[str, ...]


def heat_map(view: View, risks: Iterable[Risk], marked: Iterable[str]) -> HeatMap:
    """The map of these open risks; those whose ids are ``marked`` get a marker while their cell has room."""
    programme = view.programme
    used = scale(programme)
    wanted = set(marked)
    shown, not_scored, old = [], [], []
    for risk in risks:
        if status.current(programme, risk).score is None:
            not_scored.append(risk.ref)
        elif cell_of(programme, risk) is None:
            old.append(risk.ref)
        else:
            shown.append(risk)
    currents = _currents([risk for risk in shown if risk.id in wanted])
    targets = _targets([risk for risk in shown if risk.id in currents], currents, used)
    inside: dict[tuple[int, int], list[str]] = {}
    for risk in shown:
        inside.setdefault((risk.likelihood or 0, risk.impact or 0), []).append(risk.id)
    cells = tuple(
        _cell(used, likelihood, impact, inside.get((likelihood, impact), []), currents)
        for likelihood in sorted(used.likelihood, reverse=True)
        for impact in sorted(used.impact)
    )
    joins = tuple((currents[risk], point) for risk, point in targets.items())
    points = (*currents.values(), *targets.values())
    return HeatMap(used, cells, points, joins, tuple(not_scored), tuple(old))


def cell_of(programme: Programme, risk: Risk) -> tuple[int, int] | None:
    """The cell of the matrix in use in which a risk stands, by likelihood and impact; ``None`` where it has none."""
    if status.to_rescore(programme, risk) or not scale(programme).holds(risk.likelihood, risk.impact):
        return None
    return risk.likelihood or 0, risk.impact or 0


def _cell(used: Scale, likelihood: int, impact: int, inside: list[str], marked: dict[str, HeatPoint]) -> HeatCell:
    score = likelihood * impact
    others = sum(risk not in marked for risk in inside)
    return HeatCell(likelihood, impact, score, used.band(score), others, tuple(inside))


def _currents(risks: list[Risk]) -> dict[str, HeatPoint]:
    """Filled markers beneath one another in each cell, as far as there is room."""
    filled: dict[tuple[int, int], int] = {}
    points = {}
    for risk in risks:
        place = (risk.likelihood or 0, risk.impact or 0)
        line = filled.get(place, 0)
        if line < LINES:
            filled[place] = line + 1
            x, y = place[1] - 1 + MARKER_X, place[0] - 1 + FIRST_LINE - line * LINE
            points[risk.id] = HeatPoint(risk.id, risk.ref, target=False, x=x, y=y)
    return points


def _targets(risks: list[Risk], currents: dict[str, HeatPoint], used: Scale) -> dict[str, HeatPoint]:
    """Open markers on the lines that current ones leave free, several on a line; none where a target is not known."""
    lines: dict[tuple[int, int], int] = {}
    for point in currents.values():
        place = (int(point.y) + 1, int(point.x) + 1)
        lines[place] = lines.get(place, 0) + 1
    on_line = int((1 - TARGET_X) / SIDE)
    seated: dict[tuple[int, int], int] = {}
    points = {}
    for risk in risks:
        place = (risk.target_likelihood or 0, risk.target_impact or 0)
        if not used.holds(*place) or place == (risk.likelihood, risk.impact):
            continue
        seat = seated.get(place, 0)
        line = lines.get(place, 0) + seat // on_line
        if line >= LINES:
            continue
        seated[place] = seat + 1
        x = place[1] - 1 + TARGET_X + (seat % on_line) * SIDE
        y = place[0] - 1 + FIRST_LINE - line * LINE
        points[risk.id] = HeatPoint(risk.id, risk.ref, target=True, x=x, y=y)
    return points
