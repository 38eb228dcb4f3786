"""What we write is what Excel shows, and what we read back."""

import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sharedprog.exchange.csv_writing import csv_text, write_csv
from sharedprog.exchange.plain_text import plain_text
from sharedprog.exchange.sheet import CellValue, sheet_row
from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.table import Table
from sharedprog.exchange.trouble import Unwritable, unwritable
from sharedprog.exchange.workbook_writing import write_xlsx
from tests.exchange.moments import moment
from tests.exchange.test_formula_guard import FORMULAS

NASTY = [
    *FORMULAS,
    "Mott & Sons <b",
    "&bogus;",
    "_x0041_",
    "_x005F_x0041_",
    "_x000D_",
    " padded ",
    "#N/A",
    "1e309",
    "007",
    "MAR1",
    "']]>",
    "line one\nline two",
    "safe\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
    "ŵ ŷ £ – \N{WHITE HEAVY CHECK MARK} \N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}",
]
TEXTS = st.text(max_size=200) | st.sampled_from(NASTY)
WHOLES = st.integers(-(10**15) + 1, 10**15 - 1)
FRACTIONS = st.floats(-1e12, 1e12).map(lambda number: float(f"{number:.15g}"))
DAYS = st.dates(date(1900, 3, 1), date(9999, 12, 31))
MOMENTS = st.datetimes(moment("1900-03-01"), moment("2200-01-01")).map(lambda moment: moment.replace(microsecond=0))
CLOCKS = st.times().map(lambda clock: clock.replace(microsecond=0))
CELLS = st.none() | st.booleans() | TEXTS | WHOLES | FRACTIONS | DAYS | MOMENTS | CLOCKS
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=6)
EXAMPLES = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def read_back(path: Path) -> list[tuple[CellValue, ...]]:
    """The rows below the heading, blank rows put back where their numbers say."""
    (sheet,) = read_sheets(path)
    rows = {row.number: row.cells for row in sheet.rows}
    return [rows.get(number, ()) for number in range(2, max(rows) + 1)]


def as_read(rows: list[list[CellValue]]) -> list[tuple[CellValue, ...]]:
    cleaned = [[plain_text(value) if isinstance(value, str) else value for value in row] for row in rows]
    plain = [row.cells if (row := sheet_row(0, values)) else () for values in cleaned]
    while plain and not plain[-1]:
        plain.pop()
    return plain


@EXAMPLES
@given(ROWS)
def test_a_workbook_reads_back_as_it_was_written(tmp_path: Path, rows: list[list[CellValue]]) -> None:
    path = tmp_path / "a.xlsx"

    assert write_xlsx(path, [Table("Risks", ("Risk",), rows)]) == ()
    back = read_back(path)

    assert back == as_read(rows)
    numbers = (int, float)
    for written, read in zip(as_read(rows), back, strict=True):
        kinds = [(type(a), type(b)) for a, b in zip(written, read, strict=True) if type(a) is not type(b)]
        assert all(a in numbers and b in numbers for a, b in kinds)


@EXAMPLES
@given(st.lists(st.lists(st.none() | TEXTS, max_size=6), max_size=6))
def test_a_csv_file_reads_back_as_it_was_written(tmp_path: Path, rows: list[list[str | None]]) -> None:
    path = tmp_path / "a.csv"
    values: list[list[CellValue]] = [list(row) for row in rows]

    write_csv(path, Table("Risks", ("Risk", "Owner"), values))

    assert read_back(path) == as_read(values)


def test_no_text_in_a_workbook_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Table("Risks", tuple(FORMULAS), [NASTY, [-5, -2.5]])])

    book = load_workbook(path)
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]

    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).lstrip().startswith("="))
    assert [cell.value for cell in book.worksheets[0][3]][:2] == [-5, -2.5]
    with zipfile.ZipFile(path) as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml")


def test_a_workbook_is_laid_out_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows: list[list[CellValue]] = [["word " * 100, date(2026, 12, 3), moment("2026-12-03T10:00"), time(9, 5)]]
    write_xlsx(path, [Table("Risks", ("Risk", "Due", "Meeting", "Starts"), rows)])

    sheet = load_workbook(path).worksheets[0]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:D2"
    assert sheet["A1"].font.bold
    assert not sheet["A2"].font.bold
    assert [sheet[f"{column}2"].number_format for column in "BCD"] == [
        "ddd d mmm yyyy",
        "ddd d mmm yyyy hh:mm",
        "hh:mm",
    ]
    assert sheet["A2"].alignment.wrap_text
    assert sheet.column_dimensions["A"].width == 62
    assert sheet.column_dimensions["B"].width == 17
    assert sheet.print_title_rows == "$1:$1"


