"""Which risks a board must see."""

from __future__ import annotations

from sharedprog.domain import status
from sharedprog.domain.registers.risks import RISK_PARTNERS, Risk
from sharedprog.domain.scales import score
from sharedprog.domain.view import View


def for_the_board(view: View) -> tuple[Risk, ...]:
    """Open risks at or above the tolerance, worse since the last board, escalated, or that high to one partner."""
    return tuple(risk for risk in status.open_risks(view.programme) if _goes(view, risk))


def _goes(view: View, risk: Risk) -> bool:
    now = status.current(view.programme, risk).score
    if risk.escalated or view.travel(risk) == "worse":
        return True
    tolerance = view.programme.settings.tolerance
    return tolerance is not None and max(now or 0, highest_to_a_partner(view, risk)) >= tolerance


def highest_to_a_partner(view: View, risk: Risk) -> int:
    """The highest score that one partner gives it on its own; 0 where none does."""
    rows = view.programme.children(RISK_PARTNERS, risk.id)
    return max((score(row.likelihood, row.impact) or 0 for row in rows), default=0)


def tolerance_words(view: View) -> str:
    """The rule by which risks go to the board, in a sentence."""
    tolerance = view.programme.settings.tolerance
    always = "every risk that is worse since the last board, and every escalated risk"
    if tolerance is None:
        return f"The board sees {always}."
    return f"The board sees every risk that scores {tolerance} or more, for all or for one partner, {always}."
