"""The dashboard as lines of its tables: what each says, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sharedprog.domain.board_cycle import Step
from sharedprog.domain.dashboard import LAST_BOARDS, Confidence, Dashboard, MilestoneLine
from sharedprog.domain.filters import Filter
from sharedprog.domain.needs import Waiting
from sharedprog.domain.phrases import RAG_WORDS, letter
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.words import DAYS, counted, day_words, short_day
from sharedprog.ui.dashboard.cells import Cell, Head, Line

CONFIDENCE = (Head("Workstream"), Head("Now"), Head(f"Last {LAST_BOARDS} boards"), Head("Why"))
NEEDS = (Head(""), Head(""))
MILESTONES = (
    Head("Milestone"),
    Head("Baseline", figures=True),
    Head("Last board", figures=True),
    Head("Now", figures=True),
    Head("Slip", figures=True),
    Head("Why"),
)
HISTORY = "history"
"""The page where every row is, those too that stand on no other page."""
STEPS = (Head(""), Head("", figures=True))


@dataclass(frozen=True)
class Lead:
    """Where a line leads: a page, and a row of it, or just the rows of a filter."""

    register: str
    row: str = ""
    only: Filter | None = None


def confidence_line(row: Confidence) -> Line:
    """A workstream: its rating now, those of the last boards, and the reason."""
    rag = letter(row.rag)
    cells = (Cell(row.title), Cell(pill=rag), Cell(strip=row.seen), Cell(row.why, "small"))
    seen = Cell(strip=row.seen).said
    said = f"{row.title}: {RAG_WORDS.get(row.rag or 'none', '')} now; at the last boards {seen or 'none'}; {row.why}"
    return Line(cells, Lead(WORKSTREAMS.key, row.workstream), said)


def need_line(each: Waiting) -> Line:
    """How many of what wait for someone."""
    words = " · ".join(filter(None, (each.words, each.beside)))
    cells = (Cell(str(each.count), pill=letter(each.rag)), Cell(words))
    said = ", ".join(filter(None, (f"{each.count} {each.words}", each.beside)))
    return Line(cells, Lead(each.register or HISTORY, only=each.only), said)


def milestone_line(line: MilestoneLine, today: date) -> Line:
    """A milestone: as planned, as the last board saw it, as it is now."""
    each = line.milestone
    days = [each.baseline, each.last_board, each.now]
    late = each.slip is not None and each.slip > 0
    tone = "trouble" if late and not each.done else "good" if each.slip is not None and each.slip < 0 else ""
    cells = (
        Cell(each.title, "strong" if line.day_one else ""),
        Cell(_day(each.baseline, today), "muted"),
        Cell(_day(each.last_board, today), "muted"),
        Cell(_day(each.now, today), "strong"),
        Cell(_slip(each.slip), tone),
        Cell(line.why, "small"),
    )
    told = [f"{head.label} {day_words(day)}" for head, day in zip(MILESTONES[1:4], days, strict=True) if day]
    said = "; ".join([each.title, *told, f"slip {_slip(each.slip)}", line.why])
    return Line(cells, Lead(TASKS.key, each.task_id), said)


def step_line(step: Step, today: date) -> Line:
    """A day before the board: what was done, what is past, what comes next."""
    tone = {"next": "strong", "past": "muted", "done": "muted"}.get(step.state, "")
    left = (step.day - today).days
    when = {0: "today", 1: "tomorrow"}.get(left, f"{DAYS[step.day.weekday()]} {short_day(step.day)}")
    mark = "✓ " if step.state == "done" else ""
    cells = (Cell(step.words, tone), Cell(f"{mark}{when}", tone))
    said = f"{step.words}, {day_words(step.day)}, {step.state}"
    return Line(cells, Lead(step.register, step.row), said)


def left_words(board: Dashboard) -> str:
    """The link to every milestone in the plan."""
    every = len(board.milestones) + board.milestones_left
    return f"All {counted(every, 'milestone')}" if board.milestones_left else "Plan"


def _day(day: date | None, today: date) -> str:
    """The day without its year, where that is this year or the next spring's."""
    if day is None:
        return "–"
    near = abs((day - today).days) < 200
    return short_day(day) if near else f"{short_day(day)} {day.year}"


def _slip(days: int | None) -> str:
    if days is None:
        return "–"
    return f"{'−' if days < 0 else ''}{counted(abs(days), 'day')}" if days else "0"
