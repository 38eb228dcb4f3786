"""What an import would do, told to a person or a machine before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sharedprog.domain.problems import Problem
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.words import clock_words, counted, day_words
from sharedprog.usecases.importing_rows import ImportPlan, PlannedRow


def as_json(problem: Problem) -> dict[str, object]:
    """A problem for a machine; ``row`` is as Excel numbers it, or the line or entry of a text file."""
    return {
        "sheet": problem.where,
        problem.counted_in: problem.row,
        "column": problem.column,
        "found": problem.found,
        "expected": problem.expected,
        "sentence": problem.sentence(),
    }


def moves_as_json(plan: ImportPlan, taken: Sequence[PlannedRow]) -> dict[str, object]:
    """What would change, and for a plan which dates would move if they were worked out."""
    told: dict[str, object] = {
        "dry_run": True,
        "rows": [
            {"state": row.state, "register": row.register, "name": row.name}
            for row in taken
            if row.state in ("new", "changed")
        ],
    }
    if plan.dates is not None:
        told["dates"] = plan.dates
        told["moves"] = [
            {
                "uid": move.uid,
                "name": move.name,
                "stated_start": _iso(move.stated_start),
                "stated_finish": _iso(move.stated_finish),
                "start": _iso(move.start),
                "finish": _iso(move.finish),
                "reason": move.reason,
                "why": move.why,
            }
            for move in plan.moves
        ]
    return told


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="minutes")


def tell_rows(plan: ImportPlan, taken: Sequence[PlannedRow]) -> None:
    """A line for each row that would come in or change, and for each task that would move."""
    for row in taken:
        if row.state in ("new", "changed"):
            print(f"{row.state.capitalize()} {BY_KEY[row.register].singular}: {row.name}")
    if plan.dates is None:
        return
    for move in plan.moves:
        stated = f"{_words(move.stated_start)} to {_words(move.stated_finish)}"
        print(
            f"{move.name}: {stated} as stated, {_words(move.start)} to {_words(move.finish)} worked out. {move.reason}"
        )
    if plan.moves:
        count = counted(len(plan.moves), "task")
        would = "will move" if plan.dates == "reschedule" else "would move with --dates reschedule"
        print(f"Note: {count} {would}.")
    else:
        print("Note: Worked out, no date is another than the file states.")


def _words(moment: datetime | None) -> str:
    return "no date" if moment is None else f"{day_words(moment.date())} {clock_words(moment.time())}"
