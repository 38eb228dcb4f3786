"""``slips``: how far the plan is from a baseline, or from what a board saw."""

from __future__ import annotations

import argparse
import json
from datetime import date

from sharedprog.cli.running import DONE
from sharedprog.domain.naming import name_of
from sharedprog.domain.plan.baselines import Days, Slip, WorkstreamSlip
from sharedprog.domain.programme import Programme
from sharedprog.domain.words import counted, day_words
from sharedprog.usecases.baselining import Comparison, compare
from sharedprog.usecases.document import Document


def slips(typed: argparse.Namespace) -> int:
    """Tell the tasks whose finish moved, largest slip first, then each workstream."""
    document = Document.open(typed.file)
    try:
        found, programme = compare(document, typed.before, typed.after), document.programme
    finally:
        document.close()
    if typed.json:
        print(json.dumps(_as_json(found, programme), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_as_text(found, programme)))
    return DONE


def _as_json(found: Comparison, programme: Programme) -> dict[str, object]:
    tasks = [
        {
            "id": slip.task,
            "wbs": slip.wbs,
            "name": slip.title,
            "summary": slip.summary,
            "milestone": slip.milestone,
            "workstream": _workstream(programme, slip.workstream),
            "before": _days(slip.before),
            "after": _days(slip.after),
            "slip_days": slip.days,
        }
        for slip in found.tasks
    ]
    groups = [
        {
            "workstream": _workstream(programme, each.workstream),
            "tasks": each.tasks,
            "slipped": each.slipped,
            "largest_slip_days": each.largest,
            "finish_before": _iso(each.before),
            "finish_after": _iso(each.after),
            "slip_days": each.days,
        }
        for each in found.workstreams
    ]
    return {"from": found.before, "to": found.after, "tasks": tasks, "workstreams": groups}


def _days(days: Days) -> dict[str, str | None]:
    return {"start": _iso(days[0]), "finish": _iso(days[1])}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _as_text(found: Comparison, programme: Programme) -> list[str]:
    moved = sorted((slip for slip in found.tasks if slip.days), key=lambda slip: -(slip.days or 0))
    lines = [_line(slip) for slip in moved if not slip.summary]
    lines += [_group(each, programme) for each in found.workstreams if each.slipped]
    leaves = [slip for slip in found.tasks if not slip.summary]
    later, sooner = (sum(sign * (slip.days or 0) > 0 for slip in leaves) for sign in (1, -1))
    return [*lines, f"From {found.before} to {found.after}: {counted(later, 'task')} later, {sooner} sooner."]


def _line(slip: Slip) -> str:
    mark = "◆ " if slip.milestone else ""
    days = slip.days or 0
    words = f"{counted(abs(days), 'working day')} {'later' if days > 0 else 'sooner'}"
    return f"{slip.wbs}  {mark}{slip.title}  {_shown(slip.before[1])} → {_shown(slip.after[1])}  {words}"


def _group(each: WorkstreamSlip, programme: Programme) -> str:
    name = _workstream(programme, each.workstream) or "Without a workstream"
    return f"{name}: {each.slipped} of {counted(each.tasks, 'task')} later, the largest by {each.largest} d"


def _shown(day: date | None) -> str:
    return "not known" if day is None else day_words(day)


def _workstream(programme: Programme, workstream: str | None) -> str:
    return name_of(programme, ("workstreams",), workstream) if workstream else ""
