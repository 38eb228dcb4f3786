"""Columns that nobody types: worked out from a row and a view of the programme."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sharedprog.domain import ratings, status
from sharedprog.domain.naming import name_of
from sharedprog.domain.phrases import RAG_WORDS
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.registers.actions import Action
from sharedprog.domain.registers.decisions import RATIFICATIONS, Decision
from sharedprog.domain.registers.issues import Issue
from sharedprog.domain.registers.poisons import POISONS, Poison
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS, Risk
from sharedprog.domain.registers.tasks import Task
from sharedprog.domain.registers.workstreams import Workstream
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words, duration_words, short_day

SortKey = tuple[int, float, str]
"""1 for what is not known, which comes last, else 0; then a number; then words."""
UNKNOWN: SortKey = (1, 0.0, "")


@dataclass(frozen=True)
class Shown:
    """What stands in a cell: the words, what they sort by, a rating's pill, a direction of travel."""

    text: str
    sort: SortKey = UNKNOWN
    rag: str | None = None
    travel: str | None = None


@dataclass(frozen=True)
class Computed:
    """A computed column of a register; ``width`` in characters; ``key`` is what it sorts by, without the words."""

    name: str
    label: str
    width: int
    shown: Callable[[View, Any], Shown]
    figures: bool = False
    help: str = ""
    key: Callable[[View, Any], SortKey] | None = None


NOTHING = Shown("")


def _number(value: int | None, text: str = "", rag: str | None = None) -> Shown:
    if value is None:
        return Shown(text, rag=rag)
    return Shown(text or str(value), _size(value), rag)


def _size(value: int | None) -> SortKey:
    return UNKNOWN if value is None else (0, float(value), "")


def _day(day: date | None) -> Shown:
    return NOTHING if day is None else Shown(day_words(day), _when(day))


def _when(day: date | None) -> SortKey:
    return UNKNOWN if day is None else (0, float(day.toordinal()), "")


def _score(view: View, risk: Risk) -> Shown:
    scored = status.current(view.programme, risk)
    if scored.score is None:
        return Shown("not scored", (1, 0.0, ""))
    if status.to_rescore(view.programme, risk):
        return Shown(f"{scored.score}, to re-score", (0, float(scored.score), ""), scored.rag)
    return Shown(str(scored.score), (0, float(scored.score), ""), scored.rag)


def _inherent(view: View, risk: Risk) -> Shown:
    scored = status.inherent(view.programme, risk)
    return _number(scored.score, rag=scored.rag)


def _target(view: View, risk: Risk) -> Shown:
    scored = status.target(view.programme, risk)
    by = f" by {short_day(risk.target_day)}" if risk.target_day and scored.score is not None else ""
    return _number(scored.score, f"{scored.score}{by}" if scored.score is not None else "")


def _travel(view: View, risk: Risk) -> Shown:
    travel = view.travel(risk)
    order = {"worse": 0, "new": 1, "same": 2, "better": 3}
    return NOTHING if travel is None else Shown(travel, (0, float(order[travel]), ""), travel=travel)


def _partners(view: View, risk: Risk) -> Shown:
    ids = [row.partner for row in view.programme.children(RISK_PARTNERS, risk.id) if row.partner]
    names = [name_of(view.programme, ("partners",), each) for each in ids]
    everyone = len(view.programme.tables["partners"].ids)
    text = "Both" if len(names) == everyone == 2 else ", ".join(names)
    return Shown(text, (0 if text else 1, 0.0, text))


def _from_risk(view: View, issue: Issue) -> Shown:
    risk = view.programme.row(RISKS, view.origins.get(issue.id))
    return Shown(f"{risk.ref} {risk.title}", (0, 0.0, risk.ref)) if risk else NOTHING


def _from_poison(view: View, risk: Risk) -> Shown:
    poison = view.programme.row(POISONS, view.origins.get(risk.id))
    return Shown(f"{poison.ref} {poison.title}", (0, 0.0, poison.ref)) if poison else NOTHING


def _age(view: View, issue: Issue) -> Shown:
    if issue.raised is None or not status.issue_open(issue):
        return NOTHING
    days = (view.as_at - issue.raised).days
    return _number(days, counted(days, "day"))


def named(view: View, poison: Poison) -> Shown:
    """Who named a poison; never a name where it was named in confidence."""
    if poison.anonymous:
        return Shown("Anonymous", (0, 0.0, "anonymous"))
    name = name_of(view.programme, ("partners",), poison.named_by) if poison.named_by else ""
    return Shown(name, (0 if name else 1, 0.0, name))


def _doses(view: View, poison: Poison) -> Shown:
    done, everything = status.doses(view.programme, poison)
    return _number(done, f"{done} of {everything}") if everything else Shown("none yet")


