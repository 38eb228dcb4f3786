"""What changed since a board: its results against results now, explained by the edits between. Nothing is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sharedprog.domain import status
from sharedprog.domain.changes import Edit
from sharedprog.domain.naming import name_of
from sharedprog.domain.phrases import Part, Phrase, letter, phrase
from sharedprog.domain.plan.calendar import calendar_of
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.packs import PACKS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import PastBoard, PoisonResult, Results, RiskResult
from sharedprog.domain.view import View
from sharedprog.domain.words import counted, day_words


@dataclass(frozen=True)
class DateMoved:
    """A finish that is not what the board saw; ``days`` are working days, later when positive."""

    id: str
    wbs: str
    title: str
    partner: str
    then: date | None
    now: date | None
    days: int | None
    critical: bool
    milestone: bool
    why: str


@dataclass(frozen=True)
class Line:
    """One row that changed: which one, its name, and what happened to it."""

    register: str
    id: str
    ref: str
    title: str
    change: Phrase


@dataclass(frozen=True)
class Since:
    """Everything that changed since a board, part by part; ``actions_new`` and ``actions_closed`` hold row ids."""

    board: PastBoard
    as_at: date
    dates: tuple[DateMoved, ...]
    risks: tuple[Line, ...]
    issues: tuple[Line, ...]
    poisons: tuple[Line, ...]
    actions: Phrase
    decisions: tuple[Line, ...]
    confidence: tuple[Line, ...]
    packs: tuple[Line, ...]
    actions_new: frozenset[str] = frozenset()
    actions_closed: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether the board would find everything as it left it."""
        lines = (self.dates, self.risks, self.issues, self.poisons, self.decisions, self.confidence, self.packs)
        return not any(lines) and not self.actions


Changed = Mapping[tuple[str, str], dict[str, Edit]]
"""Edits by register key and row id, then by field."""


def since(view: View, now: Results, board: PastBoard, edits: Iterable[Edit]) -> Since:
    """Compare results now with what a board saw; ``edits`` are squashed, from that board to now."""
    changed: dict[tuple[str, str], dict[str, Edit]] = {}
    for edit in edits:
        changed.setdefault((edit.cell.register, edit.cell.row), {})[edit.cell.field] = edit
    new, closed = _new_actions(view, changed), _closed_actions(view, changed)
    return Since(
        board=board,
        as_at=view.as_at,
        dates=_dates(view, now, board.results, changed),
        risks=_risks(view, now, board.results, changed),
        issues=_issues(view, changed),
        poisons=_poisons(view, now, board.results, changed),
        actions=_actions(view, len(new), len(closed)),
        decisions=_decisions(view, changed),
        confidence=_confidence(view, now, board.results),
        packs=_packs(view, changed),
        actions_new=new,
        actions_closed=closed,
    )


def _dates(view: View, now: Results, then: Results, changed: Changed) -> tuple[DateMoved, ...]:
    calendar = calendar_of(view.programme)
    moved = []
    for task_id, result in now.tasks.items():
        before = then.tasks.get(task_id)
        task = view.programme.row(TASKS, task_id)
        if before is None or task is None or before.finish == result.finish or view.outline[task_id].summary:
            continue
        both = before.finish is not None and result.finish is not None
        days = calendar.between(before.finish, result.finish) if both else None  # type: ignore[arg-type]
        partner = name_of(view.programme, ("partners",), task.partner) if task.partner else "Both"
        moved.append(
            DateMoved(
                task_id,
                result.wbs,
                result.title,
                partner,
                before.finish,
                result.finish,
                days,
                result.critical,
                result.milestone,
                _why_moved(view, now, task_id, changed),
            )
        )
    return tuple(sorted(moved, key=lambda each: (not each.milestone, -abs(each.days or 0), each.wbs)))


def _why_moved(view: View, now: Results, task_id: str, changed: Changed) -> str:
    """``because 3.1 takes 5 days longer``: the task's own edits, else the nearest one before it that drives it."""
    seen: set[str] = set()
    current: str | None = task_id
    while current is not None and current not in seen:
        seen.add(current)
        words = _own_reason(changed.get((TASKS.key, current), {}))
        if words:
            named = now.tasks[current]
            return words if current == task_id else f"because {named.wbs} {named.title} {words}"
        dates = view.schedule.dates.get(current)
        current = dates.driver if dates is not None else None
    return ""


