"""A poison becomes a risk, a risk becomes an issue, and both ways can be followed."""

import pytest

from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.people import PEOPLE
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases import history
from sharedprog.usecases.converting import became, poison_becomes_risk, risk_becomes_issue
from sharedprog.usecases.document import Document
from tests.builders import contents


def test_a_risk_that_happened_is_an_issue_from_then_on(document: Document) -> None:
    owner = document.add(PEOPLE, title="Head of payroll")
    risk = document.add(RISKS, title="Payroll", cause="Two ledgers", event="Pay is late", effect="Trust", owner=owner)
    before = contents(document.programme)
    issue = risk_becomes_issue(document, risk)
    [row] = document.rows(ISSUES)
    assert (row.title, row.description, row.impact, row.owner, row.raised) == (
        ("Payroll", "Two ledgers\nPay is late", "Trust", owner, document.today)
    )
    [old] = document.rows(RISKS)
    assert (old.status, old.closed_day) == ("occurred", document.today)
    assert became(document, risk, ISSUES.key) == issue
    assert history.view(document).origins == {issue: risk}
    with pytest.raises(Trouble, match="R-001 has already become issue I-001"):
        risk_becomes_issue(document, risk)
    assert document.undo_title == "Risk R-001 became an issue"
    document.undo()
    assert contents(document.programme) == before
    assert became(document, risk, ISSUES.key) is None


def test_a_risk_whose_issue_was_deleted_can_become_one_again(document: Document) -> None:
    risk = document.add(RISKS, title="Payroll")
    document.delete(ISSUES, risk_becomes_issue(document, risk))
    assert risk_becomes_issue(document, risk)
    assert [row.ref for row in document.rows(ISSUES)] == ["I-002"]


def test_a_poison_can_become_several_risks(document: Document) -> None:
    poison = document.add(POISONS, title="They take our savings", symptoms="Two sets of books")
    made = [poison_becomes_risk(document, poison) for _ in range(2)]
    assert [row.id for row in document.rows(RISKS)] == made
    assert {(row.event, row.category, row.matrix) for row in document.rows(RISKS)} == {
        ("Two sets of books", "partnership", document.programme.matrix_id)
    }
    assert [(link.source, link.kind) for link in document.rows(LINKS)] == [(poison, "became")] * 2


def test_what_is_gone_becomes_nothing(document: Document) -> None:
    risk, poison = document.add(RISKS, title="r"), document.add(POISONS, title="p")
    document.delete(RISKS, risk)
    document.delete(POISONS, poison)
    with pytest.raises(Trouble, match="no issue was made"):
        risk_becomes_issue(document, risk)
    with pytest.raises(Trouble, match="no risk was made"):
        poison_becomes_risk(document, poison)
