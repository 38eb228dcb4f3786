"""``import`` and ``export``: files of other programs in and out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from sharedprog.cli.running import DONE, PROBLEMS
from sharedprog.cli.starting import opened_to_change, who
from sharedprog.domain.problems import Problem
from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import importing
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing_choice import WhichRegister
from sharedprog.usecases.importing_rows import ImportPlan, sound
from sharedprog.usecases.register_names import register_named


def take_in(typed: argparse.Namespace) -> int:
    """Bring a file in, or say what is wrong with it and leave the programme as it is."""
    if not typed.source.exists():
        raise Trouble(f"There is no file “{typed.source}”. Look how it is called and where it is.")
    if typed.register is not None:
        register_named(typed.register)
    everything = typed.source.suffix.lower() == ".json"
    document = None if everything and not typed.file.exists() else opened_to_change(typed.file)
    try:
        return _import(typed, document)
    finally:
        if document is not None:
            document.close()


def _import(typed: argparse.Namespace, document: Document | None) -> int:
    programme = document.programme if document is not None else Programme()
    try:
        plan = importing.plan_of(programme, typed.source, typed.register)
    except WhichRegister as trouble:
        raise Trouble(f"{trouble} For example: --as {trouble.choices[2]}") from trouble
    except importing.Unreadable as trouble:
        _tell(typed, ImportPlan(typed.source), problems=[str(trouble)])
        return PROBLEMS
    skipping = typed.skip_bad or typed.blank_bad
    if plan.problems and not skipping:
        _tell(typed, plan, problems=[problem.sentence() for problem in plan.problems])
        return PROBLEMS
    if document is None:
        importing.create_from(typed.file, plan, who=who(), skip_bad=skipping).close()
    else:
        importing.carry_out(document, plan, skip_bad=typed.skip_bad, blank_bad=typed.blank_bad)
    _tell(typed, plan, done=True)
    return DONE


def _tell(typed: argparse.Namespace, plan: ImportPlan, *, problems: Sequence[str] = (), done: bool = False) -> None:
    """What was found, and what was done or would be without the bad, for a person or a machine; problems one a line."""
    taken = sound(plan.rows, blank=bool(typed.blank_bad))
    counts = {state: sum(row.state == state for row in taken) for state in ("new", "changed", "same")}
    left = len(plan.rows) + plan.lost - len(taken)
    if typed.json:
        told = {
            "source": str(typed.source),
            "imported": done,
            **counts,
            "left_out": left,
            "problems": [as_json(problem) for problem in plan.problems] or [{"sentence": each} for each in problems],
            "notes": list(plan.notes),
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for line in problems or [problem.sentence() for problem in plan.problems]:
        print(line)
    for note in plan.notes:
        print(f"Note: {note}")
    if done:
        parts = ", ".join(f"{number:,} {state}" for state, number in counts.items())
        left_out = f", {left:,} left out" if left else ""
        print(f"Imported {typed.source.name}: {parts}{left_out}.")
    elif not plan.problems:
        print(f"Nothing was imported from {typed.source.name}.")
    else:
        print(
            f"Nothing was imported. Mend {typed.source.name}, or leave out what is bad with --skip-bad (whole rows) "
            "or --blank-bad (only those cells)."
        )


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


def export(typed: argparse.Namespace) -> int:
    """Write what the ending of the target asks for."""
    from sharedprog.usecases import exporting

    document = Document.open(typed.file, who=who())
    try:
        for note in exporting.export(document, typed.target, register=typed.register, journal=typed.journal):
            print(note)
    finally:
        document.close()
    print(f"Wrote {typed.target.name}.")
    return DONE
