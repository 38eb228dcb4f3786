"""What a file is decides how it is read; what cannot be read is told in one sentence."""

import os
from pathlib import Path

import pytest

from sharedprog.exchange.sheets import read_sheets
from sharedprog.exchange.source import LARGEST_SHEETS
from sharedprog.exchange.trouble import Unreadable
from tests.exchange.workbooks import workbook

NOT_SHEETS = {
    "empty.xlsx": (b"", "it is empty"),
    "pack.xlsx": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "it is a PDF"),
    "photo.csv": (b"\x89PNG\r\n\x1a\n", "it is a picture"),
    "notes.xlsx": (b"Risk,Owner\nLate,Head of IT\n", "it is not an Excel workbook"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "an old Office version"),
    "secret.xlsx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "2003.xlsx": (
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "the XML format of Excel 2003",
    ),
    "2003 in UTF-16.csv": (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'.encode("utf-16"),
        "the XML format of Excel 2003",
    ),
    "report.xls": (b"\n<html><table><tr><td>1</td></tr></table></html>", "it is a web page"),
    "plan.xlsx": (
        b'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"/>',
        "import it as a plan",
    ),
    "feed.csv": (b'<?xml version="1.0"?><rows/>', "an XML file, not a table"),
    "blank.csv": (b'"  ",\n\n , \n', "nothing in it but blank cells"),
}


@pytest.mark.parametrize("name", NOT_SHEETS)
def test_what_is_not_a_sheet_is_named_in_one_sentence_with_what_to_do(tmp_path: Path, name: str) -> None:
    data, reason = NOT_SHEETS[name]
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(Unreadable) as trouble:
        read_sheets(path)

    sentence = str(trouble.value)
    assert sentence.startswith(f"“{name}” could not be read: ")
    assert reason in sentence
    assert "; " in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert trouble.value.path == path


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="it is a folder"):
        read_sheets(tmp_path)
    with pytest.raises(Unreadable, match="there is no file of that name"):
        read_sheets(tmp_path / "lost.xlsx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in a folder are a thing of Unix")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)

    with pytest.raises(Unreadable, match="not an ordinary file"):
        read_sheets(pipe)


def test_a_file_above_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_SHEETS + 1)

    with pytest.raises(Unreadable, match="larger than 50 MB"):
        read_sheets(path)


def test_a_workbook_is_read_whatever_its_ending(tmp_path: Path) -> None:
    path = workbook(tmp_path / "really a workbook.csv", {"Risks": [["Risk"], ["Late"]]})

    (sheet,) = read_sheets(path)

    assert [row.cells for row in sheet.rows] == [("Risk",), ("Late",)]
