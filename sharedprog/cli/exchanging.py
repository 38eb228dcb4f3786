"""``import`` and ``export``: files of other programs in and out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from sharedprog.cli.import_telling import as_json, moves_as_json, tell_rows
from sharedprog.cli.running import DONE, PROBLEMS
from sharedprog.cli.starting import opened_to_change, who
from sharedprog.domain.programme import Programme
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import importing
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing_choice import WhichRegister
from sharedprog.usecases.importing_rows import DateChoice, ImportPlan, sound
from sharedprog.usecases.register_names import register_named


def take_in(typed: argparse.Namespace) -> int:
    """Bring a file in, or say what is wrong with it and leave the programme as it is."""
    if not typed.source.exists():
        raise Trouble(f"There is no file “{typed.source}”. Look how it is called and where it is.")
    if typed.register is not None:
        register_named(typed.register)
    if typed.dates is not None and typed.source.suffix.lower() not in importing.PLAN_ENDINGS:
        endings = ", ".join(importing.PLAN_ENDINGS)
        raise Trouble(f"--dates is for plans from other programs ({endings}), and “{typed.source.name}” is none.")
    everything = typed.source.suffix.lower() == ".json"
    opened = Document.open if typed.dry_run else opened_to_change
    document = None if everything and not typed.file.exists() else opened(typed.file)
    try:
        return _import(typed, document)
    finally:
        if document is not None:
            document.close()


def _import(typed: argparse.Namespace, document: Document | None) -> int:
    programme = document.programme if document is not None else Programme()
    dates: DateChoice = "reschedule" if typed.dates == "reschedule" else "stated"
    try:
        plan = importing.plan_of(
            programme, typed.source, typed.register, dates=dates, moving=typed.dry_run, choices=_choices(typed)
        )
    except WhichRegister as trouble:
        example = "risks" if "risks" in trouble.choices else trouble.choices[-1]
        raise Trouble(f"{trouble} For example: --as {example}") from trouble
    except importing.Unreadable as trouble:
        _tell(typed, ImportPlan(typed.source), problems=[str(trouble)])
        return PROBLEMS
    skipping = typed.skip_bad or typed.blank_bad
    found = [problem.sentence() for problem in plan.problems] if not skipping else []
    if typed.dry_run or found:
        _tell(typed, plan, problems=found)
        return PROBLEMS if found else DONE
    if document is None:
        importing.create_from(typed.file, plan, who=who(), skip_bad=skipping).close()
    else:
        importing.carry_out(document, plan, skip_bad=typed.skip_bad, blank_bad=typed.blank_bad)
    _tell(typed, plan, done=True)
    return DONE


def _choices(typed: argparse.Namespace) -> tuple[importing.SheetChoice, ...]:
    """What was said of a sheet, if anything was."""
    if not (typed.sheet or typed.headings is not None or typed.column):
        return ()
    named: dict[str, str] = {}
    for said in typed.column:
        heading, equals, meaning = said.rpartition("=")
        if not equals:
            raise Trouble(
                f"--column “{said}” does not say what the column means. For example: --column Prob=Likelihood"
            )
        named[heading.strip()] = meaning
    return (importing.SheetChoice(typed.sheet, typed.register or "", typed.headings, named=named),)


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
            **(moves_as_json(plan, taken) if typed.dry_run else {}),
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for line in problems or [problem.sentence() for problem in plan.problems]:
        print(line)
    if typed.dry_run and not problems:
        tell_rows(plan, taken)
    for note in plan.notes:
        print(f"Note: {note}")
    parts = ", ".join(f"{number:,} {state}" for state, number in counts.items())
    left_out = f", {left:,} left out" if left else ""
    if done:
        print(f"Imported {typed.source.name}: {parts}{left_out}.")
    elif problems and not plan.problems:
        print(f"Nothing was imported from {typed.source.name}.")
    elif problems:
        print(
            f"Nothing was imported. Mend {typed.source.name}, or leave out what is bad with --skip-bad (whole rows) "
            "or --blank-bad (only those cells)."
        )
    else:
        print(f"Nothing was imported. {typed.source.name} would give {parts}{left_out}.")


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
