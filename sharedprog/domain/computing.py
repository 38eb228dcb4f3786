"""Working out the results of a view: everything a page shows that nobody typed."""

from __future__ import annotations

from sharedprog.domain import ratings, status
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BoardMeeting
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import (
    ActionResult,
    DecisionResult,
    IssueResult,
    PoisonResult,
    RatingResult,
    Results,
    RiskResult,
    TaskResult,
)
from sharedprog.domain.view import View


def compute(view: View, board: BoardMeeting | None = None) -> Results:
    """The results of a view; ``board`` is the one whose declared rating counts."""
    return Results(
        as_at=view.as_at,
        tasks=_tasks(view),
        risks=_risks(view),
        issues={
            issue.id: IssueResult(issue.ref, issue.title, status.issue_open(issue), issue.severity)
            for issue in view.programme.rows(ISSUES)
        },
        poisons=_poisons(view),
        actions={
            action.id: ActionResult(action.ref, action.title, action.status, status.due_of(action))
            for action in view.programme.rows(ACTIONS)
        },
        decisions=_decisions(view),
        workstreams={
            workstream.id: RatingResult(workstream.title, workstream.rag, ratings.of_workstream(view, workstream))
            for workstream in view.programme.rows(WORKSTREAMS)
        },
        overall=RatingResult(view.programme.settings.title, ratings.declared(view, board), ratings.overall(view)),
        counts=counts(view),
    )


def _tasks(view: View) -> dict[str, TaskResult]:
    results = {}
    for task_id, row in view.outline.items():
        dates = view.schedule.dates[task_id]
        results[task_id] = TaskResult(
            wbs=row.wbs,
            title=row.task.title,
            start=dates.start,
            finish=dates.finish,
            percent=dates.percent,
            milestone=row.task.milestone,
            critical=dates.critical,
            total_float=dates.total_float,
        )
    return results


def _risks(view: View) -> dict[str, RiskResult]:
    results = {}
    for risk in view.programme.rows(RISKS):
        scored = status.current(view.programme, risk)
        results[risk.id] = RiskResult(
            ref=risk.ref,
            title=risk.title,
            score=scored.score,
            rag=scored.rag,
            likelihood=risk.likelihood,
            impact=risk.impact,
            matrix=risk.matrix,
            open=status.is_open(risk),
            status=risk.status,
        )
    return results


def _poisons(view: View) -> dict[str, PoisonResult]:
    results = {}
    for poison in view.programme.rows(POISONS):
        done, all_doses = status.doses(view.programme, poison)
        results[poison.id] = PoisonResult(poison.ref, poison.title, poison.potency, poison.status, done, all_doses)
    return results


def _decisions(view: View) -> dict[str, DecisionResult]:
    results = {}
    for decision in view.programme.rows(DECISIONS):
        ratified = {row.id: row.outcome for row in view.programme.children(RATIFICATIONS, decision.id)}
        results[decision.id] = DecisionResult(decision.ref, decision.title, decision.status, ratified)
    return results


def counts(view: View) -> dict[str, int]:
    """What is open, red, amber and late, for the side list, the pack's summaries and the trend chart."""
    programme = view.programme
    risks = status.open_risks(programme)
    kept = [risk for risk in risks if not status.to_rescore(programme, risk)]
    scored = [status.current(programme, risk) for risk in kept]
    bands = [each.rag for each in scored]
    actions = [action for action in programme.rows(ACTIONS) if action.status == "open"]
    issues = [issue for issue in programme.rows(ISSUES) if status.issue_open(issue)]
    return {
        "risks_open": len(risks),
        "risks_red": bands.count("red"),
        "risks_amber": bands.count("amber"),
        "risks_green": bands.count("green"),
        "risks_not_scored": sum(each.score is None for each in scored),
        "risks_to_rescore": len(risks) - len(kept),
        "reviews_overdue": sum(status.review_overdue(risk, view.as_at) for risk in risks),
        "issues_open": len(issues),
        "issues_late": sum(status.issue_overdue(issue, view.as_at) for issue in issues),
        "poisons_open": sum(status.poison_open(poison) for poison in programme.rows(POISONS)),
        "actions_open": len(actions),
        "actions_late": sum(status.overdue(action, view.as_at) for action in actions),
    }
