"""Plans from Microsoft Project, in and out, without a window."""

import json
from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.exchange import conversion
from sharedprog.exchange.project_xml import read_project
from sharedprog.usecases.document import Document
from tests.cli.conftest import Typed
from tests.exchange.gantt_files import depend, gantt_file, gantt_task
from tests.exchange.plans import elements, plan_text, task, waits_for


def plan() -> str:
    """Two tasks: the second is stated a week after it could begin."""
    first = {"Start": "2026-10-05T08:00:00", "Finish": "2026-10-09T17:00:00", "Duration": "PT40H0M0S"}
    second = {"Start": "2026-10-19T08:00:00", "Finish": "2026-10-20T17:00:00", "Duration": "PT16H0M0S"}
    tasks = (task(1, "Prepare", **first), task(2, "Move", waits_for(1), **second))
    Path("plan.xml").write_text(plan_text(*tasks, project=elements(StartDate="2026-10-05T08:00:00")), encoding="utf-8")
    return "plan.xml"


def tasks_in(name: str) -> dict[str, tuple[str | None, date | None]]:
    document = Document.open(Path(name))
    found = {row.title: (row.mode, row.placed_start) for row in document.rows(TASKS)}
    document.close()
    return found


def test_a_dry_run_says_which_dates_would_move_and_why_and_changes_nothing(typed: Typed, programme: str) -> None:
    before = Path(programme).read_bytes()
    said = typed("import", programme, plan(), "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert "New task: Prepare" in said.lines
    assert (
        "Move: Mon 19 Oct 2026 08:00 to Tue 20 Oct 2026 17:00 as stated, "
        "Mon 12 Oct 2026 08:00 to Tue 13 Oct 2026 17:00 worked out. "
        "It waits for “Prepare”, which finishes on Fri 9 Oct 2026 17:00."
    ) in said.lines
    assert "Note: 1 task would move with --dates reschedule." in said.lines
    assert said.lines[-1].startswith("Nothing was imported. plan.xml would give ")
    assert Path(programme).read_bytes() == before


def test_a_dry_run_tells_a_machine_the_same(typed: Typed, programme: str) -> None:
    told = json.loads(typed("import", programme, plan(), "--dates", "reschedule", "--dry-run", "--json").out)
    assert (told["imported"], told["dry_run"], told["dates"]) == (False, True, "reschedule")
    (move,) = told["moves"]
    assert move["why"].startswith("Critical because 1 Prepare must finish first")
    del move["why"]
    assert move == {
        "uid": 2,
        "name": "Move",
        "stated_start": "2026-10-19T08:00",
        "stated_finish": "2026-10-20T17:00",
        "start": "2026-10-12T08:00",
        "finish": "2026-10-13T17:00",
        "reason": "It waits for “Prepare”, which finishes on Fri 9 Oct 2026 17:00.",
    }


def test_dates_are_kept_as_stated_unless_they_are_to_be_worked_out(typed: Typed, programme: str) -> None:
    assert typed("import", programme, plan()).code == 0
    assert tasks_in(programme)["Move"] == ("placed", date(2026, 10, 19))
    assert typed("import", programme, plan(), "--dates", "reschedule").code == 0
    assert tasks_in(programme)["Move"][0] == "scheduled"


def test_a_dry_run_of_any_other_file_says_what_would_come_in(typed: Typed, programme: str) -> None:
    Path("risks.csv").write_text("Risk\nPayroll\n", encoding="utf-8")
    said = typed("import", programme, "risks.csv", "--dry-run")
    assert said.lines == ["New risk: Payroll", "Nothing was imported. risks.csv would give 1 new, 0 changed, 0 same."]
    assert typed("import", programme, "risks.csv", "--dates", "stated").code == 2
    assert typed("export", programme, "all.json").code == 0
    assert typed("import", "other.sharedprog", "all.json", "--dry-run").code == 0
    assert not Path("other.sharedprog").exists()
    document = Document.open(Path(programme))
    assert document.rows(RISKS) == ()
    document.close()


def test_a_plan_goes_out_for_microsoft_project(typed: Typed, programme: str) -> None:
    assert typed("import", programme, plan(), "--dates", "reschedule").code == 0
    said = typed("export", programme, "back.xml")
    assert (said.code, said.out) == (0, "Wrote back.xml.\n")
    written = read_project(Path("back.xml"))
    assert written.problems == ()
    assert [(each.uid, each.name, str(each.start)) for each in written.tasks] == [
        (1, "Prepare", "2026-10-05 08:00:00"),
        (2, "Move", "2026-10-12 08:00:00"),
    ]
    refused = typed("export", programme, "back.xml", "--register", "risks")
    assert (refused.code, "XML only holds the plan" in refused.err) == (2, True)


def test_a_plan_from_ganttproject_comes_in_and_keeps_its_dates_when_rescheduled(typed: Typed, programme: str) -> None:
    gantt_file(
        Path(),
        gantt_task(1, "Prepare", "2026-10-05", 5, depend(2)),
        gantt_task(2, "Move", "2026-10-12", 2),
        gantt_task(3, "Open day", "2026-10-19", 0, meeting="true"),
    )
    said = typed("import", programme, "Depot.gan", "--dates", "reschedule", "--dry-run", "--json")
    assert (said.code, json.loads(said.out)["moves"]) == (0, [])
    assert typed("import", programme, "Depot.gan", "--dates", "reschedule").code == 0
    worked = {row["name"]: row for row in json.loads(typed("schedule", programme, "--json").out)["tasks"]}
    assert (worked["Move"]["uid"], worked["Move"]["start"]) == (2, "2026-10-12T08:00")
    assert worked["Move"]["finish"] == "2026-10-13T17:00"
    assert worked["Open day"]["start"] == "2026-10-19T08:00"


def test_a_plan_from_ganttproject_holds_nothing_but_a_plan(typed: Typed, programme: str) -> None:
    gantt_file(Path(), gantt_task(1, "Prepare", "2026-10-05", 5))
    assert "only holds a plan. Import it as the plan." in typed("import", programme, "Depot.gan", "--as", "risks").err


@pytest.mark.parametrize("choice", ["stated", "reschedule"])
def test_a_plan_that_needs_the_extra_is_refused_with_what_to_do(
    choice: str, typed: Typed, programme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conversion, "LIBRARIES", ("a_library_that_is_nowhere",))
    Path("Depot.mpp").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    said = typed("import", programme, "Depot.mpp", "--dates", choice, "--dry-run")
    assert (said.code, said.lines) == (
        1,
        [
            (
                "“Depot.mpp” could not be read: it is a plan in Microsoft Project's own format; open it in Microsoft "
                "Project, choose Save As and “XML Format (*.xml)”, and import that. With the extra "
                "“sharedprog[msproject]” and Java installed, it is read as it is."
            ),
            "Nothing was imported from Depot.mpp.",
        ],
    )
