"""A poison becomes a risk, a risk becomes an issue: the lineage is kept as links."""

from __future__ import annotations

from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document


def became(document: Document, source: str, register: str) -> str | None:
    """The id of the existing row of a register that a row became, if any."""
    for link in document.programme.rows(LINKS):
        if link.source == source and link.kind == "became" and document.programme.find(link.target, (register,)):
            return link.target
    return None


def risk_becomes_issue(document: Document, risk_id: str) -> str:
    """The id of a new issue from a risk that has happened; raises ``Trouble`` the second time."""
    risk = document.programme.row(RISKS, risk_id)
    if risk is None:
        raise Trouble("This risk is not there any more, so no issue was made.")
    already = document.programme.row(ISSUES, became(document, risk_id, ISSUES.key))
    if already is not None:
        raise Trouble(f"{risk.ref} has already become issue {already.ref}. Open that issue.")
    draft = document.draft()
    issue = draft.add(
        ISSUES,
        None,
        title=risk.title,
        description="\n".join(part for part in (risk.cause, risk.event) if part),
        impact=risk.effect,
        workstream=risk.workstream,
        owner=risk.owner,
        raised=document.today,
    )
    draft.add(LINKS, None, source=risk_id, target=issue, kind="became")
    draft.set(RISKS, risk_id, "status", "occurred")
    draft.set(RISKS, risk_id, "closed_day", document.today)
    document.apply(f"Risk {risk.ref} became an issue", draft.edits)
    return issue


def poison_becomes_risk(document: Document, poison_id: str) -> str:
    """A new risk linked to a poison; one poison can become several risks; raises ``Trouble`` where it is gone."""
    poison = document.programme.row(POISONS, poison_id)
    if poison is None:
        raise Trouble("This poison is not there any more, so no risk was made.")
    draft = document.draft()
    risk = draft.add(
        RISKS,
        None,
        title=poison.title,
        event=poison.symptoms,
        category="partnership",
        owner=poison.owner,
        matrix=document.programme.matrix_id,
        raised=document.today,
    )
    draft.add(LINKS, None, source=poison_id, target=risk, kind="became")
    document.apply(f"Poison {poison.ref} became a risk", draft.edits)
    return risk
