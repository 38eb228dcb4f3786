"""What a person says of a sheet is done: the sheet, the row of its headings, and what its columns mean."""

from pathlib import Path

import pytest

from sharedprog.domain.registers import BY_KEY, REGISTERS
from sharedprog.domain.registers.risks import RISKS
from sharedprog.domain.registers.tasks import TASKS
from sharedprog.domain.trouble import Trouble
from sharedprog.exchange.sheet import Sheet, sheet_row
from sharedprog.usecases.document import Document
from sharedprog.usecases.exporting_sheets import ROW_ID
from sharedprog.usecases.importing import carry_out, plan_of
from sharedprog.usecases.importing_choice import WhichRegister
from sharedprog.usecases.importing_headings import LEAVE_OUT
from sharedprog.usecases.importing_mapping import field_meant, fields_offered, mapped, what_lacks
from sharedprog.usecases.importing_rows import ImportPlan, SheetChoice
from tests.exchange.workbooks import workbook

Rows = list[tuple[object, ...]]
ODD: Rows = [
    ("RAID log of the partnership",),
    ("Ref", "Scores", None, "What we fear", "Colour"),
    (None, "Prob", "Imp", None, None),
    ("R-1", 4, 5, "Payroll is wrong", "Green"),
]


def plan(document: Document, path: Path, *choices: SheetChoice) -> ImportPlan:
    return plan_of(document.programme, path, choices=choices)


def test_a_sheet_a_heading_row_and_columns_that_are_said_are_read_so(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Cover": [("a", "b"), ("c", "d")], "Sheet7": ODD})
    named = {"What we fear": "Risk", "prob": "Current likelihood", "Imp": "impact", "Colour": "leave out"}
    made = plan(document, path, SheetChoice("sheet7", "risks", 3, named=named))
    assert made.problems == ()
    assert made.notes == ("“Colour” of Risks left out, as you said.", "The sheet “Cover” was left out.")
    carry_out(document, made)
    (risk,) = document.rows(RISKS)
    assert (risk.ref, risk.title, risk.likelihood, risk.impact) == ("R-1", "Payroll is wrong", 4, 5)


def test_merged_headings_of_two_rows_take_the_word_above_where_they_are_blank() -> None:
    rows = [sheet_row(number, cells) for number, cells in enumerate(ODD, start=1)]  # type: ignore[arg-type]
    columns = mapped(Sheet("x", tuple(row for row in rows if row)), SheetChoice(headings=3), RISKS)
    assert list(columns.headings.values()) == ["Ref", "Prob", "Imp", "What we fear", "Colour"]


def test_a_sheet_without_headings_is_read_by_the_letters_of_its_columns(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Sheet1": [("Payroll is wrong", 4), ("Ledger is late", 2)]})
    choice = SheetChoice("", "risks", 0, named={"Column A": "Risk", "Column B": "Current likelihood"})
    made = plan(document, path, choice)
    assert made.problems == ()
    carry_out(document, made)
    assert [(risk.title, risk.likelihood) for risk in document.rows(RISKS)] == [
        ("Payroll is wrong", 4),
        ("Ledger is late", 2),
    ]


def test_a_column_may_be_said_by_place_where_two_have_one_heading(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [("Risk", "Date", "Date"), ("Late", "3 Dec 2026", "4 Dec 2026")]})
    made = plan(document, path, SheetChoice(columns={1: "raised", 2: "next_review"}))
    carry_out(document, made)
    (risk,) = document.rows(RISKS)
    assert (risk.raised is not None and risk.raised.day, risk.next_review is not None and risk.next_review.day) == (
        3,
        4,
    )


def test_several_sheets_are_read_as_is_said_of_each(document: Document, tmp_path: Path) -> None:
    rows: Rows = [("Title", "Owner"), ("Something", "Me")]
    path = workbook(tmp_path / "a.xlsx", {"One": rows, "Two": rows, "Three": rows})
    made = plan(document, path, SheetChoice("One", "risks"), SheetChoice("Three", "issues"))
    assert [row.register for row in made.rows] == ["risks", "issues"]


CANNOT = [
    (SheetChoice("Nowhere", "risks"), "has no sheet “Nowhere” with anything in it. Say which one it is: “Risks”, “B”"),
    (SheetChoice("", "risks"), "has several sheets. Say which one it is"),
    (SheetChoice("Risks", "risks", 9), "Row 9 of the sheet “Risks” is blank"),
    (SheetChoice("Risks", named={"Hat": "Risk"}), "is headed “Hat”. Its headings: “Risk”, “Prob”"),
    (SheetChoice("Risks", named={"Prob": "Hat"}), "Risks have no field “Hat”"),
    (SheetChoice("Risks", named={"Risk": "Cause", "Prob": "Cause"}), "“Risk” and “Prob” are both said to be “Cause”"),
    (
        SheetChoice("Risks", named={"Risk": "leave out"}),
        "No column goes to “Risk”, so its rows cannot be told as risks",
    ),
    (SheetChoice("B"), "does not say which register it holds"),
]


@pytest.mark.parametrize(("choice", "told"), CANNOT)
def test_what_cannot_be_is_told_in_a_sentence(
    choice: SheetChoice, told: str, document: Document, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [("Risk", "Prob"), ("Late", 4)], "B": [("x", "y"), ("1", "2")]})
    with pytest.raises(Trouble, match=told):
        plan(document, path, choice)


