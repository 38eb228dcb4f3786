"""Files that others made, where they are at hand beside the project: read as other programs read them."""

import json
from pathlib import Path
from typing import Any

import pytest

from sharedprog.exchange.headings import find_heading
from sharedprog.exchange.project_plan import PlanTask, ProjectPlan
from sharedprog.exchange.project_xml import read_project
from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.trouble import Unreadable

DATA = Path(__file__).parents[2].parent / "shared" / "data"
PLANS = sorted((DATA / "plans").glob("*.xml"))
REGISTERS = DATA / "registers"

CONSTRAINTS = {
    "None": "asap",  # the program that wrote the plan keeps none
    "AS_SOON_AS_POSSIBLE": "asap",
    "START_NO_EARLIER_THAN": "snet",
}
UNIT_MINUTES = {"m": 1, "h": 60, "d": 480, "w": 2400, "%": 1}

pytestmark = pytest.mark.skipif(not PLANS, reason="the files of others are not at hand")


def stored(path: Path) -> list[dict[str, Any]]:
    """The tasks as another program read them from the same plan."""
    beside = path.with_name(path.name.removesuffix(".mspdi.xml") + ".stored.json")
    tasks: list[dict[str, Any]] = json.loads(beside.read_text(encoding="utf-8"))["tasks"]
    return tasks


def shown(task: PlanTask) -> dict[str, Any]:
    """The task in the words of the stored values."""
    return {
        "id": task.id,
        "uid": task.uid,
        "wbs": task.wbs,
        "name": task.name or None,
        "summary": task.summary,
        "milestone": task.milestone,
        "manual": task.manual,
        "duration_min": task.duration,
        "start": task.start and task.start.isoformat(timespec="minutes"),
        "finish": task.finish and task.finish.isoformat(timespec="minutes"),
        "constraint": task.constraint,
    }


def as_shown(task: dict[str, Any]) -> dict[str, Any]:
    """The stored task with the values that ``shown`` gives, spaces around its name left off."""
    name = task["name"] and task["name"].strip()
    constraint = CONSTRAINTS.get(task["constraint"], task["constraint"])
    keys = ("id", "uid", "wbs", "summary", "milestone", "manual", "duration_min", "start", "finish")
    return {key: task[key] for key in keys} | {"name": name, "constraint": constraint}


def links_of(plan: ProjectPlan) -> set[tuple[int, int, str, int]]:
    return {(link.predecessor_uid, link.successor_uid, link.kind, link.lag) for link in plan.links}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_plan_is_read_as_another_program_reads_it(path: Path) -> None:
    plan = read_project(path)
    expected = stored(path)

    assert plan.problems == ()
    assert [shown(task) for task in plan.tasks] == [as_shown(task) for task in expected]
    assert links_of(plan) == {
        (link["uid"], task["uid"], link["type"], round(float(link["lag"][:-1]) * UNIT_MINUTES[link["lag"][-1]]))
        for task in expected
        for link in task["preds"]
    }


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Communication Plan.xlsx", [("Communication Plan", 5)]),
        ("Project Plan.xlsx", [("Project Plan", 40)]),
        ("RACI.xlsx", [("RACI", 9)]),
        ("Risk Log.xlsx", [("Risk Log", 1)]),
        ("Risk Scorecard.xlsx", [("Scorecard", 10)]),
        ("Stakeholders.xlsx", [("Stakeholders", 1)]),
        ("dft_cut_down_master_4_2016.xlsx", [("Constructed BICC Data Master", 24)]),
        ("dft_milestones_test_master_4_2018.xlsx", [("Constructed BICC Data Master", 54)]),
        (
            "dft_risks.xlsx",
            [
                ("Q1_20_21 all data", 31),
                ("Q1_20_21 Count", 33),
                ("Q4_19_20 all data", 1),
                ("Q4_19_20 Count", 31),
            ],
        ),
        (
            "dft_test_dashboards_master.xlsx",
            [("Finance", 11), ("Schedule", 11), ("Benefits_VfM", 11), ("Overall", 7)],
        ),
        ("federal_office_risk_register.csv", [("federal_office_risk_register", 11)]),
        ("pmo_risk_register.csv", [("pmo_risk_register", 13)]),
        ("project_controls_risk_register.csv", [("project_controls_risk_register", 11)]),
    ],
)
def test_a_register_is_read_row_by_row(name: str, rows: list[tuple[str, int]]) -> None:
    assert [(sheet.name, len(sheet.rows)) for sheet in read_sheets(REGISTERS / name)] == rows


def test_headings_below_a_title_are_found() -> None:
    sheets = read_sheets(REGISTERS / "dft_test_dashboards_master.xlsx")
    headings = [find_heading(sheet, ["Group", "Project name", "Project stage"]) for sheet in sheets]

    assert [heading.number if heading else None for heading in headings] == [2, 2, 3, 2]


def test_a_word_document_is_told_as_that() -> None:
    with pytest.raises(Unreadable, match="it is a Word document"):
        read_sheets(REGISTERS / "Status Report.docx")