def _own_reason(edits: Mapping[str, Edit]) -> str:
    """What someone changed about a task that moves its dates."""
    if "actual_finish" in edits and edits["actual_finish"].new is not None:
        return "finished"
    duration = edits.get("duration")
    if duration is not None and isinstance(duration.old, int) and isinstance(duration.new, int):
        days = (duration.new - duration.old) // 480
        return f"takes {counted(abs(days), 'day')} {'longer' if days > 0 else 'less'}"
    if {"constraint", "constraint_day", "placed_start", "placed_finish"} & edits.keys():
        return "was given another date"
    if "actual_start" in edits and edits["actual_start"].new is not None:
        return "began"
    return ""


def _risks(view: View, now: Results, then: Results, changed: Changed) -> tuple[Line, ...]:
    lines = []
    for risk in view.programme.rows(RISKS):
        change = _risk_change(view, risk, now.risks[risk.id], then.risks.get(risk.id), changed)
        if change:
            lines.append(Line(RISKS.key, risk.id, risk.ref, risk.title, change))
    for risk_id, before in then.risks.items():
        if before.open and view.programme.row(RISKS, risk_id) is None:
            lines.append(Line(RISKS.key, risk_id, before.ref, before.title, phrase("Deleted")))
    weight = {line.id: (now.risks[line.id].score or 0) if line.id in now.risks else 0 for line in lines}
    return tuple(sorted(lines, key=lambda line: (-weight[line.id], line.ref)))


def _risk_change(view: View, risk: Risk, now: RiskResult, then: RiskResult | None, changed: Changed) -> Phrase:
    if risk.status == "occurred" and (then is None or then.open):
        target = next((t for t, s in view.origins.items() if s == risk.id), None)
        issue = view.programme.row(ISSUES, target)
        on = f" on {day_words(risk.closed_day)}" if risk.closed_day else ""
        return phrase(f"Became issue {issue.ref}{on}" if issue else f"Occurred{on}")
    if not now.open:
        if then is None or not then.open:
            return ()
        reason = f": {risk.closing_reason}" if risk.closing_reason else ""
        return phrase(f"Closed{reason}")
    pill = Part(str(now.score), rag=now.rag or "none") if now.score is not None else Part("not scored")
    if then is None or not then.open:
        origin = view.programme.row(POISONS, view.origins.get(risk.id))
        came = f", from poison {origin.ref}" if origin else ""
        return phrase("New, " if then is None else "Opened again, ", pill, came)
    if then.score == now.score and then.rag == now.rag:
        return ()
    words = status.direction(status.Scored(then.score, then.rag), status.Scored(now.score, now.rag)) or ""
    before = str(then.score) if then.score is not None else "not scored"
    reasons = ", ".join(
        f"{field} {edit.old if edit.old is not None else '–'} → {edit.new if edit.new is not None else '–'}"
        for field, edit in changed.get((RISKS.key, risk.id), {}).items()
        if field in ("likelihood", "impact")
    )
    return phrase(f"{before} → ", pill, f" {words}" + (f": {reasons}" if reasons else ""))


def _issues(view: View, changed: Changed) -> tuple[Line, ...]:
    lines = []
    for issue in view.programme.rows(ISSUES):
        edits = changed.get((ISSUES.key, issue.id), {})
        if "exists" in edits:
            origin = view.programme.row(RISKS, view.origins.get(issue.id))
            came = f", from risk {origin.ref}" if origin else ""
            words = f"New{came}" if status.issue_open(issue) else f"New{came}, and closed"
        elif "status" in edits and issue.status == "closed":
            words = "Closed" + (f": {issue.resolution}" if issue.resolution else "")
        elif "severity" in edits:
            words = f"Now decided by: {ISSUES.fields['severity'].words(issue.severity)}"  # type: ignore[union-attr]
        else:
            continue
        lines.append(Line(ISSUES.key, issue.id, issue.ref, issue.title, phrase(words)))
    return tuple(lines)


def _poisons(view: View, now: Results, then: Results, changed: Changed) -> tuple[Line, ...]:
    lines = []
    for poison in view.programme.rows(POISONS):
        parts = _poison_parts(view, poison.id, now.poisons[poison.id], then.poisons.get(poison.id), changed)
        if parts:
            words = "; ".join(parts)
            lines.append(Line(POISONS.key, poison.id, poison.ref, poison.title, phrase(words[0].upper() + words[1:])))
    return tuple(lines)


