"""A first look into a file: what its sheets seem to be, and what is odd about their headings."""

from pathlib import Path

import pytest

from sharedprog.domain.registers.risks import RISKS
from sharedprog.exchange.trouble import Unreadable
from sharedprog.usecases.importing_headings import LEAVE_OUT
from sharedprog.usecases.importing_looking import FoundSheet, doubts, examples, heading_row, look, meanings
from sharedprog.usecases.importing_mapping import mapped
from sharedprog.usecases.importing_rows import SheetChoice
from tests.exchange.workbooks import workbook

Rows = list[tuple[object, ...]]
LOG: Rows = [("Risk", "Probability", "Hat", "Raised"), ("Payroll", 4, "Red", "3 Dec 2026"), ("Ledger", 2, "Blue", None)]


def looked(folder: Path, rows: Rows, name: str = "Sheet1") -> FoundSheet:
    (sheet,) = look(workbook(folder / "a.xlsx", {name: rows}))
    return sheet


def odd(sheet: FoundSheet, number: int) -> str:
    return " ".join(doubts(sheet, mapped(sheet.top, SheetChoice(headings=number), RISKS)))


def test_a_sheet_is_told_with_its_size_its_register_and_its_heading_row(tmp_path: Path) -> None:
    sheet = looked(tmp_path, [("Our log",), (None,), *LOG])
    assert (sheet.name, sheet.rows, sheet.columns, sheet.register, sheet.headings) == ("Sheet1", 4, 4, "risks", 3)
    assert heading_row(sheet, RISKS) == 3


def test_a_sheet_that_says_nothing_is_told_as_that(tmp_path: Path) -> None:
    sheet = looked(tmp_path, [("x", "y"), ("1", "2")])
    assert (sheet.register, sheet.headings, heading_row(sheet, RISKS)) == ("", 0, 0)


def test_only_the_first_rows_of_a_long_sheet_are_kept(tmp_path: Path) -> None:
    sheet = looked(tmp_path, [LOG[0], *[(f"Risk {number}", 3) for number in range(500)]])
    assert (sheet.rows, len(sheet.top.rows)) == (501, 60)


def test_columns_mean_what_was_said_the_last_time_then_what_they_are_called(tmp_path: Path) -> None:
    sheet = looked(tmp_path, LOG)
    assert meanings(sheet, RISKS, 1, {}) == {0: "title", 1: "likelihood", 2: LEAVE_OUT, 3: "raised"}
    said = meanings(sheet, RISKS, 1, {"hat": "cause", "raised": LEAVE_OUT, "risk": "no_such_field"})
    assert said == {0: "title", 1: "likelihood", 2: "cause", 3: LEAVE_OUT}


def test_a_field_said_of_two_headings_goes_to_the_first(tmp_path: Path) -> None:
    said = meanings(looked(tmp_path, LOG), RISKS, 1, {"hat": "cause", "probability": "cause"})
    assert (said[1], said[2]) == ("cause", LEAVE_OUT)


def test_examples_are_the_first_different_texts_with_days_as_they_are_written_here(tmp_path: Path) -> None:
    sheet = looked(tmp_path, LOG)
    assert examples(sheet.top, 1, 1) == ("4", "2")
    assert examples(sheet.top, 1, 3) == ("3 Dec 2026",)


@pytest.mark.parametrize(
    ("rows", "number", "told"),
    [
        ([("Payroll", 4)], 0, "read without headings"),
        ([("Group", "Scores"), *LOG], 2, "Row 1 holds words too"),
        ([LOG[0]], 1, "Nothing is beneath row 1"),
        ([("Risk", None), ("Payroll", "x")], 1, "1 column has no heading and is called by its letter"),
        ([("Risk", "Date", "date"), ("Payroll", "x", "y")], 1, "Several columns are headed “Date”, “date”"),
        ([tuple(f"H{number}" for number in range(200)), ("x",) * 200], 1, "There are 200 columns"),
    ],
)
def test_what_is_odd_is_told(tmp_path: Path, rows: Rows, number: int, told: str) -> None:
    assert told in odd(looked(tmp_path, rows), number)


def test_nothing_is_told_of_a_plain_sheet(tmp_path: Path) -> None:
    assert odd(looked(tmp_path, LOG), 1) == ""


def test_a_workbook_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="nothing in it but blank cells"):
        look(workbook(tmp_path / "a.xlsx", {"Sheet1": [], "Sheet2": [(None, " ")]}))
