"""The heat map: every open scored risk once, and nothing drawn over anything else."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import hypot
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain import status
from sharedprog.domain.heatmap import HeatMap, heat_map
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.domain.view import View
from tests.builders import NOON, Changing

MARKER = 0.16
"""The width of a marker, as it is drawn."""
LEVEL = st.one_of(st.none(), st.integers(0, 6))
START = Changing()
START.add(PROGRAMME, title="One Service", matrix=START.matrix)


def mapped(risks: Sequence[Risk], marked: int) -> HeatMap:
    rows = {key: table.rows.values() for key, table in START.programme.tables.items()} | {RISKS.key: risks}
    view = View(Programme.of_rows(rows), NOON.date())
    shown = status.open_risks(view.programme)
    return heat_map(view, shown, [risk.id for risk in shown[:marked]])


@st.composite
def risk_rows(draw: st.DrawFn) -> list[Risk]:
    near = draw(st.booleans())
    level = st.integers(4, 5) if near else LEVEL
    return [
        Risk(
            id=f"{number:032x}",
            exists=True,
            ref=f"R-{number:03d}",
            matrix=draw(st.sampled_from([START.matrix, START.matrix, None, "f" * 32])),
            likelihood=draw(level),
            impact=draw(level),
            target_likelihood=draw(level),
            target_impact=draw(level),
            status=draw(st.sampled_from(["assessed", "assessed", "closed"])),
        )
        for number in range(1, draw(st.integers(0, 30)) + 1)
    ]


@given(risk_rows(), st.integers(0, 30))
def test_every_open_risk_stands_in_one_place(risks: list[Risk], marked: int) -> None:
    heat = mapped(risks, marked)
    in_cells = [risk for cell in heat.cells for risk in cell.risks]
    assert len(in_cells) == len(set(in_cells))
    refs = {risk.id: risk.ref for risk in risks}
    placed = sorted([*(refs[risk] for risk in in_cells), *heat.not_scored, *heat.to_rescore])
    assert placed == sorted(risk.ref for risk in risks if status.is_open(risk))


@given(risk_rows(), st.integers(0, 30))
def test_a_cell_counts_the_risks_that_have_no_marker_in_it(risks: list[Risk], marked: int) -> None:
    heat = mapped(risks, marked)
    points = {point.risk for point in heat.points if not point.target}
    for cell in heat.cells:
        assert cell.others + len(points & set(cell.risks)) == len(cell.risks)
        assert cell.score == cell.likelihood * cell.impact


@given(risk_rows(), st.integers(0, 30))
def test_no_marker_touches_another_or_leaves_its_cell(risks: list[Risk], marked: int) -> None:
    heat = mapped(risks, marked)
    for one, other in combinations(heat.points, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= MARKER
    rows = {risk.id: risk for risk in risks}
    for point in heat.points:
        risk = rows[point.risk]
        levels = (risk.target_likelihood, risk.target_impact) if point.target else (risk.likelihood, risk.impact)
        assert (int(point.y) + 1, int(point.x) + 1) == levels
        for at, edge in ((point.x, int(point.x)), (point.y, int(point.y))):
            assert edge + MARKER / 2 <= at <= edge + 1 - MARKER / 2
    counts = [(*cell.count_at, cell) for cell in heat.cells if cell.others]
    for x, y, _ in counts:
        assert all(hypot(point.x - x, point.y - y) >= MARKER for point in heat.points)


@given(risk_rows(), st.integers(0, 30))
def test_labels_of_current_markers_have_their_line_to_themselves(risks: list[Risk], marked: int) -> None:
    heat = mapped(risks, marked)
    lines = [(int(point.x), point.y) for point in heat.points if not point.target]
    assert len(lines) == len(set(lines))
    assert not {(int(point.x), point.y) for point in heat.points if point.target} & set(lines)


@given(risk_rows(), st.integers(0, 30))
def test_a_join_goes_from_where_a_risk_stands_to_where_it_should_come(risks: list[Risk], marked: int) -> None:
    heat = mapped(risks, marked)
    for current, target in heat.joins:
        assert current.risk == target.risk
        assert (current.target, target.target) == (False, True)
        assert {current, target} <= set(heat.points)
    assert len(heat.joins) == sum(point.target for point in heat.points)


def test_cells_go_from_the_likeliest_down_and_have_the_bands_of_the_matrix() -> None:
    heat = mapped([], 0)
    assert [(cell.likelihood, cell.impact) for cell in heat.cells[:2]] == [(5, 1), (5, 2)]
    assert {(cell.score, cell.rag) for cell in heat.cells} >= {(9, "green"), (10, "amber"), (16, "red")}


@pytest.mark.parametrize(
    ("levels", "points"),
    [
        ({"likelihood": 4, "impact": 5, "target_likelihood": 2, "target_impact": 5}, 2),
        ({"likelihood": 4, "impact": 5, "target_likelihood": 4, "target_impact": 5}, 1),
        ({"likelihood": 4, "impact": 5, "target_likelihood": 2}, 1),
        ({"likelihood": 4, "impact": 5, "target_likelihood": 9, "target_impact": 5}, 1),
        ({"likelihood": 4}, 0),
    ],
)
def test_a_target_has_a_marker_where_it_is_known_and_elsewhere(levels: dict[str, Any], points: int) -> None:
    risk = replace(Risk(id="1" * 32, exists=True, ref="R-001", matrix=START.matrix), **levels)
    assert len(mapped([risk], 1).points) == points


def test_a_crowd_is_counted_instead() -> None:
    crowd = [
        Risk(id=f"{n:032x}", exists=True, ref=f"R-{n}", matrix=START.matrix, likelihood=5, impact=5) for n in range(9)
    ]
    heat = mapped(crowd, 9)
    [cell] = [cell for cell in heat.cells if cell.risks]
    assert (len(heat.points), cell.others) == (3, 6)
