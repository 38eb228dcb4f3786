"""How rows stand on a day: scores, travel, what is open and what is overdue."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain import status
from sharedprog.domain.drafting import Draft
from sharedprog.domain.registers.actions import Action
from sharedprog.domain.registers.issues import Issue
from sharedprog.domain.registers.poisons import ANTIDOTES, POISONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RESPONSE_ACTIONS, RISKS, Risk
from sharedprog.domain.status import Scored, direction, direction_across
from sharedprog.usecases.programmes import FOUR, add_matrix
from tests.builders import NOON, Changing

TODAY = NOON.date()
DAY = timedelta(days=1)
SCORES = st.one_of(st.none(), st.integers(1, 25))


def test_a_score_with_a_missing_part_is_not_known() -> None:
    changing = Changing()
    risk = changing.add(RISKS, title="r", likelihood=3, target_likelihood=1, target_impact=2)
    assert status.current(changing.programme, risk) == Scored(None, None)
    assert status.inherent(changing.programme, risk) == Scored(None, None)
    assert status.target(changing.programme, risk) == Scored(2, "green")


@given(SCORES, SCORES)
def test_travel_is_known_only_between_two_scores(before: int | None, now: int | None) -> None:
    way = direction(Scored(before, None), Scored(now, None))
    if before is None or now is None:
        assert way is None
    else:
        assert way == ("same" if before == now else "worse" if now > before else "better")
    assert direction(None, Scored(now, None)) == (None if now is None else "new")


@pytest.mark.parametrize(
    ("before", "now", "way"),
    [("green", "red", "worse"), ("red", "amber", "better"), ("amber", "amber", "same"), (None, "red", None)],
)
def test_across_two_matrices_bands_are_compared(before: str | None, now: str, way: str | None) -> None:
    assert direction_across(Scored(9, before), Scored(4, now), one_matrix=False) == way


def test_a_risk_scored_with_another_matrix_is_to_be_scored_again() -> None:
    changing = Changing()
    draft = Draft(changing.programme)
    other = add_matrix(draft, "4 × 4", FOUR)
    changing.change(draft.edits)
    settings = changing.add(PROGRAMME, title="One Service", matrix=changing.matrix)
    changing.add(RISKS, title="scored", matrix=changing.matrix, likelihood=3, impact=3)
    changing.add(RISKS, title="of no matrix", likelihood=3, impact=3)
    assert not any(status.to_rescore(changing.programme, risk) for risk in changing.programme.rows(RISKS))
    changing.edit(PROGRAMME, settings, matrix=other)
    assert [status.to_rescore(changing.programme, risk) for risk in changing.programme.rows(RISKS)] == [True, False]


def test_open_risks_come_most_dangerous_first_and_unscored_last() -> None:
    changing = Changing()
    for ref, likelihood, state in (("R-1000", 2, None), ("R-99", 2, None), ("R-1", None, None), ("R-2", 5, "closed")):
        changing.add(RISKS, ref=ref, title=ref, likelihood=likelihood, impact=2, status=state or "assessed")
    changing.add(RISKS, ref="R-3", title="r", likelihood=5, impact=5, status="occurred")
    assert [risk.ref for risk in status.open_risks(changing.programme)] == ["R-99", "R-1000", "R-1"]


def test_a_review_is_overdue_the_day_after_its_day_and_never_for_a_closed_risk() -> None:
    assert not status.review_overdue(Risk(next_review=TODAY), TODAY)
    assert status.review_overdue(Risk(next_review=TODAY), TODAY + DAY)
    assert not status.review_overdue(Risk(next_review=TODAY, status="closed"), TODAY + DAY)
    assert not status.review_overdue(Risk(), TODAY)


def test_an_action_is_overdue_by_its_revised_day() -> None:
    late = Action(due=TODAY - DAY)
    assert status.overdue(late, TODAY)
    assert not status.overdue(Action(due=TODAY - DAY, revised_due=TODAY), TODAY)
    assert not status.overdue(Action(due=TODAY - DAY, status="dropped"), TODAY)
    assert not status.overdue(Action(), TODAY)
    assert status.issue_overdue(Issue(due=TODAY - DAY), TODAY)
    assert not status.issue_overdue(Issue(due=TODAY - DAY, status="closed"), TODAY)


def test_the_next_response_is_the_undone_one_that_is_due_first() -> None:
    changing = Changing()
    risk = changing.add(RISKS, title="r")
    assert status.next_response(changing.programme, risk) is None
    for title, due, done in (("a", None, None), ("b", TODAY, None), ("c", TODAY - DAY, TODAY)):
        changing.add(RESPONSE_ACTIONS, parent=risk.id, title=title, due=due, done=done)
    found = status.next_response(changing.programme, risk)
    assert found is not None
    assert found.title == "b"


def test_doses_and_the_evidence_they_lack() -> None:
    changing = Changing()
    poison = changing.add(POISONS, title="p")
    assert status.doses(changing.programme, poison) == (0, 0)
    changing.add(ANTIDOTES, parent=poison.id, title="a")
    given_one = changing.add(ANTIDOTES, parent=poison.id, title="b", progress="administered")
    assert status.doses(changing.programme, poison) == (1, 2)
    assert status.without_evidence(changing.programme, poison)
    changing.edit(ANTIDOTES, given_one, evidence="Both post to one ledger")
    assert not status.without_evidence(changing.programme, poison)
