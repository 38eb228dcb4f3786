"""The health of the plan, told check by check to whoever reads it without the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain.plan.health import Health, health
from sharedprog.domain.plan.health_terms import Check, preset
from sharedprog.domain.plan.outline import rows_by_id
from sharedprog.domain.programme import Programme


@dataclass(frozen=True, kw_only=True)
class FailingTask:
    """A task to look at; ``uid`` is its number in the plan it came from."""

    id: str
    ref: str
    uid: int | None
    wbs: str
    name: str
    what_to_do: str


def examined(programme: Programme, as_at: date, chosen: str | None = None) -> Health:
    """The checks by a preset's key, or by the preset that suits the plan."""
    return health(programme, as_at, preset(chosen) if chosen is not None else None)


def failing_tasks(programme: Programme, check: Check) -> tuple[FailingTask, ...]:
    """The tasks of a check with what people call them."""
    rows = rows_by_id(programme)
    found = ((rows[each.task_id], each.sentence) for each in check.failing if each.task_id in rows)
    return tuple(
        FailingTask(
            id=row.task.id,
            ref=row.task.ref,
            uid=row.task.source,
            wbs=row.task.wbs_code or row.wbs,
            name=row.task.title,
            what_to_do=sentence,
        )
        for row, sentence in found
    )