def test_widths_that_are_asked_for_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Table("Risks", ("Risk", "Due"), [], widths=(30, 12))])

    sheet = load_workbook(path).worksheets[0]

    assert [sheet.column_dimensions[column].width for column in "AB"] == [32, 14]


def test_text_beyond_what_a_cell_holds_is_cut_and_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    emoji = "\N{PILE OF POO}" * 20_000
    notes = write_xlsx(path, [Table("Risks", ("Risk", "Cause"), [["x" * 32_767, "y" * 32_768], [emoji]])])

    said = "cut to the 32,767 characters that an Excel cell can hold; export as CSV or JSON to have all of it."
    assert notes == (f"Risks, row 2, Cause: {said}", f"Risks, row 3, Risk: {said}")
    first, second = read_back(path)
    assert first == ("x" * 32_767, "y" * 32_767)
    assert second == (emoji[: 32_767 // 2],)


def test_what_excel_would_falsify_is_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Table("Risks", ("A",), [[1234567890123456, date(1900, 2, 28), float("inf"), "end"]])])

    assert read_back(path) == [("1234567890123456", "1900-02-28", None, "end")]


def test_characters_that_no_file_can_hold_are_cleaned(tmp_path: Path) -> None:
    rows = [["a\0b\x0b\x1b\x85c", "lone \ud800", "\ufffe", "one\r\ntwo\rthree"]]
    write_xlsx(tmp_path / "a.xlsx", [Table("Risks", ("A",), rows)])
    write_csv(tmp_path / "a.csv", Table("Risks", ("A",), rows))

    expected = [("abc", "lone \ufffd", "\ufffd", "one\ntwo\nthree")]
    assert read_back(tmp_path / "a.xlsx") == expected
    assert read_back(tmp_path / "a.csv") == expected


def test_sheets_are_named_as_excel_allows(tmp_path: Path) -> None:
    names = ["Risks", "risks", "a/b:c", "x" * 40, "x" * 41, "", "'quoted'", "Poisons and antidotes"]
    path = tmp_path / "a.xlsx"
    write_xlsx(path, [Table(name, ("A",), [["1"]]) for name in names])

    assert [sheet.name for sheet in read_sheets(path)] == [
        "Risks",
        "risks (2)",
        "a b c",
        "x" * 31,
        "x" * 27 + " (2)",
        "Sheet",
        "quoted",
        "Poisons and antidotes",
    ]


def test_numbers_and_days_in_csv_are_plain() -> None:
    day, clock = date(2026, 12, 3), time(9, 5)
    values: list[CellValue] = [-5, -2.5, True, day, moment("2026-12-03T10:00"), clock, float("nan"), None]

    assert [csv_text(value) for value in values] == [
        "-5",
        "-2.5",
        "TRUE",
        "2026-12-03",
        "2026-12-03 10:00:00",
        "09:05:00",
        "",
        "",
    ]


def test_csv_opens_in_excel_with_its_letters_right(tmp_path: Path) -> None:
    write_csv(tmp_path / "a.csv", Table("Risks", ("Risk",), [["Siân"]]))

    assert (tmp_path / "a.csv").read_bytes() == b'\xef\xbb\xbf"Risk"\r\n"Si\xc3\xa2n"\r\n'


def test_what_cannot_be_written_leaves_the_earlier_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(path, Table("Risks", ("Risk",), [["Late"]]))
    before = path.read_bytes()

    with pytest.raises(TypeError):
        write_csv(path, Table("Risks", ("Risk",), [["One"], 5]))  # type: ignore[list-item]

    assert path.read_bytes() == before
    assert not list(tmp_path.glob(".*part"))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="its folder does not exist; choose another folder"):
        write_xlsx(tmp_path / "lost" / "a.xlsx", [Table("Risks", ("Risk",), [])])
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(Unwritable, match="there is a folder of that name"):
        write_csv(tmp_path / "a.csv", Table("Risks", ("Risk",), []))


def test_a_folder_that_may_not_be_written_to_is_told_apart_from_a_file_that_is_open(tmp_path: Path) -> None:
    refusal = PermissionError(13, "Permission denied")
    assert "may not write to that folder" in str(unwritable(tmp_path / "pack.pdf", refusal))
    (tmp_path / "pack.pdf").touch()
    assert "close it in other programs" in str(unwritable(tmp_path / "pack.pdf", refusal))
