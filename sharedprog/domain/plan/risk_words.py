"""What the runs of a plan say, in sentences."""

from __future__ import annotations

from sharedprog.domain.plan.duration_risk import DurationRisk, Forecast
from sharedprog.domain.plan.outline import rows_by_id
from sharedprog.domain.programme import Programme
from sharedprog.domain.words import counted, day_words

LITTLE, HALF, MUCH = 0.3, 0.5, 0.7
"""Correlations from which a task is said to drive a little, rather and much."""


def subject(programme: Programme, forecast: Forecast) -> str:
    """What finishes: the plan, or a milestone."""
    row = rows_by_id(programme).get(forecast.task_id or "")
    return f"{row.wbs} {row.task.title}" if row is not None else "The plan"


def forecast_words(programme: Programme, forecast: Forecast) -> str:
    """By when half of the runs and four in five are finished, and how likely the date of the plan is."""
    return (
        f"{subject(programme, forecast)} is as likely as not to finish by {day_words(forecast.p50)} (P50), and four "
        f"times in five by {day_words(forecast.p80)} (P80). The plan says {day_words(forecast.planned)}: the chance of "
        f"that is {chance_words(forecast.by_plan)}."
    )


def day_one_words(programme: Programme, risk: DurationRisk) -> str:
    """How likely the last milestone planned by Day 1 is kept; empty where there is none."""
    day_one, forecast = programme.settings.day_one, risk.milestone
    if forecast is None or forecast.by_day_one is None or day_one is None:
        return ""
    chance = chance_words(forecast.by_day_one)
    return f"The chance of {subject(programme, forecast)} on Day 1, {day_words(day_one)}, or before: {chance}."


def runs_words(risk: DurationRisk) -> str:
    """``2,000 runs, in which 12 tasks took fewer days or more``."""
    return f"{risk.runs:,} runs, in which {counted(risk.spread, 'task')} took fewer days or more"


def chance_words(share: float) -> str:
    """``8 %``; what never happened in the runs, or always, may still be otherwise."""
    if share in (0.0, 1.0):
        return "less than 1\xa0%" if share == 0.0 else "more than 99\xa0%"
    percent = min(99, max(1, round(share * 100)))
    return f"{percent}\xa0%"


def strength_words(correlation: float) -> str:
    """How much a task drives the finish."""
    for limit, words in ((MUCH, "very much"), (HALF, "much"), (LITTLE, "somewhat")):
        if correlation >= limit:
            return words
    return "a little"
