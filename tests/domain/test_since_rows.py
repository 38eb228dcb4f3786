from datetime import date

from sharedprog.domain.registers.actions import ACTIONS
from sharedprog.domain.registers.programme import PROGRAMME
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.registers.workstreams import WORKSTREAMS
from sharedprog.domain.since_rows import since_rows
from sharedprog.domain.words import DAY_MINUTES
from tests.builders import Changing


def test_each_change_is_a_line_about_its_row() -> None:
    changing = Changing()
    changing.add(PROGRAMME, title="P", start=date(2026, 12, 1))
    task = changing.add(TASKS, title="Merge", duration=DAY_MINUTES)
    gone = changing.add(TASKS, title="Gone", milestone=True, duration=0)
    risk = changing.add(RISKS, title="Payroll", matrix=changing.matrix, likelihood=3, impact=3)
    done = changing.add(ACTIONS, title="Sign")
    it = changing.add(WORKSTREAMS, title="IT", rag="green")
    changing.hold(13)
    changing.edit(TASKS, task, duration=6 * DAY_MINUTES)
    changing.delete(TASKS, gone)
    changing.edit(RISKS, risk, impact=5)
    changing.edit(ACTIONS, done, status="done")
    new = changing.add(ACTIONS, title="Ring")
    both = changing.add(ACTIONS, title="Quick", status="done")
    changing.edit(WORKSTREAMS, it, rag="red")

    rows = since_rows(changing.view, changing.since())
    assert [(row.part, row.row, row.title, row.change) for row in rows] == [
        ("Milestone", gone.id, "Gone", "Taken out of the plan: Tue 1 Dec 2026"),
        (
            "Task",
            task.id,
            "Merge",
            "Tue 1 Dec 2026 → Tue 8 Dec 2026, 5 working days later: takes 5 days longer",
        ),
        ("Risk", risk.id, "Payroll", "9 → A 15 worse: impact 3 → 5"),
        ("Action", new.id, "Ring", "New"),
        ("Action", done.id, "Sign", "Closed"),
        ("Action", both.id, "Quick", "New, and closed"),
        ("Workstream", it.id, "IT", "G → R"),
    ]
    assert [row.register for row in rows[:3]] == ["tasks", "tasks", "risks"]


def test_nothing_changed() -> None:
    changing = Changing()
    changing.hold(13)
    assert since_rows(changing.view, changing.since()) == ()
