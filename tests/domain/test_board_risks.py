from datetime import date

from sharedprog.domain.board_risks import for_the_board, highest_to_a_partner, tolerance_words
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISK_PARTNERS, RISKS
from sharedprog.domain.view import View
from tests.builders import Made

TODAY = date(2026, 11, 30)


def test_a_risk_goes_to_the_board_by_its_score_a_partner_s_score_or_an_escalation() -> None:
    made = Made()
    made.add(PROGRAMME, title="P", tolerance=16)
    made.add(RISKS, title="High", likelihood=4, impact=4)
    made.add(RISKS, title="Low", likelihood=3, impact=5)
    made.add(RISKS, title="Closed", likelihood=5, impact=5, status="closed")
    made.add(RISKS, title="Escalated", escalated=True)
    partners = made.add(RISKS, title="High to one", likelihood=1, impact=1)
    made.add(RISK_PARTNERS, parent=partners.id, likelihood=4, impact=5)
    made.add(RISK_PARTNERS, parent=partners.id, likelihood=2)
    view = View(made.programme, TODAY)
    assert {risk.title for risk in for_the_board(view)} == {"High", "Escalated", "High to one"}
    assert highest_to_a_partner(view, partners) == 20


def test_the_rule_is_told_with_and_without_a_score() -> None:
    made = Made()
    row = made.add(PROGRAMME, title="P", tolerance=None)
    assert tolerance_words(View(made.programme, TODAY)).startswith("The board sees every risk that is worse")
    assert row.tolerance is None
