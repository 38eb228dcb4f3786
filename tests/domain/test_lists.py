from datetime import date

from sharedprog.domain.action_log import action_log, latest_note
from sharedprog.domain.issue_lists import open_by_severity
from sharedprog.domain.poison_lists import linked, neutralised, worst_first
from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.issues import ISSUES
from sharedprog.domain.registers.links import LINKS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.poisons import POISONS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.view import View
from tests.builders import Made

TODAY = date(2026, 11, 30)


def test_actions_come_by_their_day_the_revised_one_where_there_is_one() -> None:
    made = Made()
    made.add(ACTIONS, title="later", due=date(2026, 12, 10))
    made.add(ACTIONS, title="without a day")
    made.add(ACTIONS, title="moved", due=date(2026, 11, 1), revised_due=date(2026, 12, 4))
    made.add(ACTIONS, title="late", due=date(2026, 11, 27))
    made.add(ACTIONS, title="done", status="done")
    log = action_log(View(made.programme, TODAY), None)
    assert [action.title for action in log.overdue] == ["late"]
    assert [action.title for action in log.open] == ["moved", "later", "without a day"]
    assert [action.title for action in log.closed] == ["done"]
    assert (log.new, log.carried, log.empty) == (5, 0, False)


def test_without_actions_the_log_is_empty() -> None:
    assert action_log(View(Made().programme, TODAY), None).empty


def test_the_latest_note_is_the_newest_day_then_the_last_written() -> None:
    made = Made()
    action = made.add(ACTIONS, title="a")
    for day, text in ((date(2026, 11, 3), "first"), (date(2026, 11, 3), "second"), (None, "undated")):
        made.add(NOTES, parent=action.id, day=day, text=text)
    note = latest_note(View(made.programme, TODAY), action.id)
    assert note is not None
    assert note.text == "second"
    assert latest_note(View(made.programme, TODAY), "nothing") is None


def test_issues_come_by_who_decides_then_priority_then_age() -> None:
    made = Made()
    made.add(ISSUES, title="young", severity="board", priority="high", raised=date(2026, 11, 20))
    made.add(ISSUES, title="old", severity="board", priority="high", raised=date(2026, 11, 1))
    made.add(ISSUES, title="minor", severity="board", priority="low")
    made.add(ISSUES, title="top", severity="corporate")
    made.add(ISSUES, title="not judged")
    made.add(ISSUES, title="closed", status="closed")
    made.add(ISSUES, title="change", kind="change", severity="authority")
    found = open_by_severity(made.programme, changes=False)
    assert {severity: [issue.title for issue in rows] for severity, rows in found.items()} == {
        "corporate": ["top"],
        "board": ["old", "young", "minor"],
        None: ["not judged"],
    }
    assert list(open_by_severity(made.programme, changes=True)) == ["authority"]


def test_recurring_poisons_come_first_then_the_strongest() -> None:
    made = Made()
    made.add(POISONS, title="mild", potency=2)
    made.add(POISONS, title="strong", potency=5)
    made.add(POISONS, title="back", potency=1, status="recurred")
    made.add(POISONS, title="gone", status="neutralised")
    assert [each.title for each in worst_first(made.programme)] == ["back", "strong", "mild"]
    assert [each.title for each in neutralised(made.programme)] == ["gone"]


def test_links_are_known_from_both_ends() -> None:
    made = Made()
    poison, risk = made.add(POISONS, title="p"), made.add(RISKS, title="r")
    made.add(LINKS, source=poison.id, target=risk.id, kind="became")
    made.add(LINKS, source=poison.id, target="gone")
    found = linked(made.programme)
    assert (found[poison.id], found[risk.id]) == (("R-001",), ("P-001",))
