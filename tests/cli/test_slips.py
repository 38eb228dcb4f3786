"""Slips told without a window."""

import json
from pathlib import Path

import pytest

from sharedprog.domain.registers.tasks import TASKS
from sharedprog.usecases import baselining
from sharedprog.usecases.document import Document
from sharedprog.usecases.editing import change
from tests.cli.conftest import Typed

PLAN = "ID,Task,Duration,Predecessors\n1,Merge,5d,\n2,Mail,2d,1\n"


@pytest.fixture
def slipped(typed: Typed, programme: str) -> str:
    """A plan kept as a baseline, whose first task takes three days longer since."""
    Path("plan.csv").write_text(PLAN, encoding="utf-8")
    assert typed("import", programme, "plan.csv", "--as", "plan").code == 0
    document = Document.open(Path(programme))
    baselining.keep(document, "Board 2")
    first = document.rows(TASKS)[0]
    change(document, TASKS, first.id, "duration", 8 * 480)
    document.close()
    return programme


def test_slips_are_told_by_task_and_in_all(typed: Typed, slipped: str) -> None:
    said = typed("slips", slipped, "--from", "board 2")

    assert said.code == 0
    assert said.lines == [
        "1  Merge  Mon 7 Sep 2026 → Thu 10 Sep 2026  3 working days later",
        "2  Mail  Wed 9 Sep 2026 → Mon 14 Sep 2026  3 working days later",
        "Without a workstream: 2 of 2 tasks later, the largest by 3 d",
        "From baseline Board 2 to now: 2 tasks later, 0 sooner.",
    ]


def test_a_machine_is_told_the_same(typed: Typed, slipped: str) -> None:
    told = json.loads(typed("slips", slipped, "--from", "BL-001", "--json").out)

    assert (told["from"], told["to"]) == ("baseline Board 2", "now")
    assert [task["slip_days"] for task in told["tasks"]] == [3, 3]
    assert told["tasks"][0]["before"] == {"start": "2026-09-01", "finish": "2026-09-07"}
    assert told["workstreams"][0]["largest_slip_days"] == 3


def test_a_baseline_compared_with_itself_has_none(typed: Typed, slipped: str) -> None:
    said = typed("slips", slipped, "--from", "BL-001", "--to", "Board 2")

    assert said.lines == ["From baseline Board 2 to baseline Board 2: no tasks later, 0 sooner."]


def test_what_is_not_there_is_said_with_what_is(typed: Typed, slipped: str) -> None:
    said = typed("slips", slipped, "--from", "Christmas")

    assert said.code == 2
    assert "There is no baseline “Christmas”" in said.err
    assert "“Board 2”" in said.err
