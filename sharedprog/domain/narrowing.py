"""Risks of one partner, of one workstream, or of both: what narrows the register and its heat map alike."""

from __future__ import annotations

from dataclasses import dataclass

from sharedprog.domain.registers.risks import RISK_PARTNERS, Risk
from sharedprog.domain.view import View


@dataclass(frozen=True)
class Narrowing:
    """Ids of a partner and of a workstream; ``None`` for all of them."""

    partner: str | None = None
    workstream: str | None = None

    @property
    def none(self) -> bool:
        """Whether every risk is shown."""
        return self.partner is None and self.workstream is None

    def holds(self, view: View, risk: Risk) -> bool:
        """Whether a risk is shown; one that names no partner may touch any of them."""
        if self.workstream is not None and risk.workstream != self.workstream:
            return False
        if self.partner is None:
            return True
        named = {row.partner for row in view.programme.children(RISK_PARTNERS, risk.id)}
        return not named or self.partner in named
