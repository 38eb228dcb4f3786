"""``log`` and ``check``: what was done, and what is wrong."""

from __future__ import annotations

import argparse
import json

from sharedprog.cli.running import DONE, PROBLEMS
from sharedprog.domain import checks
from sharedprog.domain.values import encode
from sharedprog.domain.words import moment_words
from sharedprog.usecases.document import Document
from sharedprog.usecases.log import Entry
from sharedprog.usecases.log import log as journal


def log(typed: argparse.Namespace) -> int:
    """Tell who changed what when, oldest first."""
    document = Document.open(typed.file)
    try:
        entries = journal(document, typed.since)
    finally:
        document.close()
    if typed.json:
        print(json.dumps([_as_json(entry) for entry in entries], ensure_ascii=False, indent=1))
        return DONE
    for entry in entries:
        print(f"{moment_words(entry.at)}  {entry.who or 'not said'}  {entry.title}")
        for line in entry.lines:
            print(f"    {line}")
    return DONE


def _as_json(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "at": encode(entry.at),
        "who": entry.who,
        "title": entry.title,
        "undoes": entry.undoes,
        "lines": list(entry.lines),
        "changes": [
            {
                "register": cell.register,
                "id": cell.id,
                "row": cell.row,
                "field": cell.field,
                "label": cell.label,
                "old": cell.old,
                "new": cell.new,
            }
            for cell in entry.cells
        ],
    }


def check(typed: argparse.Namespace) -> int:
    """List what is wrong, one a line; with ``--gaps`` also what is only missing."""
    document = Document.open(typed.file)
    try:
        programme = document.programme
    finally:
        document.close()
    problems = checks.problems(programme)
    gaps = checks.gaps(programme) if typed.gaps else ()
    if typed.json:
        found = [
            {"register": each.register, "id": each.row, "ref": each.ref, "sentence": each.sentence, "gap": each.gap}
            for each in (*problems, *gaps)
        ]
        print(json.dumps({"problems": len(problems), "gaps": len(gaps), "found": found}, ensure_ascii=False, indent=1))
    else:
        for each in problems:
            print(each.sentence)
        for each in gaps:
            print(f"Gap: {each.sentence}")
        if not problems and not gaps:
            print("Nothing is wrong.")
    return PROBLEMS if problems else DONE
