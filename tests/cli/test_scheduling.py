"""The plan told without a window."""

import json
from pathlib import Path

from tests.cli.conftest import Typed

PLAN = """ID,Task,Duration,Predecessors
1,Merge the directories,5d,
2,Shared mail,2d,1
3,Staff move,1d,1FS+1d
4,Live,0d,2
"""


def planned(typed: Typed, programme: str) -> str:
    Path("plan.csv").write_text(PLAN, encoding="utf-8")
    assert typed("import", programme, "plan.csv", "--as", "plan").code == 0
    return programme


def test_every_task_is_told_to_the_minute_with_its_float_and_why(typed: Typed, programme: str) -> None:
    said = typed("schedule", planned(typed, programme), "--json")

    assert said.code == 0
    told = json.loads(said.out)
    first, mail, move, live = told["tasks"]
    assert (told["start"], told["finish"]) == ("2026-09-01T08:00", "2026-09-09T17:00")
    assert {
        "id": 1,
        "wbs": "1",
        "name": "Merge the directories",
        "summary": False,
        "start": "2026-09-01T08:00",
        "finish": "2026-09-07T17:00",
        "early_start": "2026-09-01T08:00",
        "late_finish": "2026-09-07T17:00",
        "total_float_minutes": 0,
        "free_float_minutes": 0,
        "critical": True,
    }.items() <= first.items()
    assert mail["why"].startswith("Critical because 1 Merge the directories must finish first")
    assert (move["start"], move["total_float_minutes"]) == ("2026-09-09T08:00", 0)
    assert live["start"] == live["finish"] == "2026-09-09T17:00"
    assert {"uid", "ref", "early_finish", "late_start"} <= first.keys()
    assert (
        move["because"] == "Starts on Wed 9 Sep 2026, because it starts 1 day after 1 Merge the directories finishes."
    )


def test_people_read_a_table_with_a_line_a_task(typed: Typed, programme: str) -> None:
    said = typed("schedule", planned(typed, programme))

    assert said.lines[0].split() == ["WBS", "Task", "Start", "Finish", "Float", "Why"]
    assert said.lines[1].startswith(
        "1    Merge the directories  Tue 1 Sep 2026  Mon 7 Sep 2026  0 d    critical  Critical"
    )
    assert len({line.find("Critical because") for line in said.lines[1:-1]}) == 1
    assert said.lines[-1] == "4 tasks, from Tue 1 Sep 2026 to Wed 9 Sep 2026."


def test_an_empty_plan_says_so(typed: Typed, programme: str) -> None:
    assert typed("schedule", programme).lines == ["The plan has no tasks."]
