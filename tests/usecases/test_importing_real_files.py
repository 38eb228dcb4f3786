"""Files that others made, where they are at hand beside the project: what comes in, and what is said of the rest."""

from collections import Counter
from datetime import date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sharedprog.domain.checks import problems
from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.notes import NOTES
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.exchange.project_xml import read_project
from sharedprog.usecases import board_pack, history
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import
from sharedprog.usecases.importing_choice import WhichRegister

DATA = Path(__file__).parents[2].parent / "shared" / "data"
PLANS = sorted((DATA / "plans").glob("*.xml"))
REGISTERS = DATA / "registers"

pytestmark = pytest.mark.skipif(not PLANS, reason="the files of others are not at hand")


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_task_of_a_real_plan_stands_where_the_file_states_it(path: Path, document: Document) -> None:
    stated = read_project(path)
    plan = plan_import(document, path)
    assert plan.problems == ()
    carry_out(document, plan)
    tasks = {task.source: task for task in document.rows(TASKS)}
    assert tasks.keys() == {task.uid for task in stated.tasks}
    dates = history.view(document).schedule.dates
    for each in stated.tasks:
        task = tasks[each.uid]
        parent = tasks[each.parent_uid].id if each.parent_uid is not None else None
        assert (task.title, task.parent, task.milestone) == (" ".join(each.name.split()), parent, each.milestone)
        if not each.summary:
            shown = dates[task.id]
            assert (shown.start, shown.finish) == _days(each.start, each.finish), each.name
    ids = {task.id: uid for uid, task in tasks.items()}
    links = {(ids[str(link.predecessor)], ids[str(link.parent)], link.kind) for link in document.rows(DEPENDENCIES)}
    assert links == {(link.predecessor_uid, link.successor_uid, link.kind) for link in stated.links}
    assert [(row.wbs, row.task.source) for row in history.view(document).outline.values()] == [
        (row.wbs, uid) for row, uid in zip(history.view(document).outline.values(), _order(stated.tasks), strict=True)
    ]
    assert problems(document.programme) == ()
    again = plan_import(document, path)
    assert again.count("same") == len(again.rows)


def _days(start: datetime | None, finish: datetime | None) -> tuple[date | None, date | None]:
    """The days of a start and a finish; an end at midnight is the end of the day before."""
    if start is None or finish is None:
        return start and start.date(), finish and finish.date()
    return start.date(), (finish - timedelta(minutes=finish > start)).date()


def _order(tasks: object) -> list[int]:
    return [task.uid for task in tasks]  # type: ignore[attr-defined]  # tasks of a plan, in the order of the file


# file, problems by column, rows that come in with cells left empty
SHEETS = [
    ("project_controls_risk_register.csv", {}, 10),
    ("pmo_risk_register.csv", {"category": 2}, 12),
    ("federal_office_risk_register.csv", {"Probability": 10, "Impact": 10, "Status": 2, "Category": 1}, 10),
    ("Risk Log.xlsx", {}, 0),
]


@pytest.mark.parametrize(("name", "told", "rows"), SHEETS, ids=[name for name, _, _ in SHEETS])
def test_a_practitioners_risk_register_comes_in(name: str, told: dict[str, int], rows: int, document: Document) -> None:
    plan = plan_import(document, REGISTERS / name)
    assert {row.register for row in plan.rows} <= {"risks"}
    cells = Counter(problem.column for problem in plan.problems if not problem.column.startswith("column "))
    assert dict(cells) == told
    carry_out(document, plan, blank_bad=True)
    risks = document.rows(RISKS)
    assert len(risks) == rows
    assert all(risk.title and risk.ref for risk in risks)
    noted = {note.parent for note in document.rows(NOTES)}
    assert len(noted) == sum(bool(row.unread) for row in plan.rows)
    assert problems(document.programme) == ()


def test_a_practitioners_plan_in_a_sheet_keeps_its_outline_and_its_predecessors(document: Document) -> None:
    plan = plan_import(document, REGISTERS / "Project Plan.xlsx")
    assert {problem.found for problem in plan.problems} == {"ReqId", "Swarm #"}
    carry_out(document, plan, skip_bad=True)
    assert (len(document.rows(TASKS)), len(document.rows(DEPENDENCIES))) == (39, 13)
    found = {task.title: task for task in document.rows(TASKS)}
    assert found["Relay should have an allow/deny list to ensure closed instances remain closed"].parent == (
        found["Relay Servers"].id
    )


def test_labels_that_begin_anew_for_each_project_are_told(document: Document) -> None:
    plan = plan_import(document, REGISTERS / "dft_risks.xlsx")
    assert sum("a label of its own" in problem.expected for problem in plan.problems) == 24
    assert {row.register for row in plan.rows} == {"risks"}


SIDEWAYS = ["dft_cut_down_master_4_2016.xlsx", "dft_milestones_test_master_4_2018.xlsx"]


@pytest.mark.parametrize("name", SIDEWAYS)
def test_a_quarterly_return_is_said_to_be_no_register(name: str, document: Document) -> None:
    with pytest.raises(Trouble, match="is not a register"):
        plan_import(document, REGISTERS / name)


NO_REGISTERS = ["Communication Plan.xlsx", "RACI.xlsx", "Risk Scorecard.xlsx", "dft_test_dashboards_master.xlsx"]


@pytest.mark.parametrize("name", NO_REGISTERS)
def test_a_sheet_that_is_no_register_of_ours_asks_which_it_is(name: str, document: Document) -> None:
    with pytest.raises(WhichRegister):
        plan_import(document, REGISTERS / name)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_real_plan_is_printed_with_every_task(path: Path, document: Document) -> None:
    carry_out(document, plan_import(document, path))
    document.add(BOARD_MEETINGS, number=1, day=document.today)
    board = board_pack.board_named(document, "1")
    made = board_pack.print_pack(board_pack.order(document, board, ("plan", "annex_gantt")))
    words = "".join("".join(page.extract_text().split()) for page in PdfReader(BytesIO(made.pdf)).pages)
    titles = {"".join(task.title.split()) for task in document.rows(TASKS)}
    assert {title for title in titles if title not in words} == set()