def test_a_plan_of_another_program_has_no_sheets_to_choose(document: Document, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="has no sheets"):
        plan(document, tmp_path / "plan.xml", SheetChoice("x"))


def test_every_field_that_is_offered_can_be_named_by_its_own_name() -> None:
    for register in REGISTERS:
        for name in fields_offered(register):
            assert field_meant(register, name) == name, f"{register.key}.{name}"
    assert field_meant(RISKS, " Leave out ") == LEAVE_OUT


def test_the_words_of_the_fields_that_are_offered_are_all_different() -> None:
    for register in REGISTERS:
        words = list(fields_offered(register).values())
        assert len(set(words)) == len(words), register.key


def test_a_row_id_is_enough_to_tell_rows_by() -> None:
    sheet = Sheet("x", tuple(row for row in (sheet_row(1, ("Hat", "Coat")), sheet_row(2, ("a", "b"))) if row))
    assert "“Risk”" in what_lacks(mapped(sheet, SheetChoice(), BY_KEY["risks"]))
    assert what_lacks(mapped(sheet, SheetChoice(columns={0: ROW_ID}), BY_KEY["risks"])) == ""


def test_a_workbook_that_does_not_say_is_asked_about(document: Document, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Sheet1": [("x", "y"), ("1", "2")]})
    with pytest.raises(WhichRegister):
        plan(document, path, SheetChoice("Sheet1"))


def test_how_far_it_is_is_told_sheet_by_sheet(document: Document, tmp_path: Path) -> None:
    rows: Rows = [("Title", "Owner"), ("Something", "Me")]
    path = workbook(tmp_path / "a.xlsx", {"One": rows, "Two": rows})
    told: list[tuple[float, str]] = []
    choices = (SheetChoice("One", "risks"), SheetChoice("Two", "issues"))
    plan_of(document.programme, path, choices=choices, progress=lambda part, words: told.append((part, words)))
    assert [words for _, words in told] == [
        "Reading the sheet “One”…",
        "Reading the sheet “Two”…",
        "Comparing “a.xlsx” with the programme…",
    ]
    assert [part for part, _ in told] == sorted(part for part, _ in told)


@pytest.mark.parametrize(
    ("done", "meant"),
    [((0.6, 1, 0), [60, 100, 0]), ((0, 1, None), [0, 100, 0]), ((1, 50, 0), [1, 50, 0]), ((0, 0, 0), [0, 0, 0])],
)
def test_per_cents_are_read_as_excel_keeps_them(
    document: Document, tmp_path: Path, done: tuple[object, ...], meant: list[int]
) -> None:
    rows = [(f"Task {number}", cell) for number, cell in enumerate(done)]
    path = workbook(tmp_path / "plan.xlsx", {"Plan": [("Task", "% complete"), *rows]})
    carry_out(document, plan(document, path, SheetChoice("Plan", "tasks")))
    assert [task.percent_complete or 0 for task in document.rows(TASKS)] == meant
