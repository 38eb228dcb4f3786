"""A plan kept in a sheet: tasks stand where it says, in its outline, waiting for what it names."""

from datetime import date
from pathlib import Path

import pytest

from sharedprog.domain.checks import problems
from sharedprog.domain.registers.tasks import DEPENDENCIES, TASKS, Task
from sharedprog.usecases import history
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import
from tests.exchange.workbooks import workbook

INDENTED: list[tuple[object, ...]] = [
    ("ID", "Task", "Duration", "Predecessors", "Start date", "End date"),
    (1, "Network", None, None, None, None),
    (2, "   Design", 6, None, date(2026, 10, 5), date(2026, 10, 12)),
    (3, "   Build", 10, "2fs", "13/10/2026", "26/10/2026"),
    (4, "      Sign off", 0, "2SS+1 day; 3", date(2026, 10, 26), None),
    (5, "Go live", None, "4FF-50%", date(2026, 10, 27), date(2026, 10, 27)),
]


def tasks(document: Document) -> dict[str, Task]:
    return {task.title: task for task in document.rows(TASKS)}


def waits(document: Document) -> set[tuple[str, str, str | None, int | None, str | None, int | None]]:
    names = {task.id: title for title, task in tasks(document).items()}
    return {
        (names[str(row.parent)], names[str(row.predecessor)], row.kind, row.lag, row.lag_kind, row.lag_percent)
        for row in document.rows(DEPENDENCIES)
    }


def test_indents_make_the_outline_and_predecessors_the_links(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "Project plan.xlsx", {"Plan": INDENTED})
    plan = plan_import(document, path)
    assert plan.problems == ()
    made = carry_out(document, plan)
    assert made is not None
    assert made.title == "Import 5 tasks from Project plan.xlsx"
    found = tasks(document)
    assert found["Network"].parent is None
    assert found["Design"].parent == found["Build"].parent == found["Network"].id
    assert found["Sign off"].parent == found["Build"].id
    assert found["Go live"].parent is None
    assert waits(document) == {
        ("Build", "Design", "FS", 0, "working", None),
        ("Sign off", "Design", "SS", 480, "working", None),
        ("Sign off", "Build", "FS", 0, "working", None),
        ("Go live", "Sign off", "FF", 0, "percent", -50),
    }
    assert found["Sign off"].milestone
    dates = history.view(document).schedule.dates[found["Design"].id]
    assert (dates.start, dates.finish) == (date(2026, 10, 5), date(2026, 10, 12))
    assert found["Design"].mode == "placed"
    assert found["Design"].duration == 6 * 480


def test_the_same_plan_again_changes_nothing_with_or_without_ids(document: Document, tmp_path: Path) -> None:
    unlabelled = [row[1:3] for row in INDENTED]
    for number, rows in enumerate((INDENTED, unlabelled)):
        path = workbook(tmp_path / f"plan{number}.xlsx", {"Plan": rows})
        carry_out(document, plan_import(document, path))
        before = document.file.length
        plan = plan_import(document, path)
        assert plan.count("same") == len(plan.rows)
        assert carry_out(document, plan) is None
        assert document.file.length == before


@pytest.mark.parametrize("heading", ["WBS", "Outline number"])
def test_numbers_of_the_outline_say_the_same(heading: str, document: Document, tmp_path: Path) -> None:
    rows = [
        (heading, "Task"),
        ("1", "Network"),
        ("1.1", "Design"),
        ("1.2", "Build"),
        ("1.2.1", "Sign off"),
        ("2", "Go"),
    ]
    carry_out(document, plan_import(document, workbook(tmp_path / "plan.xlsx", {"Plan": rows})))
    found = tasks(document)
    assert found["Sign off"].parent == found["Build"].id
    assert found["Build"].parent == found["Network"].id
    assert found["Go"].parent is None


def test_levels_of_the_outline_say_the_same(document: Document, tmp_path: Path) -> None:
    rows = [("Outline level", "Task"), (1, "Network"), (2, "Design"), (3, "Draw"), (2, "Build"), (1, "Go")]
    carry_out(document, plan_import(document, workbook(tmp_path / "plan.xlsx", {"Plan": rows})))
    found = tasks(document)
    assert found["Draw"].parent == found["Design"].id
    assert found["Build"].parent == found["Network"].id
    assert problems(document.programme) == ()


@pytest.mark.parametrize("text", ["9fs", "soon", "2xx", "2fs+soon", "2fs+1parsec"])
def test_a_predecessor_that_is_none_is_told(text: str, document: Document, tmp_path: Path) -> None:
    rows = [("ID", "Task", "Predecessors"), (1, "Network", None), (2, "Design", text)]
    plan = plan_import(document, workbook(tmp_path / "plan.xlsx", {"Plan": rows}))
    assert len(plan.problems) == 1
    assert plan.problems[0].sentence().startswith(f"Plan, row 3, Predecessors: found “{text}")
    carry_out(document, plan, skip_bad=True)
    assert list(tasks(document)) == ["Network"]


def test_a_link_to_a_task_that_is_left_out_is_left_out(document: Document, tmp_path: Path) -> None:
    rows = [("ID", "Task", "Start", "Predecessors"), (1, "Network", "TBC", None), (2, "Design", None, 1)]
    carry_out(document, plan_import(document, workbook(tmp_path / "plan.xlsx", {"Plan": rows})), skip_bad=True)
    assert list(tasks(document)) == ["Design"]
    assert document.rows(DEPENDENCIES) == ()
