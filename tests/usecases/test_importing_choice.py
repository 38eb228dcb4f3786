"""Which register a file holds: as it is said, as it is called, or as its headings tell."""

from pathlib import Path

import pytest

from sharedprog.domain.registers.board_meetings import BOARD_MEETINGS
from sharedprog.domain.registers.risks import RISKS as RISK_REGISTER
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.usecases.document import Document
from sharedprog.usecases.importing import carry_out, plan_import
from sharedprog.usecases.importing_choice import WhichRegister
from tests.exchange.workbooks import workbook

RISKS = [("Ref", "Risk", "Likelihood", "Owner"), ("R-1", "Payroll", 4, "Head of ICT")]
ISSUES = [("Ref", "Issue", "Severity", "Owner"), ("I-1", "Late", "", "Head of ICT")]
NUMBERS = [("Quarter", "Total"), ("Q1", 3)]


def registers(document: Document, path: Path, said: str | None = None) -> set[str]:
    return {row.register for row in plan_import(document, path, said).rows}


@pytest.mark.parametrize(
    ("name", "sheets"),
    [
        ("a.xlsx", {"Risks": RISKS}),
        ("a.xlsx", {"Risk register v3": RISKS}),
        ("Our risk log.xlsx", {"Sheet1": RISKS}),
        ("a.xlsx", {"Sheet1": RISKS}),
        ("a.xlsx", {"Sheet1": RISKS, "Count": NUMBERS}),
    ],
)
def test_a_risk_log_is_known_by_its_sheet_its_name_or_its_headings(
    name: str, sheets: dict[str, list[tuple[object, ...]]], document: Document, tmp_path: Path
) -> None:
    assert registers(document, workbook(tmp_path / name, sheets)) == {"risks"}


def test_a_raid_log_with_a_sheet_for_each_register_comes_in_at_once(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "RAID.xlsx", {"Risk log": RISKS, "Issue log": ISSUES, "Pivot": NUMBERS})
    plan = plan_import(document, path)
    assert {row.register for row in plan.rows} == {"risks", "issues"}
    assert plan.notes[-1] == "The sheet “Pivot” was left out."


def test_a_register_that_is_said_is_taken_from_the_sheet_that_holds_it(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "RAID.xlsx", {"Cover": NUMBERS, "Log 1": ISSUES, "Log 2": RISKS})
    assert registers(document, path, "Risks") == {"risks"}
    assert registers(document, path, "issue") == {"issues"}


def test_where_nothing_tells_the_question_lists_the_registers(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "list.xlsx", {"Sheet1": [("Title", "Owner"), ("Something", "Me")]})
    with pytest.raises(WhichRegister, match="does not say which register it holds") as asked:
        plan_import(document, path)
    assert {"risks", "issues", "tasks", "actions"} <= set(asked.value.choices)
    made, given = asked.value.__reduce__()
    assert str(made(*given)) == str(asked.value)  # as it comes back from the worker process
    assert registers(document, path, "actions") == {"actions"}


def test_a_sheet_without_the_column_that_matters_is_refused_with_the_headings(
    document: Document, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "list.xlsx", {"Sheet1": NUMBERS})
    with pytest.raises(Trouble, match=r"no column for “Risk”.*should hold headings such as “Ref”, “Risk”"):
        plan_import(document, path, "risks")


@pytest.mark.parametrize(
    ("register", "headings", "row"),
    [
        ("board_meetings", "Board,Date", "1,2026-12-03"),
        ("dependencies", "Task,Waits for", "T-002,T-001"),
        ("reviews", "Risk,Reviewed", "R-001,2026-12-03"),
        ("attendances", "Board,Person", "B-001,Head of ICT"),
        ("ratings", "Board,Rating", "B-001,Amber"),
        ("links", "From,To", "R-001,T-001"),
    ],
)
def test_rows_without_a_name_are_told_by_what_they_must_have(
    register: str, headings: str, row: str, document: Document, tmp_path: Path
) -> None:
    document.add(RISK_REGISTER, title="Payroll")
    document.add(TASKS, title="Map the accounts")
    document.add(TASKS, title="Load the ledger")
    document.add(BOARD_MEETINGS, number=7)
    path = tmp_path / "a.csv"
    path.write_text(f"{headings}\n{row}\n", encoding="utf-8")
    plan = plan_import(document, path, register)
    assert plan.problems == ()
    assert [(each.register, each.state) for each in plan.rows] == [(register, "new")]
    assert carry_out(document, plan) is not None
    assert [each.state for each in plan_import(document, path, register).rows] == ["same"]
    first, _ = headings.split(",")
    path.write_text(f"{first},Total\nB-001,3\n", encoding="utf-8")
    with pytest.raises(Trouble, match=f"no column for “(?!{first}”)"):
        plan_import(document, path, register)


def test_a_hidden_sheet_is_not_taken_for_the_register(document: Document, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = workbook(tmp_path / "a.xlsx", {"Risks": RISKS, "Issues": ISSUES})
    book = load_workbook(path)
    book["Issues"].sheet_state = "hidden"
    with path.open("wb") as file:
        book.save(file)
    plan = plan_import(document, path)
    assert {row.register for row in plan.rows} == {"risks"}
    assert plan.notes[-1] == "The sheet “Issues” was left out."


def test_a_return_with_a_project_in_each_column_is_said_to_be_no_register(document: Document, tmp_path: Path) -> None:
    labels = [f"Question {number}" for number in range(20)]
    rows = [(label, 7 if place % 2 else "Words", "Q4" if place % 3 else 9) for place, label in enumerate(labels)]
    path = workbook(tmp_path / "return.xlsx", {"Master": [("Project/Programme Name", "Apollo", "Mars"), *rows]})
    for said in (None, "risks"):
        with pytest.raises(Trouble, match=r"is not a register.*one project or row in each column"):
            plan_import(document, path, said)


def test_no_register_of_that_name(document: Document, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"no register “hats”\. Registers: programme, tasks"):
        plan_import(document, workbook(tmp_path / "a.xlsx", {"Risks": RISKS}), "hats")


def test_headings_with_nothing_beneath_them_bring_nothing(document: Document, tmp_path: Path) -> None:
    plan = plan_import(document, workbook(tmp_path / "a.xlsx", {"Risks": [("Ref", "Risk", "Hat")]}))
    assert (plan.rows, plan.problems) == ((), ())
