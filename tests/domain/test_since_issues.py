"""Issues since a board."""

from sharedprog.domain.phrases import plain
from sharedprog.domain.registers.issues import ISSUES, Issue
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.risks import RISKS
from tests.builders import Changing


class Raised(Changing):
    """One open issue that a board saw."""

    def __init__(self) -> None:
        super().__init__()
        self.issue: Issue = self.add(ISSUES, title="No rota", severity="manager")
        self.hold()

    def words(self) -> list[str]:
        return [plain(line.change) for line in self.since().issues]


def test_closed_with_how_it_was_resolved_and_opened_again() -> None:
    raised = Raised()
    raised.edit(ISSUES, raised.issue, status="closed", resolution="A rota was agreed")
    assert raised.words() == ["Closed: A rota was agreed"]
    raised.hold(8)
    raised.edit(ISSUES, raised.issue, status="examined")
    assert raised.words() == ["Opened again"]


def test_on_its_way_to_being_closed_it_is_not_told() -> None:
    raised = Raised()
    raised.edit(ISSUES, raised.issue, status="decided", description="Three weekends a month")
    assert raised.words() == []


def test_another_level_must_decide() -> None:
    raised = Raised()
    raised.edit(ISSUES, raised.issue, severity="board")
    assert raised.words() == ["Now decided by: Programme board"]
    raised.edit(ISSUES, raised.issue, severity=None)
    assert raised.words() == ["Now decided by: nobody named"]


def test_new_with_the_risk_it_came_from_and_new_and_closed() -> None:
    raised = Raised()
    risk = raised.add(RISKS, title="Payroll is wrong")
    issue = raised.add(ISSUES, title="Payroll was wrong")
    raised.add(LINKS, source=risk.id, target=issue.id, kind="became")
    raised.add(ISSUES, title="Lift out of order", status="closed")
    assert raised.words() == [f"New, from risk {risk.ref}", "New, and closed"]


def test_deleted_and_brought_back() -> None:
    raised = Raised()
    raised.delete(ISSUES, raised.issue)
    assert raised.words() == ["Deleted"]
    raised.hold(8)
    raised.edit(ISSUES, raised.issue, exists=True)
    assert raised.words() == ["Brought back"]
