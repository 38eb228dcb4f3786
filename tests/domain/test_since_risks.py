"""Risks since a board, in the words that the page prints."""

from datetime import date

import pytest

from sharedprog.domain.drafting import Draft
from sharedprog.domain.phrases import plain
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS, Risk
from sharedprog.usecases.programmes import FOUR, add_matrix
from tests.builders import Changing


class Scored(Changing):
    """One risk that scored 12, amber, when the board met."""

    def __init__(self) -> None:
        super().__init__()
        self.risk: Risk = self.add(RISKS, title="Payroll is wrong", matrix=self.matrix, likelihood=3, impact=4)
        self.hold()

    def words(self) -> list[str]:
        return [plain(line.change) for line in self.since().risks]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"likelihood": 5}, ["12 → R 20 worse: likelihood 3 → 5"]),
        ({"impact": 3}, ["12 → G 9 better: impact 4 → 3"]),
        ({"likelihood": 4, "impact": 3}, []),
        ({"impact": None}, ["12 → not scored: impact 4 → –"]),
        ({"status": "closed", "closing_reason": "briefings held first"}, ["Closed: briefings held first"]),
        ({"status": "closed"}, ["Closed"]),
        ({"status": "occurred", "closed_day": date(2026, 11, 24)}, ["Occurred on Tue 24 Nov 2026"]),
        ({"escalated": True}, ["Escalated"]),
        ({"escalated": True, "likelihood": 5}, ["12 → R 20 worse: likelihood 3 → 5; escalated"]),
        ({"title": "Payroll is very wrong"}, []),
    ],
)
def test_a_change_in_words(changes: dict[str, str | int | None], words: list[str]) -> None:
    scored = Scored()
    scored.edit(RISKS, scored.risk, **changes)
    assert scored.words() == words


def test_a_risk_scored_for_the_first_time_went_no_way() -> None:
    changing = Changing()
    risk = changing.add(RISKS, title="Payroll is wrong", matrix=changing.matrix)
    changing.hold()
    changing.edit(RISKS, risk, likelihood=3, impact=4)
    [line] = changing.since().risks
    assert plain(line.change) == "not scored → A 12: likelihood – → 3, impact – → 4"
    assert changing.view.travel(changing.programme.rows(RISKS)[0]) is None


def test_a_new_risk_names_the_poison_that_it_came_from() -> None:
    scored = Scored()
    poison = scored.add(POISONS, title="Two of everything")
    risk = scored.add(RISKS, title="Two payrolls", matrix=scored.matrix, likelihood=4, impact=4)
    scored.add(LINKS, source=poison.id, target=risk.id, kind="became")
    assert scored.words() == [f"New, R 16, from poison {poison.ref}"]


def test_a_new_risk_that_was_closed_at_once_is_told_as_closed() -> None:
    scored = Scored()
    scored.add(RISKS, title="Brief", status="closed")
    assert scored.words() == ["Closed"]


def test_a_risk_that_became_an_issue_names_it() -> None:
    scored = Scored()
    issue = scored.add(ISSUES, title="Payroll was wrong")
    scored.add(LINKS, source=scored.risk.id, target=issue.id, kind="became")
    scored.edit(RISKS, scored.risk, status="occurred", closed_day=date(2026, 11, 24))
    assert scored.words() == [f"Became issue {issue.ref} on Tue 24 Nov 2026"]


def test_a_closed_risk_that_happened_after_all_is_told() -> None:
    scored = Scored()
    scored.edit(RISKS, scored.risk, status="closed")
    scored.hold(8)
    scored.edit(RISKS, scored.risk, status="occurred")
    assert scored.words() == ["Occurred"]


def test_a_risk_opened_again_is_told_with_its_score() -> None:
    scored = Scored()
    scored.edit(RISKS, scored.risk, status="closed")
    scored.hold(8)
    assert scored.words() == []
    scored.edit(RISKS, scored.risk, status="monitoring")
    assert scored.words() == ["Opened again, A 12"]


def test_a_deleted_risk_is_told_once_and_a_closed_one_not_at_all() -> None:
    scored = Scored()
    closed = scored.add(RISKS, title="Old", status="closed")
    scored.hold(8)
    scored.delete(RISKS, scored.risk)
    scored.delete(RISKS, closed)
    [line] = scored.since().risks
    assert (line.ref, line.title, plain(line.change)) == ("R-001", "Payroll is wrong", "Deleted")
    scored.hold(9)
    assert scored.words() == []


def test_a_risk_deleted_before_the_board_and_brought_back_after_it_is_not_called_new() -> None:
    scored = Scored()
    scored.delete(RISKS, scored.risk)
    scored.hold(8)
    scored.edit(RISKS, scored.risk, exists=True)
    assert scored.words() == ["Brought back, A 12"]


def test_a_risk_deleted_and_entered_anew_is_two_lines() -> None:
    scored = Scored()
    scored.delete(RISKS, scored.risk)
    scored.add(RISKS, title="Payroll is wrong", matrix=scored.matrix, likelihood=3, impact=4)
    assert sorted(scored.words()) == ["Deleted", "New, A 12"]


@pytest.mark.parametrize(
    ("likelihood", "impact", "words"),
    [
        (3, 4, "12 → R 12, worse by band, with another matrix"),
        (2, 4, "12 → A 8, same band, with another matrix"),
        (1, 2, "12 → G 2, better by band, with another matrix"),
    ],
)
def test_across_two_matrices_only_the_bands_are_compared(likelihood: int, impact: int, words: str) -> None:
    scored = Scored()
    draft = Draft(scored.programme)
    other = add_matrix(draft, "4 × 4", FOUR)
    scored.change(draft.edits)
    assert scored.words() == [], "adopting another matrix changes no score"
    scored.edit(RISKS, scored.risk, matrix=other, likelihood=likelihood, impact=impact)
    assert scored.words() == [words]
    assert (scored.view.travel(scored.programme.rows(RISKS)[0]) or "") in words


def test_the_most_dangerous_come_first_and_labels_count_as_people_do() -> None:
    changing = Changing()
    changing.hold()
    for ref, likelihood in (("R-1000", 3), ("R-99", 3), ("R-5", 5), ("R-7", None)):
        changing.add(RISKS, ref=ref, title=ref, matrix=changing.matrix, likelihood=likelihood, impact=3)
    assert [line.ref for line in changing.since().risks] == ["R-5", "R-99", "R-1000", "R-7"]
