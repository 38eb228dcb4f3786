"""A plan that is none, or means harm, is refused in one sentence and in little time."""

from pathlib import Path

import pytest

from sharedprog.exchange import project_records, project_xml
from sharedprog.exchange.project_xml import read_project
from sharedprog.exchange.trouble import Unreadable
from tests.exchange.plans import HEAD, plan_file, plan_text, task, waits_for

ROOT = '<Project xmlns="http://schemas.microsoft.com/project">'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))

NOT_PLANS = {
    "laughs": (f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>{ROOT}&a9;</Project>', "defines a document type"),
    "quadratic": (f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]>{ROOT}{"&a;" * 50_000}</Project>', "a document type"),
    "file": (f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>{ROOT}&a;</Project>', "a document type"),
    "elsewhere": (f'<!DOCTYPE Project SYSTEM "http://127.0.0.1:9/x.dtd">{ROOT}</Project>', "a document type"),
    "deep": (f"{ROOT}{'<Task>' * 200_000}", "its elements lie more than 100 deep at line 1"),
    "cut off": (plan_text(task(1))[:-30], "its XML is damaged at line 8"),
    "no XML within": (f"{ROOT}<Tasks>&nbsp;</Tasks></Project>", "its XML is damaged at line 1, character"),
    "nothing within": ("<Project/>", "there is no plan in it"),
    "Excel 2003": (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "a table in the XML format of Excel 2003",
    ),
    "a web page": ("<HTML><body/></HTML>", "it is a web page"),
    "Primavera": ('<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/"/>', "a plan from Primavera"),
    "other XML": ("<plan><task/></plan>", "its first element is “plan”"),
    "another Project": ('<Project xmlns="http://maven.apache.org/POM/4.0.0"/>', "its first element is “Project”"),
    "an alphabet unknown": ('<?xml version="1.0" encoding="x-none"?><Project/>', "in an alphabet that is not known"),
    "seven bits": ('<?xml version="1.0" encoding="UTF-7"?><Project/>', "in an alphabet that is not known"),
}


@pytest.mark.parametrize("name", NOT_PLANS)
def test_what_is_no_plan_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    text, reason = NOT_PLANS[name]
    path = tmp_path / "plan.xml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(Unreadable) as trouble:
        read_project(path)

    sentence = str(trouble.value)
    assert sentence.startswith("“plan.xml” could not be read: ")
    assert reason in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a file of Microsoft Project (.mpp)"),
        (b"%PDF-1.7", "it is a PDF, not a plan in XML"),
        (b"MPX,Microsoft Project", "a file of another program, not a plan in XML"),
        (b"PK\x03\x04", "it is a workbook or another zip file, not a plan in XML"),
    ],
)
def test_other_files_are_named_and_the_way_to_a_plan_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "plan.mpp"
    path.write_bytes(data)

    with pytest.raises(Unreadable) as trouble:
        read_project(path)

    assert said in str(trouble.value)


def test_bytes_that_are_no_letters_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "plan.xml"
    path.write_bytes(plan_text(task(1, "Siân")).encode("cp1252"))

    with pytest.raises(Unreadable, match="its XML is damaged at line 7, character"):
        read_project(path)


def test_an_attribute_of_ten_megabytes_does_no_harm(tmp_path: Path) -> None:
    text = plan_text(task(1)).replace("<Tasks>", f'<Tasks x="{"a" * 10_000_000}">')
    path = tmp_path / "plan.xml"
    path.write_text(text, encoding="utf-8")

    assert [one.uid for one in read_project(path).tasks] == [1]


def test_thousands_of_unknown_elements_are_counted_together(tmp_path: Path) -> None:
    unknown = "".join(f"<a{n}>1</a{n}><b{n}><c>1</c></b{n}>" for n in range(5_000))

    plan = read_project(plan_file(tmp_path, project=unknown))

    assert sum(left.count for left in plan.unread) == 10_000
    assert len(plan.unread) < 1_100


def test_more_than_a_plan_can_have_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = plan_file(tmp_path, task(1), task(2, "", waits_for(1)), task(3, "", waits_for(1), waits_for(2)))
    with monkeypatch.context() as limits:
        limits.setattr(project_xml, "MOST_TASKS", 2)
        with pytest.raises(Unreadable, match="it holds more than 2 tasks"):
            read_project(path)
    with monkeypatch.context() as limits:
        limits.setattr(project_xml, "MOST_LINKS", 2)
        with pytest.raises(Unreadable, match="it holds more than 50,000 tasks or 2 links"):
            read_project(path)
    with monkeypatch.context() as limits:
        limits.setattr(project_records, "MOST_WITHIN", 1)
        with pytest.raises(Unreadable, match="one PredecessorLink after another fills it from line 24"):
            read_project(path)
    with monkeypatch.context() as limits:
        limits.setattr(project_records, "MOST_MARKS", 10)
        with pytest.raises(Unreadable, match="more than five million elements"):
            read_project(path)
    with monkeypatch.context() as limits:
        limits.setattr(project_xml, "LARGEST_PLAN", len(HEAD))
        with pytest.raises(Unreadable, match="larger than 0 MB"):
            read_project(path)
