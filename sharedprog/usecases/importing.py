"""Bringing files in: what one would change is planned and shown first, then carried out as one change set.

``.xlsx`` and ``.csv`` go into any register, the plans of other programs into the plan, and a ``.json`` export of
everything into a new file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sharedprog.domain.changes import ChangeSet
from sharedprog.domain.drafting import new_id
from sharedprog.domain.programme import Programme
from sharedprog.domain.registers import BY_KEY
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.domain.words import counted
from sharedprog.exchange.plan_formats import PLAN_ENDINGS
from sharedprog.exchange.trouble import Unreadable
from sharedprog.usecases.document import Clock, Document, system_clock
from sharedprog.usecases.importing_drafting import put
from sharedprog.usecases.importing_rows import (
    DateChoice,
    ImportPlan,
    Move,
    PlannedRow,
    SheetChoice,
    Tell,
    sound,
    told_to_nobody,
)
from sharedprog.usecases.register_names import register_named, rows_of

WITH_TASKS = (
    "dependencies",
    "calendars",
    "calendar_exceptions",
    "work_weeks",
    "baselines",
    "baseline_dates",
    "programme",
)
"""Registers of which rows come along with tasks."""

__all__ = [
    "PLAN_ENDINGS",
    "ImportPlan",
    "PlannedRow",
    "SheetChoice",
    "Unreadable",
    "carry_out",
    "create_from",
    "has_sheets",
    "plan_import",
    "plan_of",
]


def plan_import(
    document: Document, path: Path, register: str | None = None, *, dates: DateChoice = "stated"
) -> ImportPlan:
    """What a file would change in a document; nothing is done yet.

    ``register`` is the key or the title of a register; ``dates`` says whether the tasks of a Microsoft Project plan
    keep the dates that it states or are worked out anew. Raises ``Unreadable`` for a file that is not what it claims,
    ``WhichRegister`` where it does not say what it holds, and ``Trouble`` where it cannot go in.
    """
    return plan_of(document.programme, path, register, document.make_id, dates=dates)


def plan_of(
    programme: Programme,
    path: Path,
    register: str | None = None,
    make_id: Callable[[], str] = new_id,
    *,
    dates: DateChoice = "stated",
    moving: bool = False,
    choices: Sequence[SheetChoice] = (),
    progress: Tell = told_to_nobody,
) -> ImportPlan:
    """The same for a picture, in any process; with ``moving`` also which dates of a plan would move, and why.

    ``choices`` say which sheets of a workbook or CSV file to take, and how to read them; ``progress`` hears how far
    that is.
    """
    wanted = register_named(register) if register is not None else None
    if choices and not has_sheets(path):
        raise Trouble(f"“{path.name}” has no sheets, so leave out which sheet, heading row and columns to read.")
    match path.suffix.lower():
        case ".json":
            from sharedprog.usecases.importing_json import plan_everything

            if wanted is not None:
                raise Trouble(f"“{path.name}” holds everything, not only {wanted.title.lower()}. Leave that out.")
            return plan_everything(programme, path)
        case ending if ending in PLAN_ENDINGS:
            if wanted not in (None, TASKS):
                kind = "XML, which" if ending == ".xml" else f"a {ending} file, which"
                raise Trouble(f"“{path.name}” is {kind} only holds a plan. Import it as the plan.")
            return _plan_project(programme, path, make_id, dates, moving=moving)
        case ".sharedprog":
            raise Trouble(f"“{path.name}” is a programme. Open it instead of importing it.")
        case _:
            from sharedprog.usecases.importing_sheets import plan_sheets

            return plan_sheets(programme, path, wanted, make_id, choices, progress)


def has_sheets(path: Path) -> bool:
    """Whether a file is read as sheets, by its ending."""
    return path.suffix.lower() not in (".json", ".sharedprog", *PLAN_ENDINGS)


def _plan_project(
    programme: Programme, path: Path, make_id: Callable[[], str], dates: DateChoice, *, moving: bool
) -> ImportPlan:
    from sharedprog.exchange.plan_files import read_plan
    from sharedprog.usecases.importing_moves import moves
    from sharedprog.usecases.importing_notes import notes_on
    from sharedprog.usecases.importing_project import ProjectReading

    plan = read_plan(path)
    reading = ProjectReading(programme, plan, make_id)
    rows = reading.rows(dates)
    problems, notes = tuple(reading.problems), (*notes_on(plan), *reading.notes)
    moved: tuple[Move, ...] = ()
    if moving:
        moved = moves(programme, reading.plan, reading, rows if dates == "reschedule" else reading.rows("reschedule"))
    return ImportPlan(path, rows, problems, notes, dates=dates, moves=moved)


def carry_out(
    document: Document, plan: ImportPlan, *, skip_bad: bool = False, blank_bad: bool = False
) -> ChangeSet | None:
    """Do what was planned as one change set that can be undone; ``None`` where there is nothing to change.

    Where there are problems nothing is imported unless ``skip_bad`` leaves the rows out that they are about, or
    ``blank_bad`` leaves those cells empty and keeps their texts as notes; raises ``Trouble`` then.
    """
    if plan.problems and not (skip_bad or blank_bad):
        number = counted(len(plan.problems), "problem")
        raise Trouble(
            f"“{plan.path.name}” has {number}, so nothing was imported. Mend them, or leave the bad rows out."
        )
    if plan.history:
        document.replay(plan.history, plan.blobs)
        return plan.history[-1]
    rows = [row for row in sound(plan.rows, blank=blank_bad) if row.state in ("new", "changed")]
    draft = document.draft()
    for key, row_id in plan.removed:
        draft.set(BY_KEY[key], row_id, "exists", value=False)
    put(draft, rows, document.today)
    return document.apply(plan.title or title_of(plan.path, rows), draft.edits, plan.blobs)


def create_from(
    path: Path, plan: ImportPlan, *, who: str = "", clock: Clock = system_clock, skip_bad: bool = False
) -> Document:
    """A new file with everything that a JSON export holds, or none; raises ``Trouble``."""
    document = Document.create(path, who=who, clock=clock)
    try:
        carry_out(document, plan, skip_bad=skip_bad)
    except BaseException:
        document.close()
        path.unlink()
        raise
    document.close()
    return Document.open(path, who=who, clock=clock)


def title_of(path: Path, rows: Sequence[PlannedRow]) -> str:
    """``Import 40 risks from RAID.xlsx``; what comes along with tasks is not counted."""
    counts = Counter(row.register for row in rows)
    if TASKS.key in counts:
        for key in WITH_TASKS:
            counts.pop(key, None)
    key, number = counts.most_common(1)[0] if counts else ("", 0)
    words = rows_of(BY_KEY[key], number) if len(counts) == 1 else f"{counts.total():,} rows"
    return f"Import {words} from {path.name}"
