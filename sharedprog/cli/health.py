"""``health`` and ``risk-dates``: how far the plan can be relied on, and when it may finish."""

from __future__ import annotations

import argparse
import json
from datetime import date

from sharedprog.cli.running import DONE, PROBLEMS
from sharedprog.domain.plan.duration_risk import DurationRisk, Forecast
from sharedprog.domain.plan.health import Health
from sharedprog.domain.plan.health_terms import STATES, Check
from sharedprog.domain.plan.outline import rows_by_id
from sharedprog.domain.plan.risk_words import day_one_words, forecast_words, runs_words, strength_words
from sharedprog.domain.programme import Programme
from sharedprog.domain.words import day_words
from sharedprog.usecases.document import Document
from sharedprog.usecases.duration_risk import forecast
from sharedprog.usecases.schedule_health import FailingTask, examined, failing_tasks


def health(typed: argparse.Namespace) -> int:
    """Tell the fourteen checks, and the tasks that fail them."""
    programme, today = _opened(typed)
    found = examined(programme, today, typed.preset)
    if typed.json:
        print(json.dumps(_health_as_json(programme, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_health_as_text(programme, found)))
    return PROBLEMS if found.failed else DONE


def risk_dates(typed: argparse.Namespace) -> int:
    """Tell the dates by which half of the runs and four in five are finished, and what drives them."""
    programme, today = _opened(typed)
    found = forecast(programme, today, typed.runs, typed.seed)
    if typed.json:
        print(json.dumps(_risk_as_json(programme, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_risk_as_text(programme, found)))
    return DONE


def _opened(typed: argparse.Namespace) -> tuple[Programme, date]:
    document = Document.open(typed.file)
    try:
        return document.programme, document.today
    finally:
        document.close()


def _health_as_text(programme: Programme, found: Health) -> list[str]:
    lines: list[str] = []
    for check in found.checks:
        words = check.reason or f"{check.found} ({check.threshold})".replace("(for information)", "").strip()
        lines.append(f"{check.kind.number:>2}  {STATES[check.state]:<15}  {check.kind.title}: {words}")
        lines += [f"      {task.wbs} {task.name}: {task.what_to_do}" for task in failing_tasks(programme, check)]
    as_at = f"By the limits of “{found.preset.title}”, with progress known to {day_words(found.as_at)}:"
    return [*lines, f"{as_at} {found.line}"]


def _health_as_json(programme: Programme, found: Health) -> dict[str, object]:
    return {
        "preset": found.preset.key,
        "as_at": found.as_at.isoformat(),
        "passed": found.passes,
        "measured": len(found.measured),
        "line": found.line,
        "checks": [_check(check, failing_tasks(programme, check)) for check in found.checks],
    }


def _check(check: Check, failing: tuple[FailingTask, ...]) -> dict[str, object]:
    return {
        "number": check.kind.number,
        "key": check.kind.key,
        "title": check.kind.title,
        "measures": check.measures,
        "threshold": check.threshold,
        "state": check.state,
        "passed": check.passed,
        "count": check.count,
        "of": check.of,
        "percent": check.percent,
        "value": check.value,
        "reason": check.reason,
        "failing": [vars(task) for task in failing],
    }


def _risk_as_text(programme: Programme, found: DurationRisk) -> list[str]:
    lines = [f"{runs_words(found)} (seed {found.seed})."]
    for each in filter(None, (found.finish, found.milestone)):
        lines.append(forecast_words(programme, each))
        rows = rows_by_id(programme)
        for driver in each.drivers:
            row = rows[driver.task_id]
            strength = strength_words(driver.correlation)
            lines.append(f"    {driver.correlation:.2f}  {row.wbs} {row.task.title} drives it {strength}")
    return [*lines, *filter(None, (day_one_words(programme, found),))]


def _risk_as_json(programme: Programme, found: DurationRisk) -> dict[str, object]:
    return {
        "runs": found.runs,
        "seed": found.seed,
        "tasks_with_a_spread": found.spread,
        "distribution": "triangular",
        "finish": _forecast(programme, found.finish),
        "milestone_by_day_one": None if found.milestone is None else _forecast(programme, found.milestone),
    }


def _forecast(programme: Programme, each: Forecast) -> dict[str, object]:
    rows = rows_by_id(programme)
    return {
        "id": each.task_id,
        "planned": each.planned.isoformat(),
        "p50": each.p50.isoformat(),
        "p80": each.p80.isoformat(),
        "chance_of_the_planned_date": each.by_plan,
        "chance_of_day_one": each.by_day_one,
        "histogram": [
            {"first": one.first.isoformat(), "last": one.last.isoformat(), "runs": one.runs} for one in each.bins
        ],
        "drivers": [
            {
                "id": driver.task_id,
                "wbs": rows[driver.task_id].wbs,
                "name": rows[driver.task_id].task.title,
                "correlation": round(driver.correlation, 3),
            }
            for driver in each.drivers
        ],
    }
