"""The zip around a workbook is hostile until it is counted."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.trouble import Unreadable
from sharedprog.exchange.workbook_archive import MOST_ENTRIES, safe_copy
from tests.exchange.workbooks import MAIN, changed, sheet_xml, with_sheet, workbook


def test_macros_links_and_paths_that_lead_outside_never_reach_the_reader(tmp_path: Path) -> None:
    path = changed(
        workbook(tmp_path / "a.xlsm", {"Risks": [["Late"]]}),
        {
            "../../evil.xml": b"<evil/>",
            "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0",
            "xl/externalLinks/externalLink1.xml": b"<not what it should be",
            "docProps/core.xml": b"<not what it should be",
        },
    )

    names = zipfile.ZipFile(safe_copy(path, path.read_bytes())).namelist()

    assert "xl/workbook.xml" in names
    assert not [name for name in names if ".." in name or "vba" in name or "external" in name]
    assert read_sheets(path)[0].rows[0].cells == ("Late",)
    assert not list(tmp_path.parent.rglob("evil.xml"))


def test_entries_written_with_backslashes_are_understood(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"Risks": [["Late"]]})
    data = path.read_bytes().replace(b"xl/worksheets/", b"xl\\worksheets\\")

    path.write_bytes(data)

    assert read_sheets(path)[0].rows[0].cells == ("Late",)


def test_an_entry_that_inflates_a_thousandfold_is_refused(tmp_path: Path) -> None:
    content = sheet_xml(" " * 20_000_000)

    with pytest.raises(Unreadable, match="inflates to more than a table of this size can hold"):
        read_sheets(with_sheet(tmp_path / "bomb.xlsx", content))


def test_entries_that_together_are_too_large_are_refused_before_any_is_inflated(tmp_path: Path) -> None:
    path = workbook(tmp_path / "bomb.xlsx", {"Risks": [["Late"]]})
    big = b"\0" * 70_000_000

    with pytest.raises(Unreadable, match="inflates to more than"):
        read_sheets(changed(path, {f"xl/media/{n}.bin": big for n in range(3)}))


def test_an_entry_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "lie.xlsx", sheet_xml(" " * 3_000_000))
    data = path.read_bytes()
    honest = struct.pack("<L", len(sheet_xml(" " * 3_000_000)))
    path.write_bytes(data.replace(honest, struct.pack("<L", 900)))

    with pytest.raises(Unreadable, match="contents are damaged"):
        read_sheets(path)


def test_more_cells_or_formats_than_a_table_has_are_refused_before_they_are_read(tmp_path: Path) -> None:
    rows = "".join(f"<row><c><v>{n}</v></c></row>" for n in range(700_000))
    formats = "".join(f'<xf numFmtId="{n}"/>' for n in range(310_000))
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs>{formats}</cellXfs></styleSheet>'.encode()
    path = with_sheet(tmp_path / "many.xlsx", sheet_xml(rows))

    with pytest.raises(Unreadable, match="more cells or formats than a table has"):
        read_sheets(path)
    with pytest.raises(Unreadable, match="more cells or formats than a table has"):
        read_sheets(changed(workbook(path, {"Risks": [["Late"]]}), {"xl/styles.xml": styles}))


def test_thousands_of_entries_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "many.xlsx", {"Risks": [["Late"]]})
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(MOST_ENTRIES):
            archive.writestr(f"xl/media/{number}", b"")

    with pytest.raises(Unreadable, match="more than 2,000 parts"):
        read_sheets(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "two.xlsx", {"Risks": [["Late"]]})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml(""))

    with pytest.raises(Unreadable, match="contents are damaged"):
        read_sheets(path)


def test_a_zip_with_a_password_is_told_as_that(tmp_path: Path) -> None:
    path = workbook(tmp_path / "locked.xlsx", {"Risks": [["Late"]]})
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 8] |= 1
    path.write_bytes(bytes(data))

    with pytest.raises(Unreadable, match="protected by a password"):
        read_sheets(path)


@pytest.mark.parametrize(
    ("telling", "said"),
    [
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("xl/workbook.bin", "a binary Excel workbook"),
        ("content.xml", "a LibreOffice file"),
        ("anything.txt", "a zip file, not a workbook"),
    ],
)
def test_other_files_that_are_zips_are_named(tmp_path: Path, telling: str, said: str) -> None:
    path = tmp_path / "renamed.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(telling, b"<x/>")

    with pytest.raises(Unreadable, match=said):
        read_sheets(path)


def test_a_workbook_cut_off_anywhere_is_one_sentence(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "whole.xlsx", {"Risks": [["Late"]]}).read_bytes()
    path = tmp_path / "cut.xlsx"
    for length in range(4, len(whole), 97):
        path.write_bytes(whole[:length])
        with pytest.raises(Unreadable):
            read_sheets(path)


def test_a_workbook_within_a_workbook_is_not_unpacked(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.xml", b" " * 10_000_000)
    path = changed(workbook(tmp_path / "a.xlsx", {"Risks": [["Late"]]}), {"xl/embeddings/b.xlsx": inner.getvalue()})

    assert read_sheets(path)[0].rows[0].cells == ("Late",)
