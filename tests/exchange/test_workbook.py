"""A workbook gives the values its cells show, each row with the number that Excel shows."""

import zipfile
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.trouble import Unreadable
from tests.exchange.moments import moment
from tests.exchange.workbooks import MAIN, changed, sheet_xml, with_sheet, workbook


def test_values_keep_their_kinds(tmp_path: Path) -> None:
    values = ["text", 3, 2.5, True, date(2026, 12, 3), moment("2026-12-03T10:30"), time(9, 15), None, "end"]
    (sheet,) = read_sheets(workbook(tmp_path / "a.xlsx", {"Risks": [values]}))

    assert sheet.name == "Risks"
    assert sheet.rows[0].cells == tuple(values)
    assert [type(cell) for cell in sheet.rows[0].cells] == [type(value) for value in values]


def test_blank_rows_are_left_out_and_the_others_keep_their_numbers(tmp_path: Path) -> None:
    rows = [["Risk", None, None], [None, "  ", ""], [], ["Late", None, "x", None]]
    (sheet,) = read_sheets(workbook(tmp_path / "a.xlsx", {"Risks": rows}))

    assert [(row.number, row.cells) for row in sheet.rows] == [(1, ("Risk",)), (4, ("Late", None, "x"))]


def test_sheets_come_in_the_order_of_the_tabs_without_the_blank_ones(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [["a"]], "Blank": [[None]], "Issues": [["b"]]})

    assert [sheet.name for sheet in read_sheets(path)] == ["Risks", "Issues"]


def test_a_formula_is_its_last_result(tmp_path: Path) -> None:
    content = sheet_xml(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
        '<c r="C1"><f>WEBSERVICE("http://example.invalid")</f></c>'
        '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    (sheet,) = read_sheets(with_sheet(tmp_path / "a.xlsx", content))

    assert sheet.rows[0].cells == (2, "2x", None, "#DIV/0!")


def test_escapes_that_excel_writes_are_undone(tmp_path: Path) -> None:
    content = sheet_xml(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>one_x000D_\ntwo _x005F_x0041_ _x0041_</t></is></c></row>'
    )
    (sheet,) = read_sheets(with_sheet(tmp_path / "a.xlsx", content))

    assert sheet.rows[0].cells == ("one\ntwo _x0041_ _x0041_",)


def test_a_length_of_time_is_shown_as_excel_shows_it(tmp_path: Path) -> None:
    (sheet,) = read_sheets(workbook(tmp_path / "a.xlsx", {"Hours": [[timedelta(hours=36, minutes=30)]]}))

    assert sheet.rows[0].cells == ("36:30:00",)


def test_a_date_that_cannot_be_is_left_as_an_error_and_warns_nobody(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [[date(2026, 12, 3)]]})
    content = sheet_xml('<row r="1"><c r="A1" s="1"><v>99999999999</v></c></row>')
    (sheet,) = read_sheets(changed(path, {"xl/worksheets/sheet1.xml": content}))

    assert sheet.rows[0].cells == ("#VALUE!",)


def test_a_hidden_sheet_is_marked(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [["a"]], "Lists": [["b"]]})
    book = (
        f'<?xml version="1.0"?><workbook xmlns="{MAIN}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="Risks" sheetId="1" r:id="rId1"/>'
        '<sheet name="Lists" sheetId="2" state="veryHidden" r:id="rId2"/></sheets></workbook>'
    )

    sheets = read_sheets(changed(path, {"xl/workbook.xml": book.encode()}))

    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [("Risks", False), ("Lists", True)]


def test_a_claim_of_every_cell_that_excel_has_costs_nothing(tmp_path: Path) -> None:
    content = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', before='<dimension ref="A1:XFD1048576"/>')
    (sheet,) = read_sheets(with_sheet(tmp_path / "a.xlsx", content))

    assert [(row.number, row.cells) for row in sheet.rows] == [(1, (1,))]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('<row r="999999999999"><c r="A1"><v>1</v></c></row>', id="a row beyond the last"),
        pytest.param("".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 80)), id="wide rows"),
    ],
)
def test_a_sheet_that_is_too_large_is_refused(tmp_path: Path, rows: str) -> None:
    with pytest.raises(Unreadable, match="the sheet “Risks” is too large; save only the rows"):
        read_sheets(with_sheet(tmp_path / "a.xlsx", sheet_xml(rows)))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(sheet_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), id="string index out of range"),
        pytest.param(sheet_xml('<row r="one"><c r="A1"><v>1</v></c></row>'), id="a row without a number"),
        pytest.param(sheet_xml('<row r="1"><c r="A1"><v>1,5</v></c></row>'), id="a number that is none"),
        pytest.param(sheet_xml('<row r="1"><c r="@@"><v>1</v></c></row>'), id="a place that is none"),
        pytest.param(b"<worksheet>", id="cut off"),
        pytest.param(b"\xff\xfe\0", id="no XML"),
        pytest.param(b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + sheet_xml("")[21:], id="entities"),
    ],
)
def test_damage_inside_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Unreadable, match="are damaged; open it in Excel, save it under another name"):
        read_sheets(with_sheet(tmp_path / "a.xlsx", content))


def test_formats_that_excel_forgives_are_forgiven(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [["Late", date(2026, 12, 3)]]})
    careless = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="d &quot;of&quot; mmm"/></numFmts>'
        '<fonts><font><sz val="-"/></font></fonts><fills><fill/></fills>'
        '<cellXfs><xf numFmtId="0" fillId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )

    (sheet,) = read_sheets(changed(path, {"xl/styles.xml": careless.encode()}))

    assert sheet.rows[0].cells == ("Late", date(2026, 12, 3))


def test_a_strict_workbook_is_read_like_another(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [["Late", date(2026, 12, 3)]]})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = b"http://purl.oclc.org/ooxml/"
    for name, content in parts.items():
        parts[name] = content.replace(MAIN.encode(), strict + b"spreadsheetml/main").replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            strict + b"officeDocument/relationships",
        )

    (sheet,) = read_sheets(changed(path, parts))

    assert sheet.rows[0].cells == ("Late", date(2026, 12, 3))
