"""CSV files from Excel, from other countries and from other programs, and those that are no CSV."""

from pathlib import Path

import pytest

from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.trouble import Unreadable

Rows = list[tuple[object, ...]]


def rows_of(path: Path, data: bytes) -> Rows:
    path.write_bytes(data)
    (sheet,) = read_sheets(path)
    return [row.cells for row in sheet.rows]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Risk,Owner\r\nLate,Siân\r\n".encode(), id="comma"),
        pytest.param("Risk;Owner\nLate;Siân\n".encode("utf-8-sig"), id="semicolon and mark"),
        pytest.param("Risk\tOwner\rLate\tSiân\r".encode("cp1252"), id="tab, old line ends, Windows"),
        pytest.param("Risk\tOwner\r\nLate\tSiân\r\n".encode("utf-16"), id="Unicode text of Excel"),
        pytest.param('sep=;\r\n"Risk";"Owner"\r\nLate;Siân\r\n'.encode(), id="delimiter named"),
    ],
)
def test_the_dialects_that_people_have_are_told_apart(tmp_path: Path, data: bytes) -> None:
    assert rows_of(tmp_path / "a.csv", data) == [("Risk", "Owner"), ("Late", "Siân")]


def test_commas_in_the_text_of_a_semicolon_file_split_nothing(tmp_path: Path) -> None:
    data = b"Risk;Owner\nLate, very late, too late;Head\nCost, again;Head\nLaw;Head, legal\n"

    assert rows_of(tmp_path / "a.csv", data)[1] == ("Late, very late, too late", "Head")


def test_rows_are_numbered_as_excel_numbers_them(tmp_path: Path) -> None:
    path = tmp_path / "risks.csv"
    path.write_bytes(b'Risk,Owner\n\n"two\nlines",Head\n,\nLate,\n')

    (sheet,) = read_sheets(path)

    assert sheet.name == "risks"
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ("Risk", "Owner")),
        (3, ("two\nlines", "Head")),
        (5, ("Late",)),
    ]


def test_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    data = b'" padded ","say ""no""",007,26/04/2027,TBC,-5\n'

    assert rows_of(tmp_path / "a.csv", data) == [(" padded ", 'say "no"', "007", "26/04/2027", "TBC", "-5")]


def test_one_column_needs_no_delimiter(tmp_path: Path) -> None:
    assert rows_of(tmp_path / "a.txt", b"Risk\nLate\n") == [("Risk",), ("Late",)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b'a,b\n"never closed,2\n3,4\n', "opened and never closed", id="open quote"),
        pytest.param(b'a,b\n"x"y,2\n', "the quotation marks on line 2 do not pair up", id="text after a quote"),
        pytest.param(b"a,b\nc,\0\n", "line 2 holds characters that no text has", id="NUL"),
        pytest.param(b"a,b\n\n\x81\x8d,\xff\n", "the characters on line 3 are in no known alphabet", id="binary"),
        pytest.param(b"a," + b"x" * 131_073, "a cell near line 1 is longer than 131,072", id="long cell"),
        pytest.param(b"," * 2_100_000 + b"x", "more than a million cells", id="one endless row"),
        pytest.param(b"x,y\n" * 500_001, "more than a million cells", id="endless rows"),
    ],
)
def test_what_is_no_csv_is_told_with_the_line(tmp_path: Path, data: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        rows_of(tmp_path / "a.csv", data)


def test_separators_within_texts_of_several_lines_are_not_taken_for_those_of_the_file(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "risks.csv", b'Ref,Risk\nR-0,";\n"\nR-1,";\n"\n')

    assert [len(cells) for cells in rows] == [2, 2, 2]


def test_quotation_marks_tell_the_separator_of_short_rows(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "a.csv", b'"Risk","Owner"\n"","",";"\n""\n')
    assert rows == [("Risk", "Owner"), (None, None, ";")]
