"""The results of a view: what a board will have seen."""

from datetime import date, timedelta

from sharedprog.domain.computing import compute, counts
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS, RATINGS
from sharedprog.domain.registers.decisions import DECISIONS, RATIFICATIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.partners import PARTNERS
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.results import (
    ActionResult,
    DecisionResult,
    IssueResult,
    PoisonResult,
    RatingResult,
    RiskResult,
    TaskResult,
)
from sharedprog.domain.words import DAY_MINUTES
from tests.builders import Changing

MONDAY = date(2026, 11, 30)


def test_every_register_that_a_board_hears_of_is_in_its_results() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="One Service", start=MONDAY)
    work = changing.add(TASKS, title="Work")
    merge = changing.add(TASKS, title="Merge", parent=work.id, duration=5 * DAY_MINUTES, percent_complete=40)
    risk = changing.add(RISKS, title="Payroll", matrix=changing.matrix, likelihood=4, impact=5)
    issue = changing.add(ISSUES, title="No rota", severity="board")
    poison = changing.add(POISONS, title="Savings", potency=4)
    changing.add(ANTIDOTES, parent=poison.id, title="Publish them", progress="administered")
    action = changing.add(ACTIONS, title="Write", due=MONDAY, revised_due=MONDAY + timedelta(days=7))
    decision = changing.add(DECISIONS, title="One ledger", status="taken")
    part = changing.add(RATIFICATIONS, parent=decision.id, outcome="ratified")
    results = compute(changing.view)
    friday = MONDAY + timedelta(days=4)
    assert results.as_at == MONDAY
    assert results.tasks[merge.id] == TaskResult("1.1", "Merge", MONDAY, friday, 40, False, True, 0)
    assert results.tasks[work.id].finish == friday
    expected = RiskResult("R-001", "Payroll", 20, "red", 4, 5, changing.matrix, True, "identified")
    assert results.risks == {risk.id: expected}
    assert results.issues == {issue.id: IssueResult("I-001", "No rota", True, "board")}
    assert results.poisons == {poison.id: PoisonResult("P-001", "Savings", 4, "named", 1, 1)}
    assert results.actions == {action.id: ActionResult("A-001", "Write", "open", MONDAY + timedelta(days=7))}
    assert results.decisions == {decision.id: DecisionResult("D-001", "One ledger", "taken", {part.id: "ratified"})}


def test_the_declared_rating_is_the_one_of_its_board_and_of_no_partner() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="One Service")
    ict = changing.add(WORKSTREAMS, title="ICT", rag="amber")
    partner = changing.add(PARTNERS, title="Tolland Council")
    earlier, board = (changing.add(BOARD_MEETINGS, number=number) for number in (7, 8))
    changing.add(RATINGS, parent=earlier.id, rag="red")
    changing.add(RATINGS, parent=board.id, partner=partner.id, rag="red")
    changing.add(RATINGS, parent=board.id, rag="green")
    results = compute(changing.view, board)
    assert results.overall == RatingResult("One Service", "green", "none")
    assert results.workstreams == {ict.id: RatingResult("ICT", "amber", "none")}
    assert compute(changing.view).overall.declared is None


def test_counts_tell_what_is_open_scored_and_late() -> None:
    changing = Changing()
    yesterday = changing.today - timedelta(days=1)
    changing.add(PROGRAMME, title="One Service", matrix=changing.matrix)
    for likelihood in (5, 3, 1, None):
        changing.add(RISKS, title="r", matrix=changing.matrix, likelihood=likelihood, impact=5, next_review=yesterday)
    changing.add(RISKS, title="old scale", matrix="f" * 32, likelihood=4, impact=4)
    changing.add(RISKS, title="closed", matrix=changing.matrix, likelihood=5, impact=5, status="closed")
    changing.add(ISSUES, title="late", due=yesterday)
    changing.add(ISSUES, title="closed", due=yesterday, status="closed")
    changing.add(POISONS, title="p")
    changing.add(POISONS, title="q", status="neutralised")
    changing.add(ACTIONS, title="late", due=yesterday)
    changing.add(ACTIONS, title="done", due=yesterday, status="done")
    assert counts(changing.view) == {
        "risks_open": 5,
        "risks_red": 1,
        "risks_amber": 1,
        "risks_green": 1,
        "risks_not_scored": 1,
        "risks_to_rescore": 1,
        "reviews_overdue": 4,
        "issues_open": 1,
        "issues_late": 1,
        "poisons_open": 1,
        "actions_open": 1,
        "actions_late": 1,
    }