def _poison_parts(
    view: View, poison_id: str, now: PoisonResult, then: PoisonResult | None, changed: Changed
) -> list[str]:
    poison = view.programme.row(POISONS, poison_id)
    if then is None:
        namer = name_of(view.programme, ("partners",), poison.named_by) if poison and poison.named_by else ""
        named = f"new; named by {namer}" if namer and not (poison and poison.anonymous) else "new"
        return [
            named,
            f"{now.administered} of {now.antidotes} antidotes administered" if now.antidotes else "no antidote yet",
        ]
    parts = []
    if now.potency != then.potency:
        parts.append(f"potency {then.potency or '–'} → {now.potency or '–'}")
    if now.administered > then.administered:
        parts.append(f"antidote {now.administered} of {now.antidotes} administered")
    if now.antidotes > then.antidotes:
        parts.append(counted(now.antidotes - then.antidotes, "new antidote"))
    antidotes = view.programme.children(ANTIDOTES, poison_id)
    if any(changed.get((ANTIDOTES.key, a.id), {}).get("evidence") is not None and a.evidence for a in antidotes):
        parts.append("evidence added")
    if now.status != then.status and now.status in ("working", "neutralised", "recurred"):
        parts.append(f"now {now.status}")
    return parts


def _new_actions(view: View, changed: Changed) -> frozenset[str]:
    rows = view.programme.rows(ACTIONS)
    return frozenset(action.id for action in rows if "exists" in changed.get((ACTIONS.key, action.id), {}))


def _closed_actions(view: View, changed: Changed) -> frozenset[str]:
    """Actions no longer open that were open, or not there, when the board met."""
    ended = (action for action in view.programme.rows(ACTIONS) if action.status != "open")
    fields = {"status", "exists"}
    return frozenset(action.id for action in ended if fields & changed.get((ACTIONS.key, action.id), {}).keys())


def _actions(view: View, new: int, closed: int) -> Phrase:
    """``7 closed, 4 new, 3 overdue (14/2a, 13/5b)``; empty where nothing happened and nothing is late."""
    late = [action for action in view.programme.rows(ACTIONS) if status.overdue(action, view.as_at)]
    if not (closed or new or late):
        return ()
    named = f" ({', '.join(action.item or action.ref for action in late)})" if late else ""
    return phrase(f"{closed} closed, {new} new, ", Part(f"{len(late)} overdue", strong=bool(late)), named)


def _decisions(view: View, changed: Changed) -> tuple[Line, ...]:
    lines = []
    for decision in view.programme.rows(DECISIONS):
        edits = changed.get((DECISIONS.key, decision.id), {})
        words = []
        if "exists" in edits:
            words.append("new")
        if "status" in edits and decision.status != "required":
            words.append(DECISIONS.fields["status"].words(decision.status).lower())  # type: ignore[union-attr]
        for part in view.programme.children(RATIFICATIONS, decision.id):
            outcome = changed.get((RATIFICATIONS.key, part.id), {}).get("outcome")
            if outcome is not None and part.outcome not in (None, "awaited"):
                body = part.body or name_of(view.programme, ("partners",), part.partner or "")
                on = f" on {day_words(part.day)}" if part.day else ""
                words.append(f"{part.outcome} by {body}{on}")
        if words:
            shown = "; ".join(words)
            change = phrase(shown[0].upper() + shown[1:])
            lines.append(Line(DECISIONS.key, decision.id, decision.ref, decision.title, change))
    return tuple(lines)


def _confidence(view: View, now: Results, then: Results) -> tuple[Line, ...]:
    lines = []
    for workstream in view.programme.rows(WORKSTREAMS):
        before, after = then.workstreams.get(workstream.id), now.workstreams[workstream.id]
        if before is None or before.declared == after.declared:
            continue
        lead = name_of(view.programme, ("people",), workstream.lead) if workstream.lead else ""
        pills = [Part(letter(rag), rag=rag or "none") for rag in (before.declared, after.declared)]
        said = f", declared by {lead}" if lead else ""
        change = phrase(pills[0], " → ", pills[1], said)
        lines.append(Line(WORKSTREAMS.key, workstream.id, workstream.ref, workstream.title, change))
    return tuple(lines)


def _packs(view: View, changed: Changed) -> tuple[Line, ...]:
    lines = []
    for pack in view.programme.rows(PACKS):
        if "exists" not in changed.get((PACKS.key, pack.id), {}) or pack.state != "final" or pack.version == "1.0":
            continue
        board = name_of(view.programme, ("board_meetings",), pack.board) if pack.board else "–"
        note = f" ({pack.change_note})" if pack.change_note else ""
        change = phrase(f"Reissued as version {pack.version}{note}")
        lines.append(Line(PACKS.key, pack.id, pack.ref, f"Pack of board {board}", change))
    return tuple(lines)