def _late(view: View, action: Action) -> Shown:
    due = status.due_of(action)
    if due is None or not status.overdue(action, view.as_at):
        return NOTHING
    days = (view.as_at - due).days
    return Shown(f"{counted(days, 'day')} late", (0, float(-days), ""), "red")


def _ratified(view: View, decision: Decision) -> Shown:
    rows = view.programme.children(RATIFICATIONS, decision.id)
    if not rows:
        return NOTHING
    done = sum(row.outcome in ("ratified", "noted") for row in rows)
    return _number(done, f"{done} of {len(rows)}")


def _calculated(view: View, workstream: Workstream) -> Shown:
    rag = ratings.of_workstream(view, workstream)
    return Shown(RAG_WORDS[rag], (0, float(status.RANK[rag]), ""), rag)


def _wbs(view: View, task: Task) -> Shown:
    row = view.outline.get(task.id)
    return NOTHING if row is None else Shown(row.wbs, _place(view, task))


def _place(view: View, task: Task) -> SortKey:
    return _size(view.schedule.shape.places.get(task.id))


def _start(view: View, task: Task) -> Shown:
    return _day(view.schedule.dates[task.id].start)


def _finish(view: View, task: Task) -> Shown:
    return _day(view.schedule.dates[task.id].finish)


def _days(view: View, task: Task) -> Shown:
    if task.milestone:
        return Shown("◆", (0, 0.0, ""))
    minutes = view.schedule.dates[task.id].minutes
    if minutes is None:
        return NOTHING
    return _number(minutes, duration_words(minutes, view.programme.day_minutes, elapsed=task.elapsed))


def _done(view: View, task: Task) -> Shown:
    percent = view.schedule.dates[task.id].percent
    return _number(percent, f"{percent} %") if percent is not None else NOTHING


def _float(view: View, task: Task) -> Shown:
    days = view.schedule.dates[task.id].total_float
    return _number(days, f"{days} d") if days is not None else NOTHING


def _critical(view: View, task: Task) -> Shown:
    critical = view.schedule.dates[task.id].critical
    return Shown("critical", (0, 0.0, ""), "red") if critical else NOTHING


def _slip(view: View, task: Task) -> Shown:
    finish = view.schedule.dates[task.id].finish
    if task.baseline_finish is None or finish is None:
        return NOTHING
    days = calendar_of(view.programme).between(task.baseline_finish, finish)
    return Shown(f"{days:+d} d".replace("-", "−") if days else "0 d", (0, float(days), ""))


COMPUTED: dict[str, tuple[Computed, ...]] = {
    "tasks": (
        Computed("wbs", "WBS", 7, _wbs, help="Where the task stands in the outline.", key=_place),
        Computed("days", "Days", 8, _days, figures=True, help="Working days."),
        Computed(
            "start",
            "Start",
            15,
            _start,
            help="Worked out; type a day to start no earlier than it.",
            key=lambda view, task: _when(view.schedule.dates[task.id].start),
        ),
        Computed(
            "finish",
            "Finish",
            15,
            _finish,
            help="Worked out; type a day to set the duration.",
            key=lambda view, task: _when(view.schedule.dates[task.id].finish),
        ),
        Computed("percent_complete", "Done", 8, _done, figures=True),
        Computed("slip", "Slip", 7, _slip, figures=True, help="Working days after the baseline; − is sooner."),
        Computed(
            "total_float",
            "Float",
            7,
            _float,
            figures=True,
            help="Working days it can slip.",
            key=lambda view, task: _size(view.schedule.dates[task.id].total_float),
        ),
        Computed("critical", "Critical", 9, _critical, help="On the longest path to the plan's finish."),
    ),
    "workstreams": (Computed("calculated", "By rule", 12, _calculated, help=ratings.RULE),),
    "risks": (
        Computed("partners", "Partners", 10, _partners, help="Whom it touches."),
        Computed("score", "Score", 9, _score, help="Current likelihood times impact."),
        Computed("travel", "Travel", 9, _travel, help="Since the last board."),
        Computed("target", "Target", 11, _target, help="The score when the response has worked."),
        Computed("inherent", "Inherent", 9, _inherent, help="The score with no controls."),
        Computed("from_poison", "From poison", 20, _from_poison, help="The poison it was made from."),
    ),
    "issues": (
        Computed("from_risk", "From risk", 20, _from_risk, help="The risk it was before it happened."),
        Computed("age", "Age", 9, _age, figures=True, help="Days since it was raised."),
    ),
    "poisons": (
        Computed("named", "Named by", 11, named, help="The partner that named it, or anonymous."),
        Computed("doses", "Doses", 9, _doses, help="Antidotes administered, of all."),
    ),
    "actions": (Computed("late", "Late", 11, _late, help="How long its date is past, while it is open."),),
    "decisions": (Computed("ratified", "Ratified", 9, _ratified, help="Partners that have ratified it."),),
}
"""Computed columns by register key."""
