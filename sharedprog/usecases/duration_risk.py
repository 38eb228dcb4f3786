"""Forecasting when the plan finishes: the work of the worker process, and what it is handed."""

from __future__ import annotations

from datetime import date

from sharedprog.domain.plan.calendars import READ
from sharedprog.domain.plan.duration_risk import RUNS, SEED, DurationRisk, Progress, duration_risk
from sharedprog.domain.programme import Programme

KEPT = (*READ, "tasks", "dependencies", "partners", "programme")
"""Registers that the dates of a plan follow from."""


def plan_alone(programme: Programme) -> Programme:
    """The picture without what the dates do not follow from, to be handed over quickly."""
    return Programme({key: programme.tables[key] for key in KEPT})


def forecast(
    programme: Programme, as_at: date, runs: int = RUNS, seed: int = SEED, progress: Progress | None = None
) -> DurationRisk:
    """Work the plan out so many times; raises ``Trouble`` where there is nothing to vary."""
    return duration_risk(programme, as_at, runs=runs, seed=seed, progress=progress)
